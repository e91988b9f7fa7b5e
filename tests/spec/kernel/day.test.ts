import { describe, expect, it } from "vitest";
import {
  day,
  daysBetween,
  isDay,
  maxDay,
  minDay,
  plusDays,
  plusMonths,
  plusYears,
  weekday,
} from "../../../shared/kernel/day.ts";

describe("a day exists or is refused", () => {
  it.each(["2026-02-28", "2028-02-29", "1900-01-01", "2999-12-31"])("%s is a day", (text) =>
    expect(isDay(text)).toBe(true),
  );
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-4-1",
    "1899-12-31",
    "2026-02-10T00:00",
    "",
    20260210,
    null,
  ])("%s is no day", (value) => expect(isDay(value)).toBe(false));
  it("throws on a constant that is no day", () => expect(() => day("2026-02-30")).toThrow(RangeError));
});

describe("民法典第二百零二条: months and years end on the corresponding day, else on the month's last (T8)", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-03-31", 6, "2026-09-30"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-08-31", -6, "2026-02-28"],
  ] as const)("%s plus %i months is %s", (from, count, to) => expect(plusMonths(day(from), count)).toBe(to));
  it("a leap day has no corresponding day in a common year", () =>
    expect(plusYears(day("2028-02-29"), 1)).toBe("2029-02-28"));
});

describe("counting days", () => {
  it.each([
    ["2026-02-27", 2, "2026-03-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2027-12-31", 1, "2028-01-01"],
  ] as const)("%s plus %i is %s", (from, count, to) => {
    expect(plusDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });
  it.each([
    ["2026-02-09", 1],
    ["2026-02-14", 6],
    ["2026-02-15", 7],
  ] as const)("%s is day %i of the week", (on, number) => expect(weekday(day(on))).toBe(number));
  it("finds the earliest and the latest", () => {
    const days = [day("2026-03-02"), day("2026-01-05"), day("2026-12-31")] as const;
    expect([minDay(...days), maxDay(...days)]).toEqual(["2026-01-05", "2026-12-31"]);
  });
});
