import { createPrivateKey, type KeyObject } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isSigned as isSignedAtCenter, publicKeyOf, signerOf } from "../../../center/keys/ed25519.ts";
import { isSignedBy, signText } from "../../../host/identity/deviceKey.ts";
import { textOf } from "../../../shared/kernel/utf8.ts";
import { bytesOfHex } from "../../../shared/sync/chain.ts";
import { FOR_EVERY_TEXT, RFC_8032, type SignatureVector } from "./ed25519Vectors.ts";

/** The order of the group (RFC 8032, section 5.1): S and S + L are the same number, and only one of them may be written. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** PKCS 8 of RFC 8410: what stands before the 32 bytes of a private key. */
const privateKeyOf = (seed: string): KeyObject =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, "hex"),
    format: "der",
    type: "pkcs8",
  });

const flipped = (hex: string, at: number): string => {
  const bytes = Buffer.from(hex, "hex");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString("hex");
};

/** The same signature with S + L in place of S. */
const malleated = (sig: string): string => {
  const little = Buffer.from(sig.slice(64), "hex").reverse().toString("hex");
  const grown = (BigInt(`0x${little}`) + L).toString(16).padStart(64, "0");
  return `${sig.slice(0, 64)}${Buffer.from(grown, "hex").reverse().toString("hex")}`;
};

const wrongs = ({ key, sig }: SignatureVector): readonly { key: string; sig: string }[] => [
  { key, sig: flipped(sig, 0) },
  { key, sig: flipped(sig, 32) },
  { key, sig: flipped(sig, 62) },
  { key, sig: malleated(sig) },
  { key, sig: `${sig.slice(0, 64)}${"ff".repeat(32)}` },
  { key, sig: sig.slice(2) },
  { key, sig: `${sig}00` },
  { key, sig: sig.toUpperCase() },
  { key: RFC_8032.find((other) => other.key !== key)?.key ?? "", sig },
];

/** The examples whose message is text: whoever signs only texts can be asked about these. */
const TEXTS = RFC_8032.filter(({ message }) => {
  const bytes = Buffer.from(message, "hex");
  return Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);
}).map((vector) => ({ ...vector, text: textOf(bytesOfHex(vector.message)) }));

it("all five examples of RFC 8032, section 7.1, are here, and two of them are texts", () => {
  expect(RFC_8032.map(({ message }) => message.length / 2)).toEqual([0, 1, 2, 1023, 64]);
  expect(TEXTS.map(({ text }) => text)).toEqual(["", "r"]);
});

describe("the center signs and verifies as RFC 8032, section 7.1, says", () => {
  it.each(RFC_8032)("$name", (vector) => {
    const signer = signerOf(String(privateKeyOf(vector.seed).export({ format: "pem", type: "pkcs8" })));
    const message = Buffer.from(vector.message, "hex");
    expect(signer.publicKey).toBe(vector.key);
    expect(signer.sign(message)).toBe(vector.sig);
    expect(isSignedAtCenter(publicKeyOf(vector.key), message, vector.sig)).toBe(true);
    const longer = Buffer.concat([message, Buffer.of(0)]);
    expect(isSignedAtCenter(publicKeyOf(vector.key), longer, vector.sig)).toBe(false);
    for (const { key, sig } of wrongs(vector))
      expect(isSignedAtCenter(publicKeyOf(key), message, sig), sig).toBe(false);
  });
});

describe("a desk's host signs and verifies texts as RFC 8032 says", () => {
  it.each(RFC_8032)("$name: its text, signed by its key, is what the center accepts", (vector) => {
    const sig = signText(privateKeyOf(vector.seed), vector.message);
    expect(isSignedAtCenter(publicKeyOf(vector.key), vector.message, sig)).toBe(true);
  });
  it.each(TEXTS)("$name", (vector) => {
    expect(signText(privateKeyOf(vector.seed), vector.text)).toBe(vector.sig);
    expect(isSignedBy(vector.key, vector.text, vector.sig)).toBe(true);
    expect(isSignedBy(vector.key, `${vector.text}\0`, vector.sig)).toBe(false);
    for (const { key, sig } of wrongs(vector)) expect(isSignedBy(key, vector.text, sig), sig).toBe(false);
  });
});

/** The page's verifier anew: it remembers how it verifies with a key, and the machine changes between these tests. */
const freshPage = async () => {
  vi.resetModules();
  return import("../../../renderer/sync/proof.ts");
};

describe.each([
  { machine: "a browser with Ed25519 of its own", has: true },
  { machine: "an older browser without it (before Chromium 137)", has: false },
])("the page verifies as RFC 8032 says: $machine", ({ has }) => {
  beforeAll(() => {
    if (has) return;
    const lacking = () => Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError"));
    vi.spyOn(crypto.subtle, "importKey").mockImplementation(lacking);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it.each(TEXTS)("$name", async (vector) => {
    const page = await freshPage();
    expect(await page.isSigned(vector.key, vector.sig, vector.text)).toBe(true);
    expect(await page.isSigned(vector.key, vector.sig, `${vector.text}\0`)).toBe(false);
    for (const { key, sig } of wrongs(vector))
      expect(await page.isSigned(key, sig, vector.text), sig).toBe(false);
  });
  it.each(RFC_8032)("$name: what its key signs at a host, the page accepts", async (vector) => {
    const page = await freshPage();
    const sig = signText(privateKeyOf(vector.seed), vector.message);
    expect(await page.isSigned(vector.key, sig, vector.message)).toBe(true);
  });
  it.each(FOR_EVERY_TEXT)("refused, as the center refuses it: $name", async ({ key, sig }) => {
    const page = await freshPage();
    for (const text of ["", "r", "a receipt for anything"]) {
      expect(await page.isSigned(key, sig, text)).toBe(false);
      expect(() => isSignedAtCenter(publicKeyOf(key), text, sig)).toThrow("small order");
      expect(isSignedBy(key, text, sig)).toBe(false);
    }
  });
});

describe("keys under which one signature fits every text (RFC 8032 leaves them open)", () => {
  const eighth = ed25519.Point.fromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
  const multiples = Array.from({ length: 8 }, (_, k) =>
    (k === 0 ? ed25519.Point.ZERO : eighth.multiplyUnsafe(BigInt(k))).toHex(),
  );
  // the same points once more: with the other sign of x where x is 0, and with y written beyond the prime
  const twice = [
    `${"00".repeat(31)}80`,
    `01${"00".repeat(30)}80`,
    `ed${"ff".repeat(30)}7f`,
    `ee${"ff".repeat(30)}ff`,
  ];

  it.each([...multiples, ...twice])("%s is no key of a desk", (key) => {
    expect(() => publicKeyOf(key)).toThrow("small order");
  });

  it("they are eight, and any other point is one", () => {
    expect(new Set(multiples).size).toBe(8);
    expect(() => publicKeyOf(ed25519.Point.BASE.toHex())).not.toThrow();
  });
});
