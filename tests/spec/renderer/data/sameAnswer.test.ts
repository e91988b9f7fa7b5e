import { describe, expect, it } from "vitest";
import { isSameAnswer } from "../../../../renderer/data/sameAnswer.ts";

describe("an answer that says the same is not drawn again", () => {
  const card = (name: string) => ({
    id: "file-1",
    facts: { personName: name, categories: ["WOMAN"] },
    dueOn: null,
  });
  it.each([
    ["nothing yet", undefined, undefined],
    ["numbers", 3, 3],
    ["cards read twice", [card("甲某")], [card("甲某")]],
    ["maps and sets", new Map([["a", { n: 1 }]]), new Map([["a", { n: 1 }]])],
    ["sets", new Set(["a"]), new Set(["a"])],
  ])("%s", (_, before, next) => expect(isSameAnswer(before, next)).toBe(true));

  it.each([
    ["the first answer", undefined, []],
    ["no record", null, { id: "file-1" }],
    ["another name", [card("甲某")], [card("乙某")]],
    ["one more", [card("甲某")], [card("甲某"), card("甲某")]],
    ["another order", ["a", "b"], ["b", "a"]],
    ["a fact that is gone", { a: 1, b: undefined }, { a: 1 }],
    ["a fact of another name", { a: undefined }, { b: undefined }],
    ["a list and a record", ["a"], { 0: "a" }],
    ["another entry", new Map([["a", 1]]), new Map([["a", 2]])],
    ["another member", new Set(["a"]), new Set(["b"])],
    ["a function is never the same", { of: () => 1 }, { of: () => 1 }],
    ["nor is what is no plain data", new Date(0), new Date(0)],
    ["a failure", { answer: [], failure: undefined }, { answer: [], failure: new Error("x") }],
  ])("%s", (_, before, next) => expect(isSameAnswer(before, next)).toBe(false));
});
