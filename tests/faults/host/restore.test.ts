import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readVault, vaultBytes, writeVault } from "../../../host/identity/vault.ts";
import type { Machine } from "../../../host/machine.ts";
import { finishRestore, prepareRestore } from "../../../host/restore.ts";
import type { HostInput } from "../../../shared/host/contract.ts";
import type { Op } from "../../../shared/ops/op.ts";
import {
  answered,
  codeOf,
  FOUNDER,
  newFolder,
  openMachine,
  removeFolder,
  setUp,
  signIn,
  wish,
} from "../../contract/host/machines.ts";

const OPS = 30;
/** Small segments: the backup holds several. */
const SIZES = { segmentBytes: 8 * 1024, reserveBytes: 0 };
const CENTER = {
  url: "https://center.example",
  epoch: "e",
  centerFeed: "c".repeat(24),
  centerKey: "d".repeat(64),
};
type Key = HostInput<"backup.restore">["key"];

const old = newFolder();
let backup = "";
let enrolledBackup = "";
let recovery = "";
let ops: readonly Op[] = [];
let blob = "";
let feed = "";

const readAll = async ({ host }: Machine, of?: string) =>
  answered(await host["journal.read"]({ after: 0, limit: 1000, ...(of && { feed: of }) })).ops;

beforeAll(async () => {
  let machine = await openMachine(old, { sizes: SIZES });
  const begun = await setUp(machine.host);
  recovery = begun.recoveryKey;
  feed = begun.session.feed;
  for (let at = 0; at < OPS; at += 1)
    answered(await machine.host["journal.commit"](wish("字".repeat(at * 20))));
  blob = answered(await machine.host["blob.put"]({ data: Buffer.from("一份扫描件").toString("base64") })).id;
  ops = await readAll(machine);
  backup = answered(await machine.host["backup.write"]({})).path;
  await machine.close();
  // the same desk, enrolled: only the vault says so
  const vault = readVault(old);
  if (vault === undefined) throw new Error("no vault");
  await writeVault(old, { ...vault, center: CENTER });
  machine = await openMachine(old, { sizes: SIZES, now: () => Date.now() + 5000 });
  answered(await signIn(machine.host));
  enrolledBackup = answered(await machine.host["backup.write"]({})).path;
  await machine.close();
});
afterAll(() => removeFolder(old));

let folder = "";
let machine: Machine;
beforeEach(async () => {
  folder = newFolder();
  machine = await openMachine(folder, { sizes: SIZES });
});
afterEach(async () => {
  await machine.close();
  removeFolder(folder);
});

/** Sends a file as the page does, in pieces smaller than it. */
const send = async (path: string, piece = 10_000): Promise<void> => {
  const bytes = readFileSync(path);
  for (let at = 0; at < bytes.length; at += piece)
    answered(
      await machine.host["backup.part"]({
        at,
        data: bytes.subarray(at, at + piece).toString("base64"),
      }),
    );
};
const restore = (key: Key, name = "") => machine.host["backup.restore"]({ name, key });
const everyFile = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith("logs"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const expectNothing = async (): Promise<void> => {
  expect(answered(await machine.host["app.info"]({})).isSetUp).toBe(false);
  expect(existsSync(join(folder, "vault.json"))).toBe(false);
  expect(everyFile().filter((path) => path.includes("restore."))).toEqual([]);
};

describe("security row 46: a desk comes back from its backup on a clean machine", () => {
  it.each([
    ["the recovery key", () => ({ recoveryKey: recovery })],
    ["a login and password", () => ({ login: FOUNDER.login, password: FOUNDER.password })],
  ])("opened with %s: every op, every scan and every account, and it goes on", async (_, key) => {
    await send(backup);
    expect(answered(await restore(key()))).toEqual({ opCount: OPS, isNewFeed: false });
    answered(await signIn(machine.host));
    expect(await readAll(machine)).toEqual(ops);
    expect(answered(await machine.host["blob.get"]({ id: blob })).data).toBe(
      Buffer.from("一份扫描件").toString("base64"),
    );
    expect(answered(await machine.host["journal.commit"](wish("next"))).n).toBe(OPS + 1);
    expect(everyFile().filter((path) => path.endsWith(".part"))).toEqual([]);
  });

  it("is found by name when it lies in the backup folder, newest first", async () => {
    const { folder: place } = answered(await machine.host["backup.list"]({}));
    for (const path of [backup, enrolledBackup]) copyFileSync(path, join(place, basename(path)));
    const { backups } = answered(await machine.host["backup.list"]({}));
    expect(backups.map(({ name, opCount }) => [name, opCount])).toEqual([
      [basename(enrolledBackup), OPS],
      [basename(backup), OPS],
    ]);
    expect(answered(await restore({ recoveryKey: recovery }, basename(backup))).opCount).toBe(OPS);
  });

  it("F47: a desk that was enrolled begins another feed; the old one is read, never continued", async () => {
    await send(enrolledBackup);
    expect(answered(await restore({ recoveryKey: recovery }))).toEqual({ opCount: OPS, isNewFeed: true });
    const session = answered(await signIn(machine.host));
    expect(session.feed).not.toBe(feed);
    expect(session.earlier).toEqual([feed]);
    expect(answered(await machine.host["center.status"]({})).isEnrolled).toBe(false);
    expect(await readAll(machine)).toEqual([]);
    expect(await readAll(machine, feed)).toEqual(ops);
    const { op, n } = answered(await machine.host["journal.commit"](wish("first")));
    expect([n, JSON.parse(op.header)]).toMatchObject([1, { feed: session.feed, n: 1, prev: "" }]);
  });

  it("a restored desk is backed up with the journals of before, and comes back once more", async () => {
    await send(enrolledBackup);
    answered(await restore({ recoveryKey: recovery }));
    const session = answered(await signIn(machine.host));
    answered(await machine.host["journal.commit"](wish("first")));
    const { path } = answered(await machine.host["backup.write"]({}));
    const kept = join(old, "second.ladb");
    copyFileSync(path, kept);
    await machine.close();
    removeFolder(folder);
    machine = await openMachine(folder, { sizes: SIZES });
    await send(kept);
    expect(answered(await restore({ login: FOUNDER.login, password: FOUNDER.password })).opCount).toBe(1);
    const again = answered(await signIn(machine.host));
    expect([again.feed, again.earlier]).toEqual([session.feed, [feed]]);
    expect(await readAll(machine, feed)).toEqual(ops);
    expect(await readAll(machine)).toHaveLength(1);
  });
});

describe("security row 46: what is not whole, not ours or not opened changes nothing", () => {
  it.each<[string, () => Key, string]>([
    [
      "another recovery key",
      () => ({ recoveryKey: "0000-0000-0000-0000-0000-0000-0000-0000-Y8YJ" }),
      "recovery-key-invalid",
    ],
    [
      "a typing error",
      () => ({ recoveryKey: `${recovery.slice(0, -1)}${recovery.endsWith("2") ? "3" : "2"}` }),
      "recovery-key-invalid",
    ],
    ["a wrong password", () => ({ login: FOUNDER.login, password: "not-the-password" }), "sign-in-failed"],
    ["an unknown login", () => ({ login: "nobody", password: FOUNDER.password }), "sign-in-failed"],
  ])("%s", async (_, key, code) => {
    await send(backup);
    expect(codeOf(await restore(key()))).toBe(code);
    await expectNothing();
  });

  it("one flipped bit, wherever it lies, and every cut", async () => {
    const whole = readFileSync(backup);
    const spoiled = join(old, "spoiled.ladb");
    for (let round = 0; round < 40; round += 1) {
      const bytes = Buffer.from(whole);
      // the magic and the clear vault have names of their own for what is wrong with them
      const at = 13 + Math.floor((round / 40) * (bytes.length - 13));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8));
      writeFileSync(spoiled, round % 2 === 0 ? bytes : whole.subarray(0, at));
      await send(spoiled, 1_000_000);
      expect(["backup-damaged", "recovery-key-invalid"], `round ${round}, byte ${at}`).toContain(
        codeOf(await restore({ recoveryKey: recovery })),
      );
    }
    await expectNothing();
  });

  it("a vault that was edited in clear: another center, although every key opens", async () => {
    const bytes = readFileSync(backup);
    const length = bytes.readUInt32BE(13);
    const vault = JSON.parse(bytes.toString("utf8", 17, 17 + length));
    const edited = vaultBytes({ ...vault, center: CENTER });
    const head = Buffer.alloc(4);
    head.writeUInt32BE(edited.length);
    const forged = join(old, "forged.ladb");
    writeFileSync(forged, Buffer.concat([bytes.subarray(0, 13), head, edited, bytes.subarray(17 + length)]));
    await send(forged);
    expect(codeOf(await restore({ recoveryKey: recovery }))).toBe("backup-damaged");
    await expectNothing();
  });

  it.each([
    ["a picture", Buffer.from("not a backup at all, but long enough"), "backup-unknown"],
    ["an empty file", Buffer.from(" "), "backup-unknown"],
    ["a later version", Buffer.from("LAD backup 2\nsomething"), "version-unknown"],
  ])("%s", async (_, bytes, code) => {
    const path = join(old, "other.ladb");
    writeFileSync(path, bytes);
    await send(path);
    expect(codeOf(await restore({ recoveryKey: recovery }))).toBe(code);
    await expectNothing();
  });

  it("a name outside the backup folder, a piece out of place, a machine that has a desk", async () => {
    for (const name of ["../vault.json", "/etc/passwd", "desk-1.ladb"])
      expect(codeOf(await restore({ recoveryKey: recovery }, name))).toBe("not-found");
    expect(codeOf(await machine.host["backup.part"]({ at: 5, data: "AAAA" }))).toBe("gap");
    await send(backup);
    answered(await restore({ recoveryKey: recovery }));
    expect(codeOf(await restore({ recoveryKey: recovery }))).toBe("already-set-up");
    expect(codeOf(await machine.host["backup.part"]({ at: 0, data: "AAAA" }))).toBe("already-set-up");
  });
});

describe("I2: a restore that was cut off is done or not done at the next start", () => {
  it("cut before it was decided: there is no desk; cut after: it is whole", async () => {
    await machine.close();
    const put = { data: folder, path: enrolledBackup };
    mkdirSync(join(folder, "restore.part", "journal"), { recursive: true });
    await finishRestore(folder);
    expect(everyFile().filter((path) => path.includes("restore."))).toEqual([]);
    expect(readVault(folder)).toBeUndefined();

    answered(await prepareRestore(put, { recoveryKey: recovery }, undefined));
    expect(existsSync(join(folder, "restore.ready"))).toBe(true);
    expect(readVault(folder)).toBeUndefined();
    machine = await openMachine(folder, { sizes: SIZES });
    expect(existsSync(join(folder, "restore.ready"))).toBe(false);
    answered(await signIn(machine.host));
    expect(await readAll(machine, feed)).toEqual(ops);
  });
});
