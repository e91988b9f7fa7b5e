import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sealChunk, unsealChunk } from "../../../center/blobs/blobKeys.ts";
import { sha256 as sha256OfCenter } from "../../../center/hash.ts";
import { sha256 as sha256OfHost } from "../../../host/bundles/box.ts";
import { passwordKey } from "../../../host/identity/passwordKey.ts";
import { deriveKey, readyKey, seal, unseal } from "../../../host/seal.ts";
import { makeSeal } from "../../../renderer/data/seal.ts";
import { sha256 as sha256OfPage } from "../../../renderer/sync/proof.ts";
import { utf8 } from "../../../shared/kernel/utf8.ts";
import { bytesOfHex, hexOfBytes } from "../../../shared/sync/chain.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("hex digits, as hashes and signatures are written (F71)", () => {
  it("F71: every byte has its two digits and comes back from them; anything else is refused", () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(hexOfBytes(all)).toBe(hex(all));
    expect(bytesOfHex(hex(all))).toEqual(all);
    for (const bad of ["a", "abc", "AB", "0x", " 1", "1 ", "+1", "g0"])
      expect(() => bytesOfHex(bad), bad).toThrow("not hex digits");
  });
});

/** NIST, examples with FIPS 180-4: one block, none, two blocks, a million letters. */
const SHA_256: readonly (readonly [string, string, string])[] = [
  ["the empty message", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["“abc”", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "448 bits",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  [
    "896 bits",
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
  ],
  [
    "a million times “a”",
    "a".repeat(1_000_000),
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  ],
];

describe("SHA-256 (FIPS 180-4) of host, center and page", () => {
  it.each(SHA_256)("%s", async (_name, text, sum) => {
    expect(sha256OfCenter(text)).toBe(sum);
    expect(sha256OfHost(utf8(text))).toBe(sum);
    expect(await sha256OfPage(utf8(text))).toBe(sum);
  });
});

const FEFFE = "feffe9928665731c6d6a8f9467308308".repeat(2);
/** McGrew and Viega, “The Galois/Counter Mode of Operation”, appendix B: the examples of 256-bit keys without further data. */
const AES_256_GCM = [
  {
    name: "test case 13",
    key: "00".repeat(32),
    nonce: "00".repeat(12),
    plain: "",
    cipher: "",
    tag: "530f8afbc74536b9a963b4f1c4cb738b",
  },
  {
    name: "test case 14",
    key: "00".repeat(32),
    nonce: "00".repeat(12),
    plain: "00".repeat(16),
    cipher: "cea7403d4d606b6e074ec5d3baf39d18",
    tag: "d0d1c8a799996bf0265b98b5d48ab919",
  },
  {
    name: "test case 15",
    key: FEFFE,
    nonce: "cafebabefacedbaddecaf888",
    plain:
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255",
    cipher:
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad",
    tag: "b094dac5d93471bdec1a502270e3cc6c",
  },
];

describe("AES-256-GCM (NIST SP 800-38D): what host and center seal with", () => {
  it.each(AES_256_GCM)("$name opens, and with one bit changed anywhere it does not", (vector) => {
    const key = bytesOfHex(vector.key);
    const sealed = bytesOfHex(`${vector.nonce}${vector.cipher}${vector.tag}`);
    expect(hex(unseal(key, sealed, "") ?? Buffer.of(1))).toBe(vector.plain);
    expect(hex(unseal(readyKey(key), sealed, "") ?? Buffer.of(1))).toBe(vector.plain);
    expect(hex(unsealChunk({ seal: Buffer.from(key) }, "", sealed) ?? Buffer.of(1))).toBe(vector.plain);
    for (const at of sealed.keys()) {
      const damaged = sealed.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x80;
      expect(unseal(key, damaged, "")).toBeUndefined();
      expect(unsealChunk({ seal: Buffer.from(key) }, "", damaged)).toBeUndefined();
    }
  });

  it("the place is the additional data: what host and center seal, another implementation opens at that place only", async () => {
    const key = bytesOfHex(FEFFE);
    const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
    const open = (sealed: Uint8Array, place: string) =>
      crypto.subtle.decrypt(
        { name: "AES-GCM", iv: sealed.slice(0, 12), additionalData: utf8(place) },
        imported,
        sealed.slice(12),
      );
    for (const make of [
      seal,
      (_key: Uint8Array, plain: Uint8Array, name: string) =>
        sealChunk({ seal: Buffer.from(key) }, name, plain),
    ]) {
      const sealed = make(key, utf8("卷宗"), "op 7");
      expect(Buffer.from(await open(sealed, "op 7")).toString("utf8")).toBe("卷宗");
      await expect(open(sealed, "op 8")).rejects.toThrow();
    }
  });

  it("the page's seal is the same cipher: the host's function opens it at its table and key, and nowhere else", async () => {
    const key = bytesOfHex(FEFFE);
    const page = await makeSeal(Buffer.from(key).toString("base64"));
    const sealed = await page.seal("files", "a-1", { name: "甲" });
    expect([...sealed.subarray(0, 2)]).toEqual([1, 1]);
    expect(unseal(key, sealed.subarray(2), "files|a-1|1")?.toString("utf8")).toBe('{"name":"甲"}');
    expect(unseal(key, sealed.subarray(2), "files|a-2|1")).toBeUndefined();
    await expect(page.open("files", "a-2", sealed)).rejects.toThrow();
  });

  it("a nonce is never used again", () => {
    const key = bytesOfHex(FEFFE);
    const nonces = Array.from({ length: 2000 }, () => hex(seal(key, utf8("x"), "").subarray(0, 12)));
    expect(new Set(nonces).size).toBe(nonces.length);
  });
});

/** RFC 5869, section 2, read anew: `deriveKey` fixes salt and length, so it cannot be given the RFC's examples itself. */
const hkdf = (input: { ikm: string; salt: string; info: string; length: number }): string => {
  const mac = (key: Uint8Array, data: Uint8Array) => createHmac("sha256", key).update(data).digest();
  const prk = mac(bytesOfHex(input.salt), bytesOfHex(input.ikm));
  let [block, text] = [Buffer.alloc(0), ""];
  for (let count = 1; text.length < 2 * input.length; count += 1) {
    block = mac(prk, Buffer.concat([block, bytesOfHex(input.info), Buffer.of(count)]));
    text += hex(block);
  }
  return text.slice(0, 2 * input.length);
};
const run = (from: number, to: number): string =>
  hex(Uint8Array.from({ length: to - from }, (_, at) => from + at));

describe("HKDF-SHA256 (RFC 5869): how keys of one purpose come from the master key", () => {
  // biome-ignore format: a table is read by columns
  it.each([
    ["A.1", "0b".repeat(22), run(0, 13), run(0xf0, 0xfa), 42, "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"],
    ["A.2", run(0, 0x50), run(0x60, 0xb0), run(0xb0, 0x100), 82, "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"],
    ["A.3", "0b".repeat(22), "", "", 42, "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"],
  ] as const)("%s: this test's own reading of the RFC is right", (_name, ikm, salt, info, length, okm) => {
    expect(hkdf({ ikm, salt, info, length })).toBe(okm);
  });

  it.each(["journal", "blobs", "page", "甲"])(
    "purpose %s: the product derives what the RFC says",
    (purpose) => {
      const info = hex(utf8(`legal-aid-desk ${purpose}`));
      expect(hex(deriveKey(bytesOfHex(FEFFE), purpose))).toBe(
        hkdf({ ikm: FEFFE, salt: "", info, length: 32 }),
      );
    },
  );
});

describe("Argon2id (RFC 9106): the key that a password opens its envelope with", () => {
  // the reference implementation's own examples (P-H-C/phc-winner-argon2, src/test.c, version 0x13); the RFC's single
  // example needs a secret and further data, which a password has not
  // biome-ignore format: a table is read by columns
  it.each([
    ["password",          "somesalt", 2, 65536, 1, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"],
    ["password",          "somesalt", 2, 256,   1, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"],
    ["password",          "somesalt", 2, 256,   2, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"],
    ["password",          "somesalt", 1, 65536, 1, "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98"],
    ["password",          "somesalt", 4, 65536, 1, "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c"],
    ["differentpassword", "somesalt", 2, 65536, 1, "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde"],
    ["password",          "diffsalt", 2, 65536, 1, "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"],
  ] as const)("%s, %s: %i passes over %i KiB in %i lanes", async (password, salt, passes, memoryKiB, lanes, key) => {
    const argon2 = { passes, memoryKiB, lanes, salt: Buffer.from(salt).toString("base64") };
    expect(hex(await passwordKey(password, argon2))).toBe(key);
  });
});
