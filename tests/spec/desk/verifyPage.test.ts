import { beforeEach, describe, expect, it } from "vitest";
import { verifyPage } from "../../../renderer/sync/verifyPage.ts";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { CENTER_ONLY } from "../../../shared/sync/centerOnly.ts";
import { CHAIN_START } from "../../../shared/sync/chain.ts";
import { aBook, announce, aSigner, BUREAU, put } from "./aBook.ts";

const center = aSigner();
const desk = aSigner();
const stranger = aSigner();
const start = {
  at: { seq: 0, chain: CHAIN_START },
  bureau: BUREAU,
  keys: { feeds: new Map<string, string>(), centers: [center.key] },
};

let book: ReturnType<typeof aBook>;
beforeEach(() => {
  book = aBook();
  book.book(center, [announce(desk)]);
  book.book(desk, [put("request", "甲")]);
  book.book(desk, [put("request", "乙")], { verdict: "role-forbids" });
});

const wire = (ops: readonly BookedOp[] = book.ops): readonly BookedOp[] =>
  ops.map((op) => ({ ...op, h: "" }));
const changed = (at: number, change: Partial<BookedOp>): readonly BookedOp[] =>
  wire().map((op, index) => (index === at ? { ...op, ...change } : op));
const codeOf = async (ops: readonly BookedOp[], from = start): Promise<string> => {
  const result = await verifyPage(ops, from);
  return result.ok ? "ok" : result.refusal.code;
};

describe("a page of the book is proved before anything of it is stored (I4, I9, I20)", () => {
  it("takes a genuine page, and ends where the center's chain ends", async () => {
    const result = await verifyPage(wire(), start);
    expect(result).toMatchObject({ ok: true, value: { end: { seq: 3, chain: book.chainAt(3) } } });
    expect(result.ok && result.value.ops.map(({ h }) => h)).toEqual(book.ops.map(({ h }) => h));
  });

  it("continues from any verified point, with the keys learned before", async () => {
    const from = {
      ...start,
      at: { seq: 1, chain: book.chainAt(1) },
      keys: { ...start.keys, feeds: new Map([[desk.feed, desk.key]]) },
    };
    expect(await codeOf(wire().slice(1), from)).toBe("ok");
  });

  // biome-ignore format: a table is read by columns
  it.each<[string, () => readonly BookedOp[], string]>([
    ["a missing op",                           () => wire().filter((_, index) => index !== 1),                     "gap"],
    ["ops out of order",                       () => wire().toReversed(),                                          "gap"],
    ["F76: a payload changed on the way",      () => changed(1, { payload: '{"muts":[]}' }),                       "hash-mismatch"],
    ["F77: a header changed on the way",       () => changed(1, { header: book.ops[1]?.header.replace("aidFile.record", "aidFile.grantx") ?? "" }), "signature-invalid"],
    ["a signature of somebody else",           () => changed(1, { sig: book.ops[2]?.sig ?? "" }),                  "signature-invalid"],
    ["a signature that is none",               () => changed(1, { sig: "" }),                                      "signature-invalid"],
    ["a header that is no JSON",               () => changed(1, { header: "{" }),                                  "malformed"],
  ])("refuses %s as a whole", async (_, page, code) => {
    expect(await codeOf(page())).toBe(code);
  });

  it("F52: refuses another bureau's op, though its signature is right", async () => {
    book.book(desk, [put("request", "丙")], { bureau: "bureau-0002" });
    expect(await codeOf(wire())).toBe("wrong-bureau");
  });

  it("refuses a desk nobody announced, and a desk that announces itself", async () => {
    book.book(stranger, [put("request", "丙")]);
    expect(await codeOf(wire())).toBe("device-unknown");
    book = aBook();
    book.book(stranger, [announce(stranger)]);
    expect(await codeOf(wire())).toBe("signature-invalid");
  });

  it.each([...CENTER_ONLY])(
    "I4: a record “%s” that a desk signed is refused, whatever verdict the page gives it",
    async (t) => {
      book.book(desk, [{ ...put("kind", "CALENDAR"), t }]);
      expect(await codeOf(wire())).toBe("signature-invalid");
      book = aBook();
      book.book(center, [{ ...put("kind", "CALENDAR"), t }]);
      expect(await codeOf(wire())).toBe("ok");
    },
  );

  it("I38: a verdict changed after the fact moves the end of the chain", async () => {
    const result = await verifyPage(changed(2, { verdict: "ok" }), start);
    expect(result.ok && result.value.end.chain).not.toBe(book.chainAt(3));
  });
});
