import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { SnapshotChunk } from "../../shared/api/snapshotApi.ts";
import { sha256 } from "../hash.ts";

const pack = promisify(gzip);

/** A record's canonical state text, and its kind. */
export type StateText = { readonly t: string; readonly text: string };
/** A finished chunk and the bytes it travels as. */
export type CutChunk = { readonly chunk: SnapshotChunk; readonly packed: Buffer };

const closed = async (texts: readonly StateText[]): Promise<CutChunk> => {
  const bytes = Buffer.from(texts.map(({ text }) => text).join(","), "utf8");
  const packed = await pack(bytes);
  return {
    packed,
    chunk: {
      id: sha256(bytes),
      count: texts.length,
      packed: packed.length,
      bytes: bytes.length,
      from: texts[0]?.t ?? "",
      to: texts.at(-1)?.t ?? "",
    },
  };
};

/** Cuts a stream of records into chunks of at most `most` unpacked bytes; a record is never cut. */
export async function* cutChunks(
  pages: AsyncIterable<readonly StateText[]>,
  most: number,
): AsyncGenerator<CutChunk> {
  let open: StateText[] = [];
  let bytes = 0;
  for await (const page of pages)
    for (const one of page) {
      const length = Buffer.byteLength(one.text) + 1;
      if (open.length > 0 && bytes + length > most) {
        yield await closed(open);
        [open, bytes] = [[], 0];
      }
      open.push(one);
      bytes += length;
    }
  if (open.length > 0) yield await closed(open);
}
