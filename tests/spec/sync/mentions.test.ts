import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { mentionsOf } from "../../../shared/ops/mentions.ts";

const FORMS: readonly (readonly [string, Json, readonly string[]])[] = [
  ["changes that no fold takes", { muts: [{ k: "put", t: "aidFile", id: "f-1" }] }, ["aidFile/f-1"]],
  [
    "however deep, and each once",
    { a: [{ b: { t: "transfer", id: "t-1", c: { t: "aidFile", id: "f-1" } } }, { t: "aidFile", id: "f-1" }] },
    ["transfer/t-1", "aidFile/f-1"],
  ],
  ["half a name is none", { muts: [{ t: "aidFile" }, { id: "f-1" }, { t: 1, id: "f-1" }] }, []],
];

describe("which records a payload speaks of, whatever its shape (F59, F79, I39)", () => {
  it.each(FORMS)("%s", (_, payload, mentioned) => {
    expect(mentionsOf(canonicalJson(payload)).toSorted()).toEqual(mentioned.toSorted());
  });

  it("nothing in what is empty, or no JSON", () => {
    expect([...mentionsOf(""), ...mentionsOf("{"), ...mentionsOf('"aidFile/f-1"')]).toEqual([]);
  });
});
