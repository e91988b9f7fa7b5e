import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Machine } from "../../../host/machine.ts";
import type { Op } from "../../../shared/ops/op.ts";
import {
  answered,
  codeOf,
  newFolder,
  openMachine,
  removeFolder,
  setUp,
  signIn,
  wish,
} from "../../contract/host/machines.ts";
import { aSharedDisk, type SmallDisk } from "../../e2e/fixtures/smallDisk.ts";

const MB = 1024 * 1024;
const DISK_BYTES = 24 * MB;
/** A real small disk needs the right to mount one; elsewhere these are reported as skipped. */
const canMount = process.platform === "linux" && process.getuid?.() === 0;

/** Writes until nothing more goes in, but leaves `leave` bytes. */
const fill = (folder: string, leave: number): void => {
  const file = openSync(join(folder, "filler"), "w");
  const { bavail, bsize } = statfsSync(folder);
  try {
    for (let left = bavail * bsize - leave; left > 0; )
      left -= writeSync(file, Buffer.alloc(Math.min(left, 64 * 1024), 1));
  } finally {
    closeSync(file);
  }
};
const free = (folder: string): void => rmSync(join(folder, "filler"));

describe.runIf(canMount)("F16: a full disk", () => {
  let disk = "";
  let machine: Machine;

  beforeEach(() => {
    disk = newFolder();
    execFileSync("/bin/mount", ["-t", "tmpfs", "-o", `size=${DISK_BYTES}`, "tmpfs", disk]);
  });
  afterEach(async () => {
    await machine.close();
    execFileSync("/bin/umount", [disk]);
    removeFolder(disk);
  });

  it("below the limit the desk is read-only and says so; freed, it writes again", async () => {
    machine = await openMachine(join(disk, "desk"), { minFreeBytes: 8 * MB });
    await setUp(machine.host);
    answered(await machine.host["journal.commit"](wish("before")));
    fill(disk, 7 * MB);
    expect(answered(await machine.host["app.info"]({})).readOnly).toBe("disk-full");
    expect(codeOf(await machine.host["journal.commit"](wish()))).toBe("disk-full");
    expect(codeOf(await machine.host["blob.put"]({ data: "AAAA" }))).toBe("disk-full");
    expect(codeOf(await machine.host["backup.write"]({}))).toBe("disk-full");
    expect(answered(await machine.host["journal.read"]({ after: 0, limit: 10 })).ops).toHaveLength(1);
    free(disk);
    expect(answered(await machine.host["app.info"]({})).readOnly).toBe("no");
    expect(answered(await machine.host["journal.commit"](wish("after"))).n).toBe(2);
  });

  it("with not one byte left the reserve takes the op in flight; then it refuses, and nothing is ever torn", async () => {
    const folder = join(disk, "desk");
    machine = await openMachine(folder, { sizes: { reserveBytes: 2 * MB } });
    await setUp(machine.host);
    answered(await machine.host["app.info"]({}));
    fill(disk, 0);
    expect(statfsSync(disk).bavail).toBe(0);
    const saved: Op[] = [];
    const big = wish("字".repeat(60_000));
    for (;;) {
      const result = await machine.host["journal.commit"](big);
      if (!result.ok) {
        expect(result.refusal.code).toBe("disk-full");
        break;
      }
      saved.push(result.value.op);
    }
    expect(saved.length).toBeGreaterThan(0);
    expect(codeOf(await machine.host["user.lock"]({}))).toBe("ok");
    expect(codeOf(await signIn(machine.host))).toBe("ok");
    expect(answered(await machine.host["journal.read"]({ after: 0, limit: 100 })).ops).toEqual(saved);
    await machine.close();
    machine = await openMachine(folder, { sizes: { reserveBytes: 2 * MB } });
    answered(await signIn(machine.host));
    expect(answered(await machine.host["app.info"]({})).readOnly).toBe("no");
    expect(answered(await machine.host["journal.read"]({ after: 0, limit: 100 })).ops).toEqual(saved);
    free(disk);
    expect(answered(await machine.host["journal.commit"](wish("after"))).n).toBe(saved.length + 1);
  });

  it("a set-up that does not fit leaves no half desk behind", async () => {
    const folder = join(disk, "desk");
    machine = await openMachine(folder, { minFreeBytes: 1 });
    fill(disk, 0);
    const set = await machine.host["desk.setUp"]({
      login: "founder",
      password: "Tulip-meadow-42",
      staffName: "王一",
      deskName: "窗口一",
    });
    expect(codeOf(set)).toBe("disk-full");
    free(disk);
    expect(answered(await machine.host["app.info"]({})).isSetUp).toBe(false);
    await setUp(machine.host);
  });
});

describe.runIf(canMount)("F17: a share that is used up, on a disk that has room", () => {
  let disk: SmallDisk;
  let machine: Machine;
  beforeEach(async () => {
    disk = await aSharedDisk();
    machine = await openMachine(join(disk.folder, "desk"), { sizes: { reserveBytes: 2 * MB } });
    await setUp(machine.host);
    answered(await machine.host["app.info"]({}));
    disk.fill();
  });
  afterEach(async () => {
    await machine.close();
    await disk.end();
  });

  it("F17: the desk refuses as on a full disk, calls nothing damaged, loses nothing, and writes again when there is room", async () => {
    expect(disk.isReal).toBe(true);
    expect(disk.freeBytes()).toBeGreaterThan(8 * MB);
    const saved: Op[] = [];
    const commit = () => machine.host["journal.commit"](wish("字".repeat(60_000)));
    for (let result = await commit(); ; result = await commit()) {
      if (!result.ok) {
        expect(result.refusal.code).toBe("disk-full");
        break;
      }
      saved.push(result.value.op);
    }
    expect(codeOf(await machine.host["blob.put"]({ data: "A".repeat(400_000) }))).toBe("disk-full");
    expect(codeOf(await machine.host["backup.write"]({}))).toBe("disk-full");
    expect(answered(await machine.host["journal.read"]({ after: 0, limit: 100 })).ops).toEqual(saved);
    await machine.close();
    machine = await openMachine(join(disk.folder, "desk"), { sizes: { reserveBytes: 2 * MB } });
    expect(codeOf(await signIn(machine.host))).toBe("ok");
    expect(answered(await machine.host["journal.read"]({ after: 0, limit: 100 })).ops).toEqual(saved);
    disk.clear();
    expect(answered(await commit()).n).toBe(saved.length + 1);
  });
});
