import { assert } from "../../shared/kernel/assert.ts";
import { isErased, PENDING } from "../../shared/ops/op.ts";
import type { Desk } from "./desk.ts";
import type { OpRow } from "./deskDb.ts";
import { journalPages } from "./journalPages.ts";
import { manyRecords } from "./manyRecords.ts";
import { type Meta, type MetaPatch, readMeta, writeMeta } from "./meta.ts";
import { type Incoming, openOp, type ReadOp, readOwn, rowOfOp } from "./opRow.ts";
import { putRows } from "./putRows.ts";
import { RESCUED } from "./rollBack.ts";

/** Own ops replayed so far. */
export type OnProgress = (doneCount: number, allCount: number) => void;

/** Journals longer than this are usable before the rows of their ops are stored: a row costs more than folding it. */
const LATER_FROM = 5000;
/** Ops per read and transaction while an older database is copied. */
const PAGE = 1000;

/** An own op out of the journal, as it is stored while the book does not have it. */
export const ownOp = (
  op: Omit<Incoming, "seq" | "recv" | "verdict" | "isWaiting">,
  n: number,
  sentN: number,
): Incoming => ({
  ...op,
  seq: PENDING + n,
  recv: "",
  verdict: "ok",
  isWaiting: n > sentN,
});

/** What own ops without their payload add to what is known of such, where there are any among these. */
export const erasedWith = (before: Meta["erased"], feed: string, ops: readonly Incoming[]): MetaPatch => {
  const last = ops.findLast(isErased);
  return last === undefined ? {} : { erased: { ...before, [feed]: last.seq - PENDING } };
};

const storeRows = async ({ db, seal }: Desk, ops: readonly ReadOp[]): Promise<void> => {
  await putRows(db, { ops: await Promise.all(ops.map((op) => rowOfOp(seal, op))) });
};

type Replayed = { readonly feed: string; readonly n: number; readonly h: string; readonly isLater: boolean };

const endOf = ({ session }: Desk, { feed, n, h, isLater }: Replayed): MetaPatch => ({
  ...(feed === session.feed ? { journal: { feed, n, h } } : { earlier: [feed] }),
  ...(isLater && { opsLater: { n: 0, to: n } }),
});

/**
 * Replays the first feed of this desk into an empty database, each record folded in memory and written once. Damage ends
 * it early; whoever reads on behind it meets the damage and says so.
 */
export const replayJournal = async (
  desk: Desk,
  onProgress: OnProgress,
  laterFrom = LATER_FROM,
): Promise<void> => {
  const { db, session } = desk;
  const { sent } = await readMeta(db);
  const [feed = session.feed] = session.earlier;
  const sentN = sent?.feed === feed ? sent.n : 0;
  const records = await manyRecords(desk);
  let end: Replayed = { feed, n: 0, h: "", isLater: false };
  let erased: MetaPatch = {};
  for await (const read of journalPages(desk, 0, feed === session.feed ? undefined : feed)) {
    if (!read.ok) break;
    const { ops, headN } = read.value;
    const news = ops.map((op, at) => readOwn(ownOp(op, end.n + at + 1, sentN)));
    const last = news.at(-1);
    if (last === undefined) break;
    assert(last.head.n === end.n + news.length, "the journal has every number once");
    const isLater = feed === session.feed && headN > laterFrom;
    await Promise.all([records.take(news), isLater ? undefined : storeRows(desk, news)]);
    end = { feed, n: last.head.n, h: last.h, isLater };
    erased = { ...erased, ...erasedWith({}, feed, news) };
    onProgress(end.n, headN);
  }
  if (end.n > 0) await writeMeta(db, { ...(await records.finish()), ...endOf(desk, end), ...erased });
};

/** Rows in the order of the book. Pending ops of two incarnations of this desk may have equal numbers: these stay together. */
async function* rowsInOrder({ db }: Desk): AsyncGenerator<readonly OpRow[]> {
  for (let after = -1; ; ) {
    const rows = await db.ops.where("seq").above(after).limit(PAGE).toArray();
    const last = rows.at(-1)?.seq;
    if (last === undefined) return;
    const whole = rows.filter(({ seq }) => seq !== last);
    yield [...whole, ...(await db.ops.where("seq").equals(last).toArray())];
    after = last;
  }
}

/** Copies every op of an older database into an empty one; the fold and the indexes are then of today. */
export const copyOps = async (from: Desk, to: Desk, onProgress: OnProgress): Promise<void> => {
  const total = await from.db.ops.count();
  const records = await manyRecords(to);
  let count = 0;
  for await (const rows of rowsInOrder(from)) {
    const ops = await Promise.all(rows.map((row) => openOp(from.seal, row)));
    const next = await Promise.all(
      // the seal binds a row to its name, not to its database: only what may be read otherwise today is made anew
      rows.map((row, index) =>
        row.refused === undefined || row.seq >= RESCUED ? row : rowOfOp(to.seal, ops[index] as ReadOp),
      ),
    );
    // what a restored center lost waits on the rescue list without effect, after an upgrade as before it (I12)
    await Promise.all([records.take(ops.filter(({ seq }) => seq < RESCUED)), putRows(to.db, { ops: next })]);
    count += rows.length;
    onProgress(count, total);
  }
  await writeMeta(to.db, await records.finish());
};
