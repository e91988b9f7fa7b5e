import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Encrypter } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Machine } from "../../../host/machine.ts";
import { openReferral } from "../../../host/referral/box.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { REFERRAL_MAX } from "../../../shared/api/referralApi.ts";
import { answer, type Host } from "../../../shared/host/contract.ts";
import { aPdf } from "../../builders/scans.ts";
import { answered, codeOf, newFolder, openMachine, removeFolder, setUp } from "./machines.ts";

/*
 * Two desks of two bureaus that know nothing of each other: one writes a referral file, the other opens it. Deriving the
 * key of a code takes a good part of a second, so the file is written once.
 */

const CONTENT = '{"personName":"单于乐仇"}';
const WRITTEN = { name: "0a1b2c3d-1", content: CONTENT, scans: [] as string[] };
const SCAN = aPdf("agreement", 2 * CHUNK_BYTES);
const folders: string[] = [];
const machines: Machine[] = [];
let [home, away]: Host[] = [];
let written: Awaited<ReturnType<typeof write>>;
let file: Buffer;
let scanId = "";
let missing = "";

const desk = async (): Promise<Host> => {
  const folder = newFolder();
  folders.push(folder);
  const machine = await openMachine(folder);
  machines.push(machine);
  await setUp(machine.host);
  return machine.host;
};
const write = async (host: Host, wish = WRITTEN) => answered(await host["referral.write"](wish));
const asData = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const open = (bytes: Uint8Array, code = written.code, host = away as Host) =>
  host["referral.open"]({ data: asData(bytes), code });

const keep = async (host: Host, content: Buffer): Promise<string> => {
  const chunks: string[] = [];
  for (let at = 0; at < content.length; at += CHUNK_BYTES)
    chunks.push(
      answered(await host["blob.put"]({ data: asData(content.subarray(at, at + CHUNK_BYTES)) })).id,
    );
  return answered(await host["scan.keep"]({ chunks })).id;
};
const blobsOf = (): number =>
  readdirSync(join(folders[1] ?? "", "blobs"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;

beforeAll(async () => {
  [home, away] = [await desk(), await desk()];
  scanId = await keep(home, SCAN);
  missing = "f".repeat(64);
  written = await write(home, { ...WRITTEN, scans: [scanId, missing] });
  file = readFileSync(written.path);
});
afterAll(async () => {
  for (const machine of machines) await machine.close();
  for (const folder of folders) removeFolder(folder);
});

describe("a referral file between two desks without a center (法律援助法第三十八条, F80)", () => {
  it("is written under a code that stands nowhere else, and opened with it, however it is typed", async () => {
    expect(written.code).toMatch(/^[ACDEFHJKLMNPQRTUVWXY3479]{4}(-[ACDEFHJKLMNPQRTUVWXY3479]{4}){2}$/);
    expect(basename(written.path)).toBe("referral-0a1b2c3d-1.ladr");
    expect(written.scans).toEqual([scanId]);
    expect(file.includes("单于") || file.includes(written.code)).toBe(false);
    const log = readFileSync(join(folders[0] ?? "", "logs", "host.jsonl"), "utf8");
    expect(log).toContain("referral-written");
    expect(log.includes(written.code) || log.includes("单于")).toBe(false);
    const opened = answered(await open(file, ` ${written.code.toLowerCase().replaceAll("-", " ")} `));
    expect(opened).toMatchObject({ content: CONTENT, sha256: written.sha256 });
    expect(opened.scans.map(({ id }) => id)).toEqual([scanId]);
  });

  it("opening stores nothing; receiving keeps its scans, byte by byte", async () => {
    expect(blobsOf()).toBe(0);
    const input = { data: asData(file), code: written.code };
    expect(answered(await (away as Host)["referral.keepScans"](input)).scans).toEqual([scanId]);
    const [kept] = answered(await (away as Host)["scan.list"]({ ids: [scanId] })).scans;
    const pieces: Buffer[] = [];
    for (const id of kept?.chunks ?? [])
      pieces.push(Buffer.from(answered(await (away as Host)["blob.get"]({ id })).data, "base64"));
    expect(Buffer.concat(pieces).equals(SCAN)).toBe(true);
  });

  it("written twice it has two names and two codes", async () => {
    const again = await write(home as Host);
    expect(again.code).not.toBe(written.code);
    expect(again.name).toBe("referral-0a1b2c3d-1 (2).ladr");
  });
});

describe("what is refused of a file from outside, in which words, with nothing stored", () => {
  const changed = (at: number): Buffer => {
    const copy = Buffer.from(file);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  const sealed = async (age: Uint8Array, version = 1): Promise<Buffer> => {
    const { createHash } = await import("node:crypto");
    return Buffer.concat([
      Buffer.from("LADR"),
      Buffer.of(version),
      createHash("sha256").update(age).digest(),
      age,
    ]);
  };
  const under = async (plain: string, work = 10): Promise<Uint8Array> => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(work);
    encrypter.setPassphrase(written.code.replaceAll("-", ""));
    return encrypter.encrypt(plain);
  };
  /** An age file that asks for 2^`work` of scrypt without having done it. */
  const dear = async (work: number): Promise<Buffer> => {
    const text = Buffer.from(await under("x")).toString("latin1");
    return sealed(Buffer.from(text.replace(/ 10\n/, ` ${work}\n`), "latin1"));
  };

  // biome-ignore format: a table is read by columns
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["a wrong code",                                  () => file, "referral-code"],
    ["nothing at all",                                () => Buffer.alloc(0), "referral-unknown"],
    ["something else",                                () => aPdf("no referral"), "referral-unknown"],
    ["one cut short by a byte",                       () => file.subarray(0, -1), "referral-damaged"],
    ["one cut within its head",                       () => file.subarray(0, 20), "referral-damaged"],
    ["one with a bit changed in its middle",          () => changed(file.length >> 1), "referral-damaged"],
    ["one with a bit changed in its sum",             () => changed(10), "referral-damaged"],
    ["one of a newer version",                        () => sealed(file.subarray(37), 2), "version-unknown"],
    ["one that asks for hours of work (scrypt 2^20)", () => dear(20), "referral-damaged"],
    ["age to a key, not to a code",                   () => sealed(Buffer.from("age-encryption.org/v1\n-> X25519 abc\n")), "referral-damaged"],
    ["one longer than such a file may be",            () => Buffer.alloc(REFERRAL_MAX + 1), "too-large"],
  ])("%s", async (name, made, code) => {
    const data = asData(await made());
    const wrong = name === "a wrong code" ? "AAAA-AAAA-AAAA" : written.code;
    const before = blobsOf();
    // deriving a key twice for the same answer is time that nobody has
    const calls = ["referral.open", ...(name === "a wrong code" ? [] : (["referral.keepScans"] as const))] as const;
    for (const call of calls)
      expect(codeOf(await answer(away as Host, call, { data, code: wrong }))).toBe(code);
    expect(blobsOf()).toBe(before);
  });

  it("what opens with the code but is none of ours: no bundle, no manifest, a manifest of tomorrow, no signature", async () => {
    const { encodeBundle, signedBundle } = await import("../../../shared/sync/bundle.ts");
    const bundle = async (manifest: string, sig = "0".repeat(128)): Promise<Buffer> => {
      const encrypter = new Encrypter();
      encrypter.setScryptWorkFactor(10);
      encrypter.setPassphrase(written.code.replaceAll("-", ""));
      return sealed(await encrypter.encrypt(signedBundle(encodeBundle(manifest, []), sig)));
    };
    const genuine = answered(await openReferral(file, written.code)).manifest;
    const text = JSON.stringify(
      Object.fromEntries(Object.entries({ ...genuine, scans: [] }).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    );
    expect(codeOf(await open(await sealed(await under("no bundle"))))).toBe("referral-damaged");
    expect(codeOf(await open(await bundle('{"v":1}')))).toBe("referral-damaged");
    expect(codeOf(await open(await bundle('{"__proto__":{"v":2},"v":1}')))).toBe("referral-damaged");
    expect(codeOf(await open(await bundle('{"v":2}')))).toBe("version-unknown");
    expect(codeOf(await open(await bundle(text)))).toBe("referral-damaged");
  });

  it("this bureau's own file is not received by it (法律援助法第三十八条)", async () => {
    expect(await open(file, written.code, home)).toMatchObject({
      refusal: { code: "referral-own", source: "《法律援助法》第38条" },
    });
  });

  it("S: a name is a number and nothing else: no path leaves the export folder", async () => {
    const before = readdirSync(join(folders[0] ?? "", "exports"));
    for (const name of ["../../x-1", "0a1b2c3d-1/..", "单于乐仇-1", "", "0a1b2c3d-1\u0000"])
      expect(codeOf(await answer(home as Host, "referral.write", { ...WRITTEN, name }))).toBe("malformed");
    expect(readdirSync(join(folders[0] ?? "", "exports"))).toEqual(before);
    expect(existsSync(join(folders[0] ?? "", "x-1.ladr"))).toBe(false);
  });

  it("nobody who is not signed in writes or opens one", async () => {
    answered(await (away as Host)["user.lock"]({}));
    expect(codeOf(await open(file))).toBe("signed-out");
    expect(codeOf(await (away as Host)["referral.write"](WRITTEN))).toBe("signed-out");
  });
});
