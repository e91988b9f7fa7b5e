import { CHUNK_BYTES, chunkCount } from "../../shared/api/blobApi.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import { SCAN_FORMATS } from "../../shared/dictionary/codes/scanFormats.ts";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import type { ScanFacts } from "../../shared/dictionary/scan.ts";
import type { KeptScan } from "../../shared/host/scanCalls.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { scanFits, sniffScan } from "../../shared/law/scanRules.ts";
import { fromBase64, toBase64 } from "../base64.ts";
import type { Desk } from "./desk.ts";
import { perform, type Saved } from "./perform.ts";

/** To which record and which of its materials a scan belongs. */
export type ScanPlace = {
  readonly t: EntityType;
  readonly id: string;
  readonly kind: NonNullable<ScanFacts["kind"]>;
};

const TITLE_MAX = 80;
/** What a name may not carry into a printed list: control characters and marks that turn the writing round. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The name of the file without its ending, for people only: it decides nothing. */
const titleOf = ({ name }: File, kind: string): string =>
  name
    .replace(/\.[^.]{1,5}$/u, "")
    .replaceAll(UNPRINTABLE, "")
    .trim()
    .slice(0, TITLE_MAX) || kind;

const sliceOf = async (file: File, index: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES).arrayBuffer());

/** What a clerk would otherwise learn only after the whole file was read: the host judges again, and decides. */
const looksRight = async (file: File): Promise<Result<void>> => {
  const sniffed = sniffScan(await sliceOf(file, 0));
  return sniffed.ok ? scanFits(sniffed.value, file.size) : sniffed;
};

/** Hands the file to the host, a chunk at a time: however long it is, one chunk is in memory (F68). */
const store = async ({ host }: Desk, file: File): Promise<Result<KeptScan>> => {
  const chunks: string[] = [];
  for (let index = 0; index < chunkCount(file.size); index += 1) {
    const put = await host["blob.put"]({ data: toBase64(await sliceOf(file, index)) });
    if (!put.ok) return put;
    chunks.push(put.value.id);
  }
  return host["scan.keep"]({ chunks });
};

/**
 * Adds a scan to a material: judged by its bytes, sealed and durable on this computer first, then named by an op. The op
 * travels at once, the bytes follow when nothing else is to be sent. Refuses `scan-…`, `disk-full`, and what the record
 * refuses.
 */
export const addScan = async (desk: Desk, { t, id, kind }: ScanPlace, file: File): Promise<Result<Saved>> => {
  const right = await looksRight(file);
  if (!right.ok) return right;
  const kept = await store(desk, file);
  if (!kept.ok) return kept;
  const { id: hash, bytes, format } = kept.value;
  const row: ScanFacts = { kind, title: titleOf(file, kind), format, bytes, hash };
  const blobs = [{ id: hash, bytes, type: SCAN_FORMATS[format].type }];
  return perform(desk, recordRow, { t, id, input: { f: "scans", row }, blobs });
};

/** The whole scan, to be shown; `not-found` when a part of it is not here or was damaged. */
export const readScan = async ({ host }: Desk, { chunks, format }: KeptScan): Promise<Result<Blob>> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const id of chunks) {
    const part = await host["blob.get"]({ id });
    if (!part.ok) return part;
    parts.push(fromBase64(part.value.data));
  }
  // the type is the one that the bytes have, never one that a file or a server named
  return parts.length === 0
    ? refuse("not-found")
    : done(new Blob(parts, { type: SCAN_FORMATS[format].type }));
};
