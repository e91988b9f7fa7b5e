import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../../shared/kernel/utf8.ts";
import { agreementKey, bech32, identityOf, recipientOf } from "../../../shared/sync/ageKeys.ts";
import { decodeBundle, encodeBundle, plainCode, signedBundle } from "../../../shared/sync/bundle.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const SIG = "ab".repeat(64);

describe("the inside of a bundle file (docs/protocol.md §10)", () => {
  const content = encodeBundle("{}", [utf8("one"), new Uint8Array(0)]);
  const whole = signedBundle(content, SIG);

  it("vector: magic, manifest, parts and signature lie where the protocol says", () => {
    expect(hex(content)).toBe("4c414442314d000000027b7d50000000036f6e655000000000");
    expect(hex(whole.slice(content.length, content.length + 5))).toBe("5300000080");
  });

  it("gives back what was put in, and how many bytes are signed", () => {
    const read = decodeBundle(whole);
    expect(read).toEqual({
      ok: true,
      value: {
        manifest: "{}",
        parts: [utf8("one"), new Uint8Array(0)],
        chunks: [],
        sig: SIG,
        signed: content.length,
      },
    });
  });

  it("chunks of attachments lie behind the parts, and nowhere else", () => {
    const full = encodeBundle("{}", [utf8("one")], [utf8("ab"), utf8("c")]);
    expect(hex(full)).toBe("4c414442314d000000027b7d50000000036f6e6542000000026162420000000163");
    const read = decodeBundle(signedBundle(full, SIG));
    expect(read).toMatchObject({
      ok: true,
      value: { parts: [utf8("one")], chunks: [utf8("ab"), utf8("c")] },
    });
    const part = full.slice(12, 20);
    expect(decodeBundle(signedBundle(new Uint8Array([...full, ...part]), SIG)).ok).toBe(false);
  });

  it("I27: cut anywhere, or with anything behind its end, it is no bundle", () => {
    for (let length = 0; length < whole.length; length += 1)
      expect(decodeBundle(whole.slice(0, length)).ok).toBe(false);
    expect(decodeBundle(new Uint8Array([...whole, 0])).ok).toBe(false);
    expect(decodeBundle(new Uint8Array([...whole, ...whole])).ok).toBe(false);
    expect(decodeBundle(content).ok).toBe(false);
  });

  it("a code opens however it was typed", () => {
    expect(plainCode(" acde-fhjk-lmnp ")).toBe("ACDEFHJKLMNP");
  });
});

describe("one key signs and receives (RFC 7748 §4.1, RFC 8032 §5.1.5)", () => {
  it("BIP 173: bech32 writes its test vector", () => {
    expect(bech32("a", new Uint8Array(0))).toBe("a12uel5l");
  });

  it("RFC 8032: the base point becomes u = 9", () => {
    const base = `58${"66".repeat(31)}`;
    expect(hex(agreementKey(base))).toBe(`09${"00".repeat(31)}`);
  });

  it.each(Array.from({ length: 8 }, (_, index) => index))(
    "key %i: what is encrypted to the public half, the private half opens; OpenSSL agrees on the key",
    async () => {
      const { privateKey, publicKey } = generateKeyPairSync("ed25519");
      const key = publicKey.export({ format: "der", type: "spki" }).toString("hex", 12);
      const seed = Buffer.from(privateKey.export({ format: "jwk" }).d ?? "", "base64url");
      const scalar = createHash("sha512").update(seed).digest().subarray(0, 32);
      const der = Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), scalar]);
      const agreed = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
      expect(hex(agreementKey(key))).toBe(agreed.export({ format: "der", type: "spki" }).toString("hex", 12));
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipientOf(key));
      const decrypter = new Decrypter();
      decrypter.addIdentity(identityOf(scalar));
      expect(await decrypter.decrypt(await encrypter.encrypt("上报"), "text")).toBe("上报");
    },
  );
});
