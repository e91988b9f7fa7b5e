import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import { FOLD } from "../../shared/ops/state.ts";
import type { Desk } from "./desk.ts";
import { DeskDb, databaseName, generationsOf, hasForeignDatabase } from "./deskDb.ts";
import { copyOps, erasedWith, type OnProgress, ownOp, replayJournal } from "./firstBuild.ts";
import { isStoringOps } from "./laterOps.ts";
import { asOnlyWriter } from "./lock.ts";
import { type MetaPatch, readMeta, writeMeta } from "./meta.ts";
import { headerOf } from "./opRow.ts";
import { openRecordRow } from "./recordStore.ts";
import { storeOps } from "./store.ts";

type Base = Omit<Desk, "db">;
/** Ops per transaction while a database catches up. */
const PAGE = 500;

const value = async <T>(
  answered: Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string } }>,
): Promise<T> => {
  const result = await answered;
  if (!result.ok) throw new Error(`the host refused: ${result.refusal.code}`);
  return result.value;
};

/** The last own op that a signed receipt of the center covers, as the host kept it; 0 when there is none. */
const receiptOf = async ({ host, session }: Base): Promise<MetaPatch> => {
  const { notes } = await value(host["journal.notes"]({ kind: "receipt", limit: 1 }));
  const newest = notes[0];
  if (newest === undefined) return {};
  const receipt = JSON.parse(newest.body) as {
    feed?: string;
    n: number;
    h: string;
    seq: number;
    at: string;
    sig: string;
  };
  if (receipt.feed !== session.feed) return {};
  const { n, h } = receipt;
  // a receipt for an op that a rolled-back disk has lost proves nothing of the one written in its place since (R8, I6)
  const own = await host["journal.read"]({ after: Math.max(0, n - 1), limit: 1 });
  if (!own.ok || own.value.ops[0]?.h !== h) return {};
  return { receipt, sent: { feed: session.feed, n, h } };
};

/**
 * Reads into the database what the journal has and it lacks. A journal that ends before the database does was rolled
 * back: nothing is deleted, and a person is told.
 */
export const catchUp = (desk: Desk, onProgress: OnProgress = () => undefined): Promise<void> =>
  asOnlyWriter(desk.session.installId, () => readJournal(desk, onProgress));

/** What this desk wrote before it was restored; once, because nothing is ever added there. */
const readEarlier = async (desk: Desk, feed: string): Promise<void> => {
  const { db, host } = desk;
  for (let after = 0; ; ) {
    const { ops, headN } = await value(host["journal.read"]({ after, limit: PAGE, feed }));
    const own = ops.map((op, at) => ownOp(op, after + at + 1, 0));
    await storeOps(desk, own, erasedWith((await readMeta(db)).erased, feed, own));
    after += ops.length;
    if (ops.length === 0 || after >= headN) break;
  }
  const { earlier } = await readMeta(db);
  await writeMeta(db, { earlier: [...earlier, feed] });
};

/** The same, for a caller that already is the only writer. */
export const readJournal = async (desk: Desk, onProgress: OnProgress = () => undefined): Promise<void> => {
  const { db, host, session } = desk;
  const meta = await readMeta(db);
  for (const feed of session.earlier) if (!meta.earlier.includes(feed)) await readEarlier(desk, feed);
  let after = meta.journal?.feed === session.feed ? meta.journal.n : 0;
  const sentN = meta.sent?.feed === session.feed ? meta.sent.n : 0;
  for (;;) {
    const read = await host["journal.read"]({ after, limit: PAGE });
    // a journal that cannot be read stops writing, not reading: the host is read-only and says so, the desk opens
    if (!read.ok) return writeMeta(db, { alarm: read.refusal.code });
    const { ops, headN } = read.value;
    if (headN < after) await writeMeta(db, { alarm: "journal-rolled-back" });
    const last = ops.at(-1);
    if (last === undefined) break;
    after = headerOf(last.header).n;
    const journal = { feed: session.feed, n: after, h: last.h };
    const from = after - ops.length;
    const own = ops.map((op, at) => ownOp(op, from + at + 1, sentN));
    const erased = erasedWith(meta.erased, session.feed, own);
    await storeOps(desk, own, { journal, ...erased });
    onProgress(after, headN);
    if (after >= headN) break;
  }
  desk.health.isBehind = false;
};

/**
 * "part": of an older version, and not all rows of its ops were stored yet: the journal and the book have them. "loading":
 * a snapshot is being loaded into it, by whichever window syncs.
 */
type Found = { readonly db: DeskDb; readonly state: "good" | "old" | "part" | "loading" | "bad" };

const judge = async (base: Base, db: DeskDb): Promise<Found["state"]> => {
  const { desk, opsLater, staging, history } = await readMeta(db);
  if (desk === undefined || desk.installId !== base.session.installId) return "bad";
  if (!desk.isReady) return staging === undefined ? "bad" : "loading";
  const row = await db.records.limit(1).first();
  if (row !== undefined) await openRecordRow(base.seal, row);
  return desk.schema === DICTIONARY && desk.fold === FOLD
    ? "good"
    : isStoringOps({ opsLater }) || history.seq < history.to
      ? "part"
      : "old";
};

/** Looks at one generation. A database that cannot be opened or read is "bad": it is a projection, so nothing is lost. */
const inspect = async (base: Base, generation: number): Promise<Found> => {
  const db = new DeskDb(databaseName(base.session.installId, generation));
  try {
    return { db, state: await judge(base, db) };
  } catch {
    return { db, state: "bad" };
  }
};

const drop = async (founds: readonly Found[]): Promise<void> => {
  for (const { db } of founds) await db.delete();
};

const lost = async (base: Base, why: string): Promise<void> => {
  const body = JSON.stringify({ why, installId: base.session.installId });
  // a machine that may not write now refuses in words; the rebuilding goes on, and the host's counter knows too
  await base.host["journal.note"]({ kind: "projectionLost", body });
};

/** What a new database takes over from the one before it. */
export const KEPT = [
  "cursor",
  "points",
  "earlier",
  "journal",
  "sent",
  "receipt",
  "stable",
  "provenAt",
  "numbers",
  "provisional",
  "rescue",
  "toErase",
  "emptied",
  "emptiedTold",
  "erased",
  "ended",
  "signed",
  "watched",
  "changed",
  "alarm",
  "snapshot",
  "history",
] as const;

const build = async (
  base: Base,
  old: Found | undefined,
  options: { generation: number; onProgress: OnProgress },
): Promise<DeskDb> => {
  const { installId } = base.session;
  const db = new DeskDb(databaseName(installId, options.generation));
  const desk: Desk = { ...base, db };
  const named = { installId, schema: DICTIONARY, fold: FOLD };
  await writeMeta(db, {
    desk: { ...named, isReady: false },
    ...(old === undefined && (await receiptOf(base))),
  });
  if (old !== undefined) {
    await copyOps({ ...base, db: old.db }, desk, options.onProgress);
    const meta = await readMeta(old.db);
    await writeMeta(
      db,
      Object.fromEntries(KEPT.flatMap((key) => (meta[key] === undefined ? [] : [[key, meta[key]]]))),
    );
  } else await replayJournal(desk, options.onProgress);
  await readJournal(desk, options.onProgress);
  await writeMeta(db, { desk: { ...named, isReady: true } });
  return db;
};

const found = async (base: Base, onProgress: OnProgress): Promise<DeskDb> => {
  const generations = await generationsOf(base.session.installId);
  const all: Found[] = [];
  for (const generation of generations) all.push(await inspect(base, generation));
  const good = all.find(({ state }) => state === "good");
  if (good !== undefined) {
    // a newer one that is being loaded becomes the desk's own one day; this window has no part in that. Where the book was
    // read otherwise meanwhile nothing begins with it any more, and nobody would ever erase what is in it (I39)
    const { cursor } = await readMeta(good.db);
    const isBegun = cursor.seq > 0;
    const loading = all.filter((each, at) => !isBegun && each.state === "loading" && at < all.indexOf(good));
    for (const { db } of loading) db.close();
    await drop(all.filter((each) => each !== good && !loading.includes(each)));
    return good.db;
  }
  const old = all.find(({ state }) => state === "old");
  const journal = await base.host["journal.read"]({ after: 0, limit: 1 });
  const headN = journal.ok ? journal.value.headN : 0;
  const isForeign = await hasForeignDatabase(base.session.installId);
  if (old === undefined && headN > 0 && !all.some(({ state }) => state === "part"))
    await lost(base, generations.length > 0 ? "unreadable" : isForeign ? "foreign" : "empty");
  const db = await build(base, old, { generation: (generations[0] ?? 0) + 1, onProgress });
  await drop(all);
  return db;
};

/**
 * The database of this installation, ready to use. Nothing is scanned when all is well. A missing or unreadable one
 * beside a journal that is not empty is noted as a loss and rebuilt under a new name; the book follows from the center.
 */
export const findDatabase = (base: Base, onProgress: OnProgress): Promise<DeskDb> =>
  asOnlyWriter(base.session.installId, () => found(base, onProgress));
