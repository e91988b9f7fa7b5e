import { describe, expect, it } from "vitest";
import { isNews } from "../../../../renderer/data/carriedNews.ts";

const FEED = "a".repeat(24);
const desk = {
  cursor: { epoch: "present", seq: 10, chain: "" },
  ended: ["first", "second"],
  sent: { feed: FEED, n: 4, h: "" },
  carried: { key: "", version: 2, open: ["last"], missing: {}, unnamed: [], begun: {}, askedTo: "" },
};
const isNew = (epoch: string, seq: number, n: number, answers = "older"): boolean =>
  isNews(desk, { epoch, seq, n, answers }, FEED);

describe("whether a carried answer says anything new (sync design §3.17)", () => {
  it("F49: only more of the book or of the own feed is news", () => {
    expect([isNew("present", 10, 4), isNew("present", 9, 3)]).toEqual([false, false]);
    expect([isNew("present", 11, 4), isNew("present", 10, 5)]).toEqual([true, true]);
  });

  it("F49: the same of both is news as the first answer to the last file, for it may tell of attachments", () => {
    expect(isNew("present", 10, 4, "last")).toBe(true);
    expect([isNew("present", 9, 4, "last"), isNew("present", 10, 3, "last")]).toEqual([false, false]);
  });

  it("F49, I20: a book of another epoch is news, but never one that a restore has ended", () => {
    expect(isNew("next", 2, 1)).toBe(true);
    expect([isNew("first", 99, 99), isNew("second", 99, 99)]).toEqual([false, false]);
  });

  it("I20: an ended epoch that the desk stands in again is judged like any present one", () => {
    const back = { ...desk, ended: ["present"] };
    expect(isNews(back, { epoch: "present", seq: 11, n: 4, answers: "older" }, FEED)).toBe(true);
  });
});
