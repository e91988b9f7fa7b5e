import { isDestroyed } from "../../shared/ops/destroyed.ts";
import { mentionsOf } from "../../shared/ops/mentions.ts";
import type { Verdict } from "../../shared/ops/op.ts";
import type { Tx } from "../db/database.ts";
import { loadRecords } from "./project.ts";

/** What an op is booked as that is about a destroyed record and came without its content: in its place, without effect. */
export const DESTROYED: Verdict = "destroyed";

const keyOf = (mention: string): readonly [string, string] => {
  const at = mention.indexOf("/");
  return [mention.slice(0, at), mention.slice(at + 1)];
};

/** Which of these payloads speak of records that are destroyed, or `going`, and of no other. */
export const onlyOfDestroyed = async (
  tx: Tx,
  bureau: string,
  { payloads, going }: { readonly payloads: readonly string[]; readonly going: ReadonlySet<string> },
): Promise<readonly boolean[]> => {
  const mentions = payloads.map(mentionsOf);
  const keys = [...new Set(mentions.flat())].map(keyOf);
  const { stateOf } = await loadRecords(tx, bureau, keys);
  const isGone = (mention: string): boolean => {
    const state = stateOf(...keyOf(mention));
    return going.has(mention) || (state !== undefined && isDestroyed(state));
  };
  return mentions.map((each) => each.length > 0 && each.every(isGone));
};

/** What of it to look at: everything, or the ops that were just decided about. */
type Aside = { readonly going: ReadonlySet<string>; readonly among?: readonly string[] };

/**
 * Empties what is kept outside the book about records that are destroyed: ops that wait for a person's decision, or were
 * kept outside for good (I39). What was released lies in the book and is a destruction's to name.
 */
export const eraseAside = async (tx: Tx, bureau: string, { going, among }: Aside): Promise<void> => {
  const rows = await tx.all<{ readonly h: string; readonly payload: Buffer }>(
    `select h, payload from held where bureau = $1 and released_seq is null and not is_erased
     and ($2::text[] is null or h = any($2))`,
    [bureau, among ?? null],
  );
  const payloads = rows.map(({ payload }) => payload.toString("utf8"));
  const isGone = await onlyOfDestroyed(tx, bureau, { payloads, going });
  const gone = rows.filter((_, at) => isGone[at]).map(({ h }) => h);
  if (gone.length === 0) return;
  await tx.run("update held set payload = '', is_erased = true where bureau = $1 and h = any($2)", [
    bureau,
    gone,
  ]);
  await tx.run("update bureau_log set is_unswept = true where bureau = $1", [bureau]);
};
