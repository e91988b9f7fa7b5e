import { randomUUID } from "node:crypto";
import type { RecordState } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { bookHead } from "../book/books.ts";
import { bookOwn, putBy } from "../book/ownOp.ts";
import type { Center } from "../context.ts";

/** What is published to every bureau (shared/law/publications.ts reads it). */
export type Publication = {
  readonly kind: "CALENDAR" | "PARAMETER";
  readonly docNo: string;
  /** JSON. */
  readonly body: string;
};

/** Something published, as it lies in the books. */
export type PublishedRow = {
  readonly id: string;
  readonly facts: Publication & { readonly publishedAt: string };
};

/** Everything that was ever published, latest first. */
export const publications = async ({ db }: Center): Promise<readonly PublishedRow[]> => {
  const [rows, kept] = await db.inReport(
    async (tx) =>
      [
        await tx.all<{ id: string; state: string }>(
          "select distinct on (id) id, state from entity where t = 'publication'",
        ),
        await tx.all<{ id: string; facts: string }>("select id, facts from published"),
      ] as const,
  );
  const booked = rows.map(({ id, state }) => {
    const { facts } = viewOf(JSON.parse(state) as RecordState);
    return [id, facts as PublishedRow["facts"]] as const;
  });
  const all = new Map([
    ...kept.map(({ id, facts }) => [id, JSON.parse(facts) as PublishedRow["facts"]] as const),
    ...booked,
  ]);
  return [...all]
    .map(([id, facts]) => ({ id, facts }))
    .toSorted((a, b) => (a.facts.publishedAt > b.facts.publishedAt ? -1 : 1));
};

/**
 * Books what a bureau does not have yet; a book that recovers gets it later, and one that a hub keeps by its hub. Answers
 * how many there were.
 */
export const bookMissing = (center: Center, bureau: string, all: readonly PublishedRow[]): Promise<number> =>
  center.db.inBureau(bureau, async (tx) => {
    const { isRecovering, home } = await bookHead(tx, bureau);
    if (isRecovering || home !== "here") return 0;
    const known = await tx.all<{ id: string }>(
      "select id from entity where bureau = $1 and t = 'publication'",
      [bureau],
    );
    const missing = all.filter(({ id }) => known.every((one) => one.id !== id)).toReversed();
    for (const { id, facts } of missing)
      await bookOwn(
        { center, tx, bureau },
        { intent: "publish", muts: putBy({ t: "publication", id }, facts) },
      );
    return missing.length;
  });

/** Gives every bureau what it does not have: a new one, or one whose book was recovering. */
export const publishMissing = async (center: Center, bureau?: string): Promise<void> => {
  const all = await publications(center);
  if (all.length === 0) return;
  const rows =
    bureau !== undefined
      ? [{ bureau }]
      : await center.db.inReport((tx) =>
          tx.all<{ bureau: string }>("select bureau from bureau order by bureau"),
        );
  for (const row of rows) await bookMissing(center, row.bureau, all);
};

/**
 * Publishes to every bureau, as an op of the center in each book; a hub takes it at its next visit and does the same.
 * Answers how many bureaus have it, now or so; with no bureau
 * there is no book to put it in, and nothing is published.
 */
export const publish = async (center: Center, publication: Publication): Promise<number> => {
  const publishedAt = new Date(center.now()).toISOString();
  // a hub hands on what its province publishes, and publishes nothing of its own
  if (center.config.upstream !== undefined) return 0;
  const one = { id: randomUUID(), facts: { ...publication, publishedAt } };
  const rows = await center.db.inReport((tx) =>
    tx.all<{ bureau: string; home: string }>("select bureau, home from bureau_log order by bureau"),
  );
  if (rows.length > 0)
    await center.db.atGate((tx) =>
      tx.run("insert into published (id, facts) values ($1, $2)", [one.id, JSON.stringify(one.facts)]),
    );
  let count = rows.filter(({ home }) => home === "hub").length;
  for (const { bureau } of rows) count += await bookMissing(center, bureau, [one]);
  center.log.info({ ok: count > 0 }, "reference.published");
  return count;
};
