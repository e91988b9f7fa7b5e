import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { aPdf } from "../../builders/scans.ts";
import { aFoundedDesk, aFurtherDesk } from "./aBureau.ts";
import { aDataFolder } from "./aCenter.ts";
import { sha256 } from "./aDesk.ts";
import {
  complete,
  fetchWhole,
  get,
  handOver,
  manifestOf,
  name,
  type Opened,
  open,
  piecesOf,
  put,
  statesOf,
} from "./attachments.ts";

const folder = aDataFolder();
let center: Running;
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  center = await startCenter({ dataDir: folder.path, port: 0 });
});
afterAll(async () => {
  await center.stop();
  folder.remove();
});

const filesOf = (bureau: string): readonly string[] =>
  readdirSync(join(folder.path, "blobs", bureau), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("attachments at the center (sync design §3.13)", () => {
  it("I30: what an op names is taken chunk by chunk, verified as a whole, and read back byte by byte", async () => {
    const desk = await aFoundedDesk(center);
    const content = aPdf("three chunks", 2 * CHUNK_BYTES);
    expect(
      (await desk.post("/v1/blobs", { id: sha256(content), manifest: manifestOf(content) })).status,
    ).toBe(404);
    expect(await statesOf(desk, [content])).toEqual({ held: [], wanted: [] });
    await name(desk, content);
    expect(await statesOf(desk, [content])).toEqual({ held: [], wanted: [sha256(content)] });
    const { name: blob, missing } = await open(desk, content);
    expect(missing).toEqual([0, 1, 2]);
    expect(blob).not.toBe(sha256(content));
    expect(JSON.stringify(await complete(desk, blob))).toContain('"gap"');
    expect((await get(desk, blob)).status).toBe(404);
    await handOver(desk, content);
    expect((await statesOf(desk, [content])).held).toEqual([
      { id: sha256(content), name: blob, isStable: false },
    ]);
    expect(await (await get(desk, blob)).json()).toEqual(manifestOf(content));
    expect((await fetchWhole(desk, blob)).equals(content)).toBe(true);
    expect((await get(desk, `${blob}/3`)).status).toBe(404);
  });

  it("F67: an upload goes on with the missing chunks, the same chunk twice is one, and the same file from two desks is stored once", async () => {
    const one = await aFoundedDesk(center);
    const two = await aFurtherDesk(center, one.bureau, "二号工位");
    const content = aPdf("same page", 3 * CHUNK_BYTES);
    await name(one, content);
    const { name: blob } = await open(one, content);
    const pieces = piecesOf(content);
    for (const index of [0, 2, 2])
      expect((await put(one, `${blob}/${index}`, pieces[index] ?? Buffer.alloc(0))).status).toBe(200);
    await name(two, content);
    expect((await open(two, content)).missing).toEqual([1, 3]);
    await handOver(two, content);
    expect((await open(one, content)).isHeld).toBe(true);
    expect(filesOf(one.bureau)).toHaveLength(pieces.length);
  });

  it("F67: a chunk that is not what was announced, is too long or has no place is refused and stores nothing", async () => {
    const desk = await aFoundedDesk(center);
    const content = aPdf("right", CHUNK_BYTES);
    await name(desk, content);
    const { name: blob } = await open(desk, content);
    const wrong = Buffer.from(piecesOf(content)[0] ?? Buffer.alloc(0));
    wrong[100] = (wrong[100] ?? 0) ^ 1;
    const codes = [];
    for (const [at, body] of [
      ["0", wrong],
      ["0", wrong.subarray(1)],
      ["9", wrong],
      ["0", Buffer.alloc(CHUNK_BYTES + 1)],
    ] as const) {
      const reply = await put(desk, `${blob}/${at}`, body);
      codes.push(((await reply.json()) as { refusal: { code: string } }).refusal.code);
    }
    expect(codes).toEqual(["hash-mismatch", "hash-mismatch", "not-found", "too-large"]);
    expect((await open(desk, content)).missing).toEqual([0, 1]);
  });

  it("I30: a description whose chunks do not add up to the id is never held, and gives way to the right one", async () => {
    const desk = await aFoundedDesk(center);
    const [content, other] = [aPdf("A", CHUNK_BYTES), aPdf("B", CHUNK_BYTES)];
    await name(desk, content);
    const lie = { id: sha256(content), manifest: manifestOf(other) };
    const { name: blob } = (await desk.post("/v1/blobs", lie)).body as unknown as Opened;
    for (const [index, piece] of piecesOf(other).entries()) await put(desk, `${blob}/${index}`, piece);
    expect(JSON.stringify((await complete(desk, blob)).body)).toContain("hash-mismatch");
    expect((await statesOf(desk, [content])).held).toEqual([]);
    await handOver(desk, content);
    const size = { id: sha256(content), manifest: { ...manifestOf(content), bytes: content.length + 1 } };
    expect((await desk.post("/v1/blobs", size)).status).toBe(404);
  });

  it("I19, F74: what another bureau has is answered exactly as what nobody has", async () => {
    const [one, other] = [await aFoundedDesk(center), await aFoundedDesk(center)];
    const [content, nobodys] = [aPdf("ours", 100), aPdf("nobody's", 100)];
    await name(one, content);
    const blob = await handOver(one, content);
    const answers = async (of: Buffer, at: string) => [
      await other.post("/v1/blobs/state", { ids: [sha256(of)] }).then(({ status, body }) => [status, body]),
      await other.post("/v1/blobs", { id: sha256(of), manifest: manifestOf(of) }),
      await complete(other, at),
      await get(other, at).then(async (reply) => [reply.status, await reply.json()]),
      await get(other, `${at}/0`).then(async (reply) => [reply.status, await reply.json()]),
      await put(other, `${at}/0`, of).then(async (reply) => [reply.status, await reply.json()]),
    ];
    expect(await answers(content, blob)).toEqual(await answers(nobodys, "0".repeat(64)));
    // the same content under another bureau has another name
    await name(other, content);
    expect((await open(other, content)).missing).toEqual([0]);
    expect(await handOver(other, content)).not.toBe(blob);
  });

  it("F72: a name that is a path never reaches the disk", async () => {
    const desk = await aFoundedDesk(center);
    for (const at of [
      "..%2f..%2fcenter-key.pem",
      "%2e%2e",
      `${"0".repeat(63)}%2f/0`,
      "a/0",
      `${"0".repeat(64)}/..%2f0`,
    ])
      expect((await get(desk, at)).status).toBe(404);
    expect((await put(desk, "..%2f..%2fx/0", Buffer.from("x"))).status).toBe(404);
  });

  it("files lie sealed under their bureau, and no name or byte tells what they hold", async () => {
    const desk = await aFoundedDesk(center);
    const content = aPdf("CANARY-4711", 0);
    await name(desk, content);
    await handOver(desk, content);
    const [file = ""] = filesOf(desk.bureau);
    expect(readFileSync(file).includes(Buffer.from("CANARY-4711"))).toBe(false);
    expect(file).not.toContain(sha256(content).slice(2));
  });

  it.each(["one bit of a chunk", "a whole chunk"])(
    "F67, I30: %s is lost at the center: it is noticed, wanted again, and one chunk heals it",
    async (loss) => {
      const desk = await aFoundedDesk(center);
      const content = aPdf(loss, 2 * CHUNK_BYTES);
      await name(desk, content);
      const blob = await handOver(desk, content);
      const [file = ""] = filesOf(desk.bureau);
      if (loss === "a whole chunk") rmSync(file);
      else {
        const bytes = readFileSync(file);
        bytes[50] = (bytes[50] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      }
      const replies = [];
      for (const at of [0, 1, 2]) replies.push((await get(desk, `${blob}/${at}`)).status);
      expect(replies.filter((status) => status === 404).length).toBeGreaterThan(0);
      expect((await statesOf(desk, [content])).wanted).toEqual([sha256(content)]);
      expect((await open(desk, content)).missing).toHaveLength(1);
      await handOver(desk, content);
      for (const at of [0, 1, 2]) expect((await get(desk, `${blob}/${at}`)).status).toBe(200);
    },
  );

  it("R23: however busy the attachments of a desk are, its ops have a door of their own", async () => {
    const desk = await aFoundedDesk(center);
    const content = aPdf("many", CHUNK_BYTES);
    await name(desk, content);
    const { name: blob } = await open(desk, content);
    const piece = piecesOf(content)[0] ?? Buffer.alloc(0);
    const crowd = Array.from({ length: 12 }, () => put(desk, `${blob}/0`, piece));
    await name(desk, aPdf("an op in between", 10));
    const statuses = (await Promise.all(crowd)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });

  it("a revoked desk reads and writes no attachment", async () => {
    const one = await aFoundedDesk(center);
    const two = await aFurtherDesk(center, one.bureau, "二号工位");
    const content = aPdf("kept", 10);
    await name(one, content);
    const blob = await handOver(one, content);
    await center.revoke(one.bureau, two.feed);
    for (const reply of [await get(two, blob), await get(two, `${blob}/0`)])
      expect([401, 403]).toContain(reply.status);
  });

  it("what was stored survives the end of the center", async () => {
    const desk = await aFoundedDesk(center);
    const content = aPdf("kept", CHUNK_BYTES);
    await name(desk, content);
    const blob = await handOver(desk, content);
    await center.stop();
    center = await startCenter({ dataDir: folder.path, port: 0 });
    await desk.moveTo(center.url);
    expect((await get(desk, `${blob}/1`)).status).toBe(200);
    expect((await statesOf(desk, [content])).held).toHaveLength(1);
  });
});
