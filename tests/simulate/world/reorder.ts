import { createHash } from "node:crypto";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import { decodeFrames, encodeOps, withTrailer } from "../../../shared/sync/frames.ts";

/** The later half of a push, whole in itself, as it arrives where batches overtake each other (F24); none of a single op. */
export const tailOf = (body: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  const frames = decodeFrames(body, Number.MAX_SAFE_INTEGER);
  if (!frames.ok || frames.value.ops.length < 2) return undefined;
  const tail = frames.value.ops.slice(Math.ceil(frames.value.ops.length / 2));
  const stream = encodeOps(tail);
  const sha256 = createHash("sha256").update(stream).digest("hex");
  return withTrailer(stream, canonicalJson({ count: tail.length, sha256 }));
};
