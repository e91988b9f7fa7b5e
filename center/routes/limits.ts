/** How often something may happen: a bucket of `burst` tokens, refilled at `perS` a second. */
export type Rate = { readonly burst: number; readonly perS: number };

/** Guessing a code or a password is slow; a desk that works through three weeks of backlog is not hindered. */
export const RATES = {
  enrol: { burst: 20, perS: 1 / 6 },
  signIn: { burst: 120, perS: 2 },
  consoleSignIn: { burst: 10, perS: 1 / 30 },
  desk: { burst: 600, perS: 20 },
} as const satisfies Record<string, Rate>;

/** Requests of one desk in work at the same time (F70). */
export const PER_DEVICE = 2;
const BUCKETS_MAX = 50_000;

type Bucket = { readonly tokens: number; readonly at: number };

/** Token buckets by name; answers whether one more is allowed now. */
export const createRates = (now: () => number): ((name: string, rate: Rate) => boolean) => {
  const buckets = new Map<string, Bucket>();
  return (name, { burst, perS }) => {
    const at = now();
    const old = buckets.get(name) ?? { tokens: burst, at };
    const tokens = Math.min(burst, old.tokens + (Math.max(0, at - old.at) / 1000) * perS);
    if (buckets.size >= BUCKETS_MAX) buckets.clear();
    buckets.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1;
  };
};

/** Counts what is in work by name; `enter` answers false when the limit is reached. */
export const createTurnstile = (limit: number) => {
  const inside = new Map<string, number>();
  return {
    enter: (name: string): boolean => {
      const count = inside.get(name) ?? 0;
      if (count >= limit) return false;
      inside.set(name, count + 1);
      return true;
    },
    leave: (name: string): void => {
      const count = (inside.get(name) ?? 1) - 1;
      if (count > 0) inside.set(name, count);
      else inside.delete(name);
    },
  };
};
