import { FOUNDER } from "../../../contract/host/machines.ts";
import type { DiskEvent } from "./trace.ts";

/** The password of the founder after it was changed. */
export const NEXT_PASSWORD = "Heron-harbour-17";
/** Small, so that a day reaches over several segments. */
export const SIZES = { segmentBytes: 6 * 1024, reserveBytes: 0 };

/** What a person had been told of one desk by a moment, and what they may type to sign in. */
export type Told = {
  readonly isSetUp: boolean;
  /** Hashes of ops by their position. */
  readonly ops: ReadonlyMap<number, string>;
  readonly notes: readonly string[];
  /** Two while a change of the password has not been answered. */
  readonly passwords: readonly string[];
};

const passwordsAfter = (said: readonly string[]): readonly string[] => {
  if (said.includes("password changed")) return [NEXT_PASSWORD];
  return said.includes("password changes") ? [FOUNDER.password, NEXT_PASSWORD] : [FOUNDER.password];
};

/** Reads it from what was said before the power went; `again` is the desk that was restored from the backup of the first. */
export const toldBy = (events: readonly DiskEvent[], desk: "desk" | "again"): Told => {
  const said = events.flatMap((event) => (event.k === "said" ? [event.what] : []));
  const restored = said.findIndex((what) => what.startsWith("restored"));
  const own = desk === "desk" ? said : said.slice(restored === -1 ? said.length : restored);
  const ops = own.flatMap((what) => {
    const [, n, h = ""] = /^op (\d+) (\w+)$/.exec(what) ?? [];
    return n === undefined ? [] : [[Number(n), h] as const];
  });
  return {
    isSetUp: own.some((what) => what === "set up" || what.startsWith("restored")),
    ops: new Map(ops),
    notes: own.flatMap((what) => (what.startsWith("note ") ? [what.slice("note ".length)] : [])),
    passwords: passwordsAfter(said),
  };
};
