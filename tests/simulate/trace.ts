import { type Chance, chanceOf } from "./machine/chance.ts";
import type { Death, Doom } from "./world/desk.ts";
import type { Event } from "./world/switching.ts";
import type { Setting } from "./world/world.ts";

/** One trace: how the province looks, and everything that happens to it, in order. */
export type Trace = { readonly setting: Setting; readonly events: readonly Event[] };

export type Weights = Readonly<Record<string, number>>;
/** A kind of world: how often each thing happens in it on ordinary days, and what besides in how many of a hundred traces. */
export type WorldKind = {
  readonly days: Weights;
  readonly kinds: readonly (readonly [number, Weights])[];
  /** What else its traces are set up with, for so many desks. */
  readonly more?: (chance: Chance, desks: number) => Partial<Setting>;
};

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

const kindOf = (kinds: WorldKind["kinds"], chance: Chance): Weights => {
  let left = chance.below(100);
  return (
    kinds.find(([weight]) => {
      left -= weight;
      return left < 0;
    })?.[1] ?? {}
  );
};

/** The trace of a seed in a world. */
export const traceIn = ({ days, kinds, more }: WorldKind, seed: number): Trace => {
  const chance = chanceOf(seed);
  const weights = { ...days, ...kindOf(kinds, chance) };
  const desks = chance.once(4) ? [2, 2] : [2 + chance.below(3)];
  const setting = {
    seed,
    desks,
    badPercent: chance.pick([0, 10, 30, 60]),
    isRealCrypto: chance.once(50),
    ...more?.(
      chance,
      desks.reduce((sum, count) => sum + count, 0),
    ),
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
