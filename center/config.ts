import { readFileSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { CHUNK_BYTES } from "../shared/api/snapshotApi.ts";
import { assert } from "../shared/kernel/assert.ts";
import { BUNDLE_MAX } from "../shared/sync/bundle.ts";
import type { S3Bucket } from "./blobs/s3Client.ts";

/** How a center is run. Everything here comes from the command line or the environment, nothing from a request. */
export type Config = {
  readonly dataDir: string;
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** A PostgreSQL of the province; without it the center starts its own. */
  readonly databaseUrl?: string;
  /** PEM files; both or none. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  /** A proxy in front does TLS and names the caller in X-Forwarded-For. */
  readonly isBehindProxy: boolean;
  /** How long a restored book waits for desks before it goes on without them (milliseconds). */
  readonly recoveryMs: number;
  /** Somebody says that the database was restored; noticed without it in most cases. */
  readonly isRestored: boolean;
  /** Folders on other disks or machines where backups go, and the public key (`age1…`) they are encrypted to. */
  readonly backups?: { readonly places: readonly string[]; readonly recipient: string };
  /** Books of fewer ops are read op by op: that is as quick, and proves every signature at once. */
  readonly snapshotFrom: number;
  /** At which unpacked size a chunk of a snapshot is closed (bytes). */
  readonly snapshotChunkBytes: number;
  /** How long the file may be that answers a desk's: shorter where sticks are small. A longer book goes into several. */
  readonly answerBytes: number;
  /** Where attachments are kept instead of the data folder: a bucket of an S3-compatible store. */
  readonly s3?: S3Bucket;
  /** Chunks that no attachment consists of are taken away at a start when they are older than so many days; 0: never. */
  readonly sweepDays: number;
  /** How long the enrolment of a desk lives without contact, and how much longer it may still come back by itself (days). */
  readonly deskDays: number;
  readonly deskGraceDays: number;
  /** The province this center is a county's hub of, and the single-use code with which it is made known there. */
  readonly upstream?: { readonly url: string; readonly code?: string };
  /** The least serious log line that is written: "debug", "info", "warn", "error" or "silent". */
  readonly logLevel: string;
};

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);
const DEFAULT_PORT = 8440;
/** A working day and a night: a desk that is switched on once a day is heard. */
const RECOVERY_HOURS = 24;
const HOUR_MS = 3_600_000;
/** Ops that a desk pulls and proves within about ten seconds. */
const SNAPSHOT_FROM = 5000;
/** Longer than the age of any image of the database that somebody may still put back. */
const SWEEP_DAYS = 30;
/** Room for the longest page of the book beside a greeting with its lists. */
const ANSWER_LEAST = 8 * 1024 * 1024;
/** A year and a month: who comes once a year to close the books never meets the end. */
const DESK_DAYS = 400;
/** A quarter: a desk that was put away and found again still comes back by itself. */
const DESK_GRACE_DAYS = 90;
/** Desks warn thirty days before the end and are renewed from half of their life on: the warning must lie behind that. */
const DESK_DAYS_LEAST = 90;
/** What stores without regions call theirs. */
const S3_REGION = "us-east-1";

/** The province's address without a slash at its end: https, or this very machine. */
const upstreamUrl = (text: string): string => {
  assert(URL.canParse(text), "LAD_UPSTREAM must be the address of the province's center");
  const { protocol, hostname, username, origin, pathname } = new URL(text);
  const isSafe =
    protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replace(/[[\]]/g, "")));
  assert(isSafe && username === "", "LAD_UPSTREAM must use https");
  return `${origin}${pathname.replace(/\/+$/, "")}`;
};

/** True when only this machine can reach the address. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** The word that follows an option on the command line; undefined when it is not given. */
export const optionOf = (argv: readonly string[], name: string): string | undefined => {
  const at = argv.indexOf(name);
  return at === -1 ? undefined : argv[at + 1];
};

type Environment = Readonly<Record<string, string | undefined>>;

const snapshotsFrom = (env: Environment): Pick<Config, "snapshotFrom" | "snapshotChunkBytes"> => {
  const snapshotFrom = Number(env.LAD_SNAPSHOT_FROM ?? SNAPSHOT_FROM);
  const snapshotChunkBytes = Number(env.LAD_SNAPSHOT_CHUNK_BYTES ?? CHUNK_BYTES);
  assert(snapshotFrom >= 1, "LAD_SNAPSHOT_FROM must be a number of ops, 1 or more");
  assert(
    snapshotChunkBytes >= 1 && snapshotChunkBytes <= CHUNK_BYTES,
    `LAD_SNAPSHOT_CHUNK_BYTES must be a number from 1 to ${CHUNK_BYTES}`,
  );
  return { snapshotFrom, snapshotChunkBytes };
};

const daysFrom = (env: Environment): Pick<Config, "sweepDays" | "deskDays" | "deskGraceDays"> => {
  const sweepDays = Number(env.LAD_SWEEP_DAYS ?? SWEEP_DAYS);
  assert(sweepDays >= 0, "LAD_SWEEP_DAYS must be a number of days, 0 or more");
  const deskDays = Number(env.LAD_DESK_DAYS ?? DESK_DAYS);
  const deskGraceDays = Number(env.LAD_DESK_GRACE_DAYS ?? DESK_GRACE_DAYS);
  assert(deskDays >= DESK_DAYS_LEAST, `LAD_DESK_DAYS must be a number of days, ${DESK_DAYS_LEAST} or more`);
  assert(deskGraceDays >= 0, "LAD_DESK_GRACE_DAYS must be a number of days, 0 or more");
  return { sweepDays, deskDays, deskGraceDays };
};

const answerFrom = (env: Environment): Pick<Config, "answerBytes"> => {
  const answerBytes = Number(env.LAD_ANSWER_BYTES ?? BUNDLE_MAX);
  assert(
    answerBytes >= ANSWER_LEAST && answerBytes <= BUNDLE_MAX,
    `LAD_ANSWER_BYTES must be a number from ${ANSWER_LEAST} to ${BUNDLE_MAX}`,
  );
  return { answerBytes };
};

/** The bucket for attachments. The secret comes from a file, so that no child process inherits it, and goes nowhere else. */
const bucketFrom = (env: Environment): Pick<Config, "s3"> => {
  const { LAD_S3_URL: url, LAD_S3_ACCESS_KEY: accessKey = "", LAD_S3_SECRET_FILE: file } = env;
  if (url === undefined) return {};
  const secret = file === undefined ? "" : readFileSync(file, "utf8").trim();
  assert(
    accessKey !== "" && secret !== "",
    "LAD_S3_URL needs LAD_S3_ACCESS_KEY, and LAD_S3_SECRET_FILE with the secret in it",
  );
  const { protocol, hostname } = new URL(url);
  assert(protocol === "https:" || isLoopback(hostname), "LAD_S3_URL must begin with https://");
  return { s3: { url, accessKey, secret, region: env.LAD_S3_REGION ?? S3_REGION } };
};

/**
 * The configuration from `--data DIR --port N [--restored]` and the environment (LAD_HOST, LAD_TLS_CERT, LAD_TLS_KEY,
 * LAD_BEHIND_PROXY, LAD_LOG, LAD_RECOVERY_HOURS, LAD_SNAPSHOT_FROM, LAD_SNAPSHOT_CHUNK_BYTES, LAD_ANSWER_BYTES,
 * LAD_BACKUP_PLACES, LAD_BACKUP_RECIPIENT, LAD_SWEEP_DAYS, LAD_DESK_DAYS, LAD_DESK_GRACE_DAYS, LAD_S3_URL, LAD_S3_REGION,
 * LAD_S3_ACCESS_KEY, LAD_S3_SECRET_FILE, LAD_UPSTREAM, LAD_UPSTREAM_CODE, DATABASE_URL). Throws with one sentence on a setting that cannot be meant.
 */
export const readConfig = (argv: readonly string[], env: Environment): Config => {
  const port = Number(optionOf(argv, "--port") ?? DEFAULT_PORT);
  assert(Number.isInteger(port) && port >= 0 && port < 65_536, "--port must be a number from 0 to 65535");
  const recoveryHours = Number(env.LAD_RECOVERY_HOURS ?? RECOVERY_HOURS);
  assert(recoveryHours >= 0, "LAD_RECOVERY_HOURS must be a number of hours, 0 or more");
  const { LAD_TLS_CERT: certFile, LAD_TLS_KEY: keyFile } = env;
  assert(
    (certFile === undefined) === (keyFile === undefined),
    "LAD_TLS_CERT and LAD_TLS_KEY must be set together",
  );
  const places = (env.LAD_BACKUP_PLACES ?? "").split(delimiter).filter((place) => place !== "");
  const recipient = env.LAD_BACKUP_RECIPIENT ?? "";
  assert(
    places.length === 0 || recipient.startsWith("age1"),
    "LAD_BACKUP_RECIPIENT must be the public key that --backup-key printed: backups are written encrypted or not at all",
  );
  return {
    dataDir: resolve(optionOf(argv, "--data") ?? "center-data"),
    port,
    host: env.LAD_HOST ?? "127.0.0.1",
    isBehindProxy: env.LAD_BEHIND_PROXY === "1",
    recoveryMs: recoveryHours * HOUR_MS,
    isRestored: argv.includes("--restored"),
    ...snapshotsFrom(env),
    ...answerFrom(env),
    ...daysFrom(env),
    ...bucketFrom(env),
    logLevel: env.LAD_LOG ?? "info",
    ...(places.length > 0 && { backups: { places: places.map((place) => resolve(place)), recipient } }),
    ...(env.LAD_UPSTREAM !== undefined && {
      upstream: {
        url: upstreamUrl(env.LAD_UPSTREAM),
        ...(env.LAD_UPSTREAM_CODE !== undefined && { code: env.LAD_UPSTREAM_CODE }),
      },
    }),
    ...(env.DATABASE_URL !== undefined && { databaseUrl: env.DATABASE_URL }),
    ...(certFile !== undefined && keyFile !== undefined && { tls: { certFile, keyFile } }),
  };
};

/** Throws unless bodies are protected on the way: TLS here, a declared proxy in front, or never leaving this machine. */
export const assertProtected = ({ host, tls, isBehindProxy }: Config): void =>
  assert(
    isLoopback(host) || tls !== undefined || isBehindProxy,
    `refusing to listen on ${host} without TLS: set LAD_TLS_CERT and LAD_TLS_KEY, or LAD_BEHIND_PROXY=1 behind a proxy that does TLS`,
  );
