import { createHmac } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { aPdf } from "../../builders/scans.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aDataFolder } from "../../contract/center/aCenter.ts";
import { sha256, type TestDesk } from "../../contract/center/aDesk.ts";
import {
  fetchWhole,
  handOver,
  manifestOf,
  name,
  open,
  piecesOf,
  put,
} from "../../contract/center/attachments.ts";

const folder = aDataFolder();
const LONG_AGO = new Date(Date.now() - 40 * 24 * 3_600_000);
let embedded: Embedded;
let owner: pg.Client;
let center: Running;
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  embedded = await startEmbedded(folder.path, () => undefined);
  owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
  center = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
});
afterAll(async () => {
  await center?.stop();
  await owner?.end();
  await embedded?.stop();
  folder.remove();
});

const restart = async (desk: TestDesk): Promise<void> => {
  await center.stop();
  center = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
  await desk.moveTo(center.url);
};
const homeOf = ({ bureau }: TestDesk): string => join(folder.path, "blobs", bureau);
const filesOf = (desk: TestDesk): readonly string[] =>
  readdirSync(homeOf(desk), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const age = (paths: readonly string[]): void => {
  for (const path of paths) utimesSync(path, LONG_AGO, LONG_AGO);
};
/** A sealed chunk that a killed hand-over left: a file under a chunk's name that the database has never heard of. */
const leftover = (desk: TestDesk, of: string, ending = ""): string => {
  const chunk = createHmac("sha256", "nobody").update(of).digest("hex");
  const path = join(homeOf(desk), chunk.slice(0, 2), `${chunk.slice(2)}${ending}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, of);
  return path;
};

describe("I30, F67: what a killed hand-over left is swept at a start, and nothing else", () => {
  it("old and named by nobody goes; young stays; what is whole and what is on its way stays, however old, and is finished", async () => {
    const desk = await aFoundedDesk(center);
    const [whole, half] = [aPdf("whole", CHUNK_BYTES), aPdf("half", 3 * CHUNK_BYTES)];
    for (const content of [whole, half]) await name(desk, content);
    const held = await handOver(desk, whole);
    const { name: begun } = await open(desk, half);
    for (const index of [0, 1])
      await put(desk, `${begun}/${index}`, piecesOf(half)[index] ?? Buffer.alloc(0));
    const kept = filesOf(desk);
    const [old, draft, young] = [
      leftover(desk, "old"),
      leftover(desk, "draft", ".0a1b.new"),
      leftover(desk, "young"),
    ];
    age([...kept, old, draft]);
    await restart(desk);
    await expect
      .poll(() => [old, draft].map((path) => existsSync(path)), { timeout: 30_000 })
      .toEqual([false, false]);
    expect([...kept, young].every((path) => existsSync(path))).toBe(true);
    expect((await open(desk, half)).missing).toEqual([2, 3]);
    await handOver(desk, half);
    expect(sha256(await fetchWhole(desk, begun))).toBe(sha256(half));
    expect(sha256(await fetchWhole(desk, held))).toBe(sha256(whole));
  });

  it("the chunks of a description that gave way are swept, and asked for again when one needs them after all", async () => {
    const desk = await aFoundedDesk(center);
    const [right, wrong] = [aPdf("A", CHUNK_BYTES), aPdf("B", CHUNK_BYTES)];
    await name(desk, right);
    const lie = { id: sha256(right), manifest: manifestOf(wrong) };
    const { name: blob } = (await desk.post("/v1/blobs", lie)).body as unknown as { readonly name: string };
    await put(desk, `${blob}/0`, piecesOf(wrong)[0] ?? Buffer.alloc(0));
    const [lost = ""] = filesOf(desk);
    await open(desk, right);
    age([lost]);
    await restart(desk);
    await expect.poll(() => existsSync(lost), { timeout: 30_000 }).toBe(false);
    await name(desk, wrong);
    expect((await open(desk, wrong)).missing).toEqual([0, 1]);
    await handOver(desk, wrong);
    await handOver(desk, right);
  });

  it("beside a book that was restored within the year nothing is swept: desks may still bring what names it", async () => {
    const [desk, other] = [await aFoundedDesk(center), await aFoundedDesk(center)];
    const [kept, swept] = [leftover(desk, "kept"), leftover(other, "swept")];
    age([kept, swept]);
    await owner.query(
      "update bureau_log set recovering_since = now() - interval '200 days' where bureau = $1",
      [desk.bureau],
    );
    await restart(desk);
    await expect.poll(() => existsSync(swept), { timeout: 30_000 }).toBe(false);
    await center.stop();
    expect(existsSync(kept)).toBe(true);
    center = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
  });
});
