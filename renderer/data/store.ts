import { recordsOf } from "../../shared/ops/fold.ts";
import { isErased, PENDING } from "../../shared/ops/op.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { bureauKept, lawFrom, publishedKept } from "./bureau.ts";
import type { OpRow, RecordRow, SheetRow } from "./deskDb.ts";
import type { DeskLaw } from "./deskLaw.ts";
import { erasureOf } from "./eraseOps.ts";
import { forget, type Kept, keptAt, type Memory, newRev, recall, remember } from "./memory.ts";
import { type MetaPatch, writeMeta } from "./meta.ts";
import { numbersAfter } from "./numberCounters.ts";
import {
  erasedOp,
  hasEffect,
  type Incoming,
  openOps,
  type ReadOp,
  readOp,
  recordKey,
  rowOfOp,
} from "./opRow.ts";
import { indexOf } from "./project.ts";
import { atOf, type Held, heldAfter, heldWith, isOnTop, type Store, shownState } from "./recordStore.ts";
import { isFoundAlike, readingsFor, searchLine } from "./searchText.ts";
import { placeLines, sheetsAfter } from "./sheets.ts";

type Touched = Kept & { readonly key: string; readonly t: string; readonly id: string };

const touchedBy = async (store: Store, { memory, news, emptied = [] }: News): Promise<readonly Touched[]> => {
  const said = recordsOf(news.flatMap(({ payloadRead }) => payloadRead.muts)).map(([t, id]) => ({ t, id }));
  const known = new Set(said.map(({ t, id }) => recordKey(t, id)));
  const ats = [...said, ...emptied.filter((key) => !known.has(key)).map(atOf)];
  const kept = await keptAt(store, memory, ats);
  return ats.map((at, index) => ({ ...at, key: recordKey(at.t, at.id), ...(kept[index] as Kept) }));
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

type Change = { readonly before: Touched; readonly held: Held; readonly view: RecordView };

/** Pending ops of records that a page of the book changes: they are folded anew on top of it. */
const earlierOps = async (
  { db, seal }: Store,
  touched: readonly Touched[],
  news: readonly ReadOp[],
): Promise<readonly ReadOp[]> => {
  // only a record that shows more than the book can have pending ops with an effect: most of a page needs no look
  const keys = touched.filter(({ held }) => held.shown !== null).map(({ key }) => key);
  if (keys.length === 0) return [];
  const taken = new Set(news.map(({ h }) => h));
  const open = await db.ops.where("open").anyOf(keys).distinct().toArray();
  return openOps(
    seal,
    open.filter(({ h }) => !taken.has(h)),
  );
};

const changesOf = async (store: Store, all: News): Promise<readonly Change[]> => {
  const { news } = all;
  const touched = await touchedBy(store, all);
  const own = byRecord(news);
  const onTop = new Set(touched.filter(({ key, held }) => own.has(key) && isOnTop(held, own.get(key) ?? [])));
  const others = touched.filter((each) => !onTop.has(each));
  const byKey = byRecord([...(await earlierOps(store, others, news)), ...news]);
  const after = (before: Touched): Held => {
    if (onTop.has(before)) return heldWith(before.held, own.get(before.key) ?? []);
    const mine = byKey.get(before.key) ?? [];
    const booked = mine.filter(({ seq }) => seq < PENDING);
    return heldAfter(
      before.held,
      booked,
      mine.filter(({ seq }) => seq >= PENDING),
    );
  };
  return touched.map((before) => {
    const held = after(before);
    return { before, held, view: viewOf(shownState(held)) };
  });
};

const rowOfRecord = async (
  seal: Store["seal"],
  { held, view, before: { key } }: Change,
  known: { law: DeskLaw; sheet: number; edition: number },
): Promise<RecordRow> => ({
  ...indexOf(view, known.law),
  sheet: known.sheet,
  edition: known.edition,
  sealed: await seal.seal("records", key, held),
});

type Written = {
  readonly ops: OpRow[];
  readonly records: RecordRow[];
  readonly sheets: SheetRow[];
  readonly meta: MetaPatch;
};

/** The lines that are other than before; most fields are never sought. */
const linesChanged = async (changes: readonly Change[]) => {
  const others = changes.filter(({ view, before }) => !isFoundAlike(view, viewOf(shownState(before.held))));
  await readingsFor(others.map(({ view }) => view));
  return others.map(({ view, before: { t, id, sheet } }) => ({ t, id, line: searchLine(view), sheet }));
};

/** Everything that follows from new ops, sealed and ready to be written. */
const consequences = async (store: Store, all: News): Promise<Written> => {
  const { seal } = store;
  const { memory, news } = all;
  const [bureau, published, changes] = await Promise.all([
    bureauKept(store, memory),
    publishedKept(store, memory),
    changesOf(store, all),
  ]);
  const befores = changes.map(({ before }) => before);
  const erasure = await erasureOf(store, { meta: memory.meta, news }, befores);
  const law = lawFrom({ bureau, published }, store.wallMs());
  const placed = placeLines(await linesChanged(changes), memory.meta.sheet);
  const sheetOf = new Map(placed.changes.map(({ t, id, sheet }) => [recordKey(t, id), sheet]));
  const rows = changes.map((change, at) => {
    const sheet = sheetOf.get(change.before.key) ?? change.before.sheet;
    memory.records.set(change.before.key, { held: change.held, sheet });
    return rowOfRecord(seal, change, { law, sheet, edition: memory.meta.edition + at + 1 });
  });
  const [ops, records, sheets] = await Promise.all([
    Promise.all(news.map((op) => rowOfOp(seal, erasure.named.has(op.h) ? erasedOp(op) : op))),
    Promise.all(rows),
    sheetsAfter(store, memory.sheets, placed),
  ]);
  // a bureau's record that is new is found by its index once more
  if (changes.some(({ before }) => before.t === "bureau")) memory.bureau = undefined;
  if (changes.some(({ before }) => before.t === "publication")) memory.published = undefined;
  const muts = news.filter(hasEffect).flatMap(({ payloadRead }) => payloadRead.muts);
  const numbers = muts.some(({ k }) => k === "number") && numbersAfter(memory.meta, muts);
  const edition = memory.meta.edition + rows.length;
  const sheet = sheets.length > 0 && { sheet: placed.end };
  const meta = { edition, ...sheet, ...numbers, ...erasure.meta };
  return { ops: [...ops, ...erasure.rows], records, sheets, meta };
};

const write = async ({ db }: Store, written: Written, patch: MetaPatch): Promise<void> => {
  const { ops, records, sheets, meta } = written;
  const tables = [db.ops, db.records, db.meta, ...(sheets.length > 0 ? [db.sheets] : [])];
  await db.transaction("rw", tables, async () => {
    // asked for at once: each of them waited for alone would be one more turn around the browser's processes
    await Promise.all([
      db.ops.bulkPut(ops),
      db.records.bulkPut(records),
      ...(sheets.length > 0 ? [db.sheets.bulkPut(sheets)] : []),
      writeMeta(db, { ...meta, ...patch }),
    ]);
  });
};

/** Ops this database does not have, with what the only writer knows of it. */
export type News = {
  readonly memory: Memory;
  readonly news: readonly ReadOp[];
  /** `t/id` of what own ops spoke of that come back without their payload: it is shown without them. */
  readonly emptied?: readonly string[];
};

/** Stores ops that are known to be new; otherwise as `storeOps`. */
export const storeNews = async (store: Store, all: News, patch: MetaPatch): Promise<void> => {
  try {
    const rev = newRev();
    await write(store, await consequences(store, all), { ...patch, ...rev });
    remember(store, all.memory, rev);
  } catch (cause) {
    forget(store);
    throw cause;
  }
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
  const [memory, rows] = await Promise.all([recall(store), store.db.ops.bulkGet(incoming.map(({ h }) => h))]);
  const news = incoming.filter((op, index) => isNews(op, rows[index])).map(readOp);
  const emptied = incoming.flatMap((op, index) => (isErased(op) ? (rows[index]?.open ?? []) : []));
  await storeNews(store, { memory, news, emptied: [...new Set(emptied)] }, patch);
};
