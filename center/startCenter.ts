import type { AddressInfo } from "node:net";
import { assert } from "../shared/kernel/assert.ts";
import type { Result } from "../shared/kernel/result.ts";
import { createApp } from "./app.ts";
import type { BackedUp } from "./backup/backUp.ts";
import { chunkStoreOf } from "./blobs/chunkStoreOf.ts";
import { hashOfState } from "./book/stateHash.ts";
import { enrolBundle, importBundle } from "./bundles/importBundle.ts";
import type { Taken } from "./bundles/takeBundle.ts";
import { assertProtected, type Config, readConfig } from "./config.ts";
import { firstPassword } from "./console/accounts.ts";
import { consoleRoutes } from "./console/consoleRoutes.ts";
import type { Center } from "./context.ts";
import { openFolder } from "./dataFolder.ts";
import { type Database, openDatabase } from "./db/database.ts";
import { type Embedded, startEmbedded } from "./db/embedded.ts";
import { issueCode } from "./desks/codes.ts";
import { revoke } from "./desks/enrol.ts";
import { decideHold, type HoldDecision } from "./desks/holds.ts";
import { type Renewal, renewDesk } from "./desks/renewDesk.ts";
import { lookAtClock } from "./desks/steadyClock.ts";
import { beginEpochs } from "./epochs/beginEpoch.ts";
import { type Generation, openGeneration } from "./epochs/generation.ts";
import { hubRoutes } from "./hubs/hubRoutes.ts";
import { type TakeOver, takeOver } from "./hubs/takeOver.ts";
import { centerKey } from "./keys/centerKey.ts";
import { type Publication, publish } from "./reference/publish.ts";
import { deskRoutes } from "./routes/deskRoutes.ts";
import { healthRoutes } from "./routes/healthRoutes.ts";
import type { Round } from "./uplink/uplink.ts";
import { beginWork, type Work } from "./work.ts";

/** A running center. */
export type Running = {
  readonly url: string;
  /** Ends web server, pool and, when it is ours, PostgreSQL; everything is written before it returns. */
  readonly stop: () => Promise<void>;
  /** A single-use enrolment code: for a bureau, or without one for the first desk of a new bureau, to be called `name`. */
  readonly issueCode: (bureau?: string, name?: string) => Promise<string>;
  /** The console's first password, while nobody has set another. Shown once, never stored in clear. */
  readonly firstPassword?: string;
  /** Stops a desk, as the console does. */
  readonly revoke: (bureau: string, feed: string) => Promise<Result<void>>;
  /** Renews the enrolment of a desk, as the console does. */
  readonly renew: (bureau: string, renewal: Renewal) => Promise<Result<void>>;
  /** Settles what is held of a desk, as the console does. */
  readonly decideHold: (bureau: string, decision: HoldDecision) => Promise<Result<void>>;
  /** Takes a bundle file that somebody carried here, as the console does (docs/protocol.md §10). */
  readonly importBundle: (bytes: Uint8Array) => Promise<Result<Taken>>;
  /** The enrolment file that goes with a carried code. */
  readonly enrolBundle: (code: string, bureau?: string) => Promise<Uint8Array>;
  /** Publishes to every bureau, as the console does; answers how many have it now. */
  readonly publish: (publication: Publication) => Promise<number>;
  /** Backs up in every configured place now, and says what became of it. */
  readonly backUp: () => Promise<readonly BackedUp[]>;
  /** Finishes now what a destruction by law leaves to the night: chunks, and pages of the database. */
  readonly finishDestruction: () => Promise<void>;
  /** A single-use code for a county's hub, to be called `name`. */
  readonly issueHubCode: (name: string) => Promise<string>;
  /** Keeps a bureau's book instead of its hub from now on, as the console does. */
  readonly takeOver: (bureau: string, why: TakeOver) => Promise<Result<void>>;
  /** At a hub: one round with the province now, and what it came to. */
  readonly ship: () => Promise<Round>;
  /** Folds every record anew from the book now, and mends what somebody edited beside it; answers how many (F77). */
  readonly recount: () => Promise<number>;
  /** The state hash of a bureau's book (docs/protocol.md §7). */
  readonly stateHash: (bureau: string) => Promise<string>;
};

/** What a caller of `startCenter` may set; the rest comes from the environment as for `npm run center`. */
export type StartOptions = {
  readonly dataDir: string;
  readonly port: number;
  readonly databaseUrl?: string;
  readonly now?: () => number;
  readonly consolePassword?: string;
  readonly upstream?: NonNullable<Config["upstream"]>;
};

/** The database belongs to the key in our data folder: receipts already given must stay checkable. */
const assertSameKey = async (db: Database, publicKey: string): Promise<void> => {
  const known = await db.atGate(async (tx) => {
    await tx.run("insert into center (key) values ($1) on conflict do nothing", [publicKey]);
    return tx.one<{ key: string }>("select key from center");
  });
  assert(
    known?.key === publicKey,
    "this database belongs to another center key: use the data folder it was made with",
  );
};

const openOrStop = async (
  url: string,
  embedded: Embedded | undefined,
  onLost: (error: Error) => void,
): Promise<Database> => {
  try {
    return await openDatabase(url, onLost);
  } catch (error) {
    // another center's database is not ours to end
    if (embedded?.isOwn === true) await embedded.stop();
    throw error;
  }
};

/** The database that the configuration names, or our own. */
const openStore = async ({ databaseUrl, dataDir }: Config, log: ReturnType<typeof createApp>["log"]) => {
  const embedded =
    databaseUrl === undefined ? await startEmbedded(dataDir, (line) => log.debug(line)) : undefined;
  const db = await openOrStop(databaseUrl ?? embedded?.url ?? "", embedded, ({ message }) =>
    log.warn({ message }, "database.lost"),
  );
  return { db, embedded };
};

const stateHashOf = (db: Database, bureau: string): Promise<string> =>
  db.inBureau(bureau, (tx) => hashOfState(tx, bureau));

const addressOf = (config: Config, address: AddressInfo | string | null): string => {
  assert(typeof address === "object" && address !== null, "no address");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `${config.tls ? "https" : "http"}://${host}:${address.port}`;
};

/** What only a program that starts a center may bring: its clock, and a console password for demonstrations. */
type Brought = { readonly now: () => number; readonly consolePassword?: string };

/** A run of this database begins; of one that was restored, with a new epoch in every book. */
const beginRun = async (center: Center): Promise<Generation> => {
  const { config, db, log } = center;
  const generation = await openGeneration(db, config.dataDir, () => log.warn({}, "generation.late"));
  if (generation.isRestored || config.isRestored) await beginEpochs(center);
  await generation.begin();
  await db.atGate((tx) => lookAtClock(tx, center.now()));
  return generation;
};

/** What a program that runs a center may do there, as the console does. */
const deedsOf = (
  center: Center,
): Pick<
  Running,
  | "issueCode"
  | "issueHubCode"
  | "takeOver"
  | "revoke"
  | "renew"
  | "decideHold"
  | "importBundle"
  | "enrolBundle"
  | "publish"
  | "stateHash"
> => ({
  issueCode: (bureau, name = "") => issueCode(center, { name, ...(bureau !== undefined && { bureau }) }),
  issueHubCode: (name) => issueCode(center, { name, isHub: true }),
  takeOver: (bureau, why) => takeOver(center, bureau, why),
  revoke: (bureau, feed) => revoke(center, bureau, feed),
  renew: (bureau, renewal) => renewDesk(center, bureau, renewal),
  decideHold: (bureau, decision) => decideHold(center, bureau, decision),
  importBundle: (bytes) => importBundle(center, bytes),
  enrolBundle: (code, bureau = "") => enrolBundle(center, code, bureau),
  publish: (publication) => publish(center, publication),
  stateHash: (bureau) => stateHashOf(center.db, bureau),
});

const registerRoutes = async (
  app: ReturnType<typeof createApp>,
  center: Center,
  { backups, snapshots }: Work,
): Promise<void> => {
  await app.register(async (inner) => healthRoutes(inner, center));
  await app.register(async (inner) => deskRoutes(inner, center, snapshots));
  await app.register(async (inner) => hubRoutes(inner, center));
  await app.register(async (inner) => consoleRoutes(inner, center, backups));
};

/** Starts the center described by `config`. Throws with one sentence when it cannot run as asked. */
export const runCenter = async (config: Config, { now, consolePassword }: Brought): Promise<Running> => {
  assertProtected(config);
  await openFolder(config.dataDir);
  const app = createApp(config);
  const key = await centerKey(config.dataDir);
  const { db, embedded } = await openStore(config, app.log);
  let generation: Generation | undefined;
  let working: Work | undefined;
  const stop = async (): Promise<void> => {
    generation?.stop();
    await app.close();
    for (const part of Object.values(working ?? {})) await part.stop();
    await db.close();
    await embedded?.stop();
  };
  try {
    await assertSameKey(db, key.publicKey);
    const center: Center = { db, key, config, chunks: chunkStoreOf(config), log: app.log, now };
    generation = await beginRun(center);
    working = beginWork(center);
    await registerRoutes(app, center, working);
    const password = await firstPassword(db, consolePassword);
    await app.listen({ host: config.host, port: config.port });
    return {
      url: addressOf(config, app.server.address()),
      stop,
      backUp: working.backups.now,
      ship: working.uplink.now,
      finishDestruction: working.destruction.now,
      recount: working.recounts.now,
      ...(password !== undefined && { firstPassword: password }),
      ...deedsOf(center),
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Starts a center on this machine's loopback, as demo and tests use it. */
export const startCenter = ({
  dataDir,
  port,
  databaseUrl,
  now = Date.now,
  consolePassword,
  upstream,
}: StartOptions): Promise<Running> => {
  const config = readConfig(["--data", dataDir, "--port", String(port)], process.env);
  return runCenter(
    { ...config, ...(databaseUrl !== undefined && { databaseUrl }), ...(upstream && { upstream }) },
    { now, ...(consolePassword !== undefined && { consolePassword }) },
  );
};
