import { describe, expect, it } from "vitest";
import { VECTORS } from "../../../build/vectors.mjs";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { isFoldable, parseHeader } from "../../../shared/sync/opShape.ts";

const { ops } = VECTORS.op as { readonly ops: readonly { readonly header: string }[] };
const HEADER = JSON.parse(ops[0]?.header ?? "") as { readonly [key: string]: Json };
const codeOf = (over: { readonly [key: string]: Json }): string => {
  const parsed = parseHeader(canonicalJson({ ...HEADER, ...over }));
  return parsed.ok ? "ok" : parsed.refusal.code;
};

describe("the header of an op (protocol §2)", () => {
  it("F57: another format or suite is said to be one, however else its header looks", () => {
    expect(codeOf({})).toBe("ok");
    expect(codeOf({ v: 2 })).toBe("version-unknown");
    expect(codeOf({ v: 2, feed: { id: "of another form" }, prev: 7 })).toBe("version-unknown");
    expect(codeOf({ suite: "sm2-sm3", ph: "of another length" })).toBe("version-unknown");
  });

  it("F58: entries that a later version adds are passed over", () => {
    expect(codeOf({ onBehalf: "staff-0002", later: { a: [1] } })).toBe("ok");
  });

  // biome-ignore format: a table is read by columns
  it.each<[string, { readonly [key: string]: Json }]>([
    ["a bureau of seven characters",     { bureau: "short-1" }],
    ["a feed of other than 24 digits",   { feed: "0123" }],
    ["position 0",                       { n: 0 }],
    ["a first op with a predecessor",    { prev: "a".repeat(64) }],
    ["a later op without a predecessor", { n: 2 }],
    ["no intent",                        { intent: "" }],
    ["an intent of 81 characters",       { intent: "i".repeat(81) }],
    ["U+0000 in a name",                 { desk: "一号\u0000" }],
    ["an actor of 65 characters",        { actor: "a".repeat(65) }],
    ["an hlc of one number",             { hlc: [1] }],
    ["a negative hlc",                   { hlc: [-1, 0] }],
    ["a schema above a million",         { schema: 1_000_001 }],
    ["seen without its head",            { seen: { epoch: "", seq: 0 } }],
    ["a format that is no number",       { v: "1" }],
  ])("F69: %s is malformed", (_, over) => {
    expect(codeOf(over)).toBe("malformed");
  });
});

describe("the payload of an op (protocol §2)", () => {
  const at = { t: "aidFile", id: "file-0001" };
  const put = { k: "put", ...at, f: "request", old: null, new: null, sup: [] };

  // biome-ignore format: a table is read by columns
  it.each<[boolean, string, Json]>([
    [true,  "a put",                                 put],
    [true,  "a put with an entry of a later version", { ...put, later: 1 }],
    [true,  "an unknown kind",                       { k: "transmute", ...at }],
    [false, "an unknown kind without a record",      { k: "transmute", t: "aidFile" }],
    [false, "a put without what was there",          { k: "put", ...at, f: "request", new: null, sup: [] }],
    [false, "a put that names no hash",              { ...put, sup: ["one"] }],
    [false, "a put that names 1,001 hashes",         { ...put, sup: Array.from({ length: 1001 }, () => "a".repeat(64)) }],
    [false, "a field with a space",                  { ...put, f: "a b" }],
    [false, "a drop that names no row",              { k: "drop", ...at, f: "materials", els: ["a".repeat(64)] }],
    [false, "a step whose facts are a list",         { k: "step", ...at, lane: "application", step: "grant", from: "", to: "granted", outcome: null, facts: [], sup: [] }],
    [false, "a number of no year",                   { k: "number", ...at, f: "caseNo", series: "兰援", year: -1, no: 1, text: "一", grant: "", sup: [] }],
  ])("F59: %s: %s", (isWell, _, mut) => {
    expect(isFoldable({ muts: [mut] })).toBe(isWell);
  });
});
