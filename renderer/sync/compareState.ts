import type { HelloReply, HelloRequest } from "../../shared/api/syncApi.ts";
import { FOLD } from "../../shared/ops/state.ts";
import type { Desk } from "../data/desk.ts";
import { readMeta, writeMeta } from "../data/meta.ts";
import { stateOfBook } from "../data/stateOfBook.ts";
import type { SyncMind } from "./syncMind.ts";

const HOUR_MS = 3_600_000;
/** Reading every record takes seconds on a desk of many years: asked once a day, and again in an hour when it could not be answered. */
const COMPARE_MS = 24 * HOUR_MS;
const RETRY_MS = HOUR_MS;

const isDue = ({ comparedAt, claimedAt }: SyncMind): boolean =>
  performance.now() - comparedAt >= COMPARE_MS && performance.now() - claimedAt >= RETRY_MS;

/** What this desk makes of the book, for the center to compare (F60); only where both are thought to stand at its end. */
export const stateClaim = async (desk: Desk, mind: SyncMind): Promise<Pick<HelloRequest, "state">> => {
  const { cursor } = await readMeta(desk.db);
  const isEven = mind.bookSeq > 0 && cursor.seq >= mind.bookSeq && !mind.isRecovering;
  if (!isEven || !isDue(mind)) return {};
  mind.claimedAt = performance.now();
  return { state: { fold: FOLD, hash: await stateOfBook(desk) } };
};

/** The center's answer: a difference is an alarm that stays until a person has looked at it, and comes again tomorrow. */
export const noteComparison = async (
  desk: Desk,
  mind: SyncMind,
  { isSameState }: Pick<HelloReply, "isSameState">,
): Promise<void> => {
  if (isSameState === undefined) return;
  mind.comparedAt = performance.now();
  const { alarm } = await readMeta(desk.db);
  if (!isSameState && alarm === "") await writeMeta(desk.db, { alarm: "state-differs" });
};
