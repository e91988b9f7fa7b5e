import { revoke } from "../../../center/desks/enrol.ts";
import { type Decision, decideHold } from "../../../center/desks/holds.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { now } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import { type SimulatedCenter, started } from "./center.ts";
import type { World } from "./world.ts";

/* What people at the province decide. */

/** Feeds of a bureau of which held ops wait for a person's decision. */
export const undecidedOf = ({ store }: SimulatedCenter, bureau: string): readonly string[] => [
  ...new Set(
    [...(store.tables.get("held")?.values() ?? [])]
      .filter((row) => row.bureau === bureau && row.released_seq === null && row.decision === "")
      .map(({ feed }) => String(feed)),
  ),
];

/** A person at the province decides what is held of a feed. A program that dies meanwhile says nothing: then "died". */
export const decideAt = (
  one: SimulatedCenter,
  bureau: string,
  decided: { readonly feed: string; readonly decision: Decision },
): Promise<Result<void> | "died"> => {
  const work = inProcess(one.process, async () => {
    await started(one);
    return decideHold(one.center, bureau, { ...decided, by: "province" });
  });
  return Promise.race([work, one.process.died]);
};

/**
 * The same for a person who mostly stays with a decision: what grows on a branch that was kept outside is kept outside too.
 * One time in three they have thought better of it, and release it with its growth.
 */
export const decideFor = async (
  { center, happened }: World,
  bureau: string,
  { feed, wish }: { readonly feed: string; readonly wish: Decision },
): Promise<void> => {
  const name = `kept ${feed}`;
  if (wish === "released" && happened.has(name) && now.chance.once(3)) happened.delete(name);
  const decision = happened.has(name) ? "kept" : wish;
  if (decision === "kept") happened.add(name);
  await decideAt(center, bureau, { feed, decision });
};

/** The province stops a desk: what it sends from now on is held (I34). */
export const revokeAt = (
  one: SimulatedCenter,
  { bureau, feed }: { readonly bureau: string; readonly feed: string },
): Promise<Result<void>> =>
  inProcess(one.process, async () => {
    await started(one);
    return revoke(one.center, bureau, feed);
  });
