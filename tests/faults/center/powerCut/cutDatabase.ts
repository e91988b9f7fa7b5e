import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { familyOf } from "../../familyOf.ts";

/*
 * The disk of a PostgreSQL after the power went: all that was synced at the last checkpoint, its log up to where it was
 * flushed, and of everything written since then each half page by chance.
 */

/** What a disk may write whole; a page of PostgreSQL is two of them. */
const HALF_PAGE = 4096;
const LOG = "pg_wal/";
const SEGMENT = /^pg_wal\/[0-9A-F]{24}$/;
const DIGITS = 8;
const HEX = 16;
const KIBI = 1024;
const SEGMENT_BYTES = HEX * KIBI * KIBI;

/** Files of a folder by their path in it; folders end in a slash and have no bytes. */
export type Files = ReadonlyMap<string, Buffer>;

/** Everything below a folder, as it is now. */
export const filesBelow = (root: string, at = ""): Files =>
  new Map(
    readdirSync(join(root, at), { withFileTypes: true }).flatMap((entry): (readonly [string, Buffer])[] => {
      const path = at + entry.name;
      if (entry.isDirectory()) return [[`${path}/`, Buffer.alloc(0)], ...filesBelow(root, `${path}/`)];
      return entry.isFile() ? [[path, readFileSync(join(root, path))]] : [];
    }),
  );

/** Where in its log a database is, written as PostgreSQL does ("0/3000060"): which segment, and the byte in it. */
export const placeInLog = (lsn: string): { readonly segment: string; readonly offset: number } => {
  const [high = "0", low = "0"] = lsn.split("/");
  const at = Number.parseInt(low, HEX);
  const hex = (value: number): string => value.toString(HEX).toUpperCase().padStart(DIGITS, "0");
  const segment = `${hex(1)}${hex(Number.parseInt(high, HEX))}${hex(Math.floor(at / SEGMENT_BYTES))}`;
  return { segment, offset: at % SEGMENT_BYTES };
};

/** The log as far as it was flushed; behind that zeros, or by chance what was written and not flushed. */
const logAfter = (
  files: Files,
  flushed: string,
  chance: () => number,
): readonly (readonly [string, Buffer])[] => {
  const { segment, offset } = placeInLog(flushed);
  return [...files]
    .filter(([path]) => path.startsWith(LOG) && (!SEGMENT.test(path) || path.slice(LOG.length) <= segment))
    .map(([path, bytes]) => {
      if (path !== LOG + segment) return [path, bytes] as const;
      const cut = Buffer.from(bytes);
      for (let at = offset; at < cut.length; at += HALF_PAGE - (at % HALF_PAGE))
        if (chance() < 1 / 2) cut.fill(0, at, at + HALF_PAGE - (at % HALF_PAGE));
      return [path, cut] as const;
    });
};

/** Of each half page the older or the newer bytes; of two lengths the older or the newer. */
const torn = (before: Buffer, after: Buffer, chance: () => number): Buffer => {
  if (before.equals(after)) return before;
  const mixed = Buffer.alloc(chance() < 1 / 2 ? before.length : after.length);
  for (let at = 0; at < mixed.length; at += HALF_PAGE) {
    const from = chance() < 1 / 2 || at >= before.length ? after : before;
    from.copy(mixed, at, at, Math.min(at + HALF_PAGE, mixed.length));
  }
  return mixed;
};

/** What the moment left: the files at the last checkpoint, those in the system's hands, and where the log was flushed. */
export type Moment = { readonly synced: Files; readonly running: Files; readonly flushed: string };

/** What becomes of pages that no checkpoint has synced: all of them lost, or each by chance. */
export type Fate = "lost" | "torn";

/** One legal state of the disk when the power went at this moment. What a checkpoint names last is synced with it. */
export const diskAfter = ({ synced, running, flushed }: Moment, fate: Fate, chance: () => number): Files => {
  const data = [...synced]
    .filter(([path]) => !path.startsWith(LOG))
    .map(([path, bytes]) => {
      const now = running.get(path);
      return [path, fate === "lost" || now === undefined ? bytes : torn(bytes, now, chance)] as const;
    });
  // names that came later may be there as well, with or without their bytes
  const later = [...running].filter(
    ([path]) => !synced.has(path) && !path.startsWith(LOG) && fate === "torn",
  );
  return new Map([
    ...data,
    ...later.map(([path, bytes]) => [path, torn(Buffer.alloc(0), bytes, chance)] as const),
    ...logAfter(running, flushed, chance),
  ]);
};

/** Puts files into a folder that is made for them. */
export const layOut = (files: Files, root: string): void => {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  for (const [path, bytes] of files) {
    mkdirSync(path.endsWith("/") ? join(root, path) : dirname(join(root, path)), {
      recursive: true,
      mode: 0o700,
    });
    if (!path.endsWith("/")) writeFileSync(join(root, path), bytes, { mode: 0o600 });
  }
};

/** Stops a PostgreSQL with all its processes for as long as `look` takes: what it sees is of one moment. */
export const held = <T>(postmaster: number, look: () => T): T => {
  process.kill(postmaster, "SIGSTOP");
  const all = familyOf(postmaster);
  for (const pid of all) process.kill(pid, "SIGSTOP");
  try {
    return look();
  } finally {
    for (const pid of all) process.kill(pid, "SIGCONT");
  }
};
