import { createPublicKey, verify } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SnapshotManifest, type SnapshotReply, snapshotText } from "../../../shared/api/snapshotApi.ts";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import { aFoundedDesk, aFurtherDesk } from "./aBureau.ts";
import { aCenter } from "./aCenter.ts";
import { putsOf, sha256, type TestDesk } from "./aDesk.ts";

const FROM = 10;
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

let center: Awaited<ReturnType<typeof aCenter>>;
let centerKey = "";
let desk: TestDesk;

const ask = async (by: TestDesk): Promise<SnapshotReply> =>
  (await (await by.call(ROUTES.snapshot, { method: "GET" })).json()) as SnapshotReply;
const ready = async (by: TestDesk): Promise<Extract<SnapshotReply, { state: "ready" }>> => {
  for (;;) {
    const reply = await ask(by);
    if (reply.state === "ready") return reply;
    expect(reply.state).toBe("building");
  }
};
const manifestOf = ({ manifest }: { readonly manifest: string }): SnapshotManifest => JSON.parse(manifest);
const chunkOf = async (by: TestDesk, id: string): Promise<Response> =>
  by.call(`${ROUTES.snapshot}/${id}`, { method: "GET", headers: { "accept-encoding": "gzip" } });
const write = async (by: TestDesk, from: number, count: number): Promise<void> => {
  const ops = Array.from({ length: count }, (_, at) =>
    by.op(putsOf("aidFile", `file-${from + at}`, { caseFacts: "三个月工资未付".repeat(30) })),
  );
  await by.push(ops);
};

beforeAll(async () => {
  process.env.LAD_SNAPSHOT_FROM = String(FROM);
  process.env.LAD_SNAPSHOT_CHUNK_BYTES = "3000";
  center = await aCenter();
  desk = await aFoundedDesk(center);
  const { epoch } = await desk.hello();
  const [first] = (await desk.pull(0, epoch)).ops;
  const { muts } = JSON.parse(first?.payload ?? "") as { muts: { f: string; new: string }[] };
  centerKey = muts.find(({ f }) => f === "key")?.new ?? "";
});
afterAll(async () => {
  delete process.env.LAD_SNAPSHOT_FROM;
  delete process.env.LAD_SNAPSHOT_CHUNK_BYTES;
  await center?.end();
});

describe("a snapshot as a desk gets it (sync design §3.9, protocol §11)", () => {
  it("there is none of a short book", async () => {
    expect(await ask(desk)).toEqual({ state: "none" });
  });

  it("I29: number, chain and states are of one moment; the chunks are what the signed manifest names, and add up to the state hash", async () => {
    await write(desk, 0, 30);
    const [reply] = await Promise.all([ready(desk), write(desk, 100, 30)]);
    const manifest = manifestOf(reply);
    const key = createPublicKey({
      key: Buffer.concat([SPKI, Buffer.from(centerKey, "hex")]),
      format: "der",
      type: "spki",
    });
    const text = snapshotText(desk.bureau, sha256(reply.manifest));
    expect(verify(null, Buffer.from(text), key, Buffer.from(reply.sig, "hex"))).toBe(true);
    const parts: Buffer[] = [];
    for (const chunk of manifest.chunks) {
      const answer = await chunkOf(desk, chunk.id);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const plain = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
      expect([plain.length, sha256(plain)]).toEqual([chunk.bytes, chunk.id]);
      expect(chunk.packed).toBeLessThanOrEqual(2 * 1024 * 1024);
      parts.push(plain);
    }
    expect(parts.length).toBeGreaterThan(5);
    const joined = parts.map((part) => part.toString("utf8")).join(",");
    expect(sha256(`[${joined}]`)).toBe(manifest.stateHash);
    const { epoch } = await desk.hello();
    const page = await desk.pull(manifest.seq - 1, epoch, 1);
    expect(page.trailer.chain).toBe(manifest.chain);
    const highest = Math.max(
      ...(JSON.parse(`[${joined}]`) as { lastSeq: number }[]).map(({ lastSeq }) => lastSeq),
    );
    expect(highest).toBe(manifest.seq);
    const own = manifest.feeds.find(({ feed }) => feed === desk.feed);
    const ops = (await desk.pull(0, epoch)).ops.filter(({ seq }) => seq <= manifest.seq);
    const last = ops.findLast(({ header }) => JSON.parse(header).feed === desk.feed);
    expect(own?.h).toBe(last?.h);
  });

  it("of a book that stands still its state hash is the center's", async () => {
    await write(desk, 200, 60);
    const manifest = manifestOf(await ready(desk));
    expect(manifest.seq).toBe((await desk.hello()).head.seq);
    expect(manifest.stateHash).toBe(await center.stateHash(desk.bureau));
  });

  it("F74, I19: a chunk of another bureau, an unknown one and a name that is none are all not found; without a session nothing is said", async () => {
    const other = await aFoundedDesk(center);
    const [chunk] = manifestOf(await ready(desk)).chunks;
    expect((await chunkOf(desk, chunk?.id ?? "")).status).toBe(200);
    // one after the other: two at once is all a desk may ask
    const answers: (readonly [number, string])[] = [];
    for (const id of [chunk?.id ?? "", "0".repeat(64), "..%2f", "x"]) {
      const answer = await chunkOf(other, id);
      const { refusal } = (await answer.json()) as { refusal: { code: string } };
      answers.push([answer.status, refusal.code]);
    }
    expect(answers).toEqual(Array.from({ length: 4 }, () => [404, "not-found"]));
    expect(await ask(other)).toEqual({ state: "none" });
    expect((await fetch(`${center.url}${ROUTES.snapshot}`)).status).toBe(401);
    expect((await fetch(`${center.url}${ROUTES.snapshot}/${chunk?.id}`)).status).toBe(401);
  });

  it("a revoked desk gets none", async () => {
    const further = await aFurtherDesk(center, desk.bureau, "三号工位");
    const [chunk] = manifestOf(await ready(further)).chunks;
    await center.revoke(desk.bureau, further.feed);
    for (const path of [ROUTES.snapshot, `${ROUTES.snapshot}/${chunk?.id}`])
      expect([401, 403]).toContain((await further.call(path, { method: "GET" })).status);
  });

  it("the last two are kept, so that a desk may finish what it began; older chunks are gone", async () => {
    const before = manifestOf(await ready(desk));
    await write(desk, 1000, 120);
    await write(desk, 0, 20);
    const next = manifestOf(await ready(desk));
    expect(next.seq).toBeGreaterThan(before.seq);
    for (const { id } of [...before.chunks, ...next.chunks])
      expect((await chunkOf(desk, id)).status).toBe(200);
    await write(desk, 2000, 300);
    const third = manifestOf(await ready(desk));
    const kept = new Set([...next.chunks, ...third.chunks].map(({ id }) => id));
    const gone = before.chunks.filter(({ id }) => !kept.has(id));
    expect(gone.length).toBeGreaterThan(0);
    for (const { id } of gone) expect((await chunkOf(desk, id)).status).toBe(404);
  });
});
