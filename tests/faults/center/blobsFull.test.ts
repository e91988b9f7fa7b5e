import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { aPdf } from "../../builders/scans.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { putsOf, sha256 } from "../../contract/center/aDesk.ts";
import { aSmallDisk, type SmallDisk } from "../../e2e/fixtures/smallDisk.ts";

/** A real small disk needs the right to mount one; elsewhere this is reported as skipped. */
const canMount = process.platform === "linux" && process.getuid?.() === 0;
const DISK_BYTES = 4 * 1024 * 1024;

describe.runIf(canMount)("F16: the disk for attachments is full at the center", () => {
  const folder = aFolder();
  let embedded: Embedded;
  let disk: SmallDisk;
  let center: Running;
  beforeAll(async () => {
    process.env.LAD_LOG ??= "silent";
    embedded = await startEmbedded(folder.path, () => undefined);
    disk = await aSmallDisk(DISK_BYTES);
    center = await startCenter({ dataDir: join(disk.folder, "center"), port: 0, databaseUrl: embedded.url });
  });
  afterAll(async () => {
    await center.stop();
    await disk.end();
    await embedded.stop();
    folder.remove();
  });

  it("F16: chunks are put off, ops go on, and once there is room the rest arrives", async () => {
    expect(disk.isReal).toBe(true);
    const desk = await aFoundedDesk(center);
    const content = aPdf("long", 3 * CHUNK_BYTES);
    const muts = putsOf("aidFile", "file-0001", { caseFacts: "甲" });
    const blobs = [{ id: sha256(content), bytes: content.length, type: "application/pdf" }];
    await desk.push([desk.op(canonicalJson({ muts, blobs } as unknown as Json))]);
    const manifest = {
      bytes: content.length,
      chunks: [0, 1, 2, 3].map((at) => sha256(content.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES))),
    };
    const opened = async () =>
      (await desk.post("/v1/blobs", { id: sha256(content), manifest })).body as {
        readonly name: string;
        readonly missing: readonly number[];
      };
    const { name } = await opened();
    const put = async (index: number): Promise<number> =>
      (
        await desk.call(`/v1/blobs/${name}/${index}`, {
          method: "PUT",
          type: "application/octet-stream",
          body: new Uint8Array(content.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)),
        })
      ).status;
    expect(await put(0)).toBe(200);
    disk.fill();
    expect(await put(1)).toBe(429);
    expect((await opened()).missing).toEqual([1, 2, 3]);
    const { results } = await desk.push([desk.op(putsOf("aidFile", "file-0002", { caseFacts: "乙" }))]);
    expect(results[0]?.verdict).toBe("ok");
    disk.clear();
    for (const index of [1, 2, 3]) expect(await put(index)).toBe(200);
    expect((await desk.post(`/v1/blobs/${name}/complete`, {})).status).toBe(200);
  });
});
