import { PENDING } from "../../shared/ops/op.ts";
import { emptyState } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import { lawOf } from "./bureau.ts";
import { type Desk, isOwn } from "./desk.ts";
import type { OpRow, RecordRow } from "./deskDb.ts";
import type { DeskLaw } from "./deskLaw.ts";
import { namedIn } from "./eraseOps.ts";
import { lostByDisk } from "./lostByDisk.ts";
import { newRev } from "./memory.ts";
import { type Meta, type Outcome, readMeta, writeMeta } from "./meta.ts";
import { openOps, recordKey } from "./opRow.ts";
import { outcomesOf } from "./outcomes.ts";
import { indexOf } from "./project.ts";
import { type At, atOf, heldAfter, openRecordRow, shownState } from "./recordStore.ts";
import { isFoundAlike, readingsFor, searchLine } from "./searchText.ts";
import { type LineChange, placeLines, sheetsAfter } from "./sheets.ts";

/**
 * Ops of other desks that the book no longer has, and own ones that this disk has lost, wait above every pending one: kept,
 * without effect, until booked again.
 */
export const RESCUED = 2 * PENDING;

/** What of a book is given up: the ops above a point, and which of them this desk's disk has lost. */
type Above = { readonly hashes: ReadonlySet<string>; readonly lost: ReadonlySet<string> };

const takenBack = (row: OpRow, session: Desk["session"], { lost }: Above): OpRow =>
  isOwn(session, row.feed) && !lost.has(row.h)
    ? { ...row, seq: PENDING + row.n, open: row.records, waiting: row.n }
    : { ...row, seq: RESCUED + row.seq };

const recordsOf = (rows: readonly OpRow[]): readonly At[] =>
  [...new Set(rows.flatMap(({ records }) => records))].map(atOf);

/** A record as it is without what is taken back: its row, what it said before, and its line where it is found otherwise. */
type Refolded = {
  readonly row: Omit<RecordRow, "edition">;
  readonly before: readonly Outcome[];
  readonly line: readonly LineChange[];
};

const refolded = async (
  desk: Desk,
  { t, id }: At,
  { above, law }: { readonly above: Above; readonly law: DeskLaw },
): Promise<Refolded> => {
  const { db, seal, session } = desk;
  const rows = await db.ops.where("records").equals(recordKey(t, id)).toArray();
  const moved = rows.map((row) => (above.hashes.has(row.h) ? takenBack(row, session, above) : row));
  const ops = (await openOps(seal, moved)).filter(({ seq }) => seq < RESCUED);
  const booked = ops.filter(({ seq }) => seq < PENDING);
  const held = heldAfter(
    { confirmed: emptyState(t, id), shown: null },
    booked,
    ops.filter(({ seq }) => seq >= PENDING),
  );
  const old = await db.records.get([t, id]);
  const was = old === undefined ? undefined : await openRecordRow(seal, old);
  const view = viewOf(shownState(held));
  const isFound = was !== undefined && isFoundAlike(view, viewOf(shownState(was)));
  await readingsFor([view]);
  const numbers = ops.flatMap(({ payloadRead }) =>
    payloadRead.muts.flatMap((mut) => (mut.k === "number" && mut.t === t && mut.id === id ? [mut.f] : [])),
  );
  return {
    row: {
      ...indexOf(view, law),
      sheet: old?.sheet ?? 0,
      sealed: await seal.seal("records", recordKey(t, id), held),
    },
    before: was === undefined ? [] : outcomesOf(was.confirmed, numbers),
    line: isFound ? [] : [{ t, id, sheet: old?.sheet ?? 0, line: searchLine(view) }],
  };
};

/** The refolded records with the sheets in which they are found now, those sheets, and what changes with them of the desk. */
const foundAnew = async (desk: Desk, refolds: readonly Refolded[]) => {
  const { edition, sheet } = await readMeta(desk.db);
  const lines = refolds.flatMap(({ line }) => line);
  const placed = placeLines(lines, sheet);
  const sheetOf = new Map(placed.changes.map((change) => [recordKey(change.t, change.id), change.sheet]));
  const records = refolds.map(({ row }, at) => ({
    ...row,
    sheet: sheetOf.get(recordKey(row.t, row.id)) ?? row.sheet,
    edition: edition + at + 1,
  }));
  const sheets = await sheetsAfter(desk, new Map(), placed);
  const meta = { edition: edition + refolds.length, ...(sheets.length > 0 && { sheet: placed.end }) };
  return { records, sheets, meta };
};

/**
 * Where the projection is taken back to when a destruction is taken back with it: to before what it emptied, which the
 * book may have whole again and then gives once more (I10, I39).
 */
export const beforeEmptied = async (
  { db, seal }: Desk,
  above: readonly OpRow[],
  cursor: Meta["cursor"],
): Promise<Meta["cursor"]> => {
  const named = namedIn((await openOps(seal, above)).filter(({ seq }) => seq < PENDING));
  if (named.length === 0) return cursor;
  const rows = (await db.ops.bulkGet([...named])).filter((row) => row !== undefined && row.seq <= cursor.seq);
  const first = Math.min(...rows.map((row) => row?.seq ?? Number.POSITIVE_INFINITY));
  if (first > cursor.seq) return cursor;
  const { points } = await readMeta(db);
  const earlier = points.filter(({ seq }) => seq < first).toSorted((a, b) => b.seq - a.seq)[0];
  return { epoch: cursor.epoch, seq: earlier?.seq ?? 0, chain: earlier?.chain ?? CHAIN_START };
};

/**
 * Takes the projection back to an earlier point of the book, after the center came back with a shorter or another one.
 * No op is deleted: own ones wait to be delivered again, but for those that this disk has lost (`lostByDisk`), and all of
 * them are the rescue list that is offered back to the center in its old order. The records they touched are folded anew
 * without the others'. Outcomes may change; the alarm makes a person look (I21, I37). How far the own ops are delivered is
 * not decided here: what the center now says of the feed decides it (`settleTo`), and that also covers ops the center had
 * acknowledged and nobody had pulled yet. The caller is the only writer.
 */
export const rollBack = async (desk: Desk, to: Meta["cursor"]): Promise<void> => {
  const { db, session } = desk;
  const rowsAbove = (seq: number) => db.ops.where("seq").between(seq, PENDING, false, false).toArray();
  const first = await rowsAbove(to.seq);
  const cursor = await beforeEmptied(desk, first, to);
  const rows = cursor.seq < to.seq ? await rowsAbove(cursor.seq) : first;
  const above = { hashes: new Set(rows.map(({ h }) => h)), lost: await lostByDisk(desk, rows) };
  const law = await lawOf(desk);
  const refolds = await Promise.all(recordsOf(rows).map((at) => refolded(desk, at, { above, law })));
  const { records, sheets, meta } = await foundAnew(desk, refolds);
  const { points, rescue, watched } = await readMeta(db);
  const known = new Set(watched.map(({ id, at }) => `${id} ${at}`));
  const fresh = refolds.flatMap(({ before }) => before.filter(({ id, at }) => !known.has(`${id} ${at}`)));
  const lost = new Map([...rescue, ...rows].map(({ h, seq }) => [h, { h, seq }]));
  await db.transaction("rw", [db.ops, db.records, db.sheets, db.meta], async () => {
    await db.ops.bulkPut(rows.map((row) => takenBack(row, session, above)));
    await db.records.bulkPut(records);
    await db.sheets.bulkPut(sheets);
    await writeMeta(db, {
      ...newRev(),
      ...meta,
      cursor,
      points: points.filter(({ seq }) => seq <= cursor.seq),
      rescue: [...lost.values()],
      watched: [...watched, ...fresh],
      alarm: "book-changed",
    });
  });
};
