import { execFileSync } from "node:child_process";
import { createHash, verify } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FOLDER, fileText, VECTORS } from "../../../build/vectors.mjs";
import { publicKeyOf } from "../../../center/keys/ed25519.ts";
import { chunksIn, parseManifest } from "../../../shared/api/bundleApi.ts";
import { parseCanonical } from "../../../shared/kernel/canonicalJson.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { decodeBundle } from "../../../shared/sync/bundle.ts";
import { decodeFrames } from "../../../shared/sync/frames.ts";

const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8"));
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const PYTHONS = ["/usr/bin/python3", "/usr/local/bin/python3"];

describe("the byte-level examples of docs/protocol.md", () => {
  it("there are vectors of every kind, and the code writes exactly them", () => {
    expect(Object.keys(VECTORS).sort()).toEqual([
      "bundle",
      "canonicalJson",
      "chain",
      "fold",
      "frames",
      "messages",
      "op",
      "snapshot",
    ]);
    expect(read("fold").length).toBeGreaterThanOrEqual(30);
    for (const [name, vectors] of Object.entries(VECTORS))
      expect(readFileSync(join(FOLDER, `${name}.json`), "utf8")).toBe(fileText(vectors));
  });

  it("canonical JSON: the one form is taken, every other refused (protocol §1)", () => {
    const { canonical, refused } = read("canonicalJson") as {
      canonical: { text: string; sha256: string }[];
      refused: string[];
    };
    for (const { text, sha256: hash } of canonical) {
      expect(parseCanonical(text).ok).toBe(true);
      expect(sha256(text)).toBe(hash);
    }
    expect(refused.filter((text) => parseCanonical(text).ok)).toEqual([]);
    expect(refused.length).toBeGreaterThan(10);
  });

  it("signatures over ops and messages verify (protocol §2)", () => {
    const { publicKey, ops } = read("op") as { publicKey: string; ops: Op[] };
    const { messages } = read("messages") as { messages: { text: string; sig: string }[] };
    const all = [...ops.map(({ header, sig }) => ({ text: header, sig })), ...messages];
    expect(all.length).toBeGreaterThan(5);
    for (const { text, sig } of all)
      expect(verify(null, Buffer.from(text), publicKeyOf(publicKey), Buffer.from(sig, "hex"))).toBe(true);
  });

  it("frames come apart into the very ops, and any cut or flip is noticed (protocol §4)", () => {
    const { push, pull, pullTrailer } = read("frames") as Record<string, string>;
    const bytes = new Uint8Array(Buffer.from(push ?? "", "hex"));
    const whole = decodeFrames(bytes, 10);
    expect(whole.ok && whole.value.ops.map(({ header }) => header)).toEqual(
      read("op").ops.map(({ header }: Op) => header),
    );
    const page = decodeFrames(new Uint8Array(Buffer.from(pull ?? "", "hex")), 10);
    expect(page.ok && page.value.trailer).toBe(pullTrailer);
    for (let end = 0; end < bytes.length; end += 7)
      expect(decodeFrames(bytes.slice(0, end), 10).ok).toBe(false);
    expect(decodeFrames(bytes, 1)).toMatchObject({ ok: false, refusal: { code: "too-large" } });
  });

  it("both bundles come apart as their manifests say (protocol §10)", () => {
    const bundle = read("bundle") as { inside: string; withAttachments: { inside: string } };
    const counts = [bundle, bundle.withAttachments].map(({ inside }) => {
      const opened = decodeBundle(new Uint8Array(Buffer.from(inside, "hex")));
      const manifest = opened.ok ? parseManifest(opened.value.manifest) : opened;
      if (!opened.ok || !manifest.ok) throw new Error("a vector is no bundle");
      return [
        manifest.value.v,
        opened.value.parts.length,
        opened.value.chunks.length,
        chunksIn(manifest.value),
      ];
    });
    expect(counts).toEqual([
      [1, 1, 0, 0],
      [2, 1, 2, 2],
    ]);
  });

  const python = PYTHONS.find((path) => existsSync(path));
  it(`a second fold, in another language, agrees (${python === undefined ? "no python3 here: its vectors are checked above only" : "python3"})`, () => {
    const said =
      python === undefined
        ? ""
        : execFileSync(python, ["-B", join(FOLDER, "check.py")], { encoding: "utf8" });
    expect(said).toMatch(python === undefined ? /^$/ : /fold ok \(3\d cases\)\nbundle ok\nsnapshot ok\n$/);
  });
});
