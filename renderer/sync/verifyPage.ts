import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { type BookedOp, type Header, isErased, type Payload } from "../../shared/ops/op.ts";
import { CENTER_ONLY } from "../../shared/sync/centerOnly.ts";
import { chainInput } from "../../shared/sync/chain.ts";
import { isFoldable, parseHeader, parsePayload } from "../../shared/sync/opShape.ts";
import type { ChainPoint } from "../data/meta.ts";
import { isSigned, sha256, sha256Of } from "./proof.ts";

/**
 * Whose key signs what: feed → public key, as the book's device records say, and the pinned keys of the center and of
 * those that kept the book before it.
 */
export type Keys = { readonly feeds: ReadonlyMap<string, string>; readonly centers: readonly string[] };

/** Where the desk's verified book ends, and whose book it is. */
export type PageStart = { readonly at: ChainPoint; readonly bureau: string; readonly keys: Keys };

/** A page every op of which was proved: contiguous, hashed, chained and signed. */
export type ProvedPage = { readonly ops: readonly BookedOp[]; readonly end: ChainPoint };

type Read = { readonly op: BookedOp; readonly header: Header; readonly muts: Payload["muts"] };

const mutsOf = (payload: string): Payload["muts"] => {
  const parsed = parsePayload(payload);
  return parsed.ok && isFoldable(parsed.value) ? parsed.value.muts : [];
};

const read = async (booked: BookedOp, { bureau }: PageStart): Promise<Result<Read>> => {
  const header = parseHeader(booked.header);
  if (!header.ok) return header;
  const [h, ph] = await Promise.all([sha256Of(booked.header), sha256Of(booked.payload)]);
  // a payload that was destroyed by law is no other one: the header proves what it was (I39)
  if (!isErased(booked) && ph !== header.value.ph)
    return refuse("hash-mismatch", undefined, String(booked.seq));
  if (header.value.bureau !== bureau) return refuse("wrong-bureau", undefined, String(booked.seq));
  return done({ op: { ...booked, h }, header: header.value, muts: mutsOf(booked.payload) });
};

/** Keys the center announces in this op take effect for the ops after it. */
const learn = (feeds: Map<string, string>, { op, muts }: Read): void => {
  if (op.verdict !== "ok") return;
  for (const mut of muts)
    if (mut.k === "put" && mut.t === "device" && mut.f === "key" && typeof mut.new === "string")
      feeds.set(mut.id, mut.new);
};

const authentic = async (
  { op, header, muts }: Read,
  feeds: ReadonlyMap<string, string>,
  centers: readonly string[],
): Promise<Result<void>> => {
  const isCenters = muts.some(({ t }) => CENTER_ONLY.has(t)) && op.verdict === "ok";
  const own = feeds.get(header.feed);
  const candidates = isCenters || own === undefined ? centers : [own, ...centers];
  for (const key of candidates) if (await isSigned(key, op.sig, op.header)) return done(undefined);
  return refuse(
    own === undefined && !isCenters ? "device-unknown" : "signature-invalid",
    undefined,
    String(op.seq),
  );
};

/** What is known of one op after reading it, and the proof of its signature, which is still under way. */
type Proof = { readonly read: Result<Read>; readonly genuine: Promise<Result<void>> };

const refused = <T>(result: Result<T> & { readonly ok: false }): Proof => ({
  read: result,
  genuine: Promise.resolve(done(undefined)),
});

/**
 * Begins every proof of a page at once, in the order of the book, up to the first op that cannot be read. A key counts
 * from the op after the one that announces it; should that op prove false, the page is refused with it.
 */
const beginProofs = async (booked: readonly BookedOp[], start: PageStart): Promise<readonly Proof[]> => {
  const feeds = new Map(start.keys.feeds);
  const reads = await Promise.all(booked.map((each) => read(each, start)));
  const proofs: Proof[] = [];
  for (const [index, one] of reads.entries()) {
    const seq = booked[index]?.seq ?? 0;
    if (seq !== start.at.seq + index + 1) return [...proofs, refused(refuse("gap", undefined, String(seq)))];
    if (!one.ok) return [...proofs, refused(one)];
    proofs.push({ read: one, genuine: authentic(one.value, feeds, start.keys.centers) });
    learn(feeds, one.value);
  }
  return proofs;
};

/**
 * Proves a page of the book against what this desk has already verified: numbers without gap, every hash, every
 * signature by the key that was announced before it, and the chain. The first thing that does not hold refuses the page
 * as a whole (I9, I20); nothing of it may be stored.
 */
export const verifyPage = async (
  booked: readonly BookedOp[],
  start: PageStart,
): Promise<Result<ProvedPage>> => {
  const proofs = await beginProofs(booked, start);
  const genuine = await Promise.all(proofs.map((proof) => proof.genuine));
  const ops: BookedOp[] = [];
  let end = start.at;
  for (const [index, proof] of proofs.entries()) {
    const said = genuine[index];
    if (!proof.read.ok) return proof.read;
    if (said?.ok !== true) return said ?? refuse("signature-invalid");
    const { op } = proof.read.value;
    end = { seq: op.seq, chain: await sha256(chainInput(end.chain, op.h, op.verdict)) };
    ops.push(op);
  }
  return done({ ops, end });
};
