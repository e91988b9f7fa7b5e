import { describe, expect, it } from "vitest";
import { day } from "../../../shared/kernel/day.ts";
import { isCovered, isWorkDay, SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import {
  calendarWith,
  checkCalendar,
  parametersWith,
  publicationLine,
  publishedFrom,
} from "../../../shared/law/publications.ts";

/** Invented: nobody has published 2027 yet. */
const TABLE = {
  year: 2027,
  coversUntil: "2027-12-31",
  rest: [["2027-01-01", "2027-01-03"]],
  work: ["2027-01-09"],
};
const calendar = (publishedAt: string, over: object = {}) => ({
  kind: "CALENDAR",
  docNo: "",
  body: JSON.stringify({ ...TABLE, ...over }),
  publishedAt,
});
const setting = (publishedAt: string, value: number, from = "2026-06-01") => ({
  kind: "PARAMETER",
  docNo: "",
  body: JSON.stringify({ name: "organLateDays", from, value }),
  publishedAt,
});

describe("what the province publishes (办法第二条, T10; sync design §3.17, reference data)", () => {
  it("a year's table covers its year; without it the days are provisional (V27)", () => {
    expect(isCovered(day("2027-03-01"), SHIPPED_CALENDAR)).toBe(false);
    const with2027 = calendarWith(publishedFrom([calendar("2026-11-20")]));
    expect(isCovered(day("2027-03-01"), with2027)).toBe(true);
    expect(isWorkDay(day("2027-01-03"), with2027)).toBe(false);
    expect(isWorkDay(day("2027-01-09"), with2027)).toBe(true);
    expect(isCovered(day("2026-03-01"), with2027)).toBe(true);
  });

  it("a corrected table takes the place of the earlier one, in whatever order they arrive", () => {
    const [first, second] = [calendar("2026-11-20"), calendar("2026-12-01", { work: ["2027-01-10"] })];
    for (const all of [
      [first, second],
      [second, first],
    ]) {
      const now = calendarWith(publishedFrom(all));
      expect([isWorkDay(day("2027-01-09"), now), isWorkDay(day("2027-01-10"), now)]).toEqual([false, true]);
    }
  });

  it("a setting of the province counts from its day on; a later one of the bureau takes its place", () => {
    const published = publishedFrom([setting("2026-05-01", 5)]);
    const on = (text: string, bureau?: string): number =>
      parametersWith(published, bureau, day(text)).organLateDays;
    expect([on("2026-05-31"), on("2026-06-01")]).toEqual([3, 5]);
    const own = JSON.stringify([{ name: "organLateDays", from: "2026-07-01", value: 7 }]);
    expect([on("2026-06-30", own), on("2026-07-01", own)]).toEqual([5, 7]);
  });

  it.each([
    ["a day of another year", { rest: [["2026-12-31", "2027-01-03"]] }],
    ["a range that runs backward", { rest: [["2027-01-03", "2027-01-01"]] }],
    ["a working day that is one anyway", { work: ["2027-01-11"] }],
    ["a working day inside a holiday", { work: ["2027-01-02"] }],
    ["no day at all", { coversUntil: "2027-13-01" }],
  ])("%s cannot be meant", (_, over) => {
    expect(checkCalendar({ ...TABLE, ...over }).ok).toBe(false);
  });

  it("what this version cannot read changes nothing, and says so", () => {
    const strange = { kind: "CALENDAR", docNo: "", body: '{"year":2027}', publishedAt: "2026-11-20" };
    expect(publishedFrom([strange, { ...strange, kind: "DICTIONARY" }, { ...strange, body: "{" }])).toEqual({
      years: [],
      settings: [],
    });
    expect(publicationLine(strange).en).toBe("Not known to this version");
  });
});
