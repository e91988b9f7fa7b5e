import { crc32c } from "./crc32c.ts";

/*
 * A record on disk: u32be length of the bytes, u8 type, u32be crc32c over length, type and bytes, bytes.
 * The bytes of an op are u48be n, the 32 bytes of h, then the sealed body; of a note, the sealed body alone.
 */

/** What a record is. The numbers are on disk for ever. */
export const TYPE = { op: 1, projectionLost: 16, receipt: 17, audit: 18 } as const;
export type FrameType = (typeof TYPE)[keyof typeof TYPE];

/** Bytes before the body of every record. */
export const FRAME_HEAD = 9;
/** Clear bytes before the sealed body of an op: its n and h, needed to find the end of the chain without a key. */
export const OP_CLEAR = 6 + 32;
/** More than any record of ours: a length above it is damage, not a record. */
const FRAME_MAX = 2 * 1024 * 1024;

const TYPES: ReadonlySet<number> = new Set(Object.values(TYPE));

/** One record as it lies in a segment. */
export type Frame = { readonly type: FrameType; readonly offset: number; readonly bytes: Buffer };

/** The bytes of a record, ready to be appended. */
export const encodeFrame = (type: FrameType, bytes: Uint8Array): Buffer => {
  const frame = Buffer.alloc(FRAME_HEAD + bytes.length);
  frame.writeUInt32BE(bytes.length, 0);
  frame.writeUInt8(type, 4);
  frame.set(bytes, FRAME_HEAD);
  frame.writeUInt32BE(crc32c(frame.subarray(0, 5), bytes), 5);
  return frame;
};

/** The record at `offset`, or undefined when what lies there is cut, damaged or nothing of ours. */
export const frameAt = (segment: Buffer, offset: number): Frame | undefined => {
  if (offset + FRAME_HEAD > segment.length) return undefined;
  const length = segment.readUInt32BE(offset);
  const type = segment.readUInt8(offset + 4);
  const end = offset + FRAME_HEAD + length;
  if (!TYPES.has(type) || length > FRAME_MAX || end > segment.length) return undefined;
  const bytes = segment.subarray(offset + FRAME_HEAD, end);
  if (crc32c(segment.subarray(offset, offset + 5), bytes) !== segment.readUInt32BE(offset + 5))
    return undefined;
  return { type: type as FrameType, offset, bytes };
};

/** The clear part of an op's record. */
export const clearOf = (bytes: Buffer): { readonly n: number; readonly h: string } => ({
  n: bytes.readUIntBE(0, 6),
  h: bytes.toString("hex", 6, OP_CLEAR),
});

/** Writes the clear part of an op's record. */
export const encodeClear = (n: number, h: string): Buffer => {
  const clear = Buffer.alloc(OP_CLEAR);
  clear.writeUIntBE(n, 0, 6);
  clear.set(Buffer.from(h, "hex"), 6);
  return clear;
};
