import { hasEffect, readOp } from "../../../renderer/data/opRow.ts";
import type { Mut } from "../../../shared/ops/op.ts";
import type { Booked, Evidence } from "./evidence.ts";

export type Purge = Extract<Mut, { k: "purge" }>;

/** The verdict of what is about a record that was destroyed before it. */
export const LATE = "destroyed";

const ordersIn = (op: Booked): readonly Purge[] => op.payloadRead.muts.filter((mut) => mut.k === "purge");
const purgesIn = (op: Booked): readonly Purge[] => (hasEffect(op) ? ordersIn(op) : []);

/** What the book says was destroyed, worked out once for one evidence. */
export type Destroyed = {
  /** Every destruction that took effect, in the order of the book. */
  readonly purges: readonly { readonly op: Booked; readonly muts: readonly Purge[] }[];
  /** Ops that one of them names. */
  readonly named: ReadonlySet<string>;
  /**
   * Ops that came back to a restored book without their payload, and the records they may speak of: destroyed in a book
   * that has ended, by an order that this one refuses. They changed nothing here.
   */
  readonly before: { readonly ops: ReadonlySet<string>; readonly records: ReadonlySet<string> };
  /** What these destroyed, and what came late and without its payload: their content may be nowhere. */
  readonly gone: ReadonlySet<string>;
  /** `t/id` of the records that went, and where in the book each went first. */
  readonly records: ReadonlyMap<string, number>;
  /** The book with what was said at first. */
  readonly original: readonly Booked[];
};
const KNOWN = new WeakMap<Evidence, Destroyed>();

/** An op as it was written, before anybody emptied it. */
const asWritten = (op: Booked, said: Evidence["said"]): Booked => {
  const payload = op.payload === "" ? said?.get(op.head.ph) : undefined;
  return payload === undefined ? op : { ...readOp({ ...op, payload }), chain: op.chain };
};

/** Only the order that had an effect in an ended book accounts for anything, and only for what is empty in this one. */
const overtaken = ({ book, tookEffect }: Evidence): Destroyed["before"] => {
  const orders = book.filter((op) => !hasEffect(op) && tookEffect.has(op.h)).flatMap(ordersIn);
  const named = new Set(orders.flatMap(({ ops }) => ops));
  return {
    ops: new Set(book.filter(({ h, payload }) => payload === "" && named.has(h)).map(({ h }) => h)),
    records: new Set(orders.map(({ t, id }) => `${t}/${id}`)),
  };
};

const worked = (evidence: Evidence): Destroyed => {
  const { book, said } = evidence;
  const purges = book.map((op) => ({ op, muts: purgesIn(op) })).filter(({ muts }) => muts.length > 0);
  const named = new Set(purges.flatMap(({ muts }) => muts.flatMap(({ ops }) => ops)));
  const late = book.filter(({ payload, verdict }) => payload === "" && verdict === LATE);
  const before = overtaken(evidence);
  const records = new Map<string, number>();
  for (const { op, muts } of purges)
    for (const { t, id } of muts) if (!records.has(`${t}/${id}`)) records.set(`${t}/${id}`, op.seq);
  return {
    purges,
    named,
    before,
    gone: new Set([...named, ...before.ops, ...late.map(({ h }) => h)]),
    records,
    original: book.map((op) => asWritten(op, said)),
  };
};

/** The book as it was written, as far as this book ever had what was written. */
export const knownOf = (evidence: Evidence): readonly Booked[] => {
  const { original, before } = destroyedIn(evidence);
  return original.filter(({ h }) => !before.ops.has(h));
};

/** What was destroyed in one bureau. */
export const destroyedIn = (evidence: Evidence): Destroyed => {
  const known = KNOWN.get(evidence) ?? worked(evidence);
  KNOWN.set(evidence, known);
  return known;
};

/** An op of the book without its payload, as a destruction left it. */
export const isLawfullyEmpty = (evidence: Evidence, { h, payload }: Booked): boolean =>
  payload === "" && destroyedIn(evidence).gone.has(h);
