import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { filesOn, fromStick, isFolder, putOnStick } from "../../../host/bundles/stick.ts";
import { aSmallDisk } from "../../e2e/fixtures/smallDisk.ts";

const LENGTH = 4 * 1024 * 1024;
const ROUNDS = 12;
const ROUNDS_MAX = 60;
const MEGABYTE = 1024 * 1024;
const namesIn = (folder: string): readonly string[] => readdirSync(folder).sort();
const bundlesIn = (folder: string): readonly string[] =>
  namesIn(folder).filter((name) => name.endsWith(".ladb"));

const writer = (folder: string): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, "stickWriter.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });

describe("a stick that is pulled, full or killed under the writer (sync design §3.17)", () => {
  it(`F16: kill -9 at ${ROUNDS} random moments leaves whole files and drafts, and the next file tidies up`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "lad-stick-"));
    let drafts = 0;
    // on a busy machine a writer may be killed between two files, again and again: until one was met within
    for (let round = 0; round < ROUNDS || (drafts === 0 && round < ROUNDS_MAX); round += 1) {
      const child = writer(folder);
      const said: string[] = [];
      const lines = createInterface({ input: child.stdout ?? process.stdin });
      lines.on("line", (name) => said.push(name));
      await once(lines, "line");
      await wait(Math.random() * 60);
      child.kill("SIGKILL");
      await once(child, "close");
      expect(bundlesIn(folder)).toEqual(expect.arrayContaining(said));
      for (const name of bundlesIn(folder))
        expect(readFileSync(join(folder, name)).equals(Buffer.alloc(LENGTH, name)), name).toBe(true);
      drafts += namesIn(folder).length - bundlesIn(folder).length;
      for (const name of bundlesIn(folder)) rmSync(join(folder, name));
    }
    expect(drafts).toBeGreaterThan(0);
    expect(await putOnStick(folder, "report-last.ladb", Buffer.from("whole"))).toBe(true);
    expect(namesIn(folder)).toEqual(["report-last.ladb"]);
    await rm(folder, { recursive: true, force: true });
  }, 120_000);

  it("F16: on a full stick nothing stands under the file's name, and the answer says so", async () => {
    const disk = await aSmallDisk(3 * MEGABYTE);
    if (disk.isReal) {
      expect(await putOnStick(disk.folder, "report-big.ladb", Buffer.alloc(LENGTH, 7))).toBe(false);
      expect(namesIn(disk.folder)).toEqual([]);
    }
    expect(await putOnStick(disk.folder, "report-small.ladb", Buffer.from("fits"))).toBe(true);
    expect(namesIn(disk.folder)).toEqual(["report-small.ladb"]);
    await disk.end();
  });

  it("F16: pulled out while it is written, the file is not said to be there", async () => {
    const disk = await aSmallDisk(200 * MEGABYTE);
    const bytes = Buffer.alloc(60 * MEGABYTE, 1);
    const writing = putOnStick(disk.folder, "report-pulled.ladb", bytes);
    if (disk.isReal) {
      for (; namesIn(disk.folder).length === 0; ) await wait(1);
      execFileSync("/bin/umount", ["-l", disk.folder]);
      expect(await writing).toBe(false);
      expect(namesIn(disk.folder)).toEqual([]);
      rmSync(disk.folder, { recursive: true, force: true });
    } else {
      expect(await writing).toBe(true);
      await disk.end();
    }
    expect(await putOnStick(disk.folder, "report-gone.ladb", Buffer.from("nobody"))).toBe(false);
    expect(await isFolder(disk.folder)).toBe(false);
    expect(await filesOn(disk.folder)).toEqual([]);
  });

  it("F72: no name leads out of the folder, and links, folders, empty and other files are not read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lad-stick-"));
    writeFileSync(join(folder, "answer-1.ladb"), "one");
    writeFileSync(join(folder, "answer-empty.ladb"), "");
    writeFileSync(join(folder, "report-own.ladb"), "ours");
    writeFileSync(join(folder, "notes.txt"), "theirs");
    symlinkSync("/etc/hosts", join(folder, "answer-link.ladb"));
    expect((await filesOn(folder)).map(({ name }) => name)).toEqual(["answer-1.ladb"]);
    expect((await fromStick(folder, "answer-1.ladb"))?.toString()).toBe("one");
    for (const name of [
      "../answer-1.ladb",
      "answer-link.ladb",
      "notes.txt",
      "answer-empty.ladb",
      "a\\b.ladb",
    ])
      expect(await fromStick(folder, name), name).toBeUndefined();
    await rm(folder, { recursive: true, force: true });
  });
});
