import { randomBytes } from "node:crypto";
import { sha256 } from "../hash.ts";

/** One signed-in person of the province. `csrf` is what only our own pages know. */
export type Visit = { readonly login: string; readonly csrf: string; readonly mustChange: boolean };

const IDLE_MS = 30 * 60_000;
const VISITS_MAX = 500;

/** Sessions of the console, in memory: after a restart everybody signs in again. */
export const createVisits = (now: () => number) => {
  const visits = new Map<string, { readonly visit: Visit; until: number }>();
  return {
    open: (login: string, mustChange: boolean): string => {
      for (const [key, { until }] of visits)
        if (until <= now() || visits.size >= VISITS_MAX) visits.delete(key);
      const token = randomBytes(32).toString("hex");
      visits.set(sha256(token), {
        visit: { login, mustChange, csrf: randomBytes(32).toString("hex") },
        until: now() + IDLE_MS,
      });
      return token;
    },
    find: (token: string): Visit | undefined => {
      const kept = visits.get(sha256(token));
      if (kept === undefined || kept.until <= now()) return undefined;
      kept.until = now() + IDLE_MS;
      return kept.visit;
    },
    close: (token: string): void => {
      visits.delete(sha256(token));
    },
  };
};
