import { recordsOf } from "../../shared/ops/fold.ts";
import type { Hash, Verdict } from "../../shared/ops/op.ts";
import { saveBlobRefs } from "../blobs/blobRefs.ts";
import type { Tx } from "../db/database.ts";
import type { Authentic } from "./envelope.ts";

/** An op with its number, verdict and chain value. */
export type Booking = Authentic & {
  readonly seq: number;
  readonly verdict: Verdict;
  readonly chain: Hash;
  /** When it arrived where it was numbered (UTC). */
  readonly recv: string;
};

const INSERT_OPS = `
  insert into op (bureau, seq, recv, h, feed, n, intent, actor, desk, wall, schema, verdict, chain, header, payload, sig, actor_sig)
  select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[],
    $10::text[], $11::int[], $12::text[], $13::bytea[], $14::bytea[], $15::bytea[], $16::text[], $17::text[])`;

/** Writes a batch into the book: exact bytes, and which records each op is about. */
export const insertOps = async (tx: Tx, bureau: string, ops: readonly Booking[]): Promise<void> => {
  const column = <T>(pick: (op: Booking) => T): readonly T[] => ops.map(pick);
  await tx.run(INSERT_OPS, [
    bureau,
    column(({ seq }) => seq),
    column(({ recv }) => recv),
    column(({ op }) => op.h),
    column(({ header }) => header.feed),
    column(({ header }) => header.n),
    column(({ header }) => header.intent),
    column(({ header }) => header.actor),
    column(({ header }) => header.desk),
    column(({ header }) => header.wall),
    column(({ header }) => header.schema),
    column(({ verdict }) => verdict),
    column(({ chain }) => Buffer.from(chain, "hex")),
    column(({ headerBytes }) => Buffer.from(headerBytes)),
    column(({ payloadBytes }) => Buffer.from(payloadBytes)),
    column(({ op }) => op.sig),
    column(({ op }) => op.actorSig),
  ]);
  const about = ops.flatMap(({ seq, payload }) =>
    recordsOf(payload?.muts ?? []).map(([t, id]) => ({ t, id, seq })),
  );
  await tx.run(
    "insert into op_entity (bureau, t, id, seq) select $1, * from unnest($2::text[], $3::text[], $4::bigint[])",
    [bureau, about.map(({ t }) => t), about.map(({ id }) => id), about.map(({ seq }) => seq)],
  );
  await saveBlobRefs(
    tx,
    bureau,
    ops.map(({ op, payload }) => ({ h: op.h, blobs: payload?.blobs })),
  );
};
