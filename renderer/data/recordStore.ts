import { utf8 } from "../../shared/kernel/utf8.ts";
import { applyOp } from "../../shared/ops/fold.ts";
import { PENDING } from "../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import type { DeskDb, RecordRow } from "./deskDb.ts";
import { foldOpOf, hasEffect, type ReadOp, recordKey } from "./opRow.ts";
import type { Seal } from "./seal.ts";

/** A database, the key to it, and the machine's clock (milliseconds UTC): all that reading and projecting needs. */
export type Store = { readonly db: DeskDb; readonly seal: Seal; readonly wallMs: () => number };

/** A record as this desk has it: `confirmed` is the book alone, `shown` the same with own pending ops on top (I12). */
export type Held = { readonly confirmed: RecordState; readonly shown: RecordState | null };

/** A record of which there is nothing yet. */
export const heldOfNone = (t: string, id: string): Held => ({ confirmed: emptyState(t, id), shown: null });

/** The key of a record in the database. */
export type At = { readonly t: string; readonly id: string };

/** The record that a key `t/id` names. */
export const atOf = (key: string): At => ({
  t: key.slice(0, key.indexOf("/")),
  id: key.slice(key.indexOf("/") + 1),
});

/** What the actor sees: the book and the own pending ops. */
export const shownState = ({ confirmed, shown }: Held): RecordState => shown ?? confirmed;

const [BEFORE, BEHIND] = [utf8('{"confirmed":'), utf8(',"shown":null}')];

/** Seals a record on which nothing is pending, from the JSON of its state: what `openRecordRow` opens. */
export const sealConfirmed = (
  seal: Seal,
  { t, id }: At,
  json: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const held = new Uint8Array(BEFORE.length + json.length + BEHIND.length);
  held.set(BEFORE);
  held.set(json, BEFORE.length);
  held.set(BEHIND, BEFORE.length + json.length);
  return seal.sealJson("records", recordKey(t, id), held);
};

/** A stored record, opened. */
export const openRecordRow = async (seal: Seal, row: RecordRow): Promise<Held> =>
  (await seal.open("records", recordKey(row.t, row.id), row.sealed)) as Held;

/** One record as the actor sees it; empty when there is none yet. */
export const stateAt = async ({ db, seal }: Store, { t, id }: At): Promise<RecordState> => {
  const row = await db.records.get([t, id]);
  return row === undefined ? emptyState(t, id) : shownState(await openRecordRow(seal, row));
};

/** One record as the actor sees it. */
export const viewAt = async (store: Store, at: At): Promise<RecordView> => viewOf(await stateAt(store, at));

const foldOnto = (state: RecordState, ops: readonly ReadOp[]): RecordState =>
  ops.filter(hasEffect).map(foldOpOf).reduce(applyOp, state);

/**
 * The record after new ops of the book, with the pending ones put on top of it again. Both lists in book order. Pending
 * ops are signed and never rewritten: they are only folded anew.
 */
export const heldAfter = (held: Held, booked: readonly ReadOp[], pending: readonly ReadOp[]): Held => {
  const confirmed = foldOnto(held.confirmed, booked);
  const live = pending.filter(hasEffect);
  return { confirmed, shown: live.length === 0 ? null : foldOnto(confirmed, live) };
};

/**
 * True when `news` are own ops younger than everything the record shows: then they are folded on top, and the pending
 * ops before them need not be opened. Every save is such a case; a page of the book is not.
 */
export const isOnTop = (held: Held, news: readonly ReadOp[]): boolean =>
  news.every(({ seq }) => seq >= PENDING && seq > shownState(held).lastSeq);

/** The record with such ops on top of what it shows. */
export const heldWith = (held: Held, news: readonly ReadOp[]): Held => {
  const live = news.filter(hasEffect);
  return live.length === 0 ? held : { ...held, shown: foldOnto(shownState(held), live) };
};
