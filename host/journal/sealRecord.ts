import { createHash, type KeyObject } from "node:crypto";
import { isErased, type Op } from "../../shared/ops/op.ts";
import { SEAL_BYTES, seal, unseal } from "../seal.ts";
import { clearOf, encodeClear, type FrameType, OP_CLEAR, TYPE } from "./frame.ts";
import type { Place } from "./scanJournal.ts";

type At = Pick<Place, "segment" | "offset">;
/** A spot and the kind of note that lies there. */
type NoteAt = At & { readonly type: FrameType };
const contextOf = ({ segment, offset }: At, type: FrameType, clear: string): string =>
  `journal ${segment} ${offset} ${type} ${clear}`;

/** The bytes of an op's record: n and h in clear, everything else sealed to this spot. */
export const sealOp = (
  key: Uint8Array,
  at: At,
  { n, op }: { readonly n: number; readonly op: Op },
): Buffer => {
  const clear = encodeClear(n, op.h);
  const body = Buffer.from(JSON.stringify([op.header, op.payload, op.sig, op.actorSig]), "utf8");
  return Buffer.concat([clear, seal(key, body, contextOf(at, TYPE.op, clear.toString("hex")))]);
};

/** The op of a record; undefined when it does not open at this spot or is not the op its clear part names. */
export const unsealOp = (key: Uint8Array | KeyObject, at: At, bytes: Buffer): Op | undefined => {
  const clear = bytes.subarray(0, OP_CLEAR);
  const body = unseal(key, bytes.subarray(OP_CLEAR), contextOf(at, TYPE.op, clear.toString("hex")));
  if (body === undefined) return undefined;
  const [header, payload, sig, actorSig] = JSON.parse(body.toString("utf8")) as [
    string,
    string,
    string,
    string,
  ];
  const { h } = clearOf(bytes);
  const isItself = createHash("sha256").update(header, "utf8").digest("hex") === h;
  return isItself ? { h, header, payload, sig, actorSig } : undefined;
};

/**
 * The record of an op without its payload, as long as it was: the rest is blank. Undefined when it has none any more, or
 * does not open at this spot.
 */
export const eraseSealed = (key: Uint8Array, at: At, bytes: Buffer): Buffer | undefined => {
  const op = unsealOp(key, at, bytes);
  if (op === undefined || isErased(op)) return undefined;
  const clear = bytes.subarray(0, OP_CLEAR);
  const body = Buffer.alloc(bytes.length - OP_CLEAR - SEAL_BYTES, " ");
  body.write(JSON.stringify([op.header, "", op.sig, op.actorSig]), "utf8");
  return Buffer.concat([clear, seal(key, body, contextOf(at, TYPE.op, clear.toString("hex")))]);
};

/** A local event: when, who was signed in, and what the page wrote. */
export type Note = { readonly at: string; readonly login: string; readonly body: string };

/** The bytes of a note's record, wholly sealed to this spot. */
export const sealNote = (key: Uint8Array, at: NoteAt, note: Note): Buffer =>
  seal(key, Buffer.from(JSON.stringify(note), "utf8"), contextOf(at, at.type, ""));

/** The note of a record; undefined when it does not open at this spot. */
export const unsealNote = (key: Uint8Array, at: NoteAt, bytes: Buffer): Note | undefined => {
  const body = unseal(key, bytes, contextOf(at, at.type, ""));
  return body === undefined ? undefined : (JSON.parse(body.toString("utf8")) as Note);
};
