import type { RecordState } from "../../shared/ops/state.ts";
import type { Tx } from "../db/database.ts";

/** One bureau as the province sees it. Counts of unsent ops are as its desks reported them. */
export type BureauRow = {
  readonly bureau: string;
  readonly name: string;
  readonly seq: string;
  readonly desks: number;
  readonly seen_at: Date | null;
  readonly unsent: number;
  readonly oldest_unsent_s: number;
  readonly conflicts: number;
  readonly contested: number;
  /** Seconds since the oldest conflict or contested step that nobody settled; 0 for none. */
  readonly oldest_dispute_s: number;
  readonly held: number;
  /** Desks that make something else of the book than the center (F60). */
  readonly differing: number;
  /** Records found edited beside the book within the last thirty days (F77). */
  readonly mended: number;
};

/** Every bureau, or one of them. */
export const bureauRows = (tx: Tx, bureau?: string): Promise<readonly BureauRow[]> =>
  tx.all<BureauRow>(
    `select b.bureau, b.name, l.seq, f.desks, f.seen_at, f.unsent, f.oldest_unsent_s::int, f.differing,
       (select count(*)::int from dispute d where d.bureau = b.bureau and d.closed_seq is null and d.kind = 'conflict') as conflicts,
       (select count(*)::int from dispute d where d.bureau = b.bureau and d.closed_seq is null and d.kind <> 'conflict') as contested,
       (select coalesce(greatest(1, extract(epoch from now() - min(o.recv::timestamptz))), 0)::int from dispute d
         join op o on o.bureau = d.bureau and o.seq = d.opened_seq where d.bureau = b.bureau and d.closed_seq is null) as oldest_dispute_s,
       (select count(*)::int from mended m where m.bureau = b.bureau and m.found_at > now() - interval '30 days') as mended,
       (select count(*)::int from held h where h.bureau = b.bureau and h.released_seq is null) as held
     from bureau b join bureau_log l on l.bureau = b.bureau
     cross join lateral (select count(*)::int as desks, max(seen_at) as seen_at, coalesce(sum(unsent), 0)::int as unsent,
       coalesce(max(oldest_unsent_s), 0) as oldest_unsent_s, count(differs_seq)::int as differing from feed where bureau = b.bureau and not is_center) f
     where $1::text is null or b.bureau = $1 order by b.name, b.bureau`,
    [bureau ?? null],
  );

/** One desk of a bureau. */
export type DeskRow = {
  readonly feed: string;
  readonly desk_name: string;
  readonly state: "open" | "frozen" | "revoked";
  /** When its enrolment ends; null where it was never given an end. */
  readonly not_after: Date | null;
  readonly n: string;
  readonly enrolled_at: Date;
  readonly seen_at: Date | null;
  readonly unsent: number;
  readonly oldest_unsent_s: number;
  /** Where in the book this desk was last found to make something else of it than the center; null while they agree. */
  readonly differs_seq: string | null;
};

/** The desks of a bureau, oldest first. */
export const deskRows = (tx: Tx, bureau: string): Promise<readonly DeskRow[]> =>
  tx.all<DeskRow>(
    "select feed, desk_name, state, not_after, n, enrolled_at, seen_at, unsent, oldest_unsent_s::int, differs_seq from feed where bureau = $1 and not is_center order by enrolled_at, feed",
    [bureau],
  );

/** How many records of a kind stand at exactly these stages. */
export type StageCount = {
  readonly t: string;
  readonly stages: Readonly<Record<string, string>>;
  readonly count: number;
};

/** Records with a procedure by their stages; for one bureau or the whole province. */
export const stageCounts = (tx: Tx, bureau?: string): Promise<readonly StageCount[]> =>
  tx.all<StageCount>(
    "select t, stages, count(*)::int as count from entity where t in ('aidFile', 'consultation') and ($1::text is null or bureau = $1) group by t, stages",
    [bureau ?? null],
  );

/** One record in a list, newest change first. */
export type CaseRow = {
  readonly t: string;
  readonly id: string;
  readonly state: string;
  readonly last_seq: string;
  readonly recv: string;
};

/** A page of a bureau's files and consultations below `before`. */
export const caseRows = (
  tx: Tx,
  bureau: string,
  at: { readonly before: number; readonly count: number },
): Promise<readonly CaseRow[]> =>
  tx.all<CaseRow>(
    `select e.t, e.id, e.state, e.last_seq, o.recv from entity e join op o on o.bureau = e.bureau and o.seq = e.last_seq
     where e.bureau = $1 and e.t in ('aidFile', 'consultation') and e.last_seq < $2 order by e.last_seq desc, e.id limit $3`,
    [bureau, at.before, at.count],
  );

/** One op of a record's history. */
export type HistoryRow = {
  readonly seq: string;
  readonly h: string;
  readonly intent: string;
  readonly actor: string;
  readonly desk: string;
  readonly desk_name: string;
  readonly wall: string;
  readonly recv: string;
  readonly verdict: string;
  readonly payload: Buffer;
};

/** Every op about a record, in the order of the book. */
export const historyRows = (
  tx: Tx,
  bureau: string,
  record: { readonly t: string; readonly id: string },
): Promise<readonly HistoryRow[]> =>
  tx.all<HistoryRow>(
    `select o.seq, o.h, o.intent, o.actor, o.desk, f.desk_name, o.wall, o.recv, o.verdict, o.payload
     from op_entity e join op o on o.bureau = e.bureau and o.seq = e.seq join feed f on f.bureau = o.bureau and f.feed = o.feed
     where e.bureau = $1 and e.t = $2 and e.id = $3 order by o.seq`,
    [bureau, record.t, record.id],
  );

/** The states of a bureau's records of one kind, or of one record. */
export const statesOf = async (
  tx: Tx,
  bureau: string,
  { t, id }: { readonly t: string; readonly id?: string },
): Promise<readonly RecordState[]> =>
  (
    await tx.all<{ state: string }>(
      "select state from entity where bureau = $1 and t = $2 and ($3::text is null or id = $3)",
      [bureau, t, id ?? null],
    )
  ).map(({ state }) => JSON.parse(state) as RecordState);
