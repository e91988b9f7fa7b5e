import type { DestroyInput } from "../../../shared/commands/destroyRecords.ts";
import { mentionsOf } from "../../../shared/ops/mentions.ts";
import { PENDING } from "../../../shared/ops/op.ts";
import { type RecordView, viewOf } from "../../../shared/ops/view.ts";
import { belongsTo, DESTROYED_WITH } from "../../../shared/workflow/destruction.ts";
import { allViews } from "../allViews.ts";
import type { Desk } from "../desk.ts";
import { isStoringOps } from "../laterOps.ts";
import { readMeta } from "../meta.ts";
import { openOp, recordKey } from "../opRow.ts";
import { stateAt } from "../recordStore.ts";
import { RESCUED } from "../rollBack.ts";
import type { Question } from "../useAnswer.ts";

/**
 * What an approved destruction would take: the case, the papers that belong to it, and every op about them. `obstacle`
 * says why it cannot be done now: histories are still being loaded, an op belongs to a record that stays as well, or it
 * is ordered already and waits for the province to book it.
 */
export type DestructionList = DestroyInput & { readonly obstacle: "loading" | "shared" | "ordered" | "" };

type Listed = {
  readonly view: RecordView;
  readonly ops: readonly string[];
  readonly isApart: boolean;
  readonly isOrdered: boolean;
};

/** Ops of the book that no fold takes, and which records they speak of all the same (F59). */
const unreadOps = async ({ db, seal }: Desk) => {
  const rows = await db.ops.where("refused").equals(1).toArray();
  const nameless = rows.filter(({ seq, records }) => seq < PENDING && records.length === 0);
  const ops = await Promise.all(nameless.map((row) => openOp(seal, row)));
  return ops.map(({ h, payload }) => ({ h, records: mentionsOf(payload) }));
};

type Going = {
  readonly going: ReadonlySet<string>;
  readonly unread: Awaited<ReturnType<typeof unreadOps>>;
};

const listed = async (desk: Desk, view: RecordView, { going, unread }: Going): Promise<Listed> => {
  const key = recordKey(view.t, view.id);
  const rows = await desk.db.ops.where("records").equals(key).toArray();
  const read = await Promise.all(
    rows.filter(({ seq }) => seq < RESCUED).map(async (row) => ({ row, op: await openOp(desk.seal, row) })),
  );
  const isPurge = ({ op }: (typeof read)[number]) => op.payloadRead.muts.some(({ k }) => k === "purge");
  // a destruction is never destroyed itself
  const about = read.filter((each) => !isPurge(each));
  const nameless = unread.filter(
    ({ records }) => records.includes(key) && records.every((each) => going.has(each)),
  );
  return {
    view,
    ops: [...about.toSorted((a, b) => a.row.seq - b.row.seq).map(({ row }) => row), ...nameless].map(
      ({ h }) => h,
    ),
    isApart: about.every(({ row }) => row.records.every((key) => going.has(key))),
    isOrdered: read.some((each) => isPurge(each) && each.row.seq >= PENDING),
  };
};

/** The destruction list of an archived file, as this desk knows the book. */
export const destructionList =
  (archive: RecordView): Question<DestructionList> =>
  async (desk) => {
    const papers = await Promise.all(DESTROYED_WITH.map((t) => allViews(desk, t)));
    const file = viewOf(await stateAt(desk, { t: "aidFile", id: String(archive.facts.fileId ?? "") }));
    const views = [file, ...papers.flatMap((each) => [...each.values()])].filter((view) =>
      belongsTo(archive.facts, view),
    );
    const going = new Set(views.map(({ t, id }) => recordKey(t, id)));
    const unread = await unreadOps(desk);
    const records = await Promise.all(views.map((view) => listed(desk, view, { going, unread })));
    const meta = await readMeta(desk.db);
    const obstacles = [
      ["ordered", records.some(({ isOrdered }) => isOrdered)],
      ["loading", isStoringOps(meta) || meta.history.seq < meta.history.to],
      ["shared", records.some(({ isApart }) => !isApart)],
    ] as const;
    return {
      records: records.map(({ view, ops }) => ({ view, ops })),
      obstacle: obstacles.find(([, isSo]) => isSo)?.[0] ?? "",
    };
  };
