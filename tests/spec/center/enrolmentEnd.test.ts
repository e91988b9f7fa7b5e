import { describe, expect, it } from "vitest";
import { type EndStanding, newEnd, standingOfEnd, stateAt } from "../../../center/desks/enrolmentEnd.ts";
import { looked, type SteadyClock } from "../../../center/desks/steadyClock.ts";
import { type EnrolmentNotice, enrolmentNotice } from "../../../shared/sync/enrolmentNotice.ts";

const DAY = 86_400_000;
const policy = { deskDays: 400, deskGraceDays: 90 };
const NOW = Date.parse("2026-05-06T01:02:03Z");

describe("the end of an enrolment (F83)", () => {
  // biome-ignore format: a table is read by columns
  it.each<[string, number | undefined, EndStanding]>([
    ["enrolled before there were ends: its contact gives it one", undefined, "renew"],
    ["more than half of its life left",            201, "lasting"],
    ["half of its life left",                      200, "renew"],
    ["its last day",                                 0, "renew"],
    ["a day past its end",                          -1, "renew"],
    ["the last day of grace",                      -90, "renew"],
    ["I22: a day more for two clocks",             -91, "renew"],
    ["later: a person has to",                     -92, "ended"],
    ["years later",                              -4000, "ended"],
  ])("%s", (_, left, standing) => {
    const ends = left === undefined ? undefined : NOW + left * DAY;
    expect(standingOfEnd(ends, NOW, policy)).toBe(standing);
  });

  it("a renewed enrolment lives its whole life again", () => {
    expect(standingOfEnd(newEnd(NOW, policy), NOW, policy)).toBe("lasting");
    expect(newEnd(NOW, policy) - NOW).toBe(400 * DAY);
  });

  it.each(["open", "frozen", "revoked"] as const)(
    "what a person said of a desk stands before its end: %s",
    (state) => {
      const not_after = new Date(NOW - 4000 * DAY);
      expect(stateAt({ state, not_after }, NOW, policy)).toBe(state === "open" ? "ended" : state);
      expect(stateAt({ state, not_after: null }, NOW, policy)).toBe(state);
    },
  );
});

describe("what a center believes the time is (I22, F44)", () => {
  const after = (...days: number[]): SteadyClock =>
    days.reduce<SteadyClock>((clock, day) => looked(clock, NOW + day * DAY), looked(undefined, NOW));
  // biome-ignore format: a table is read by columns
  it.each<[string, number[], number]>([
    ["it is followed in small steps",                      [1, 2, 30, 60],          60],
    ["and never goes back for a small step",               [10, 9, 8],              10],
    ["ten years ahead: not believed",                      [3650],                   0],
    ["nor on the next day",                                [3650, 3651],             0],
    ["nor when it jumps again and again",                  [3650, 0, 3650, 7300, 3650, -7300], 0],
    ["back at the right time it goes on",                  [3650, 3651, 1, 2],       2],
    ["a clock that ran evenly for a week is believed",     [90, 93, 97],            97],
    ["backwards as well",                                  [-3650, -3646, -3643], -3643],
    ["two looks a year apart are no even run",             [3650, 4015],             0],
  ])("%s", (_, days, believed) => {
    expect((after(...days).believedMs - NOW) / DAY).toBe(believed);
  });
});

describe("what a desk says of it (F83)", () => {
  const at = (left: number): string => new Date(NOW + left * DAY).toISOString();
  // biome-ignore format: a table is read by columns
  it.each<[string, string, boolean, EnrolmentNotice]>([
    ["the book does not say yet",               "",       false, { is: "none" }],
    ["a year away",                             at(365),  false, { is: "none" }],
    ["thirty days before, it warns",            at(30),   false, { is: "soon", days: 30 }],
    ["and counts down",                         at(0.5),  false, { is: "soon", days: 1 }],
    ["its own clock is past it",                at(-1),   false, { is: "past" }],
    ["the center's word counts, whatever the clock here says", at(365), true, { is: "ended" }],
  ])("%s", (_, notAfter, isRefused, notice) => {
    expect(enrolmentNotice(notAfter, { nowMs: NOW, isRefused })).toEqual(notice);
  });
});
