import { BLOB_IDS_MAX } from "../../shared/api/blobApi.ts";
import type { KeptScan } from "../../shared/host/scanCalls.ts";
import type { Refusal, RefusalCode } from "../../shared/kernel/refusals.ts";
import { ASK_MS, restAfterMs } from "../../shared/sync/plan.ts";
import { nextScanStep, type ScanStanding } from "../../shared/sync/scanPlan.ts";
import { type KnownRefs, scanRefs, tellScans } from "../data/scanRefs.ts";
import { keptOf } from "../data/scanStandings.ts";
import { watchChanges } from "../data/watchChanges.ts";
import { askStates } from "./blobClient.ts";
import { fetchScan, type GiveWay, sendScan } from "./carryScan.ts";
import { type SyncScene, statusOf } from "./syncWork.ts";
import { came, type Weather } from "./weather.ts";

/** The event by which a person's wish for an attachment, its hash, ends the waiting. */
export const ASK_SCANS = "ask-scans";

/** How soon it is asked again whether ops rest (milliseconds): nobody waits for an attachment that closely. */
const YIELD_MS = 100;

/** What the loop remembers. Lost with the worker, and asked again: what is where is known by host and center. */
type Memory = {
  readonly known: KnownRefs;
  /** Both here and at the center: not asked about again. */
  readonly settled: Set<string>;
  /** Names in the center's addresses. */
  readonly names: Map<string, string>;
  /** What could not be carried though the line is good, such as a damaged chunk: the others go first. */
  readonly aside: Set<string>;
  /** The epoch in which `settled` was true. */
  epoch: string;
  failureCount: number;
};

/** Refusals that speak of one attachment, and not of the line or the center. */
const OF_ONE: ReadonlySet<RefusalCode> = new Set([
  "not-found",
  "hash-mismatch",
  "malformed",
  "gap",
  "scan-empty",
  "scan-format",
  "scan-broken",
  "scan-too-large",
]);

const isWeather = ({ refusal }: { readonly refusal: Refusal }): boolean => !OF_ONE.has(refusal.code);

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const giveWayIn = ({ mind }: SyncScene, stop: AbortSignal): GiveWay => {
  const { wantCount, offered } = mind;
  return async () => {
    while (!mind.isResting && !stop.aborted) await rest(YIELD_MS);
    return !stop.aborted && mind.wantCount === wantCount && mind.offered.epoch === offered.epoch;
  };
};

const groupsOf = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / BLOB_IDS_MAX) }, (_, at) =>
    ids.slice(at * BLOB_IDS_MAX, (at + 1) * BLOB_IDS_MAX),
  );

/** Notes at the host what the center says of what lies here; true when something is another than it was. */
const note = async (
  { desk }: SyncScene,
  kept: ReadonlyMap<string, KeptScan>,
  held: ReadonlySet<string>,
): Promise<void> => {
  const changed = [...kept.values()].filter(({ id, isAtCenter }) => isAtCenter !== held.has(id));
  for (const { id } of changed) await desk.host["scan.confirm"]({ id, isAtCenter: held.has(id) });
  if (changed.length > 0) await tellScans(desk);
};

const standingsOf = async (
  scene: SyncScene,
  memory: Memory,
  ids: readonly string[],
): Promise<Weather<readonly ScanStanding[]>> => {
  const states = await askStates(ids);
  if (!states.ok) return states;
  const kept = await keptOf(scene.desk, ids);
  for (const { id, name } of states.value.held) memory.names.set(id, name);
  const held = new Set(states.value.held.map(({ id }) => id));
  const wanted = new Set(states.value.wanted);
  await note(scene, kept, held);
  return came(
    ids.map((id): ScanStanding => {
      const isAsked = scene.mind.wanted.has(id);
      // somebody waits for what lies here: a part of it was damaged, and it is fetched as if it did not
      const isHere = kept.has(id) && !(isAsked && held.has(id));
      if (isHere && held.has(id)) memory.settled.add(id);
      return { id, isHere, isAsked, atCenter: atCenterOf(id, held, wanted) };
    }),
  );
};

const atCenterOf = (
  id: string,
  held: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): ScanStanding["atCenter"] => {
  if (held.has(id)) return "held";
  return wanted.has(id) ? "wanted" : "unknown";
};

type Went = { readonly id: string; readonly carried: Weather<boolean> };

/** What is remembered of an attachment that was carried, put off (`value` is false), or could not be carried. */
const afterwards = async (
  scene: SyncScene,
  memory: Memory,
  { id, carried }: Went,
): Promise<Weather<boolean>> => {
  if (!carried.ok && isWeather(carried)) return carried;
  if (!carried.ok) memory.aside.add(id);
  else if (carried.value) {
    scene.mind.wanted.delete(id);
    memory.settled.add(id);
    await tellScans(scene.desk);
  }
  return came(!carried.ok || carried.value);
};

/**
 * Carries what the center said of these attachments, one after the other: ten thousand are not asked about again for
 * each. Ends when the line does, when one was put off, or when none is left; `value` is false when there was none.
 */
const carryThese = async (
  scene: SyncScene,
  memory: Memory,
  { standings, giveWay }: { readonly standings: readonly ScanStanding[]; readonly giveWay: GiveWay },
): Promise<Weather<boolean>> => {
  let left = standings.filter(({ id }) => !memory.aside.has(id));
  let isAny = false;
  for (let step = nextScanStep(left); step.do !== "wait"; step = nextScanStep(left)) {
    const { id } = step;
    const name = memory.names.get(id) ?? "";
    const carried =
      step.do === "send"
        ? await sendScan(scene.desk, id, giveWay)
        : await fetchScan(scene.desk, { id, name }, giveWay);
    const went = await afterwards(scene, memory, { id, carried });
    if (!went.ok) return went;
    isAny = true;
    if (!went.value) break;
    left = left.filter((each) => each.id !== id);
  }
  return came(isAny);
};

/** A group of attachments carried, or as far as others had to wait; `value` is false when there was none to carry. */
const carrySome = async (scene: SyncScene, memory: Memory, giveWay: GiveWay): Promise<Weather<boolean>> => {
  const refs = await scanRefs(scene.desk, memory.known);
  const { wanted } = scene.mind;
  const { epoch } = scene.mind.offered;
  // a restored center may have lost what it once held
  if (memory.epoch !== epoch) memory.settled.clear();
  memory.epoch = epoch;
  const others = refs.map(({ id }) => id).filter((id) => !wanted.has(id) && !memory.settled.has(id));
  // what somebody waits for is asked about first, also when its op is not on this desk
  const open = [...wanted, ...others];
  for (const group of groupsOf(open)) {
    await giveWay();
    const standings = await standingsOf(scene, memory, group);
    if (!standings.ok) return standings;
    const went = await carryThese(scene, memory, { standings: standings.value, giveWay });
    if (!went.ok || went.value) return went;
  }
  return came(false);
};

/** Ends after `ms`, or at once when the database changes or somebody waits for an attachment. */
const untilNews = ({ desk }: SyncScene, ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      unwatch();
      removeEventListener(ASK_SCANS, finish);
      stop.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    const unwatch = watchChanges(desk.db.name, finish);
    addEventListener(ASK_SCANS, finish);
    stop.addEventListener("abort", finish);
  });

const oneRound = async (scene: SyncScene, memory: Memory, stop: AbortSignal): Promise<void> => {
  const { isEnrolled } = await statusOf(scene.desk);
  const went = isEnrolled ? await carrySome(scene, memory, giveWayIn(scene, stop)) : came(false);
  memory.failureCount = went.ok ? 0 : memory.failureCount + 1;
  if (!went.ok) await rest(restAfterMs(memory.failureCount, scene.chance(), went.waitMs));
  else if (!went.value) {
    await untilNews(scene, ASK_MS, stop);
    memory.aside.clear();
  }
};

/**
 * Carries attachments until `stop` fires: a queue of its own beside the ops, and always behind them. One window or worker
 * of this installation does it. Cut at any moment, it goes on with the chunks that are missing.
 */
export const keepCarrying = async (scene: SyncScene, stop: AbortSignal): Promise<void> => {
  const memory: Memory = {
    known: new Map(),
    settled: new Set(),
    names: new Map(),
    aside: new Set(),
    epoch: "",
    failureCount: 0,
  };
  const want = (event: Event): void => {
    scene.mind.wanted.add((event as CustomEvent<string>).detail);
    scene.mind.wantCount += 1;
    memory.aside.clear();
  };
  addEventListener(ASK_SCANS, want);
  try {
    await navigator.locks.request(`scans.${scene.desk.session.installId}`, { signal: stop }, async () => {
      while (!stop.aborted)
        try {
          await oneRound(scene, memory, stop);
        } catch (bug) {
          scene.onBug(bug);
          await rest(ASK_MS);
        }
    });
  } catch (cause) {
    // the lock was still awaited when the page closed
    if (!(cause instanceof DOMException && cause.name === "AbortError")) throw cause;
  } finally {
    removeEventListener(ASK_SCANS, want);
  }
};
