import { allViews } from "../../../../renderer/data/allViews.ts";
import type { Desk } from "../../../../renderer/data/desk.ts";
import { DeskDb, type VolumeRow } from "../../../../renderer/data/deskDb.ts";
import { asOnlyWriter } from "../../../../renderer/data/lock.ts";
import { openOps } from "../../../../renderer/data/opRow.ts";
import { perform } from "../../../../renderer/data/perform.ts";
import { rollBack } from "../../../../renderer/data/rollBack.ts";
import { storeOps } from "../../../../renderer/data/store.ts";
import { bindNext, rowsAfter, viewsIn } from "../../../../renderer/data/volumes.ts";
import { unsentCount, waitingOf } from "../../../../renderer/data/waiting.ts";
import { openRecord } from "../../../../shared/commands/openRecord.ts";
import { recordFacts } from "../../../../shared/commands/recordFacts.ts";
import { PENDING } from "../../../../shared/ops/op.ts";
import type { RecordView } from "../../../../shared/ops/view.ts";

/* Everything that may happen to records and to the volumes that bind their views, in any order. */

/** One thing that happens; `which` and `count` choose among what there is. */
export type Move = {
  readonly do: "write" | "book" | "refuse" | "rollBack" | "bind" | "damage" | "lose" | "reopen";
  readonly which: number;
  readonly count: number;
};
/** What was found in the end: the same records known, read through the volumes and opened one by one. */
export type Looked = {
  readonly known: readonly RecordView[];
  readonly bound: readonly RecordView[];
  readonly oneByOne: readonly RecordView[];
  readonly volumes: number;
  /** How many ops wait, told from the two ends of the feed, and counted one by one. */
  readonly unsent: number;
  readonly counted: number;
};

const T = "aidFile";
const IDS = 9;
/** Thin enough for some moves to fill one. */
const THIN = { full: 4, least: 2 } as const;

const sorted = (views: Iterable<RecordView>): readonly RecordView[] =>
  [...views].toSorted((a, b) => (a.id < b.id ? -1 : 1));

const write = async (desk: Desk, { which, count }: Move): Promise<void> => {
  const id = `bound-${which % IDS}`;
  const isThere = (await desk.db.records.get([T, id])) !== undefined;
  const facts = { origin: "APPLICATION", request: `第${count}次` };
  const input = { facts: isThere ? { request: facts.request } : facts };
  await perform(desk, isThere ? recordFacts : openRecord, { t: T, id, input });
};

/** The book takes the oldest pending ops, as a pull finds them. */
const book = async (desk: Desk, count: number, verdict: "ok" | "role-forbids"): Promise<void> => {
  const rows = await desk.db.ops.where("seq").above(PENDING).limit(count).toArray();
  const last = await desk.db.ops.where("seq").between(0, PENDING).count();
  const ops = await openOps(desk.seal, rows);
  const booked = ops.map(({ h, header, payload, sig, actorSig }, at) => ({
    ...{ h, header, payload, sig, actorSig, recv: "", verdict, isWaiting: false },
    seq: last + at + 1,
  }));
  await storeOps(desk, booked, { cursor: { epoch: "e", seq: last + booked.length, chain: "" } });
};

const back = async (desk: Desk, count: number): Promise<void> => {
  const booked = await desk.db.ops.where("seq").between(0, PENDING).count();
  await rollBack(desk, { epoch: "e", seq: Math.max(0, booked - count), chain: "" });
};

const volumeAt = async ({ db }: Desk, which: number): Promise<VolumeRow | undefined> => {
  const rows = await db.volumes.toArray();
  return rows[which % Math.max(1, rows.length)];
};

const damage = async (desk: Desk, { which }: Move): Promise<void> => {
  const row = await volumeAt(desk, which);
  if (row !== undefined) await desk.db.volumes.put({ ...row, sealed: row.sealed.with(-1, 1) });
};
const lose = async (desk: Desk, { which }: Move): Promise<void> => {
  const row = await volumeAt(desk, which);
  if (row !== undefined) await desk.db.volumes.delete([row.t, row.upTo]);
};

const DO: Readonly<Record<Move["do"], (desk: Desk, move: Move) => Promise<unknown>>> = {
  write,
  book: (desk, { count }) => asOnlyWriter(desk.session.installId, () => book(desk, count, "ok")),
  refuse: (desk, { count }) => asOnlyWriter(desk.session.installId, () => book(desk, count, "role-forbids")),
  rollBack: (desk, { count }) => asOnlyWriter(desk.session.installId, () => back(desk, count)),
  bind: (desk) => bindNext(desk, T, THIN),
  damage,
  lose,
  // a look of the same window: what it knows by now must hold as well
  reopen: (desk) => allViews(desk, T),
};

/** The calls of the bench about volumes. */
export const binding = (open: () => Desk) => ({
  happen: async (moves: readonly Move[]): Promise<void> => {
    for (const move of moves) await DO[move.do](open(), move);
  },
  look: async (): Promise<Looked> => {
    const desk = open();
    const anew = new DeskDb(desk.db.name);
    const volumes = await desk.db.volumes.count();
    const known = await allViews(desk, T);
    const bound = await allViews({ ...desk, db: anew }, T);
    anew.close();
    const oneByOne = await viewsIn(desk.seal, await rowsAfter(desk.db, T, 0).toArray());
    return {
      known: sorted(known.values()),
      bound: sorted(bound.values()),
      oneByOne: sorted(oneByOne),
      volumes,
      unsent: await unsentCount(desk),
      counted: await waitingOf(desk, desk.session.feed).count(),
    };
  },
});
