import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import type { Mut } from "../../shared/ops/op.ts";
import { laneHeads, type RecordState, shownHead } from "../../shared/ops/state.ts";
import type { Desk } from "./desk.ts";
import { asOnlyWriter } from "./lock.ts";
import { type Outcome, readMeta, writeMeta } from "./meta.ts";
import { openOp } from "./opRow.ts";
import { openRecordRow } from "./recordStore.ts";

/** A procedure is named `@lane`, as resolutions name it; anything else is the field of an official number. */
const LANE = "@";

/** The op on which a confirmed outcome of the record rests: the active step of a procedure, or whoever wrote a number. */
export const standingOp = (state: RecordState, at: string): string => {
  if (!at.startsWith(LANE)) {
    const cell = Object.hasOwn(state.cells, at) ? state.cells[at] : undefined;
    return cell === undefined ? "" : (shownHead(cell)?.h ?? "");
  }
  const name = at.slice(LANE.length);
  const lane = Object.hasOwn(state.lanes, name) ? state.lanes[name] : undefined;
  return lane === undefined ? "" : (laneHeads(lane)[0]?.h ?? "");
};

/** Every confirmed outcome of a record: what the desk must compare after the book has changed (I37). */
export const outcomesOf = (state: RecordState, numberFields: readonly string[]): readonly Outcome[] => {
  const places = [...Object.keys(state.lanes).map((lane) => `${LANE}${lane}`), ...new Set(numberFields)];
  return places.flatMap((at) => {
    const h = standingOp(state, at);
    return h === "" ? [] : [{ t: state.t, id: state.id, at, h }];
  });
};

const saysOf = (muts: readonly Mut[], { t, id, at }: Outcome): Json => {
  const mut = muts.find(
    (each) =>
      each.t === t &&
      each.id === id &&
      (each.k === "step" ? `${LANE}${each.lane}` === at : "f" in each && each.f === at),
  );
  if (mut?.k === "step") return [mut.to, mut.outcome];
  if (mut?.k === "number") return mut.text;
  return mut?.k === "put" || mut?.k === "resolve" ? mut.new : null;
};

/** What an op says at one place, as text to compare; "" when it is not here or says nothing there. */
const textOf = async ({ db, seal }: Desk, outcome: Outcome): Promise<string> => {
  const row = outcome.h === "" ? undefined : await db.ops.get(outcome.h);
  if (row === undefined) return "";
  const says = saysOf((await openOp(seal, row)).payloadRead.muts, outcome);
  return says === null ? outcome.h : canonicalJson(says);
};

const isChanged = async (desk: Desk, was: Outcome): Promise<boolean> => {
  const row = await desk.db.records.get([was.t, was.id]);
  const now = row === undefined ? "" : standingOp((await openRecordRow(desk.seal, row)).confirmed, was.at);
  return now !== was.h && (await textOf(desk, { ...was, h: now })) !== (await textOf(desk, was));
};

/**
 * Compares what the book said before an epoch change with what it says now that everything was brought back. Equal
 * outcomes are forgotten; each other one becomes a task for the head of the agency, which names both (I37).
 */
export const settleOutcomes = async (desk: Desk): Promise<void> => {
  if ((await readMeta(desk.db)).watched.length === 0) return;
  await asOnlyWriter(desk.session.installId, async () => {
    const { watched, changed } = await readMeta(desk.db);
    const found: Outcome[] = [];
    for (const was of watched) if (await isChanged(desk, was)) found.push(was);
    await writeMeta(desk.db, { watched: [], changed: [...changed, ...found] });
  });
};

/** The head has seen that an outcome changed: the task is closed, and that is noted beside the journal. */
export const acknowledgeOutcome = (desk: Desk, seen: Outcome, by: string): Promise<void> =>
  asOnlyWriter(desk.session.installId, async () => {
    const { changed } = await readMeta(desk.db);
    const left = changed.filter(({ at, h, id }) => at !== seen.at || h !== seen.h || id !== seen.id);
    if (left.length === changed.length) return;
    const body = JSON.stringify({ outcomeChanged: seen, by });
    const noted = await desk.host["journal.note"]({ kind: "audit", body });
    if (noted.ok) await writeMeta(desk.db, { changed: left });
  });
