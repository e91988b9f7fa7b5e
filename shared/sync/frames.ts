import { done, type Result, refuse } from "../kernel/result.ts";
import { textOf, utf8 } from "../kernel/utf8.ts";
import type { BookedOp, Op } from "../ops/op.ts";

/*
 * The stream of push and pull bodies (docs/protocol.md §4): magic "LAD1", then records of
 * u8 type, u32be length, body. Types: "O" one op, "B" one booked op, "T" trailer (canonical JSON), always last.
 */

const MAGIC = new Uint8Array([0x4c, 0x41, 0x44, 0x31]);
const TYPE = { op: 0x4f, booked: 0x42, trailer: 0x54 } as const;
const RECORD_MAX = 1024 * 1024;

/** Joins byte arrays into one. */
export const concat = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

/** Texts one after the other, each behind its length, in one piece. */
const fields = (texts: readonly string[]): Uint8Array => {
  const bodies = texts.map(utf8);
  const out = new Uint8Array(bodies.reduce((sum, body) => sum + 4 + body.length, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const body of bodies) {
    view.setUint32(at, body.length);
    out.set(body, at + 4);
    at += 4 + body.length;
  }
  return out;
};
/** The parts of one record: its type, its length, its body. */
const record = (type: number, body: Uint8Array): readonly Uint8Array[] => {
  const head = new Uint8Array(5);
  head[0] = type;
  new DataView(head.buffer).setUint32(1, body.length);
  return [head, body];
};

const textsOf = ({ header, payload, sig, actorSig }: Op): readonly string[] => [
  header,
  payload,
  sig,
  actorSig,
];
const bookedTexts = (op: BookedOp): readonly string[] => [
  String(op.seq),
  op.recv,
  op.verdict,
  ...textsOf(op),
];

/** The body of a push: every op in feed order, then the trailer `{count, sha256}` over everything before it. */
export const encodeOps = (ops: readonly Op[]): Uint8Array<ArrayBuffer> =>
  concat([MAGIC, ...ops.flatMap((op) => record(TYPE.op, fields(textsOf(op))))]);

/** The body of a pull page, without its trailer. */
export const encodeBooked = (ops: readonly BookedOp[]): Uint8Array<ArrayBuffer> =>
  concat([MAGIC, ...ops.flatMap((op) => record(TYPE.booked, fields(bookedTexts(op))))]);

/** Appends the trailer text (canonical JSON) to a body. */
export const withTrailer = (body: Uint8Array, trailer: string): Uint8Array<ArrayBuffer> =>
  concat([body, ...record(TYPE.trailer, utf8(trailer))]);

/** A body taken apart. `hashed` is how many leading bytes the trailer's sha256 covers. */
export type Frames = {
  readonly ops: readonly Op[];
  readonly booked: readonly BookedOp[];
  readonly trailer: string;
  readonly hashed: number;
};

type Reader = { at: number; readonly bytes: Uint8Array };

const readU32 = (reader: Reader): number => {
  if (reader.at + 4 > reader.bytes.length) throw new RangeError("cut");
  const value = new DataView(reader.bytes.buffer, reader.bytes.byteOffset + reader.at, 4).getUint32(0);
  reader.at += 4;
  return value;
};
const readField = (reader: Reader): string => {
  const length = readU32(reader);
  if (length > RECORD_MAX || reader.at + length > reader.bytes.length) throw new RangeError("cut");
  const text = textOf(reader.bytes.subarray(reader.at, reader.at + length));
  reader.at += length;
  return text;
};
/** A number of a book has one text: no sign, no leading zero, no space, no exponent. */
const readSeq = (reader: Reader): number => {
  const text = readField(reader);
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new RangeError("seq");
  return Number(text);
};
const readOp = (reader: Reader): Omit<Op, "h"> => ({
  header: readField(reader),
  payload: readField(reader),
  sig: readField(reader),
  actorSig: readField(reader),
});

/**
 * Takes a received body apart. Refused as `malformed` when the magic, a length or UTF-8 is wrong, when a record is of
 * an unknown type, or when anything follows the trailer. Hashes are not checked here: `h` is filled in by the caller,
 * who owns a hash function.
 */
export const decodeFrames = (bytes: Uint8Array, opsMax: number): Result<Frames> => {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return refuse("malformed", undefined, "magic");
  const reader: Reader = { at: MAGIC.length, bytes };
  const ops: Op[] = [];
  const booked: BookedOp[] = [];
  try {
    while (reader.at < bytes.length) {
      const start = reader.at;
      const type = bytes[reader.at];
      reader.at += 1;
      const end = readU32(reader) + reader.at;
      if (end > bytes.length) return refuse("malformed", undefined, "length");
      const part: Reader = { at: reader.at, bytes: bytes.subarray(0, end) };
      if (type === TYPE.trailer) {
        const trailer = textOf(bytes.subarray(reader.at, end));
        return end === bytes.length
          ? done({ ops, booked, trailer, hashed: start })
          : refuse("malformed", undefined, "after-trailer");
      }
      if (ops.length + booked.length >= opsMax) return refuse("too-large", undefined, "ops");
      if (type === TYPE.op) ops.push({ h: "", ...readOp(part) });
      else if (type === TYPE.booked) {
        const [seq, recv, verdict] = [readSeq(part), readField(part), readField(part)];
        booked.push({ h: "", seq, recv, verdict, ...readOp(part) });
      } else return refuse("malformed", undefined, "type");
      if (part.at !== end) return refuse("malformed", undefined, "length");
      reader.at = end;
    }
  } catch (cause) {
    if (cause instanceof RangeError || cause instanceof TypeError)
      return refuse("malformed", undefined, "frame");
    throw cause;
  }
  return refuse("malformed", undefined, "trailer");
};
