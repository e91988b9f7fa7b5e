import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openRecordRow, sealConfirmed } from "../../../renderer/data/recordStore.ts";
import { makeSeal } from "../../../renderer/data/seal.ts";
import { openChunk } from "../../../renderer/sync/snapshotClient.ts";
import type { SnapshotChunk } from "../../../shared/api/snapshotApi.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { textOf, utf8 } from "../../../shared/kernel/utf8.ts";

/** Texts in which a reader of JSON that counts brackets and commas would lose its way. */
const HARD = ['甲某，"},{"', "\\", '\\"', "a\\\\", "[[[", "}}]", ",", '"', "\u2028\u0000", "𠮷，単", ""];
const STATES = HARD.map((text, at) => ({
  t: "aidFile",
  id: `file-${100 + at}`,
  facts: { [text]: [text, { text }] },
}));

const aChunk = (text: string, count: number): readonly [Uint8Array<ArrayBuffer>, SnapshotChunk] => {
  const bytes = utf8(text);
  const id = createHash("sha256").update(bytes).digest("hex");
  return [bytes, { id, count, packed: bytes.length, bytes: bytes.length, from: "aidFile", to: "aidFile" }];
};
const textsOf = (states: readonly unknown[]): readonly string[] =>
  states.map((state) => canonicalJson(state as Json));

describe("a chunk of a snapshot, read record by record (I29)", () => {
  it("every record comes as it was written, whatever stands in its texts", async () => {
    const opened = await openChunk(...aChunk(textsOf(STATES).join(","), STATES.length));
    if (!opened.ok) throw new Error(opened.refusal.code);
    expect(opened.value.map(({ state }) => state)).toEqual(STATES);
    expect(opened.value.map(({ json }) => textOf(json))).toEqual(textsOf(STATES));
  });

  it("a chunk of nothing has no records", async () => {
    expect(await openChunk(...aChunk("", 0))).toEqual({ ok: true, value: [] });
  });

  it("another count, another order or a record twice is refused, and so are bytes that were changed", async () => {
    const texts = textsOf(STATES.slice(0, 2));
    const codeOf = async (text: string, count: number): Promise<string> => {
      const opened = await openChunk(...aChunk(text, count));
      return opened.ok ? "ok" : opened.refusal.code;
    };
    expect(await codeOf(texts.join(","), 2)).toBe("ok");
    expect(await codeOf(texts.join(","), 3)).toBe("malformed");
    expect(await codeOf(texts.toReversed().join(","), 2)).toBe("malformed");
    expect(await codeOf(`${texts[0]},${texts[0]}`, 2)).toBe("malformed");
    const [bytes, chunk] = aChunk(texts.join(","), 2);
    bytes[9] = (bytes[9] ?? 0) ^ 1;
    expect(await openChunk(bytes, chunk)).toMatchObject({ ok: false, refusal: { code: "hash-mismatch" } });
  });

  it("what is sealed from those bytes opens as the record with nothing pending, in its own place only", async () => {
    const seal = await makeSeal(Buffer.alloc(32, 7).toString("base64"));
    for (const state of STATES) {
      const sealed = await sealConfirmed(seal, state, utf8(canonicalJson(state as Json)));
      const row = { t: state.t, id: state.id, sealed } as Parameters<typeof openRecordRow>[1];
      expect(await openRecordRow(seal, row)).toEqual({ confirmed: state, shown: null });
      await expect(openRecordRow(seal, { ...row, id: "file-other" })).rejects.toThrow();
    }
  });
});
