import { type Trace, traceIn, type Weights, type WorldKind } from "./trace.ts";
import type { Line } from "./world/host.ts";

/** How often each thing happens on ordinary days. */
const DAYS: Weights = {
  act: 44,
  sync: 26,
  together: 3,
  off: 4,
  wait: 4,
  clock: 2,
  wipe: 1,
  fullDisk: 1,
  freeDisk: 2,
  late: 3,
  centerDies: 3,
  centerRestarts: 1,
  upgrade: 1,
};
/** Kinds of trace, how many of a hundred, and what happens in them besides. */
const KINDS: WorldKind["kinds"] = [
  [42, {}],
  [18, { roles: 7, revoke: 1, release: 1 }],
  [8, { backup: 3, restore: 2, image: 4, rollBackDisk: 3, release: 2 }],
  [17, { backup: 3, restore: 2 }],
  [15, { image: 5, rollBackDisk: 4, release: 3 }],
];

/** What couriers do besides, where files are carried. */
const CARRIED: WorldKind = {
  days: {
    ...DAYS,
    act: 40,
    sync: 14,
    write: 14,
    handIn: 14,
    take: 12,
    fetch: 2,
    visit: 1,
    lose: 2,
    line: 3,
    harm: 4,
    harmAnswer: 2,
    atOnce: 3,
  },
  kinds: [
    [36, {}],
    [16, { roles: 4, revoke: 1, release: 1 }],
    [10, { backup: 3, restore: 1, restoreBare: 1, image: 4, rollBackDisk: 3, release: 2 }],
    [22, { backup: 4, restore: 1, restoreBare: 1 }],
    [16, { image: 5, rollBackDisk: 4, release: 3 }],
  ],
  more: (chance, desks) => ({
    lines: Array.from({ length: desks }, (_, at) =>
      at === 0 ? "none" : chance.pick<Line>(["there", "there", "down", "none"]),
    ),
  }),
};

/** Where people at the province also keep branches outside the book, for good. */
const KEEPING: WorldKind = {
  days: { ...DAYS, act: 40, sync: 40, image: 5, worksOn: 16, rollBackDisk: 2, release: 2, keep: 26 },
  kinds: [
    [60, {}],
    [20, { roles: 5, revoke: 1 }],
    [20, { backup: 3, restore: 2 }],
  ],
  // few desks, so that one of them is put back and works on within a trace
  more: () => ({ desks: [2] }),
};

/** Where desks join in the middle, or begin anew, while the center makes snapshots. */
const JOINED: WorldKind = {
  days: {
    ...DAYS,
    act: 38,
    sync: 34,
    join: 6,
    goOver: 3,
    wipe: 4,
    night: 2,
    ask: 3,
    askTogether: 3,
    askDies: 2,
    dropSnapshots: 1,
    fillBrowser: 1,
    freeBrowser: 2,
  },
  kinds: [
    [42, {}],
    [12, { roles: 5, revoke: 1, release: 1 }],
    [24, { backup: 4, restore: 3 }],
    [12, { image: 5, rollBackDisk: 4, release: 3 }],
    [10, { backup: 3, restore: 2, image: 4, rollBackDisk: 3, release: 2 }],
  ],
  more: (chance) => ({
    joining: {
      late: 1 + chance.below(2),
      loads: { snapshotFrom: chance.pick([3, 6, 12]), snapshotChunkBytes: chance.pick([300, 700, 2000]) },
    },
  }),
};

/** Where old cases are destroyed by law, while people still write into them. */
const DESTROYING: WorldKind = {
  days: { ...DAYS, act: 18, file: 24, approve: 4, carryOut: 11, unlawful: 3, nightWork: 2, fullDisk: 2 },
  kinds: [
    [20, {}],
    [14, { roles: 3, clerkOnly: 5, unlawful: 6, revoke: 2, release: 2 }],
    [14, { backup: 6, restore: 2, restoreForOne: 2, putBack: 3, image: 4, rollBackDisk: 3, release: 2 }],
    [22, { backup: 7, restore: 3, restoreForOne: 3 }],
    [20, { putBack: 6, image: 5, rollBackDisk: 4, release: 3 }],
    [10, { putBack: 7, image: 3, rollBackDisk: 3, release: 1, keep: 6 }],
  ],
  more: (chance) => ({ archive: { isFinished: chance.once(2) } }),
};

/** The worlds in which traces are drawn, by name. The draw of a world must not change: breaks and reports name seeds. */
export const WORLDS = {
  province: { days: DAYS, kinds: KINDS },
  carried: CARRIED,
  kept: KEEPING,
  joining: JOINED,
  destroyed: DESTROYING,
} as const satisfies Record<string, WorldKind>;
export type WorldName = keyof typeof WORLDS;

/** The trace of a seed in a world. */
export const traceOf = (seed: number, world: WorldName = "province"): Trace => traceIn(WORLDS[world], seed);
