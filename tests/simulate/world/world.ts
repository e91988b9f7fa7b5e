import { openRecord } from "../../../shared/commands/openRecord.ts";
import { chanceOf } from "../machine/chance.ts";
import { imageOf } from "../machine/disk.ts";
import { imageOfDb } from "../machine/memoryDb.ts";
import { keyOf, randomBytes, sign } from "../machine/nodeCrypto.ts";
import { closeAll } from "../machine/nodeFs.ts";
import { now, pass } from "../machine/now.ts";
import { type Computer, currentProcess, type Process } from "../machine/process.ts";
import { fileArchives, OLD_RECORDS } from "./archive.ts";
import { aBag, type Bag } from "./bag.ts";
import { aCenter, enrolDesk, openLoads, type SimulatedCenter } from "./center.ts";
import { aSimulatedDesk, die, type Running, type SimulatedDesk, switchOn, syncTurn } from "./desk.ts";
import type { Carrier, Identity, Line, Said } from "./host.ts";
import type { Loads } from "./loadRoutes.ts";
import type { Network } from "./network.ts";
import { ALL_ROLES, act, type Talk } from "./people.ts";
import { copyOfTables } from "./tables.ts";

/** One bureau: its desks, and what its people talk about. */
export type Bureau = { readonly id: string; readonly desks: SimulatedDesk[]; readonly talk: Talk };
/** A computer's disk as it once was, with what was known of it then; `saves`: how many saves its journal had. */
type DiskImage = Pick<Computer, "disk" | "databases"> &
  Pick<SimulatedDesk, "losses"> & { readonly saves: number };
/** Everything there is in one trace. */
export type World = {
  readonly center: SimulatedCenter;
  readonly network: Network;
  readonly bureaus: readonly Bureau[];
  /** Things that happened which bear on what may be expected at the end. */
  readonly happened: Set<string>;
  /** Images of disks that somebody may put back. */
  readonly images: Map<SimulatedDesk, DiskImage>;
  /** Books that a restore has ended, by epoch: their ops' hashes in their order. */
  readonly lineages: Map<string, readonly string[]>;
  /** Ops that had an effect in a book that a restore has ended. */
  readonly tookEffect: Set<string>;
  /** Files that are on their way. */
  readonly bag: Bag;
  /** What people have written, where some of it is destroyed. */
  readonly said: Said | undefined;
  /** Whether at the end somebody carries out every destruction that is approved. */
  readonly isCarriedOut: boolean;
};

/** How a trace is set up. */
export type Setting = {
  readonly seed: number;
  readonly desks: readonly number[];
  readonly badPercent: number;
  readonly isRealCrypto: boolean;
  /** Where files are carried: the line that each desk has from this day on. */
  readonly lines?: readonly Line[];
  /** Where desks join while snapshots are made: what these are like, and how many desks of a bureau come later. */
  readonly joining?: { readonly late: number; readonly loads: Loads };
  /** Where old cases are destroyed: whether at the end somebody carries out everything that is approved. */
  readonly archive?: { readonly isFinished: boolean };
};

const MORNING = Date.parse("2026-05-06T00:30:00.000Z");

/** Nothing in a race takes so many turns of the event loop without asking for one. */
const IDLE_MAX = 50_000;
/** Turns for transactions that race: each waits for its turn, chance draws who goes next. */
const racing = () => {
  let isOn = false;
  const waiting: { readonly go: () => void; readonly process: Process | undefined }[] = [];
  const turn = (): Promise<void> =>
    isOn ? new Promise((go) => waiting.push({ go, process: currentProcess() })) : Promise.resolve();
  /** Work nobody waits for, such as a snapshot that is being made, goes on after the race; the dead stay where they are. */
  const letGo = (): void => {
    for (const { go, process } of waiting.splice(0)) if (process?.isDead === false) go();
  };
  const race = async (work: () => Promise<void>): Promise<void> => {
    isOn = true;
    let isDone = false;
    const all = work().finally(() => {
      isDone = true;
    });
    for (let idle = 0; !isDone; idle = waiting.length === 0 ? idle + 1 : 0) {
      if (idle > IDLE_MAX) throw new Error("a race in which nobody moves any more");
      await new Promise((resolve) => setImmediate(resolve));
      waiting.splice(now.chance.below(waiting.length), 1)[0]?.go();
    }
    isOn = false;
    letGo();
    await all;
  };
  return { turn, race };
};

const identityOf = (bureau: string, index: number, seed: number): Identity => ({
  bureau,
  feed: randomBytes(12).toString("hex"),
  deskName: `${index + 1}号工位`,
  installId: `install-${bureau.slice(-1)}${index}-0001`,
  ...keyOf(`${seed} ${bureau} ${index}`),
  staffId: `staff-${bureau.slice(-1)}${index}-0001`,
  login: `clerk${index}`,
  isFounder: index === 0,
});

/** Makes a desk known to the center, with a code of its bureau. */
export const enrol = async (center: SimulatedCenter, desk: SimulatedDesk): Promise<void> => {
  const { bureau, feed, deskName, publicKey, privateKey } = desk.identity;
  const code = randomBytes(6).toString("hex");
  const request = { code, feed, bureau, bureauName: "兰坪县司法局", deskName, key: publicKey };
  const prove = (text: string): string => sign(null, Buffer.from(text), privateKey).toString("hex");
  const answer = await enrolDesk(center, request, prove);
  if (!answer.ok) throw new Error(`enrolment was refused: ${answer.refusal.code}`);
};

const must = async (
  desk: SimulatedDesk,
  running: Running,
  wish: Parameters<typeof act>[2]["wish"],
): Promise<void> => {
  const done = await act(desk, running, { command: openRecord as never, wish });
  if (done === "died" || !done.ok) throw new Error(`founding was refused: ${JSON.stringify(done)}`);
};

const foundBureau = async (world: World, bureau: Bureau): Promise<void> => {
  const present = bureau.desks.filter(({ isAway }) => !isAway);
  for (const desk of present) await enrol(world.center, desk);
  const [first] = bureau.desks;
  if (first === undefined) return;
  const running = await switchOn(world, first);
  if (running === "died") throw new Error("the first desk died before its first day");
  for (const [index, { identity }] of bureau.desks.entries()) {
    const roles = world.said === undefined ? ALL_ROLES : [...ALL_ROLES, "ARCHIVE"];
    const facts = { name: `某${index}`, login: identity.login, roles, isActive: true };
    await must(first, running, { t: "staff", id: identity.staffId, input: { facts } });
  }
  await must(first, running, {
    t: "bureau",
    id: bureau.id,
    input: { facts: { name: "兰坪县司法局", shortName: "兰" } },
  });
  for (const desk of present) {
    const on = desk.running ?? (await switchOn(world, desk));
    for (let turns = 0; turns < 12 && on !== "died"; turns += 1)
      if (((await syncTurn(desk, on)) as { do?: string }).do === "wait") break;
  }
};

type Bare = Pick<Setting, "desks" | "lines" | "archive"> & { readonly late: number; readonly loads?: Loads };
const bare = ({ desks, lines = [], archive, late, loads }: Bare, seed: number): World => {
  const hasArchive = archive !== undefined;
  const { turn, race } = racing();
  const network: Network = { badPercent: 0, next: [], late: [], kept: new Map(), met: {}, race };
  const left = [...lines];
  const carrier = (line: Line | undefined): Carrier | undefined => line && { line };
  const bureaus = desks.map((count, at): Bureau => {
    const id = `bureau-000${at}`;
    return {
      id,
      talk: { records: hasArchive ? [...OLD_RECORDS] : [] },
      desks: Array.from({ length: count }, (_, index) =>
        aSimulatedDesk(identityOf(id, index, seed), {
          carrier: carrier(left.shift()),
          isAway: index >= count - late && index > 0,
        }),
      ),
    };
  });
  return {
    center: aCenter(turn, loads),
    network,
    bureaus,
    happened: new Set(),
    images: new Map(),
    lineages: new Map(),
    tookEffect: new Set(),
    bag: aBag(),
    said: hasArchive ? new Map() : undefined,
    isCarriedOut: archive?.isFinished === true,
  };
};

const start = (seed: number, isRealCrypto: boolean): void =>
  void Object.assign(now, {
    chance: chanceOf(seed),
    trueMs: MORNING,
    steadyMs: 0,
    timers: [],
    isRealCrypto,
    doPagesRest: false,
  });

/** A province on its first morning: every bureau is founded, every desk enrolled and in sync, then switched off. */
const founded = async ({ desks, isRealCrypto, joining, archive }: Setting): Promise<World> => {
  start(FOUNDING_SEED, isRealCrypto);
  const world = bare(
    { desks, late: joining?.late ?? 0, ...(archive !== undefined && { archive }) },
    FOUNDING_SEED,
  );
  for (const bureau of world.bureaus) await foundBureau(world, bureau);
  if (archive !== undefined) for (const bureau of world.bureaus) await fileArchives(world, bureau);
  for (const { desks: all } of world.bureaus) for (const desk of all) die(desk, "all");
  return world;
};
const FOUNDING_SEED = 7;
const MORNINGS = new Map<string, Promise<World>>();

/** The world of one trace. The first morning is the same for all of one size, so it is lived once and copied. */
export const aWorld = async (setting: Setting): Promise<World> => {
  const { seed, desks, badPercent, isRealCrypto, joining, archive } = setting;
  const key = JSON.stringify([desks, isRealCrypto, joining?.late, archive !== undefined]);
  const morning = MORNINGS.get(key) ?? founded(setting);
  MORNINGS.set(key, morning);
  const before = await morning;
  start(FOUNDING_SEED, isRealCrypto);
  const world = bare({ ...setting, late: joining?.late ?? 0, ...joining }, FOUNDING_SEED);
  for (const [hash, payload] of before.said ?? []) world.said?.set(hash, payload);
  world.center.store.tables = copyOfTables(before.center.store.tables);
  for (const [at, bureau] of world.bureaus.entries())
    for (const [index, desk] of bureau.desks.entries()) {
      const from = before.bureaus[at]?.desks[index];
      if (from === undefined) continue;
      desk.computer.disk = imageOf(from.computer.disk);
      for (const [name, db] of from.computer.databases) desk.computer.databases.set(name, imageOfDb(db));
      desk.saved.push(...from.saved);
    }
  start(seed, isRealCrypto);
  closeAll();
  pass(24 * 3600_000);
  now.doPagesRest = joining !== undefined;
  openLoads(world.center);
  world.network.badPercent = badPercent;
  return world;
};
