import { recordsOf } from "../../shared/ops/fold.ts";
import { mentionsOf } from "../../shared/ops/mentions.ts";
import type { Mut, Payload } from "../../shared/ops/op.ts";
import { QUARANTINED } from "../../shared/sync/judge.ts";
import { type About, type AboutOp, NO_ABOUT } from "../../shared/sync/judgePurge.ts";
import type { Tx } from "../db/database.ts";
import type { Authentic } from "./envelope.ts";

type Purge = Extract<Mut, { k: "purge" }>;
type Row = {
  readonly t: string;
  readonly id: string;
  readonly h: string;
  readonly payload: Buffer;
};

/** The destructions among the changes of these ops. */
export const purgesIn = (ops: readonly Pick<Authentic, "payload">[]): readonly Purge[] =>
  ops.flatMap(({ payload }) => (payload?.muts ?? []).filter((mut): mut is Purge => mut.k === "purge"));

const aboutOf = (h: string, muts: Payload["muts"], isErased: boolean): AboutOp => ({
  h,
  records: recordsOf(muts).map(([t, id]) => `${t}/${id}`),
  isPurge: muts.some(({ k }) => k === "purge"),
  isErased,
});

const rowsAbout = (tx: Tx, bureau: string, purges: readonly Purge[]): Promise<readonly Row[]> =>
  tx.all<Row>(
    `select e.t, e.id, o.h, o.payload from op_entity e join op o on o.bureau = e.bureau and o.seq = e.seq
     join unnest($2::text[], $3::text[]) as k(t, id) on e.t = k.t and e.id = k.id where e.bureau = $1`,
    [bureau, purges.map(({ t }) => t), purges.map(({ id }) => id)],
  );

/** An op that no fold takes, and the records it speaks of. */
const unreadOf = (h: string, payload: string): AboutOp => ({
  h,
  records: mentionsOf(payload),
  isPurge: false,
  isErased: false,
});

const unreadOps = async (tx: Tx, bureau: string): Promise<AboutOp[]> => {
  const rows = await tx.all<Pick<Row, "h" | "payload">>(
    "select h, payload from op where bureau = $1 and verdict = $2 and destroyed_seq is null",
    [bureau, QUARANTINED],
  );
  return rows.map(({ h, payload }) => unreadOf(h, payload.toString("utf8")));
};

/** What a batch's destructions are held against: the book, and the ops of the batch itself as they are booked. */
export type GrowingAbout = About & { readonly add: (op: Authentic) => void };

/** Reads the ops about every record that this batch would destroy; asks nothing when it destroys none. */
export const loadAbout = async (tx: Tx, bureau: string, ops: readonly Authentic[]): Promise<GrowingAbout> => {
  const purges = purgesIn(ops);
  if (purges.length === 0) return { ...NO_ABOUT, add: () => undefined };
  const lists = new Map<string, AboutOp[]>();
  const put = (key: string, one: AboutOp): void => void lists.set(key, [...(lists.get(key) ?? []), one]);
  for (const { t, id, h, payload } of await rowsAbout(tx, bureau, purges)) {
    const isErased = payload.length === 0;
    // read back from our own book: it was parsed when it was booked
    const muts = isErased ? [] : (JSON.parse(payload.toString("utf8")) as Payload).muts;
    put(`${t}/${id}`, aboutOf(h, muts, isErased));
  }
  const erased = await tx.all<{ h: string }>(
    "select h from op where bureau = $1 and h = any($2) and destroyed_seq is not null",
    [bureau, purges.flatMap((mut) => mut.ops)],
  );
  const gone = new Set(erased.map(({ h }) => h));
  const unread = await unreadOps(tx, bureau);
  return {
    of: (t, id) => lists.get(`${t}/${id}`) ?? [],
    isErased: (h) => gone.has(h),
    unread: (t, id) => unread.filter(({ records }) => records.includes(`${t}/${id}`)),
    add: ({ op, payload, isErased }) => {
      if (isErased) gone.add(op.h);
      else if (payload === undefined) unread.push(unreadOf(op.h, op.payload));
      const one = aboutOf(op.h, payload?.muts ?? [], false);
      for (const key of one.records) put(key, one);
    },
  };
};
