/** Seeded chance: the same seed makes the same year on every machine. */
export type Chance = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly isSo: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the items, each as likely as its weight. */
  readonly weigh: <T extends { readonly weight: number }>(items: readonly T[]) => T;
  /** An id in the form of a version 4 UUID. */
  readonly id: () => string;
};

/** Weyl constant and mixers of splitmix32. */
const mix = (state: number): number => {
  let z = state;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
};

const hex = (value: number): string => value.toString(16).padStart(8, "0");

/** The `at`-th of the items, which are not empty. */
export const itemAt = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;

/** A generator of its own for every seed (splitmix32). */
export const chanceOf = (seed: number): Chance => {
  let state = mix(seed ^ 0x5bd1e995);
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state);
  };
  const next = (): number => word() / 2 ** 32;
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    isSo: (share) => next() < share,
    pick: (items) => itemAt(items, Math.floor(next() * items.length)),
    weigh: (items) => {
      let left = next() * items.reduce((sum, { weight }) => sum + weight, 0);
      for (const item of items) {
        left -= item.weight;
        if (left < 0) return item;
      }
      return itemAt(items, items.length - 1);
    },
    id: () => {
      const digits = `${hex(word())}${hex(word())}${hex(word())}${hex(word())}`;
      const parts = [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `8${digits.slice(17, 20)}`,
        digits.slice(20),
      ];
      return parts.join("-");
    },
  };
};
