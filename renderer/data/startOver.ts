import { PENDING } from "../../shared/ops/op.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import { type Desk, isOwn } from "./desk.ts";
import type { OpRow } from "./deskDb.ts";
import { lostByDisk } from "./lostByDisk.ts";
import { newRev } from "./memory.ts";
import { type Outcome, readMeta, writeMeta } from "./meta.ts";
import { openOps } from "./opRow.ts";
import { outcomesOf } from "./outcomes.ts";
import { openRecordRow } from "./recordStore.ts";
import { readJournal } from "./recover.ts";
import { RESCUED } from "./rollBack.ts";

/** What the book said, before it changes, of the records that `rows` touch. */
const outcomesNow = async ({ db, seal }: Desk, rows: readonly OpRow[]): Promise<readonly Outcome[]> => {
  const ops = await openOps(seal, rows);
  const muts = ops.flatMap(({ payloadRead }) => payloadRead.muts);
  const touched = new Map(muts.map(({ t, id }) => [`${t}/${id}`, [t, id] as [string, string]]));
  const records = await db.records.bulkGet([...touched.values()]);
  const held = await Promise.all(
    records.flatMap((row) => (row === undefined ? [] : [openRecordRow(seal, row)])),
  );
  return held.flatMap(({ confirmed }) => {
    const numbers = muts.flatMap((mut) =>
      mut.k === "number" && mut.t === confirmed.t && mut.id === confirmed.id ? [mut.f] : [],
    );
    return outcomesOf(confirmed, numbers);
  });
};

/**
 * Takes a database that began with a snapshot back to the beginning of the book, when a restored center shares less with
 * it than it shows and the ops below the snapshot are not all here: its records cannot be folded anew. Nothing is lost:
 * own ops come out of the journal, the others above `shared` stay and are offered back (I21), and the book is read
 * again. The caller is the only writer.
 */
export const startOver = async (
  desk: Desk,
  { epoch, shared }: { readonly epoch: string; readonly shared: number },
): Promise<void> => {
  const { db, session } = desk;
  const booked = await db.ops.where("seq").between(0, PENDING, false, false).toArray();
  const above = booked.filter(({ seq }) => seq > shared);
  const before = await outcomesNow(desk, above);
  const { rescue, watched, edition } = await readMeta(db);
  const known = new Set(watched.map(({ id, at }) => `${id} ${at}`));
  const lost = new Map([...rescue, ...above].map(({ h, seq }) => [h, { h, seq }]));
  const lostHere = await lostByDisk(desk, above);
  const others = above.filter(({ feed, h }) => !isOwn(session, feed) || lostHere.has(h));
  await db.transaction("rw", [db.ops, db.records, db.sheets, db.volumes, db.meta], async () => {
    await db.records.clear();
    await db.sheets.clear();
    await db.volumes.clear();
    await db.ops.where("seq").below(RESCUED).delete();
    await db.ops.bulkPut(others.map((row) => ({ ...row, seq: RESCUED + row.seq })));
    await db.meta.delete("snapshot");
    const { sheet } = await readMeta(db);
    await writeMeta(db, {
      ...newRev(),
      cursor: { epoch, seq: 0, chain: CHAIN_START },
      points: [],
      startedOver: edition,
      history: { seq: 0, chain: "", to: 0 },
      journal: { feed: session.feed, n: 0, h: "" },
      sheet: { no: 0, count: 0, rev: sheet.rev + 1 },
      rescue: [...lost.values()],
      watched: [...watched, ...before.filter(({ id, at }) => !known.has(`${id} ${at}`))],
      alarm: "book-changed",
    });
  });
  await readJournal(desk);
};
