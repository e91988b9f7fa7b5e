import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import { type Json, parseCanonical } from "../../shared/kernel/canonicalJson.ts";
import { recordsOf } from "../../shared/ops/fold.ts";
import {
  type FoldOp,
  type Header,
  isErased,
  type Op,
  type Payload,
  PENDING,
  type Verdict,
} from "../../shared/ops/op.ts";
import { isFoldable, parsePayload } from "../../shared/sync/opShape.ts";
import type { OpRow } from "./deskDb.ts";
import type { Seal } from "./seal.ts";

/** An op as it came: from the own journal (then `seq` is PENDING + n), or out of the book. */
export type Incoming = Op & {
  readonly seq: number;
  /** When the center received it (UTC text), or "" while it is only here. */
  readonly recv: string;
  readonly verdict: Verdict;
  /** True for an own op the center has not acknowledged. */
  readonly isWaiting: boolean;
};

/** What is sealed of an op. */
type OpBody = Op & { readonly recv: string; readonly verdict: Verdict };

/** An op that was read: its parsed header and payload. `isReadable` is false when people here cannot be shown what it says. */
export type ReadOp = Incoming & {
  readonly head: Header;
  readonly payloadRead: Payload;
  readonly isReadable: boolean;
};

const NOTHING: Payload = { muts: [] };

const payloadOf = (text: string): Payload | undefined => {
  const parsed = parsePayload(text);
  return parsed.ok && isFoldable(parsed.value) ? parsed.value : undefined;
};

/** The header of an op. Throws when it is none: everything stored here was checked when it came in. */
export const headerOf = (text: string): Header => {
  const parsed = parseCanonical(text);
  if (!parsed.ok) throw new Error(`op header: ${parsed.refusal.detail}`);
  return parsed.value as unknown as Header;
};

/**
 * An op out of this desk's own journal: parsed, and not once more written out to compare its bytes. The host checked
 * them when it made the op, and the journal's seal and hash say that they are the same.
 */
export const readOwn = (incoming: Incoming): ReadOp => {
  if (isErased(incoming)) return readAs(incoming, JSON.parse(incoming.header), NOTHING);
  const payload: Json = JSON.parse(incoming.payload);
  return readAs(incoming, JSON.parse(incoming.header), isFoldable(payload) ? payload : undefined);
};

/** Parses what came. A payload that is not ours is kept but has no effect; one that was destroyed by law says nothing. */
export const readOp = (incoming: Incoming): ReadOp =>
  readAs(incoming, headerOf(incoming.header), isErased(incoming) ? NOTHING : payloadOf(incoming.payload));

/** The op without what it said, as the book has it once it was destroyed by law (I39). */
export const erasedOp = (op: ReadOp): ReadOp => readAs({ ...op, payload: "" }, op.head, NOTHING);

const readAs = (incoming: Incoming, head: Header, payload: Payload | undefined): ReadOp => {
  const isReadable = payload !== undefined && head.minReader <= DICTIONARY;
  return { ...incoming, head, payloadRead: payload ?? NOTHING, isReadable };
};

/**
 * True when the op changes records: the verdict alone decides, on every desk and at the center. What a newer dictionary
 * wrote is folded like everything else, though people here cannot read all of it: state knows no dictionary (I10).
 */
export const hasEffect = ({ verdict }: Pick<ReadOp, "verdict">): boolean => verdict === "ok";

/** An op as the fold takes it. */
export const foldOpOf = ({ h, seq, head, payloadRead }: ReadOp): FoldOp => ({
  h,
  seq,
  header: head,
  muts: payloadRead.muts,
});

/** `t/id`: how indexes name a record. */
export const recordKey = (t: string, id: string): string => `${t}/${id}`;

const keysOf = ({ payloadRead }: ReadOp): readonly string[] =>
  recordsOf(payloadRead.muts).map(([t, id]) => recordKey(t, id));

/** An op as it is stored: sealed, beside what the indexes need. */
export const rowOfOp = async (seal: Seal, op: ReadOp): Promise<OpRow> => {
  const { h, header, payload, sig, actorSig, recv, verdict, seq, head } = op;
  const body: OpBody = { h, header, payload, sig, actorSig, recv, verdict };
  const records = keysOf(op);
  return {
    h,
    feed: head.feed,
    n: head.n,
    seq,
    records,
    ...(seq >= PENDING && { open: records }),
    ...(op.isWaiting && { waiting: head.n }),
    // what was destroyed is nobody's task any more
    ...(!isErased(op) && !(hasEffect(op) && op.isReadable) && { refused: 1 as const }),
    ...(op.payloadRead.blobs !== undefined && { scans: 1 as const }),
    sealed: await seal.seal("ops", h, body),
  };
};

/** A stored op, opened and parsed. What had an effect when it was stored was checked then, and sealed. */
export const openOp = async (seal: Seal, row: OpRow): Promise<ReadOp> => {
  const body = (await seal.open("ops", row.h, row.sealed)) as OpBody;
  const read = row.refused === undefined ? readOwn : readOp;
  return read({ ...body, seq: row.seq, isWaiting: row.waiting !== undefined });
};

/** Stored ops, opened, in the order of the book. */
export const openOps = async (seal: Seal, rows: readonly OpRow[]): Promise<readonly ReadOp[]> => {
  const ops = await Promise.all(rows.map((row) => openOp(seal, row)));
  return ops.sort((a, b) => a.seq - b.seq);
};
