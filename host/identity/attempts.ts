import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { errorCode, isDiskFull, writeDurably } from "../files.ts";

const entry = z.strictObject({ failures: z.number().int(), waitS: z.number(), sinceS: z.number() });
const file = z.record(z.string(), entry);
type Entry = z.infer<typeof entry>;

const FREE_FAILURES = 5;
const FIRST_WAIT_S = 5 * 60;
/** Doubling stops at a day: nobody should be locked out of an emergency for longer. */
const LONGEST_WAIT_S = 24 * 60 * 60;
/** Names nobody has can be invented without end; the file must not grow with them. */
const ENTRIES_MAX = 200;

/** Failed sign-ins per user name, kept on disk and counted by the machine's uptime, which no clock setting moves. */
export type Attempts = {
  /** Seconds this name still has to wait; 0 when it may try. */
  readonly waitOf: (login: string) => number;
  readonly failed: (login: string) => Promise<void>;
  readonly succeeded: (login: string) => Promise<void>;
};

/** Since a moment of this boot, or at least since the last boot: never more than has really passed. */
const passed = (sinceS: number, nowS: number): number => (nowS >= sinceS ? nowS - sinceS : nowS);

const load = (path: string): Map<string, Entry> => {
  try {
    return new Map(Object.entries(file.parse(JSON.parse(readFileSync(path, "utf8")))));
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return new Map();
    throw cause;
  }
};

const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(FIRST_WAIT_S * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_S);

/**
 * Opens the counter of failed sign-ins: after 5 failures 5 minutes, doubling with each further one (row 24).
 * `salt` hides the names: people type their password into the wrong field. `uptimeS` is the machine's, in seconds.
 */
export const openAttempts = (folder: string, salt: string, uptimeS: () => number): Attempts => {
  const path = join(folder, "attempts.json");
  const entries = load(path);
  const keyOf = (login: string) => createHash("sha256").update(`${salt} ${login}`).digest("hex").slice(0, 32);
  const save = async () => {
    for (const key of [...entries.keys()].slice(0, -ENTRIES_MAX)) entries.delete(key);
    await writeDurably(path, Buffer.from(JSON.stringify(Object.fromEntries(entries)), "utf8")).catch(
      (cause) => {
        // On a full disk a person must still be able to sign in and free space; the count goes on in memory.
        if (!isDiskFull(cause)) throw cause;
      },
    );
  };
  return {
    waitOf: (login) => {
      const known = entries.get(keyOf(login));
      return known === undefined ? 0 : Math.max(0, Math.ceil(known.waitS - passed(known.sinceS, uptimeS())));
    },
    failed: (login) => {
      const failures = (entries.get(keyOf(login))?.failures ?? 0) + 1;
      entries.delete(keyOf(login));
      entries.set(keyOf(login), { failures, waitS: waitAfter(failures), sinceS: uptimeS() });
      return save();
    },
    succeeded: async (login) => {
      if (entries.delete(keyOf(login))) await save();
    },
  };
};
