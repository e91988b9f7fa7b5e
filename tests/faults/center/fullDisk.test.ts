import { randomBytes } from "node:crypto";
import { chmodSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import { aSmallDisk, type SmallDisk } from "../../e2e/fixtures/smallDisk.ts";

/** PostgreSQL lays down about 60 MB before the first op. */
const DISK_BYTES = 160 * 1024 * 1024;
/** Larger than what is left in pages that PostgreSQL has already taken, and not to be packed smaller. */
const big = (): string => randomBytes(60_000).toString("hex");
/** A real small disk needs the right to mount one; elsewhere this is reported as skipped. */
const canMount = process.platform === "linux" && process.getuid?.() === 0;

describe.runIf(canMount)("F37: the center's disk is full", () => {
  let disk: SmallDisk;
  let center: Running;
  let desk: TestDesk;
  beforeAll(async () => {
    process.env.LAD_LOG ??= "silent";
    disk = await aSmallDisk(DISK_BYTES);
    chmodSync(disk.folder, 0o711);
    center = await startCenter({ dataDir: disk.folder, port: 0 });
    desk = await aFoundedDesk(center);
  });
  afterAll(async () => {
    disk.clear();
    await center.stop();
    await disk.end();
  });

  it("nothing is acknowledged that is not booked, what is there can be read, and after room is made all goes on", async () => {
    expect(disk.isReal).toBe(true);
    const first = desk.op(putsOf("aidFile", "file-before", { caseFacts: big() }));
    expect((await desk.push([first])).results).toMatchObject([{ s: "ok" }]);
    const acknowledged = [first.h];
    disk.fill();
    let refused: number | undefined;
    for (let at = 0; at < 400 && refused === undefined; at += 1) {
      const before = desk.head();
      const op = desk.op(putsOf("aidFile", `file-${at}`, { caseFacts: big() }));
      const { status } = await desk.pushBytes(desk.bodyOf([op]), {}).catch(() => ({ status: 503 }));
      if (status === 200) acknowledged.push(op.h);
      else {
        refused = status;
        desk.rewind(before);
      }
    }
    expect(refused).toBe(503);
    disk.clear();
    const back = async (): Promise<number> =>
      desk.signIn().then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(back, { timeout: 60_000, interval: 250 }).toBe(200);
    const { epoch } = await desk.hello();
    const hashes = (await desk.pull(0, epoch)).ops.map(({ h }) => h);
    expect(acknowledged.filter((h) => !hashes.includes(h))).toEqual([]);
    const op = desk.op(putsOf("aidFile", "file-after", { caseFacts: big() }));
    const again = async (): Promise<string | undefined> =>
      desk.push([op]).then(
        ({ results }) => results[0]?.s,
        (cause: unknown) => String(cause),
      );
    await expect.poll(again, { timeout: 60_000, interval: 500 }).toMatch(/^(ok|dup)$/);
    expect((await desk.pull(0, epoch)).ops.map(({ h }) => h).filter((h) => h === op.h)).toHaveLength(1);
  });
});
