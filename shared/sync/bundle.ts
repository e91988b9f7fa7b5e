import { done, type Result, refuse } from "../kernel/result.ts";
import { textOf, utf8 } from "../kernel/utf8.ts";
import { concat } from "./frames.ts";

/*
 * What is inside a bundle file (.ladb) once age has opened it (docs/protocol.md §10): magic "LADB1", then records of
 * u8 type, u32be length, body: "M" the manifest (canonical JSON), first; "P" parts; "S" the signature, last.
 */

const MAGIC = utf8("LADB1");
const TYPE = { manifest: 0x4d, part: 0x50, signature: 0x53 } as const;
const HEAD_BYTES = 5;
/** No part is longer than a push or a page may be, with room for its frames. */
const PART_MAX = 16 * 1024 * 1024;

/** Bundle files are opened whole, in memory: longer ones are not ours. */
export const BUNDLE_MAX = 64 * 1024 * 1024;
/** The file's name ends so; the rest is a number and says nothing about anybody. */
export const BUNDLE_ENDING = ".ladb";
/** How the name of a desk's file begins, and of the center's answer: who holds the stick tells them apart. */
export const REPORT = "report-";
export const ANSWER = "answer-";

/** An opened bundle: nothing of it is believed before `sig` is checked over the first `signed` bytes. */
export type Bundle = {
  readonly manifest: string;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly sig: string;
  readonly signed: number;
};

const record = (type: number, body: Uint8Array): Uint8Array => {
  const head = new Uint8Array(HEAD_BYTES);
  head[0] = type;
  new DataView(head.buffer).setUint32(1, body.length);
  return concat([head, body]);
};

/** Everything that is signed: manifest and parts. */
export const encodeBundle = (manifest: string, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  concat([MAGIC, record(TYPE.manifest, utf8(manifest)), ...parts.map((part) => record(TYPE.part, part))]);

/** The text a sender signs: `sha256` (hex) of what `encodeBundle` made. */
export const bundleText = (sha256: string): string => `LAD bundle\n${sha256}`;

/** Closes a bundle with its signature (128 hex digits). */
export const signedBundle = (content: Uint8Array, sig: string): Uint8Array<ArrayBuffer> =>
  concat([content, record(TYPE.signature, utf8(sig))]);

type Record = { readonly type: number; readonly body: Uint8Array<ArrayBuffer>; readonly at: number };

const recordsOf = (bytes: Uint8Array): readonly Record[] | undefined => {
  const records: Record[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = MAGIC.length; at < bytes.length; ) {
    if (at + HEAD_BYTES > bytes.length) return undefined;
    const end = at + HEAD_BYTES + view.getUint32(at + 1);
    if (end > bytes.length || end - at > PART_MAX) return undefined;
    records.push({ type: view.getUint8(at), body: bytes.slice(at + HEAD_BYTES, end), at });
    at = end;
  }
  return records;
};

/** Takes an opened bundle apart. `malformed` for anything that `encodeBundle` and `signedBundle` do not write. */
export const decodeBundle = (bytes: Uint8Array): Result<Bundle> => {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return refuse("malformed", undefined, "magic");
  const [first, ...rest] = recordsOf(bytes) ?? [];
  const last = rest.pop();
  const isWhole =
    first?.type === TYPE.manifest &&
    last?.type === TYPE.signature &&
    rest.every(({ type }) => type === TYPE.part);
  if (!isWhole || first === undefined || last === undefined) return refuse("malformed", undefined, "records");
  try {
    const [manifest, sig] = [textOf(first.body), textOf(last.body)];
    return done({ manifest, sig, parts: rest.map(({ body }) => body), signed: last.at });
  } catch (cause) {
    if (cause instanceof TypeError) return refuse("malformed", undefined, "text");
    throw cause;
  }
};

/** The form in which an enrolment code is compared, and in which it opens an enrolment file. */
export const plainCode = (code: string): string => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
