import { describe, expect, it } from "vitest";
import { day, plusDays } from "../../../shared/kernel/day.ts";
import type { Calendar } from "../../../shared/law/calendar.ts";
import {
  coveredUntil,
  isCovered,
  isWorkDay,
  lastWorkDayUpTo,
  nextWorkDay,
  plusWorkDays,
  restReason,
  SHIPPED_CALENDAR,
} from "../../../shared/law/calendar.ts";

const REST = [
  "01-01",
  "01-03",
  "02-15",
  "02-23",
  "04-04",
  "04-06",
  "05-01",
  "05-05",
  "06-19",
  "06-21",
  "09-25",
  "09-27",
  "10-01",
  "10-07",
];
const WORK = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];
const on = (text: string) => day(`2026-${text}`);

describe("国办发明电〔2025〕7号: the calendar of 2026", () => {
  it.each(REST)("2026-%s is a public holiday", (text) =>
    expect(restReason(on(text), SHIPPED_CALENDAR)).toBe("holiday"),
  );
  it.each(WORK)("2026-%s is an adjusted working day", (text) =>
    expect(isWorkDay(on(text), SHIPPED_CALENDAR)).toBe(true),
  );
  it("has 248 working days in all", () => {
    const year = Array.from({ length: 365 }, (_, at) => plusDays(on("01-01"), at));
    expect(year.filter((each) => isWorkDay(each, SHIPPED_CALENDAR)).length).toBe(248);
  });
  it.each([
    ["02-14", "02-24"],
    ["09-19", "09-20"],
    ["09-30", "10-08"],
  ])("the working day after 2026-%s is 2026-%s", (from, next) =>
    expect(nextWorkDay(on(from), SHIPPED_CALENDAR)).toBe(on(next)),
  );
  it("looks back over the Spring Festival", () =>
    expect(lastWorkDayUpTo(on("02-23"), SHIPPED_CALENDAR)).toBe("2026-02-14"));
  it("五个工作日 from 29 September (S19)", () =>
    expect(plusWorkDays(on("09-29"), 5, SHIPPED_CALENDAR)).toBe("2026-10-12"));
});

describe("beyond the loaded tables (V27)", () => {
  it("knows how far it reaches", () => {
    expect([
      isCovered(on("12-31"), SHIPPED_CALENDAR),
      isCovered(day("2027-01-01"), SHIPPED_CALENDAR),
    ]).toEqual([true, false]);
    expect([
      coveredUntil(on("03-01"), SHIPPED_CALENDAR),
      coveredUntil(day("2027-03-01"), SHIPPED_CALENDAR),
    ]).toEqual(["2026-12-31", null]);
  });
  it.each(["2027-01-01", "2027-05-01", "2027-10-03"])("放假办法第二条: %s is a holiday every year", (text) =>
    expect(restReason(day(text), SHIPPED_CALENDAR)).toBe("holiday"),
  );
  it("the new table of the province replaces the fallback", () => {
    const next = {
      year: 2027,
      coversUntil: day("2027-12-31"),
      rest: [],
      work: [day("2027-01-02")],
      source: SHIPPED_CALENDAR.years[0]?.source ?? { law: "HOLR" as const },
    };
    const calendar: Calendar = { ...SHIPPED_CALENDAR, years: [...SHIPPED_CALENDAR.years, next] };
    expect(isWorkDay(day("2027-01-02"), calendar)).toBe(true);
    expect(coveredUntil(on("03-01"), calendar)).toBe("2027-12-31");
  });
});

it("放假办法第四条: a minority region adds its own holiday", () => {
  const local: Calendar = {
    ...SHIPPED_CALENDAR,
    local: [{ days: [on("04-18"), on("04-20")], zh: "三月三", en: "March Third" }],
  };
  expect([restReason(on("04-20"), local), restReason(on("04-20"), SHIPPED_CALENDAR)]).toEqual([
    "local",
    null,
  ]);
});

it("a calendar without working days is a bug, not an endless loop", () => {
  const never: Calendar = { years: [], local: [{ days: [on("01-01"), on("12-31")], zh: "", en: "" }] };
  expect(() => nextWorkDay(on("01-01"), never)).toThrow("no working day");
});
