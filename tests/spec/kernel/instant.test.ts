import { describe, expect, it } from "vitest";
import {
  dayOf,
  instant,
  instantOfMs,
  isInstant,
  msOfInstant,
  nextWholeHour,
  plusHours,
} from "../../../shared/kernel/instant.ts";

describe("a civil minute", () => {
  it.each(["2026-05-01T10:20", "2026-05-01T00:00", "2026-05-01T23:59"])("%s is one", (text) =>
    expect(isInstant(text)).toBe(true),
  );
  it.each([
    "2026-05-01T24:00",
    "2026-05-01",
    "2026-02-30T10:00",
    "2026-05-01T10:20:00",
    "2026-05-01 10:20",
    0,
  ])("%s is none", (value) => expect(isInstant(value)).toBe(false));
  it("belongs to its Shanghai day, whatever the machine's zone", () => {
    expect(instantOfMs(Date.UTC(2026, 4, 1, 16, 30))).toBe("2026-05-02T00:30");
    expect(dayOf(instantOfMs(Date.UTC(2026, 4, 1, 15, 59)))).toBe("2026-05-01");
    expect(msOfInstant(instant("2026-05-02T00:30"))).toBe(Date.UTC(2026, 4, 1, 16, 30));
  });
});

describe("刑事诉讼法第一百零五条第二款: the hour in which a period begins is not counted (T2, T3)", () => {
  it.each([
    ["2026-05-01T10:20", "2026-05-01T11:00"],
    ["2026-05-01T10:00", "2026-05-01T11:00"],
    ["2026-05-01T23:10", "2026-05-02T00:00"],
  ])("after %s the next whole hour is %s", (at, next) => expect(nextWholeHour(instant(at))).toBe(next));
  it("hours cross midnight and year ends", () =>
    expect(plusHours(instant("2026-12-31T17:10"), 24)).toBe("2027-01-01T17:10"));
});
