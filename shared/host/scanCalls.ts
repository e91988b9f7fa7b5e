import { z } from "zod";
import { BLOB_IDS_MAX, CHUNKS_MAX } from "../api/blobApi.ts";
import { SCAN_FORMATS, type ScanFormat } from "../dictionary/codes/scanFormats.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const scan = z.strictObject({
  /** SHA-256 of the content. */
  id: hash,
  bytes: z.number().int(),
  format: z.enum(Object.keys(SCAN_FORMATS) as [ScanFormat]),
  chunks: z.array(hash),
  /** The center has verified the whole. Until then nothing here may be removed. */
  isAtCenter: z.boolean(),
});

/** An attachment that lies on this machine. */
export type KeptScan = z.infer<typeof scan>;

/** What the machine does with attachments. Their chunks are stored and read by `blob.put` and `blob.get`. */
export const SCAN_CALLS = {
  /** Which of these blobs are not here, or no longer what they were. Each is read and checked. */
  "blob.missing": {
    input: z.strictObject({ ids: z.array(hash).max(CHUNKS_MAX) }),
    output: z.strictObject({ ids: z.array(hash) }),
  },
  /**
   * Makes one attachment of chunks stored before (512 KiB each): judged by its bytes, measured, hashed as a whole. `id`
   * is what it must be when it came from elsewhere. Refuses `scan-…`, `hash-mismatch`, `not-found`.
   */
  "scan.keep": {
    input: z.strictObject({ chunks: z.array(hash).max(CHUNKS_MAX + 1), id: hash.optional() }),
    output: scan,
  },
  /** What lies here of these attachments; those that are not here are left out. */
  "scan.list": {
    input: z.strictObject({ ids: z.array(hash).max(BLOB_IDS_MAX) }),
    output: z.strictObject({ scans: z.array(scan) }),
  },
  /** The center has verified this attachment, or has lost it again. */
  "scan.confirm": {
    input: z.strictObject({ id: hash, isAtCenter: z.boolean() }),
    output: z.strictObject({}),
  },
} as const;
