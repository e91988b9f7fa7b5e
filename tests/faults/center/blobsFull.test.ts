import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { aPdf } from "../../builders/scans.ts";
import { carriedWith, naming, openedDown } from "../../contract/bundles/carried.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { aDesk, putsOf, sha256 } from "../../contract/center/aDesk.ts";
import { complete, name, open, piecesOf, put } from "../../contract/center/attachments.ts";
import { aSharedDisk, aSmallDisk, type SmallDisk } from "../../e2e/fixtures/smallDisk.ts";

/** A real small disk needs the right to mount one; elsewhere this is reported as skipped. */
const canMount = process.platform === "linux" && process.getuid?.() === 0;
const DISK_BYTES = 4 * 1024 * 1024;

/** A disk that is full, and one with room on which our share is used up. */
const DISKS = [
  ["F16", "the disk for attachments is full", () => aSmallDisk(DISK_BYTES)],
  ["F17", "our share of the disk for attachments is used up", aSharedDisk],
] as const;

describe.runIf(canMount).each(DISKS)("%s: %s at the center", (_fault, _what, aDisk) => {
  const folder = aFolder();
  let embedded: Embedded;
  const data = aFolder();
  let disk: SmallDisk;
  /** Where answers to files lie until they are fetched. */
  let shelf: SmallDisk;
  let center: Running;
  beforeAll(async () => {
    process.env.LAD_LOG ??= "silent";
    embedded = await startEmbedded(folder.path, () => undefined);
    disk = await aDisk();
    shelf = await aSmallDisk(DISK_BYTES);
    symlinkSync(disk.folder, join(data.path, "blobs"));
    symlinkSync(shelf.folder, join(data.path, "bundles"));
    center = await startCenter({ dataDir: data.path, port: 0, databaseUrl: embedded.url });
  });
  afterAll(async () => {
    await center.stop();
    data.remove();
    await disk.end();
    await shelf.end();
    await embedded.stop();
    folder.remove();
  });

  it("F16, F17: chunks are put off, ops go on, and once there is room the rest arrives", async () => {
    expect(disk.isReal).toBe(true);
    const desk = await aFoundedDesk(center);
    const content = aPdf("long", 3 * CHUNK_BYTES);
    await name(desk, content);
    const { name: blob } = await open(desk, content);
    const sent = async (index: number): Promise<number> =>
      (await put(desk, `${blob}/${index}`, piecesOf(content)[index] ?? Buffer.alloc(0))).status;
    expect(await sent(0)).toBe(200);
    disk.fill();
    expect(await sent(1)).toBe(429);
    expect((await open(desk, content)).missing).toEqual([1, 2, 3]);
    const { results } = await desk.push([desk.op(putsOf("aidFile", "file-0002", { caseFacts: "乙" }))]);
    expect(results[0]?.verdict).toBe("ok");
    disk.clear();
    for (const index of [1, 2, 3]) expect(await sent(index)).toBe(200);
    expect((await complete(desk, blob)).status).toBe(200);
  });

  it("F16, R23: of a carried file the ops are taken, the attachments put off, and the answer says which are wanted", async () => {
    const desk = await aFoundedDesk(center);
    const probe = aDesk(center.url, "bureau-probe-0003");
    const { centerKey } = (await probe.enrol(await center.issueCode())).body as { centerKey: string };
    const content = aPdf("carried", CHUNK_BYTES);
    const file = await carriedWith(desk, centerKey, { ops: [naming(desk, content)], files: [{ content }] });
    disk.fill();
    const put = await center.importBundle(file);
    if (!put.ok || put.value.is !== "answered") throw new Error(JSON.stringify(put));
    expect(put.value).toMatchObject({ newCount: 1, scanCount: 0, awaitedCount: 1 });
    const { manifest } = await openedDown(desk, put.value.answer);
    expect(manifest.states?.wanted).toEqual([{ id: sha256(content), missing: [0, 1] }]);
    disk.clear();
    // no room for the answer: it is made again when the file comes again
    shelf.fill();
    expect(await center.importBundle(file)).toMatchObject({ ok: false, refusal: { code: "busy" } });
    shelf.clear();
    const taken = await center.importBundle(file);
    expect(taken).toMatchObject({ ok: true, value: { is: "answered", newCount: 0, awaitedCount: 0 } });
  });
});
