import { type Hash, PENDING } from "../../shared/ops/op.ts";
import { OVERTAKEN } from "../../shared/sync/judgePurge.ts";
import type { Desk } from "./desk.ts";
import { moreToErase } from "./eraseOps.ts";
import { finishErasing } from "./finishErasing.ts";
import { asOnlyWriter } from "./lock.ts";
import { readMeta, writeMeta } from "./meta.ts";
import { openOps } from "./opRow.ts";

/** What a person is told where content is gone without the law. */
const ALARM = "book-emptied";

/** What orders name that the book has and refuses, though whoever gave them may give such orders. */
const namedByOvertaken = async ({ db, seal }: Desk): Promise<ReadonlySet<Hash>> => {
  const rows = await db.ops.where("refused").equals(1).toArray();
  const refused = await openOps(
    seal,
    rows.filter(({ seq }) => seq < PENDING),
  );
  const muts = refused
    .filter(({ verdict }) => OVERTAKEN.has(verdict))
    .flatMap(({ payloadRead }) => payloadRead.muts);
  return new Set(muts.flatMap((mut) => (mut.k === "purge" ? mut.ops : [])));
};

/**
 * Asked at the end of the book, which is also the end of what may still destroy: what came without its payload and was
 * not destroyed here was destroyed in a book that a restore has ended, by an order that came back too late to be carried
 * out again; then it goes from this computer as well. Anything else somebody emptied without the law, and a person is
 * told, once (I38, I39). An order that a person at the province released only later takes the alarm back.
 */
export const settleEmptied = async (desk: Desk): Promise<void> => {
  const before = await readMeta(desk.db);
  if (before.emptied.length === 0 && before.emptiedTold.length === 0) return;
  const ordered = await namedByOvertaken(desk);
  await asOnlyWriter(desk.session.installId, async () => {
    const { emptied, emptiedTold, toErase, alarm } = await readMeta(desk.db);
    const ops = emptied.filter((h) => ordered.has(h));
    const left = emptied.filter((h) => !ordered.has(h));
    const isNews = left.some((h) => !emptiedTold.includes(h));
    if (!isNews && ops.length === 0 && left.length === emptiedTold.length) return;
    await writeMeta(desk.db, {
      emptied: left,
      emptiedTold: left,
      toErase: moreToErase(toErase, { ops, blobs: [], kinds: [] }),
      ...(isNews && { alarm: ALARM }),
      ...(left.length === 0 && alarm === ALARM && { alarm: "" }),
    });
  });
  await finishErasing(desk);
};
