import { readFile } from "node:fs/promises";
import { clearOf, FRAME_HEAD, type Frame, type FrameType, frameAt, TYPE } from "./frame.ts";
import { SEGMENT_HEAD, segmentHead, segmentNumbers, segmentPath } from "./segments.ts";

/** Where one record lies: its segment, its first byte there, and the length of its bytes without the frame's head. */
export type Place = { readonly segment: number; readonly offset: number; readonly length: number };
/** The end of the desk's chain: position and hash of its newest op; 0 and "" before the first. */
export type Head = { readonly n: number; readonly h: string };

/** What a journal holds, as far as it can be read without a key. */
export type Scan = {
  readonly places: ReadonlyMap<FrameType, Place[]>;
  readonly head: Head;
  readonly recordCount: number;
  /** Where the readable part ends. */
  readonly end: { readonly segment: number; readonly offset: number };
  /** "sound"; "torn": bytes nobody was promised lie behind the end; "damaged": something promised is missing. */
  readonly state: "sound" | "torn" | "damaged";
};

type Walk = { places: Map<FrameType, Place[]>; head: Head; recordCount: number };

/** Files a record under its type; false when an op does not continue the chain. */
const take = (walk: Walk, segment: number, frame: Frame): boolean => {
  if (frame.type === TYPE.op) {
    const clear = clearOf(frame.bytes);
    if (clear.n !== walk.head.n + 1) return false;
    walk.head = clear;
  }
  const places = walk.places.get(frame.type) ?? [];
  places.push({ segment, offset: frame.offset, length: frame.bytes.length });
  walk.places.set(frame.type, places);
  walk.recordCount += 1;
  return true;
};

/** Reads records until the segment ends or one does not fit; answers where that was. */
const walkSegment = (walk: Walk, segment: number, bytes: Buffer): number => {
  if (!bytes.subarray(0, SEGMENT_HEAD).equals(segmentHead(segment))) return 0;
  let offset = SEGMENT_HEAD;
  for (;;) {
    const frame = frameAt(bytes, offset);
    if (frame === undefined || !take(walk, segment, frame)) return offset;
    offset += FRAME_HEAD + frame.bytes.length;
  }
};

/**
 * Reads a journal at start. What was promised is `promised` records: when fewer can be read the journal is damaged and
 * only what comes before the damage is salvaged; when all of them can, whatever lies behind was never answered as saved
 * and is a torn tail (fault F13).
 */
export const scanJournal = async (folder: string, promised: number): Promise<Scan> => {
  const walk: Walk = { places: new Map(), head: { n: 0, h: "" }, recordCount: 0 };
  const numbers = segmentNumbers(folder);
  let end = { segment: 0, offset: 0 };
  let isWhole = true;
  for (const [index, number] of numbers.entries()) {
    if (number !== index + 1) isWhole = false;
    if (!isWhole) break;
    const bytes = await readFile(segmentPath(folder, number));
    end = { segment: number, offset: walkSegment(walk, number, bytes) };
    isWhole = end.offset === bytes.length && end.offset > 0;
  }
  const isLast = end.segment === (numbers.at(-1) ?? 0);
  if (walk.recordCount < promised || (!isWhole && !isLast)) return { ...walk, end, state: "damaged" };
  return { ...walk, end, state: isWhole ? "sound" : "torn" };
};
