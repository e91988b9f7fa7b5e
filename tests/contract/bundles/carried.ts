import { createHash, randomUUID } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import {
  type DownManifest,
  type Enclosed,
  manifestText,
  parseManifest,
  type UpManifest,
} from "../../../shared/api/bundleApi.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { identityOf, recipientOf } from "../../../shared/sync/ageKeys.ts";
import { bundleText, decodeBundle, encodeBundle, signedBundle } from "../../../shared/sync/bundle.ts";
import { putsOf, sha256, type TestDesk } from "../center/aDesk.ts";
import { manifestOf, piecesOf } from "../center/attachments.ts";

/** What opens what is addressed to a test desk. */
export const identityOfDesk = ({ privateKey }: Pick<TestDesk, "privateKey">): string => {
  const seed = Buffer.from(privateKey.export({ format: "jwk" }).d ?? "", "base64url");
  return identityOf(createHash("sha512").update(seed).digest().subarray(0, 32));
};

/** The manifest of a desk's bundle with these runs of ops. */
export const upManifest = (desk: TestDesk, to: string, runs: readonly (readonly Op[])[]): UpManifest => ({
  v: 1,
  suite: "age-x25519-ed25519",
  kind: "up",
  bundleId: randomUUID(),
  bureau: desk.bureau,
  from: { feed: desk.feed, key: desk.key },
  to,
  createdAt: "2026-05-06T01:02:03.000Z",
  counter: 1,
  ranges: runs.map((ops) => {
    const header = JSON.parse(ops[0]?.header ?? "{}") as { n: number; prev: string; feed: string };
    return {
      feed: header.feed,
      from: header.n,
      to: header.n + ops.length - 1,
      prev: header.prev,
      last: ops.at(-1)?.h ?? "",
    };
  }),
  hello: {
    proto: [1, 1],
    schema: 1,
    head: desk.head(),
    cursor: { epoch: "", seq: 0, chain: "" },
    sparse: [],
    report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: 0 },
    clock: "2026-05-06T01:02:03.000Z",
  },
  numbers: [],
});

/** A bundle inside its encryption. */
export const plainBundle = (
  desk: TestDesk,
  manifest: UpManifest,
  runs: readonly (readonly Op[])[],
  chunks: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> => {
  const content = encodeBundle(
    manifestText(manifest),
    runs.map((ops) => desk.bodyOf(ops)),
    chunks,
  );
  return signedBundle(content, desk.signed(bundleText(sha256(content))));
};

/** Encrypts bytes to the holder of an Ed25519 key. */
export const sealedTo = (key: string, bytes: Uint8Array): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipientOf(key));
  return encrypter.encrypt(bytes);
};

/** A desk's bundle file for a center. */
export const carriedUp = (
  desk: TestDesk,
  to: string,
  runs: readonly (readonly Op[])[],
  over: Partial<UpManifest> = {},
  chunks: readonly Uint8Array[] = [],
): Promise<Uint8Array> =>
  sealedTo(to, plainBundle(desk, { ...upManifest(desk, to, runs), ...over }, runs, chunks));

/** An op that names a file as an attachment of a new record. */
export const naming = (desk: TestDesk, content: Buffer): Op => {
  const muts = putsOf("aidFile", `file-${sha256(content).slice(0, 8)}`, { caseFacts: "甲" });
  const blobs = [{ id: sha256(content), bytes: content.length, type: "application/pdf" }];
  return desk.op(canonicalJson({ muts, blobs } as unknown as Json));
};

/** A file's content, and which of its chunks travel; all unless told. */
type Part = { readonly content: Buffer; readonly has?: readonly number[] };

/** What of attachments goes into a file: the list and its chunks. */
export const enclosing = (
  ...files: readonly Part[]
): { readonly blobs: Enclosed[]; readonly chunks: readonly Buffer[] } => {
  const each = files.map(({ content, has }) => ({ content, has: [...(has ?? piecesOf(content).keys())] }));
  return {
    blobs: each.map(({ content, has }) => ({ id: sha256(content), manifest: manifestOf(content), has })),
    chunks: each.flatMap(({ content, has }) =>
      has.map((index) => piecesOf(content)[index] ?? Buffer.alloc(0)),
    ),
  };
};

/** A desk's file with attachments, and what it asks about them. */
export const carriedWith = (
  desk: TestDesk,
  to: string,
  {
    ops = [],
    files = [],
    ...over
  }: { readonly ops?: readonly Op[]; readonly files?: readonly Part[] } & Partial<UpManifest>,
): Promise<Uint8Array> => {
  const { blobs, chunks } = enclosing(...files);
  return carriedUp(desk, to, ops.length > 0 ? [ops] : [], { v: 2, blobs, ...over }, chunks);
};

/** The center's answer as the desk opens it. */
export const openedDown = async (
  desk: TestDesk,
  bytes: Uint8Array,
): Promise<{
  readonly manifest: DownManifest;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly chunks: readonly Uint8Array[];
}> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOfDesk(desk));
  const bundle = decodeBundle(await decrypter.decrypt(bytes));
  if (!bundle.ok) throw new Error("the answer is no bundle");
  const manifest = parseManifest(bundle.value.manifest);
  if (!manifest.ok || manifest.value.kind !== "down") throw new Error("the answer has no manifest");
  return { manifest: manifest.value, parts: bundle.value.parts, chunks: bundle.value.chunks };
};
