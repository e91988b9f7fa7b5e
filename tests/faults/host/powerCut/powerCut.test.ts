import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { removeFolder } from "../../../contract/host/machines.ts";
import { expectAfterCut } from "./deskAfter.ts";
import { type DiskState, diskAfter, type Fate, isSynced } from "./statesOfDisk.ts";
import { toldBy } from "./told.ts";
import { type DiskEvent, readTrace } from "./trace.ts";

/** What becomes of what was not synced, one drawn for each; everything lost is played at every cut besides. */
const FATES: readonly Fate[] = ["kept", "lost", "torn", "zeros"];
/** A disk in memory, where there is one: the states are made by us, the disk below them has nothing to prove. */
const ground = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "desk-"));
let trace: readonly DiskEvent[] = [];

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
const chanceFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
};

beforeAll(async () => {
  const root = join(ground, "day");
  mkdirSync(root);
  const ends = [];
  for (const part of ["first", "second", "third"]) {
    const given = [join(import.meta.dirname, "writer.ts"), root, join(ground, "trace"), part];
    const end = promisify(execFile)(process.execPath, given);
    ends.push(await end.then(() => "ended").catch(({ signal }: { signal?: string }) => signal));
  }
  expect(ends).toEqual(["SIGKILL", "ended", "SIGKILL"]);
  trace = readTrace(join(ground, "trace"));
});
afterAll(() => removeFolder(ground));

/** Makes the disk as it was found, and answers where. */
const layOut = (state: DiskState): string => {
  const root = join(ground, "found");
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  for (const [path, bytes] of state) {
    mkdirSync(bytes === "folder" ? join(root, path) : dirname(join(root, path)), { recursive: true });
    if (bytes !== "folder") writeFileSync(join(root, path), bytes);
  }
  return root;
};

/** Which desk was being worked on as the power went. */
const deskAt = (events: readonly DiskEvent[]): "desk" | "again" =>
  events.some((event) => event.k === "make" && event.path === "again") ? "again" : "desk";

const digestOf = (state: DiskState, told: number): string => {
  const sum = createHash("sha256").update(String(told));
  for (const path of [...state.keys()].sort()) sum.update(`\n${path}\n`).update(state.get(path) ?? "");
  return sum.digest("hex");
};

it("F2, F12, I1: the power goes at any call to the disk, and what was not synced is lost, torn, zeros or there in another order: all that was answered is there, nothing half, and the desk works on", async () => {
  const seen = new Set<string>();
  const lost = { writes: 0, names: 0 };
  for (let cut = 1; cut <= trace.length; cut += 1) {
    // who is told something is told before the next call
    if (trace[cut]?.k === "said") continue;
    const events = trace.slice(0, cut);
    const synced = isSynced(events);
    const open = events.filter((_, at) => !synced[at]);
    lost.writes += open.filter(({ k }) => k === "write").length;
    lost.names += open.filter(({ k }) => k === "make" || k === "rename").length;
    const chance = chanceFrom(cut);
    const draw = (): Fate => FATES[Math.floor(chance() * FATES.length)] ?? "lost";
    for (const fateOf of [(): Fate => "lost", draw]) {
      const state = diskAfter(events, fateOf, chance);
      const digest = digestOf(state, events.filter(({ k }) => k === "said").length);
      if (seen.has(digest)) continue;
      seen.add(digest);
      const last = `the power went after ${cut} calls, the last: ${JSON.stringify(events.at(-1)).slice(0, 120)}`;
      const desk = deskAt(events);
      await expectAfterCut(join(layOut(state), desk), toldBy(events, desk)).catch((cause: unknown) => {
        throw new Error(last, { cause });
      });
    }
  }
  expect(seen.size).toBeGreaterThan(150);
  expect(lost.writes).toBeGreaterThan(100);
  expect(lost.names).toBeGreaterThan(50);
});
