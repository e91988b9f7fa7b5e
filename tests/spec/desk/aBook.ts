import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { BookedOp, Header, Mut } from "../../../shared/ops/op.ts";
import { CHAIN_START, chainInput } from "../../../shared/sync/chain.ts";

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
const hexOf = (key: KeyObject): string =>
  key.export({ format: "der", type: "spki" }).subarray(12).toString("hex");

export const BUREAU = "bureau-0001";

/** Somebody who signs: a desk or the center. */
export const aSigner = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { feed: randomBytes(12).toString("hex"), key: hexOf(publicKey), privateKey };
};
export type Signer = ReturnType<typeof aSigner>;

/** A book in memory, booked by the rules of docs/protocol.md and by nothing of the desk's own code. */
export const aBook = () => {
  const ops: BookedOp[] = [];
  const chains: string[] = [CHAIN_START];
  const heads = new Map<string, { n: number; h: string }>();
  const book = (
    by: Signer,
    muts: readonly Mut[] | Json,
    over: Partial<Header> & { verdict?: string } = {},
  ): BookedOp => {
    const { verdict = "ok", ...headerOver } = over;
    const payload = canonicalJson({ muts } as unknown as Json);
    const last = heads.get(by.feed) ?? { n: 0, h: "" };
    const header = canonicalJson({
      v: 1,
      suite: "ed25519-sha256",
      bureau: BUREAU,
      feed: by.feed,
      n: last.n + 1,
      prev: last.h,
      rnd: randomBytes(16).toString("hex"),
      intent: "aidFile.record",
      actor: "staff-0001",
      session: "session-0001",
      desk: "一号",
      app: "0.1.0",
      os: "test",
      wall: "2026-03-02T01:00:00.000Z",
      tzo: 480,
      hlc: [1, 0],
      mono: { boot: "b", ms: 1 },
      seen: { epoch: "", seq: 0, head: "" },
      schema: 1,
      minReader: 1,
      ph: sha256(payload),
      ...headerOver,
    } as unknown as Json);
    const h = sha256(header);
    heads.set(by.feed, { n: last.n + 1, h });
    const sig = sign(null, Buffer.from(header), by.privateKey).toString("hex");
    const op: BookedOp = {
      h,
      header,
      payload,
      sig,
      actorSig: "",
      seq: ops.length + 1,
      recv: "2026-03-02T01:00:01.000Z",
      verdict,
    };
    ops.push(op);
    chains.push(sha256(chainInput(chains.at(-1) ?? "", h, verdict)));
    return op;
  };
  return { ops, book, chainAt: (seq: number): string => chains[seq] ?? "" };
};

/** A plain write of one fact. */
export const put = (f: string, v: Json, sup: readonly string[] = [], id = "file-0001"): Mut => ({
  k: "put",
  t: "aidFile",
  id,
  f,
  old: null,
  new: v,
  sup,
});
/** The center announces a desk's key. */
export const announce = ({ feed, key }: Signer): Mut => ({
  k: "put",
  t: "device",
  id: feed,
  f: "key",
  old: null,
  new: key,
  sup: [],
});
