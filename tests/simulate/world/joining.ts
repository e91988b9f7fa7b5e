import { isNight } from "../../../center/snapshots/nightly.ts";
import { now, pass } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import { atCenter, restartCenter, started } from "./center.ts";
import { type SimulatedDesk, syncTurn } from "./desk.ts";
import { HAPPENINGS } from "./events.ts";
import { goOverIfReady } from "./reopen.ts";
import { type Happening, on, spare } from "./switching.ts";
import { enrol, type World } from "./world.ts";

const HOUR_MS = 3600_000;
/** Longer than any snapshot is being made. */
const MINUTE_MS = 60_000;

/** A computer comes, and the center knows it. An older backup would not: such a desk had to be enrolled anew. */
export const arrive = async ({ center }: World, late: SimulatedDesk): Promise<void> => {
  await inProcess(center.process, () => started(center));
  await enrol(center, late);
  late.isAway = false;
  center.backups.length = 0;
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Somebody asks for a snapshot, and waits until it would be there. */
const askFor = async ({ center }: World, { identity }: SimulatedDesk): Promise<void> => {
  await atCenter(center, { route: "snapshot", feed: identity.feed, body: "" });
  for (let left = 20; left > 0; left -= 1) {
    pass(MINUTE_MS / 20);
    await nextTurn();
  }
};

/** Where something is destroyed every snapshot goes (center/book/eraseNamed.ts). */
const dropSnapshots = ({ center }: World, { identity }: SimulatedDesk): void => {
  for (const name of ["snapshot", "snapshot_chunk"]) {
    const rows = center.store.tables.get(name);
    for (const [at, row] of rows ?? [])
      if (row.bureau === identity.bureau) rows?.set(at, { ...row, is_gone: true });
  }
};

/** What happens where desks join while snapshots are made, by name. */
export const JOINING: Readonly<Record<string, Happening>> = {
  join: async (world, desk, event) => {
    const all = world.bureaus.flatMap(({ desks }) => desks);
    const late = all.find(({ isAway }) => isAway);
    if (late === undefined) return HAPPENINGS.sync?.(world, desk, event);
    await arrive(world, late);
    return HAPPENINGS.sync?.(world, late, event);
  },
  goOver: async (world, desk, { doom: fate }) => {
    if (desk.running?.mind.isStaged !== true) return;
    const running = await on(world, desk, fate);
    if (running === "died") return;
    await goOverIfReady(world, desk, { running, isNow: true });
    spare(desk, fate);
  },
  night: async () => {
    do pass(HOUR_MS);
    while (!isNight(now.trueMs));
  },
  ask: askFor,
  /** A snapshot is begun, because there is none any more, while a desk delivers what it has. */
  askTogether: async (world, desk, event) => {
    await HAPPENINGS.act?.(world, desk, event);
    const running = await on(world, desk);
    if (running === "died") return;
    const deliver = async (from: number): Promise<void> => {
      for (let turns = from; turns > 0; turns -= 1) await syncTurn(desk, running);
    };
    await deliver(now.chance.below(3));
    dropSnapshots(world, desk);
    const call = { route: "snapshot", feed: desk.identity.feed, body: "" } as const;
    const ask = async (): Promise<unknown> => {
      // as many statements of the other go first
      for (let left = now.chance.below(24); left > 0; left -= 1) await nextTurn();
      return atCenter(world.center, call);
    };
    await world.network.race(async () => void (await Promise.all([ask(), deliver(2)])));
  },
  /** The center dies while a snapshot is made, or right after. */
  askDies: async (world, desk) => {
    world.center.process.portsLeft = 1 + now.chance.below(40);
    await askFor(world, desk);
    if (world.center.process.isDead) restartCenter(world.center);
    world.center.process.portsLeft = Number.POSITIVE_INFINITY;
  },
  dropSnapshots,
  /** The browser has no room for some time. */
  fillBrowser: (_, { computer }) => {
    computer.isBrowserFull = true;
  },
  freeBrowser: (_, { computer }) => {
    computer.isBrowserFull = false;
  },
};
