import { done, type Result, refuse } from "../kernel/result.ts";
import { textOf, utf8 } from "../kernel/utf8.ts";
import { concat } from "./frames.ts";

/*
 * What is inside a bundle file (.ladb) once age has opened it (docs/protocol.md §10): magic "LADB1", then records of
 * u8 type, u32be length, body: "M" the manifest (canonical JSON), first; "P" parts; "B" chunks of attachments; "S" the
 * signature, last.
 */

const MAGIC = utf8("LADB1");
const TYPE = { manifest: 0x4d, part: 0x50, chunk: 0x42, signature: 0x53 } as const;
/** What a record takes beside its body. */
export const HEAD_BYTES = 5;
/** No part is longer than a push or a page may be, with room for its frames. */
const PART_MAX = 16 * 1024 * 1024;

/** Bundle files are opened whole, in memory: longer ones are not ours. */
export const BUNDLE_MAX = 64 * 1024 * 1024;
/** What age and the signature take of a file: a head and an end, and 16 bytes of each 64 KiB. */
const AGE_EACH = 16 / (64 * 1024);
const AGE_ONCE = 1024;
/** How many bytes of content, up to the signature, a file of `most` bytes holds. */
export const contentRoom = (most: number): number => Math.floor((most - AGE_ONCE) * (1 - AGE_EACH));
/** The file's name ends so; the rest is a number and says nothing about anybody. */
export const BUNDLE_ENDING = ".ladb";
/** How the name of a desk's file begins, and of the center's answer: who holds the stick tells them apart. */
export const REPORT = "report-";
export const ANSWER = "answer-";

/** What is put into a bundle. */
export type BundleContent = {
  readonly manifest: string;
  readonly parts: readonly Uint8Array[];
  /** Chunks of attachments, in the order of the manifest's list. */
  readonly chunks?: readonly Uint8Array[];
};

/** An opened bundle: nothing of it is believed before `sig` is checked over the first `signed` bytes. */
export type Bundle = {
  readonly manifest: string;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  /** Views of the opened bytes, never copies: a file may consist of little else. */
  readonly chunks: readonly Uint8Array[];
  readonly sig: string;
  readonly signed: number;
};

const record = (type: number, body: Uint8Array): readonly Uint8Array[] => {
  const head = new Uint8Array(HEAD_BYTES);
  head[0] = type;
  new DataView(head.buffer).setUint32(1, body.length);
  return [head, body];
};

/** Everything that is signed, in pieces one after the other: manifest, parts, chunks. Nothing of it is copied. */
export const bundlePieces = ({ manifest, parts, chunks = [] }: BundleContent): readonly Uint8Array[] => [
  MAGIC,
  ...record(TYPE.manifest, utf8(manifest)),
  ...parts.flatMap((part) => record(TYPE.part, part)),
  ...chunks.flatMap((chunk) => record(TYPE.chunk, chunk)),
];

/** The pieces of the signature (128 hex digits), which close a bundle. */
export const signaturePieces = (sig: string): readonly Uint8Array[] => record(TYPE.signature, utf8(sig));

/** How many bytes pieces are together. */
export const lengthOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, { length }) => sum + length, 0);

/** Everything that is signed, in one. */
export const encodeBundle = (
  manifest: string,
  parts: readonly Uint8Array[],
  chunks: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> => concat(bundlePieces({ manifest, parts, chunks }));

/** The text a sender signs: `sha256` (hex) of what `encodeBundle` made. */
export const bundleText = (sha256: string): string => `LAD bundle\n${sha256}`;

/** Closes a bundle with its signature (128 hex digits). */
export const signedBundle = (content: Uint8Array, sig: string): Uint8Array<ArrayBuffer> =>
  concat([content, ...signaturePieces(sig)]);

type Record = { readonly type: number; readonly body: Uint8Array; readonly at: number };

const recordsOf = (bytes: Uint8Array): readonly Record[] | undefined => {
  const records: Record[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = MAGIC.length; at < bytes.length; ) {
    if (at + HEAD_BYTES > bytes.length) return undefined;
    const end = at + HEAD_BYTES + view.getUint32(at + 1);
    if (end > bytes.length || end - at > PART_MAX) return undefined;
    records.push({ type: view.getUint8(at), body: bytes.subarray(at + HEAD_BYTES, end), at });
    at = end;
  }
  return records;
};

/** Takes an opened bundle apart. `malformed` for anything that `encodeBundle` and `signedBundle` do not write. */
export const decodeBundle = (bytes: Uint8Array): Result<Bundle> => {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return refuse("malformed", undefined, "magic");
  const [first, ...rest] = recordsOf(bytes) ?? [];
  const last = rest.pop();
  const behind = rest.findIndex(({ type }) => type !== TYPE.part);
  const [parts, chunks] = behind < 0 ? [rest, []] : [rest.slice(0, behind), rest.slice(behind)];
  const isWhole =
    first?.type === TYPE.manifest &&
    last?.type === TYPE.signature &&
    chunks.every(({ type }) => type === TYPE.chunk);
  if (!isWhole || first === undefined || last === undefined) return refuse("malformed", undefined, "records");
  try {
    const [manifest, sig] = [textOf(first.body), textOf(last.body)];
    return done({
      manifest,
      sig,
      parts: parts.map(({ body }) => body.slice() as Uint8Array<ArrayBuffer>),
      chunks: chunks.map(({ body }) => body),
      signed: last.at,
    });
  } catch (cause) {
    if (cause instanceof TypeError) return refuse("malformed", undefined, "text");
    throw cause;
  }
};

/** The form in which an enrolment code is compared, and in which it opens an enrolment file. */
export const plainCode = (code: string): string => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
