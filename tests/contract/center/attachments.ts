import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { putsOf, sha256, type TestDesk } from "./aDesk.ts";

/** A file as it travels: its chunks in order. */
export const piecesOf = (content: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(content.length / CHUNK_BYTES) }, (_, at) =>
    content.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES),
  );
/** What a desk says it consists of. */
export const manifestOf = (content: Buffer) => ({
  bytes: content.length,
  chunks: piecesOf(content).map(sha256),
});

let lastCase = 0;
/** An op that names this attachment, in the book. */
export const name = async (desk: TestDesk, content: Buffer): Promise<void> => {
  lastCase += 1;
  const muts = putsOf("aidFile", `file-${String(lastCase).padStart(4, "0")}`, { caseFacts: "甲" });
  const blobs = [{ id: sha256(content), bytes: content.length, type: "application/pdf" }];
  const { results } = await desk.push([desk.op(canonicalJson({ muts, blobs } as unknown as Json))]);
  if (results[0]?.verdict !== "ok") throw new Error("the op that names an attachment was not taken");
};

/** The center's answer to a desk that begins to hand a file over. */
export type Opened = { readonly name: string; readonly missing: readonly number[]; readonly isHeld: boolean };
/** Begins, or goes on. */
export const open = async (desk: TestDesk, content: Buffer): Promise<Opened> =>
  (await desk.post("/v1/blobs", { id: sha256(content), manifest: manifestOf(content) })).body as never;
/** Sends one chunk. */
export const put = (desk: TestDesk, at: string, body: Buffer): Promise<Response> =>
  desk.call(`/v1/blobs/${at}`, {
    method: "PUT",
    type: "application/octet-stream",
    body: new Uint8Array(body),
  });
/** Asks for what lies at an address below the attachments. */
export const get = (desk: TestDesk, at: string): Promise<Response> =>
  desk.call(`/v1/blobs/${at}`, { method: "GET" });
/** Says that every chunk was sent. */
export const complete = (desk: TestDesk, blob: string) => desk.post(`/v1/blobs/${blob}/complete`, {});
/** What the center says it has of these files, and what it waits for. */
export const statesOf = async (desk: TestDesk, contents: readonly Buffer[]) =>
  (await desk.post("/v1/blobs/state", { ids: contents.map(sha256) })).body as {
    readonly held: readonly { readonly id: string; readonly name: string; readonly isStable: boolean }[];
    readonly wanted: readonly string[];
  };
/** Hands over whatever the center lacks of it; answers its name in addresses. */
export const handOver = async (desk: TestDesk, content: Buffer): Promise<string> => {
  const { name: blob, missing } = await open(desk, content);
  for (const index of missing) {
    const reply = await put(desk, `${blob}/${index}`, piecesOf(content)[index] ?? Buffer.alloc(0));
    if (reply.status !== 200) throw new Error(`chunk ${index} was answered ${reply.status}`);
  }
  const { status } = await complete(desk, blob);
  if (status !== 200) throw new Error(`the whole was answered ${status}`);
  return blob;
};

/** The whole file as the center hands it out. */
export const fetchWhole = async (desk: TestDesk, blob: string): Promise<Buffer> => {
  const { chunks } = (await (await get(desk, blob)).json()) as { readonly chunks: readonly string[] };
  const pieces: Buffer[] = [];
  for (const index of chunks.keys())
    pieces.push(Buffer.from(await (await get(desk, `${blob}/${index}`)).arrayBuffer()));
  return Buffer.concat(pieces);
};
