import type { EntityType } from "../../shared/dictionary/entities.ts";
import { PENDING } from "../../shared/ops/op.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import type { DeskDb, RecordRow } from "./deskDb.ts";
import { readMetaNow } from "./meta.ts";
import { openRecordRow, type Store, shownState } from "./recordStore.ts";

/** Rows opened at once: enough to keep the browser's cipher threads busy, little enough to let the page breathe. */
const PAGE = 2000;
/** So many ops since the last look are asked for one by one; after more of them everything is read again. */
const NEWS_MAX = 400;
const LAST = "\uffff";

/** Up to which state of the database views were read: its revision, and where book and journal ended. */
type Stamp = {
  readonly rev: string;
  readonly epoch: string;
  readonly backs: number;
  readonly seq: number;
  readonly n: number;
};
type Views = ReadonlyMap<string, RecordView>;
type Known = { readonly stamp: Stamp; readonly views: Views };

/** What was read last of each kind. The page only: nothing of it is stored, a lock forgets it. */
const KNOWN = new WeakMap<DeskDb, Map<string, Known>>();

const stampOf = async ({ db }: Store): Promise<Stamp> => {
  const { rev, cursor, journal, rescue } = await readMetaNow(db);
  return { rev, epoch: cursor.epoch, backs: rescue.length, seq: cursor.seq, n: journal?.n ?? 0 };
};

const opened = async ({ seal }: Store, rows: readonly RecordRow[]): Promise<readonly RecordView[]> =>
  (await Promise.all(rows.map((row) => openRecordRow(seal, row)))).map((held) => viewOf(shownState(held)));

const readAll = async (store: Store, t: EntityType): Promise<Views> => {
  const views = new Map<string, RecordView>();
  const after = (id: string) =>
    store.db.records.where("[t+id]").between([t, id], [t, LAST], false).limit(PAGE).toArray();
  let rows = await after("");
  while (rows.length > 0) {
    const next = rows.length < PAGE ? Promise.resolve([]) : after(rows.at(-1)?.id ?? LAST);
    for (const view of await opened(store, rows)) views.set(view.id, view);
    rows = await next;
  }
  return views;
};

/** Ids of the records of a kind that ops since `stamp` changed; undefined when they are too many, or the book is another. */
const changedSince = async ({ db }: Store, t: string, [from, to]: readonly [Stamp, Stamp]) => {
  const isLonger = from.epoch === to.epoch && from.backs === to.backs && from.seq <= to.seq && from.n <= to.n;
  if (!isLonger) return undefined;
  const booked = db.ops.where("seq").between(from.seq, PENDING, false, false);
  const own = db.ops.where("seq").above(PENDING + from.n);
  if ((await booked.count()) + (await own.count()) > NEWS_MAX) return undefined;
  const rows = [...(await booked.toArray()), ...(await own.toArray())];
  const start = `${t}/`;
  const keys = new Set(rows.flatMap(({ records }) => records));
  return [...keys].flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
};

const refreshed = async (store: Store, t: EntityType, { known, stamp }: { known: Known; stamp: Stamp }) => {
  const ids = await changedSince(store, t, [known.stamp, stamp]);
  if (ids === undefined) return readAll(store, t);
  const rows = await store.db.records.bulkGet(ids.map((id): [string, string] => [t, id]));
  const views = new Map(known.views);
  for (const view of await opened(
    store,
    rows.flatMap((row) => (row === undefined ? [] : [row])),
  ))
    views.set(view.id, view);
  return views;
};

/**
 * Every record of a kind, whole, by id: for a rule or a count that must weigh all there is, never for a list. Opens
 * everything once, afterwards only what ops have changed since.
 */
export const allViews = async (store: Store, t: EntityType): Promise<Views> => {
  const kinds = KNOWN.get(store.db) ?? new Map<string, Known>();
  KNOWN.set(store.db, kinds);
  const known = kinds.get(t);
  // before reading: what changes meanwhile is read once more next time, never missed
  const stamp = await stampOf(store);
  if (known !== undefined && known.stamp.rev === stamp.rev) return known.views;
  const views = known === undefined ? await readAll(store, t) : await refreshed(store, t, { known, stamp });
  kinds.set(t, { stamp, views });
  return views;
};
