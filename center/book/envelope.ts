import type { KeyObject } from "node:crypto";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { RefusalCode } from "../../shared/kernel/refusals.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { utf8 } from "../../shared/kernel/utf8.ts";
import {
  type FoldOp,
  type Header,
  isErased,
  OP_BYTES_MAX,
  type Op,
  type Payload,
  type Verdict,
} from "../../shared/ops/op.ts";
import { isFoldable, parseHeader, parsePayload } from "../../shared/sync/opShape.ts";
import { sha256 } from "../hash.ts";
import { isSigned } from "../keys/ed25519.ts";

/** An op whose bytes hold together: identity, signature, header read. `payload` is undefined when no fold can take it. */
export type Authentic = {
  readonly op: Op;
  readonly header: Header;
  readonly payload: Payload | undefined;
  readonly headerBytes: Uint8Array;
  readonly payloadBytes: Uint8Array;
  /** Its payload was destroyed by law: it is what its header proves, and changes nothing. */
  readonly isErased: boolean;
  /** What it is booked as when it comes without its payload; `ok`, as most of them stood in a book, when nothing is said. */
  readonly erasedAs?: Verdict;
};

/** A received op, and what its bytes came to: authentic, or a code that says why not. */
export type Checked = {
  readonly received: Omit<Op, "h">;
  readonly authentic?: Authentic;
  readonly code?: RefusalCode;
};

/**
 * Whose ops are accepted: bureau and feed of the session, and the feed's key. Never what a body says of itself.
 * `mayBeErased`: from a book, which may hold ops without their payload; a desk never pushes such.
 */
export type Source = {
  readonly bureau: string;
  readonly feed: string;
  readonly key: KeyObject;
  readonly mayBeErased?: boolean;
};

/** The op as the fold takes it, under its number. */
export const foldOpOf = ({ op, header, payload }: Authentic, seq: number): FoldOp => ({
  h: op.h,
  seq,
  header,
  muts: payload?.muts ?? [],
});

const payloadOf = (value: Json): Payload | undefined => (isFoldable(value) ? value : undefined);

/**
 * Checks the bytes of a received op: size, canonical form, hash of the payload, tenant, feed and signature. What is
 * refused here is not authentic or not readable, and is never stored as an op (F52, F69, F71, F76).
 */
export const checkEnvelope = (received: Omit<Op, "h">, source: Source): Result<Authentic> => {
  const { bureau, feed, key } = source;
  const [headerBytes, payloadBytes] = [utf8(received.header), utf8(received.payload)];
  if (headerBytes.length + payloadBytes.length > OP_BYTES_MAX) return refuse("too-large", undefined, "op");
  const header = parseHeader(received.header);
  if (!header.ok) return header;
  if (header.value.bureau !== bureau) return refuse("wrong-bureau");
  if (header.value.feed !== feed || !isSigned(key, headerBytes, received.sig))
    return refuse("signature-invalid");
  if (received.actorSig !== "" && !/^[0-9a-f]{128}$/.test(received.actorSig))
    return refuse("malformed", undefined, "actorSig");
  const op: Op = { ...received, h: sha256(headerBytes) };
  const read = { op, header: header.value, headerBytes, payloadBytes };
  if (source.mayBeErased === true && isErased(received))
    return done({ ...read, payload: undefined, isErased: true });
  if (sha256(payloadBytes) !== header.value.ph) return refuse("hash-mismatch");
  const payload = parsePayload(received.payload);
  if (!payload.ok) return payload;
  return done({ ...read, payload: payloadOf(payload.value), isErased: false });
};
