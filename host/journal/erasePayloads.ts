import { readFile } from "node:fs/promises";
import { writeDurably } from "../files.ts";
import { clearOf, encodeFrame, FRAME_HEAD, frameAt, TYPE } from "./frame.ts";
import { eraseSealed } from "./sealRecord.ts";
import { SEGMENT_HEAD, segmentNumbers, segmentPath } from "./segments.ts";

/** Which ops lose their payload, and the key to the journal. `count` grows with every one that still had it. */
export type Erasing = { readonly key: Uint8Array; readonly hashes: ReadonlySet<string>; count: number };

/**
 * The segment without the payloads of these ops; undefined when it holds none of them. Every record keeps its place and
 * length, so all others stay bit for bit, and so does the scan that finds them.
 */
export const withoutPayloads = (erasing: Erasing, segment: number, bytes: Buffer): Buffer | undefined => {
  let copy: Buffer | undefined;
  let offset = SEGMENT_HEAD;
  for (;;) {
    const frame = frameAt(bytes, offset);
    if (frame === undefined) return copy;
    if (frame.type === TYPE.op && erasing.hashes.has(clearOf(frame.bytes).h)) {
      const erased = eraseSealed(erasing.key, { segment, offset }, frame.bytes);
      if (erased !== undefined) {
        copy ??= Buffer.from(bytes);
        encodeFrame(TYPE.op, erased).copy(copy, offset);
        erasing.count += 1;
      }
    }
    offset += FRAME_HEAD + frame.bytes.length;
  }
};

/** The same for a journal that is never appended to any more: one written before this desk was restored. */
export const eraseInFolder = async (folder: string, erasing: Erasing): Promise<void> => {
  for (const number of segmentNumbers(folder)) {
    const path = segmentPath(folder, number);
    const changed = withoutPayloads(erasing, number, await readFile(path));
    if (changed !== undefined) await writeDurably(path, changed);
  }
};
