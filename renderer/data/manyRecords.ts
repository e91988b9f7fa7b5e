import { assert } from "../../shared/kernel/assert.ts";
import { applyOp, recordsOf } from "../../shared/ops/fold.ts";
import { PENDING } from "../../shared/ops/op.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { lawFrom, NOTHING_PUBLISHED } from "./bureau.ts";
import type { RecordRow } from "./deskDb.ts";
import { newRev } from "./memory.ts";
import { type Meta, type MetaPatch, readMeta } from "./meta.ts";
import { numbersAfter } from "./numberCounters.ts";
import { foldOpOf, hasEffect, type ReadOp, recordKey } from "./opRow.ts";
import { indexOf } from "./project.ts";
import { putRows } from "./putRows.ts";
import { type At, type Held, heldOfNone, openRecordRow, type Store, shownState } from "./recordStore.ts";
import { lawText } from "./reindex.ts";
import { readingsFor, searchLine } from "./searchText.ts";
import { type Line, type LineChange, placeLines, withChange } from "./sheets.ts";
import { type Binder, binder } from "./volumes.ts";

/**
 * Records held open at once. A year's consultations end within days and its cases within months, so that hardly one is
 * written twice; and the page needs some eighty megabytes for them, not the gigabyte of a whole year.
 */
const OPEN_MAX = 8000;
/** Records per transaction. */
const CHUNK = 500;

type Open = At & { held: Held; sheet: number };
type Building = {
  readonly store: Store;
  /** Longest untouched first. */
  readonly open: Map<string, Open>;
  /** Written already and no longer open, with the block of the search sheet that has the line. */
  readonly written: Map<string, At>;
  readonly sheets: Map<number, readonly Line[]>;
  readonly volumes: Binder;
  readonly meta: { -readonly [Key in "sheet" | "edition" | "numbers" | "provisional"]: Meta[Key] };
  /** The bureau's own record stays open: the law of every due day follows from it. */
  bureau: Open | undefined;
  /** The laws by which due days were written; more than one when the bureau changed a parameter on the way. */
  readonly laws: Set<string>;
  lastSeq: number;
};

/** Folds very many ops of an empty database, each record in memory and written once instead of once with every op. */
export type ManyRecords = {
  /** Ops in the order of the book, own ones behind it; numbers never fall. */
  readonly take: (ops: readonly ReadOp[]) => Promise<void>;
  /** Writes what is still open; answers with the facts that belong to the finished records. */
  readonly finish: () => Promise<MetaPatch>;
};

const reopen = async ({ store, open, written }: Building, keys: readonly string[]): Promise<void> => {
  const ats = keys.flatMap((key) => written.get(key) ?? []);
  if (ats.length === 0) return;
  const rows = await store.db.records.bulkGet(ats.map(({ t, id }) => [t, id]));
  await Promise.all(
    rows.map(async (row) => {
      assert(row !== undefined, "a written record is there");
      const { t, id, sheet } = row;
      open.set(recordKey(t, id), { t, id, sheet, held: await openRecordRow(store.seal, row) });
      written.delete(recordKey(t, id));
    }),
  );
};

const withOp = ({ confirmed, shown }: Held, op: ReadOp): Held => {
  const onto = (state: RecordState): RecordState => applyOp(state, foldOpOf(op));
  return op.seq < PENDING
    ? { confirmed: onto(confirmed), shown }
    : { confirmed, shown: onto(shown ?? confirmed) };
};

const foldOne = (building: Building, op: ReadOp): void => {
  const { open } = building;
  assert(op.seq >= building.lastSeq, "ops of a first build come in their order");
  building.lastSeq = op.seq;
  for (const [t, id] of recordsOf(op.payloadRead.muts)) {
    const key = recordKey(t, id);
    const one = open.get(key) ?? { t, id, held: heldOfNone(t, id), sheet: 0 };
    if (hasEffect(op)) one.held = withOp(one.held, op);
    // to the end of the line: those at its beginning are written first
    open.delete(key);
    open.set(key, one);
    if (t === "bureau" && (building.bureau === undefined || id <= building.bureau.id)) building.bureau = one;
  }
};

const lawNow = ({ bureau, store, laws }: Building) => {
  const view = bureau === undefined ? undefined : viewOf(shownState(bureau.held));
  // what the province published is looked at when everything is there; due days it changes are then computed again
  const law = lawFrom({ bureau: view, published: NOTHING_PUBLISHED }, store.wallMs());
  laws.add(lawText(law));
  return law;
};

/** Puts the lines into the open blocks; answers with the block of each. */
const place = (
  { meta, sheets }: Building,
  chunk: readonly Open[],
  views: readonly RecordView[],
): readonly LineChange[] => {
  const lines = views.map((view, index) => ({
    t: view.t,
    id: view.id,
    sheet: chunk[index]?.sheet ?? 0,
    line: searchLine(view),
  }));
  const placed = placeLines(lines, meta.sheet);
  meta.sheet = placed.end;
  for (const change of placed.changes)
    if (change.sheet !== 0) sheets.set(change.sheet, withChange(sheets.get(change.sheet) ?? [], change));
  return placed.changes;
};

const rowsOf = async (building: Building, chunk: readonly Open[]): Promise<RecordRow[]> => {
  const { store, meta, volumes } = building;
  const law = lawNow(building);
  const views = chunk.map(({ held }) => viewOf(shownState(held)));
  await readingsFor(views);
  const placed = place(building, chunk, views);
  const before = meta.edition;
  meta.edition += chunk.length;
  for (const [index, view] of views.entries()) volumes.add(view, before + index + 1);
  return Promise.all(
    views.map(async (view, index) => ({
      ...indexOf(view, law),
      sheet: placed[index]?.sheet ?? 0,
      edition: before + index + 1,
      sealed: await store.seal.seal("records", recordKey(view.t, view.id), chunk[index]?.held),
    })),
  );
};

const writeOldest = async (building: Building, count: number): Promise<void> => {
  const { store, open, written } = building;
  const oldest = [...open.values()].slice(0, count);
  for (let at = 0; at < oldest.length; at += CHUNK) {
    const chunk = oldest.slice(at, at + CHUNK);
    const records = await rowsOf(building, chunk);
    await putRows(store.db, { records, volumes: await building.volumes.bound() });
    for (const { t, id } of chunk) {
      open.delete(recordKey(t, id));
      written.set(recordKey(t, id), { t, id });
    }
  }
};

const take = async (building: Building, ops: readonly ReadOp[]): Promise<void> => {
  const muts = ops.filter(hasEffect).flatMap(({ payloadRead }) => payloadRead.muts);
  if (muts.some(({ k }) => k === "number")) Object.assign(building.meta, numbersAfter(building.meta, muts));
  const touched = recordsOf(ops.flatMap(({ payloadRead }) => payloadRead.muts));
  await reopen(
    building,
    touched.map(([t, id]) => recordKey(t, id)),
  );
  for (const op of ops) foldOne(building, op);
  if (building.open.size > OPEN_MAX) await writeOldest(building, building.open.size - OPEN_MAX / 2);
};

const writeSheets = async ({ store, sheets, meta }: Building): Promise<void> => {
  const rows = [...sheets].map(async ([no, lines]) => ({
    no,
    rev: meta.sheet.rev,
    sealed: await store.seal.seal("sheets", String(no), lines),
  }));
  await putRows(store.db, { sheets: await Promise.all(rows) });
};

const finish = async (building: Building): Promise<MetaPatch> => {
  await writeOldest(building, building.open.size);
  await writeSheets(building);
  await putRows(building.store.db, { volumes: await building.volumes.bound(true) });
  const [law = ""] = building.laws;
  // written under one law, nothing is left to be computed again after opening
  return { ...building.meta, ...newRev(), ...(building.laws.size === 1 && { law }) };
};

/** Begins in an empty database of which the caller is the only writer. What is written before `finish` is no state yet. */
export const manyRecords = async (store: Store): Promise<ManyRecords> => {
  const { sheet, edition, numbers, provisional } = await readMeta(store.db);
  const building: Building = {
    store,
    open: new Map(),
    written: new Map(),
    sheets: new Map(),
    volumes: binder(store.seal),
    meta: { sheet, edition, numbers, provisional },
    bureau: undefined,
    laws: new Set(),
    lastSeq: 0,
  };
  return { take: (ops) => take(building, ops), finish: () => finish(building) };
};
