import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { LIMITS } from "../../shared/api/syncApi.ts";
import { parseCanonical } from "../../shared/kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { BookedOp, Op } from "../../shared/ops/op.ts";
import { decodeFrames, type Frames } from "../../shared/sync/frames.ts";
import { sha256 } from "../hash.ts";

const unzip = promisify(gunzip);
const trailer = z.strictObject({ count: z.number().int(), sha256: z.string() });

/**
 * The body as it was before packing. Counted while inflating: zlib stops at the limit, whatever the packed size
 * promises (F69).
 */
const inflate = async (packed: Uint8Array, encoding: string | undefined): Promise<Result<Uint8Array>> => {
  if (packed.length > LIMITS.pushBytesPacked && encoding === "gzip")
    return refuse("too-large", undefined, "packed");
  if (encoding === undefined || encoding === "identity")
    return packed.length > LIMITS.pushBytes ? refuse("too-large") : done(packed);
  if (encoding !== "gzip") return refuse("malformed", undefined, "content-encoding");
  const most = Math.min(LIMITS.pushBytes, packed.length * LIMITS.inflateRatio);
  try {
    return done(await unzip(packed, { maxOutputLength: most }));
  } catch (error) {
    const code = (error as { readonly code?: string }).code ?? "";
    if (code === "ERR_BUFFER_TOO_LARGE") return refuse("too-large", undefined, "inflated");
    if (code.startsWith("Z_")) return refuse("malformed", undefined, "gzip");
    throw error;
  }
};

/** The frames of a body: inflated within limits, counted, and whole by its own trailer. */
const framesOf = async (packed: Uint8Array, encoding: string | undefined): Promise<Result<Frames>> => {
  const body = await inflate(packed, encoding);
  if (!body.ok) return body;
  const frames = decodeFrames(body.value, LIMITS.opsPerPush);
  if (!frames.ok) return frames;
  const { ops, booked, trailer: text, hashed } = frames.value;
  const parsed = parseCanonical(text);
  const end = trailer.safeParse(parsed.ok ? parsed.value : undefined);
  if (!end.success) return refuse("malformed", undefined, "trailer");
  if (end.data.count !== ops.length + booked.length) return refuse("malformed", undefined, "count");
  return end.data.sha256 === sha256(body.value.subarray(0, hashed))
    ? done(frames.value)
    : refuse("hash-mismatch", undefined, "trailer");
};

/** The ops of a push body: frames "O" and nothing else. */
export const opsOfBody = async (
  packed: Uint8Array,
  encoding: string | undefined,
): Promise<Result<readonly Omit<Op, "h">[]>> => {
  const frames = await framesOf(packed, encoding);
  if (!frames.ok) return frames;
  return frames.value.booked.length === 0
    ? done(frames.value.ops)
    : refuse("malformed", undefined, "trailer");
};

/** The ops of a rescue body: frames "B", each with the number it once had. */
export const bookedOfBody = async (
  packed: Uint8Array,
  encoding: string | undefined,
): Promise<Result<readonly BookedOp[]>> => {
  const frames = await framesOf(packed, encoding);
  if (!frames.ok) return frames;
  const isWhole = frames.value.booked.every(({ seq }) => Number.isSafeInteger(seq) && seq > 0);
  return frames.value.ops.length === 0 && isWhole
    ? done(frames.value.booked)
    : refuse("malformed", undefined, "frames");
};
