import { type Chance, chanceOf } from "./machine/chance.ts";
import type { Death, Doom } from "./world/desk.ts";
import type { Event } from "./world/events.ts";
import type { Setting } from "./world/world.ts";

/** One trace: how the province looks, and everything that happens to it, in order. */
export type Trace = { readonly setting: Setting; readonly events: readonly Event[] };

type Weights = Readonly<Record<string, number>>;

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
const KINDS: readonly (readonly [number, Weights])[] = [
  [42, {}],
  [18, { roles: 7, revoke: 1, release: 1 }],
  [8, { backup: 3, restore: 2, image: 4, rollBackDisk: 3, release: 2 }],
  [17, { backup: 3, restore: 2 }],
  [15, { image: 5, rollBackDisk: 4, release: 3 }],
];

const drawn = (weights: Weights, chance: Chance): string => {
  const entries = Object.entries(weights);
  let left = chance.below(entries.reduce((sum, [, weight]) => sum + weight, 0));
  return (
    entries.find(([, weight]) => {
      left -= weight;
      return left < 0;
    })?.[0] ?? "wait"
  );
};

const doomOf = (chance: Chance): Doom | undefined => {
  if (!chance.once(7)) return undefined;
  const how = chance.pick<Death>(["page", "page", "all", "power"]);
  return { how, ports: 1 + chance.below(chance.once(2) ? 12 : 80) };
};

const kindOf = (chance: Chance): Weights => {
  let left = chance.below(100);
  return (
    KINDS.find(([weight]) => {
      left -= weight;
      return left < 0;
    })?.[1] ?? {}
  );
};

/** The trace of a seed. */
export const traceOf = (seed: number): Trace => {
  const chance = chanceOf(seed);
  const weights = { ...DAYS, ...kindOf(chance) };
  const desks = chance.once(4) ? [2, 2] : [2 + chance.below(3)];
  const setting = {
    seed,
    desks,
    badPercent: chance.pick([0, 10, 30, 60]),
    isRealCrypto: chance.once(50),
  };
  const events = Array.from({ length: 15 + chance.below(45) }, (): Event => {
    const doom = doomOf(chance);
    return {
      do: drawn(weights, chance),
      desk: chance.below(8),
      seed: chance.below(2 ** 31),
      ...(doom !== undefined && { doom }),
    };
  });
  return { setting, events };
};
