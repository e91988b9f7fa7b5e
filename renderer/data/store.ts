import { recordsOf } from "../../shared/ops/fold.ts";
import { PENDING } from "../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { lawOf } from "./bureau.ts";
import type { OpRow, RecordRow, SheetRow } from "./deskDb.ts";
import type { DeskLaw } from "./deskLaw.ts";
import { type MetaPatch, readMeta, writeMeta } from "./meta.ts";
import { numbersAfter } from "./numberCounters.ts";
import { hasEffect, type Incoming, openOps, type ReadOp, readOp, recordKey, rowOfOp } from "./opRow.ts";
import { indexOf } from "./project.ts";
import { type Held, heldAfter, openRecordRow, type Store, shownState } from "./recordStore.ts";
import { searchLine } from "./searchText.ts";
import { placeLines, sheetsAfter } from "./sheets.ts";

type Touched = { readonly key: string; readonly held: Held; readonly sheet: number };

const recordsTouched = (ops: readonly ReadOp[]): readonly (readonly [string, string])[] =>
  recordsOf(ops.flatMap(({ payloadRead }) => payloadRead.muts));

const NEW = (t: string, id: string): Held => ({ confirmed: emptyState(t, id), shown: null });

const heldRecords = async (
  { db, seal }: Store,
  keys: readonly (readonly [string, string])[],
): Promise<readonly Touched[]> => {
  const rows = await db.records.bulkGet(keys.map(([t, id]) => [t, id]));
  return Promise.all(
    keys.map(async ([t, id], index) => {
      const row = rows[index];
      const held = row === undefined ? NEW(t, id) : await openRecordRow(seal, row);
      return { key: recordKey(t, id), held, sheet: row?.sheet ?? 0 };
    }),
  );
};

/** An op already in the book stays as it is; an own op that comes back booked takes the place of the pending one. */
const isNews = (op: Incoming, row: OpRow | undefined): boolean =>
  row === undefined || (row.seq >= PENDING && op.seq < PENDING);

/** Ops by the records they change, each list in book order. */
const byRecord = (ops: readonly ReadOp[]): ReadonlyMap<string, readonly ReadOp[]> => {
  const lists = new Map<string, ReadOp[]>();
  for (const op of ops.toSorted((a, b) => a.seq - b.seq))
    for (const [t, id] of recordsOf(op.payloadRead.muts)) {
      const key = recordKey(t, id);
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [op]);
      else list.push(op);
    }
  return lists;
};

type Change = { readonly before: Touched; readonly state: RecordState; readonly held: Held };

const changesOf = async (store: Store, news: readonly ReadOp[]): Promise<readonly Change[]> => {
  const touched = await heldRecords(store, recordsTouched(news));
  const taken = new Set(news.map(({ h }) => h));
  // only a record that shows more than the book can have pending ops with an effect: most of a page needs no look
  const withPending = touched.filter(({ held }) => held.shown !== null).map(({ key }) => key);
  const open =
    withPending.length === 0 ? [] : await store.db.ops.where("open").anyOf(withPending).distinct().toArray();
  const earlier = await openOps(
    store.seal,
    open.filter(({ h }) => !taken.has(h)),
  );
  const all = byRecord([...earlier, ...news]);
  return touched.map((before) => {
    const mine = all.get(before.key) ?? [];
    const booked = mine.filter(({ seq }) => seq < PENDING);
    const held = heldAfter(
      before.held,
      booked,
      mine.filter(({ seq }) => seq >= PENDING),
    );
    return { before, held, state: shownState(held) };
  });
};

const rowOfRecord = async (
  seal: Store["seal"],
  { held, state }: Change,
  known: { law: DeskLaw; sheet: number },
): Promise<RecordRow> => {
  const index = indexOf(viewOf(state), known.law);
  return {
    ...index,
    sheet: known.sheet,
    sealed: await seal.seal("records", recordKey(state.t, state.id), held),
  };
};

type Written = {
  readonly ops: OpRow[];
  readonly records: RecordRow[];
  readonly sheets: SheetRow[];
  readonly meta: MetaPatch;
};

/** Everything that follows from new ops, sealed and ready to be written. */
const consequences = async (store: Store, news: readonly ReadOp[]): Promise<Written> => {
  const { db, seal } = store;
  const [law, meta, changes] = await Promise.all([lawOf(store), readMeta(db), changesOf(store, news)]);
  const lines = changes.map(({ state, before }) => {
    return { t: state.t, id: state.id, line: searchLine(viewOf(state)), sheet: before.sheet };
  });
  const placed = placeLines(lines, meta.sheet);
  const sheets = await sheetsAfter(store, placed);
  const muts = news.filter(hasEffect).flatMap(({ payloadRead }) => payloadRead.muts);
  return {
    ops: await Promise.all(news.map((op) => rowOfOp(seal, op))),
    records: await Promise.all(
      changes.map((change, index) =>
        rowOfRecord(seal, change, { law, sheet: placed.changes[index]?.sheet ?? 0 }),
      ),
    ),
    sheets,
    meta: {
      ...(sheets.length > 0 && { sheet: placed.end }),
      ...(muts.some(({ k }) => k === "number") && numbersAfter(meta, muts)),
    },
  };
};

/**
 * Stores ops and everything that follows from them: records, their indexes, the search sheet, number counters and
 * `patch`, in one transaction. All sealing happens before it. Safe to repeat. The caller is the only writer (lock.ts).
 */
export const storeOps = async (
  store: Store,
  incoming: readonly Incoming[],
  patch: MetaPatch,
): Promise<void> => {
  const { db } = store;
  const rows = await db.ops.bulkGet(incoming.map(({ h }) => h));
  const news = incoming.filter((op, index) => isNews(op, rows[index])).map(readOp);
  const written = await consequences(store, news);
  await db.transaction("rw", [db.records, db.ops, db.sheets, db.meta], async () => {
    await db.ops.bulkPut(written.ops);
    await db.records.bulkPut(written.records);
    await db.sheets.bulkPut(written.sheets);
    await writeMeta(db, { ...written.meta, ...patch });
  });
};
