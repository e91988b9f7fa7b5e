import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aFolder } from "../../../contract/center/aCenter.ts";
import { chanceOf } from "../../../simulate/machine/chance.ts";
import { type DiskState, diskAfter, type Fate, isSynced } from "../../host/powerCut/statesOfDisk.ts";
import { type DiskEvent, readTrace } from "../../host/powerCut/trace.ts";
import { isOurs } from "./ours.ts";

const FATES: readonly Fate[] = ["kept", "lost", "torn", "zeros"];
const ground = aFolder();
let trace: readonly DiskEvent[] = [];

beforeAll(async () => {
  const day = aFolder();
  const note = join(ground.path, "trace");
  try {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, "writer.ts"), day.path, note]);
  } finally {
    day.remove();
  }
  trace = readTrace(note);
});
afterAll(() => ground.remove());

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Every content that a name has ever been given whole. */
const given = (events: readonly DiskEvent[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  for (let end = 1; end <= events.length; end += 1) {
    const event = events[end - 1];
    if (event?.k !== "rename") continue;
    const bytes = diskAfter(
      events.slice(0, end),
      () => "kept",
      () => 0,
    ).get(event.to);
    if (bytes instanceof Buffer) seen.add(`${event.to} ${hashOf(bytes)}`);
  }
  return seen;
};

/** Names that were changed or taken away after the last answer: an old promise about them ended there. */
const touchedSince = (events: readonly DiskEvent[], said: number): ReadonlySet<string> =>
  new Set(
    events.slice(said).flatMap((event) => {
      if (event.k === "rename") return [event.to];
      return event.k === "remove" ? [event.path] : [];
    }),
  );

/** What was promised and is not there, and what bears a name and was never given it whole. */
const broken = (state: DiskState, events: readonly DiskEvent[], whole: ReadonlySet<string>) => {
  const said = events.findLastIndex(({ k }) => k === "said");
  const event = events[said];
  const promised = event?.k === "said" ? (JSON.parse(event.what) as Record<string, string>) : {};
  const touched = touchedSince(events, said);
  const lost = Object.entries(promised).filter(([path, hash]) => {
    const bytes = state.get(path);
    return !touched.has(path) && !(bytes instanceof Buffer && hashOf(bytes) === hash);
  });
  const half = [...state].filter(
    ([path, bytes]) => bytes instanceof Buffer && isOurs(path) && !whole.has(`${path} ${hashOf(bytes)}`),
  );
  return { lost: lost.map(([path]) => path), half: half.map(([path]) => path) };
};

it("F32: the power goes at any call of the center to its disk, and what was not synced is lost, torn, zeros or there in another order: key, passwords, attachments, carried files and backups that somebody was answered about are there, and none is half", () => {
  const whole = given(trace);
  let lost = 0;
  for (let cut = 1; cut <= trace.length; cut += 1) {
    // who is told something is told before the next call
    if (trace[cut]?.k === "said") continue;
    const events = trace.slice(0, cut);
    const synced = isSynced(events);
    lost += events.filter(({ k }, at) => !synced[at] && k !== "said").length;
    const chance = chanceOf(cut);
    for (const fateOf of [(): Fate => "lost", () => chance.pick(FATES)]) {
      const state = diskAfter(events, fateOf, chance.next);
      const where = `after ${cut} calls, the last: ${JSON.stringify(events.at(-1)).slice(0, 120)}`;
      expect({ where, ...broken(state, events, whole) }).toEqual({ where, lost: [], half: [] });
    }
  }
  expect(trace.filter(({ k }) => k === "said").length).toBeGreaterThan(9);
  expect(lost).toBeGreaterThan(100);
});
