import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { assert } from "../../shared/kernel/assert.ts";
import { nameDurably, writeDurably } from "../files.ts";
import { binFolder, databaseFolder, prepareFolder, type RunAs, runAs } from "./binaries.ts";

/** A PostgreSQL in our data folder: how to reach it, whether we started it, and how to end it cleanly. */
export type Embedded = { readonly url: string; readonly isOwn: boolean; readonly stop: () => Promise<void> };

const run = promisify(execFile);
const START_TRIES = 600;
const STOP_TRIES = 300;
const PAUSE_MS = 100;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Durable like the real thing; small, because a county's office computer may be the center of a trial. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  synchronous_commit: "on",
  max_connections: "40",
  shared_buffers: "64MB",
  // an old segment of the log is removed, not kept under another name with what was in it (I39)
  wal_recycle: "off",
  log_min_messages: "warning",
  timezone: "UTC",
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("no port")),
      );
    });
  });

const passwordOf = async (file: string): Promise<string> => {
  if (!existsSync(file)) await writeDurably(file, randomBytes(24).toString("hex"));
  return readFileSync(file, "utf8");
};

/** Makes the database beside its place and moves it there whole: a start that was cut short leaves nothing half made. */
const initialise = async (folder: string, password: string, user: RunAs): Promise<void> => {
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  await prepareFolder(half, user);
  const file = join(dirname(folder), "initial-password");
  writeFileSync(file, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(file, user.uid, user.gid);
  const flags = [
    "--auth=scram-sha-256",
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C",
    "--data-checksums",
  ];
  try {
    await run(join(binFolder(user), "initdb"), [`--pgdata=${half}`, `--pwfile=${file}`, ...flags], {
      ...user,
      cwd: "/",
    });
  } finally {
    rmSync(file, { force: true });
  }
  await nameDurably(half, folder);
};

/** What the server writes about itself: process, folder, start, port, …, and "ready" on line 8. */
const statusOf = (
  folder: string,
): { readonly pid: number; readonly port: number; readonly isReady: boolean } | undefined => {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { readonly code?: string }).code === "EPERM";
  }
};

/** A process of that number may be somebody else's after a restart of the machine: ours is the one that answers. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (found: boolean): void => {
      socket.destroy();
      resolve(found);
    };
    socket.once("connect", () => end(true)).once("error", () => end(false));
  });

const launch = async (folder: string, user: RunAs, log: (line: string) => void): Promise<void> => {
  const port = await freePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // its own group: a Ctrl-C for the center must not end the database before the center has let go of it
  const server: ChildProcess = spawn(
    join(binFolder(user), "postgres"),
    ["-D", folder, "-p", String(port), ...settings],
    {
      ...user,
      cwd: "/",
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let end: string | undefined;
  server.once("error", (error) => {
    end = error.message;
  });
  server.once("exit", (code) => {
    end = `exit ${code}`;
  });
  server.stderr?.on("data", (text: Buffer) => log(text.toString().trim()));
  server.unref();
  for (let attempt = 0; attempt < START_TRIES; attempt += 1) {
    const status = statusOf(folder);
    if (status?.pid === server.pid && status?.isReady === true) return;
    assert(end === undefined, `PostgreSQL did not start (${end})`);
    await pause();
  }
  assert(false, "PostgreSQL did not become ready");
};

const stopServer = async (folder: string): Promise<void> => {
  const status = statusOf(folder);
  if (status === undefined || !isAlive(status.pid)) return;
  // SIGINT: "fast" shutdown, open sessions are ended, everything is written
  process.kill(status.pid, "SIGINT");
  for (let attempt = 0; attempt < STOP_TRIES && isAlive(status.pid); attempt += 1) await pause();
};

/**
 * Starts PostgreSQL in the data folder, or takes over the one that a killed center left running there. Throws with one
 * sentence when it cannot: no such folder, no right to it, no programs for this machine.
 */
export const startEmbedded = async (data: string, log: (line: string) => void): Promise<Embedded> => {
  const user = runAs();
  const folder = await databaseFolder(data, user);
  const password = await passwordOf(join(data, "database-password"));
  if (!existsSync(join(folder, "PG_VERSION"))) await initialise(folder, password, user);
  const left = statusOf(folder);
  const isOwn = left === undefined || !isAlive(left.pid) || !(await answers(left.port));
  if (isOwn) await launch(folder, user, log);
  const port = statusOf(folder)?.port;
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    isOwn,
    stop: () => stopServer(folder),
  };
};
