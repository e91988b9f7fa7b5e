import fc from "fast-check";
import { expect, it } from "vitest";
import type { Day } from "../../../shared/kernel/day.ts";
import { day, plusDays } from "../../../shared/kernel/day.ts";
import type { Moment } from "../../../shared/kernel/instant.ts";
import { dayOf } from "../../../shared/kernel/instant.ts";
import { isWorkDay, SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { breachAt, clock } from "../../../shared/law/clock.ts";
import type { DeadlineId } from "../../../shared/law/deadlines.ts";
import { DEADLINES } from "../../../shared/law/deadlines.ts";

const anyDay = fc.integer({ min: 0, max: 700 }).map((away): Day => plusDays(day("2025-06-01"), away));
const ids = DEADLINES.filter(({ direction, unit }) => direction !== "before" && unit !== "hour").map(
  ({ id }) => id,
);
const anyRule: fc.Arbitrary<DeadlineId> = fc.constantFrom(...ids);
const run = (rule: DeadlineId, triggerAt: Day) => clock({ rule, triggerAt, calendar: SHIPPED_CALENDAR });

it("target ≤ hard ≤ legal, and the legal day is a working day (民法典第二百零三条)", () => {
  expect(ids.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(anyRule, anyDay, (rule, from) => {
      const { target, hard, legal } = run(rule, from);
      expect(target !== null && target <= hard && hard <= legal).toBe(true);
      expect(isWorkDay(dayOf(legal), SHIPPED_CALENDAR)).toBe(true);
    }),
  );
});

it("the target never lies before the trigger and is a working day unless there is none", () => {
  fc.assert(
    fc.property(anyRule, anyDay, (rule, from) => {
      const { target, hard } = run(rule, from);
      expect(target !== null && target >= from).toBe(true);
      expect(target === hard || isWorkDay(dayOf(target ?? hard), SHIPPED_CALENDAR)).toBe(true);
    }),
  );
});

it("a later trigger never gives an earlier hard or legal day", () => {
  fc.assert(
    fc.property(anyRule, anyDay, fc.integer({ min: 0, max: 40 }), (rule, from, away) => {
      const [early, late] = [run(rule, from), run(rule, plusDays(from, away))];
      expect(early.hard <= late.hard && early.legal <= late.legal).toBe(true);
    }),
  );
});

it("a suspension moves the hard day by exactly its days, and never the unsuspended one (T12)", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const plain = run("EXM-7D", from);
      const suspended = [{ from, to: plusDays(from, days) }];
      const moved = clock({ rule: "EXM-7D", triggerAt: from, calendar: SHIPPED_CALENDAR, suspended });
      expect([moved.hard, moved.unsuspendedHard]).toEqual([plusDays(dayOf(plain.hard), days), plain.hard]);
    }),
  );
});

it("the same period is the same dates, whatever was reckoned before it and by whichever row", () => {
  const runs = fc.record({
    rule: fc.constantFrom(...DEADLINES.map(({ id }) => id)),
    triggerAt: fc.oneof(
      anyDay,
      anyDay.map((on) => `${on}T09:30` as Moment),
    ),
    length: fc.option(fc.integer({ min: 1, max: 70 }), { nil: undefined }),
    suspended: anyDay.map((from) => [{ from, to: plusDays(from, 5) }]),
  });
  fc.assert(
    fc.property(fc.array(runs, { maxLength: 20 }), (inputs) => {
      for (const input of inputs) {
        // a calendar that has reckoned nothing yet
        const calendar = { ...SHIPPED_CALENDAR };
        expect(clock({ ...input, calendar: SHIPPED_CALENDAR })).toEqual(clock({ ...input, calendar }));
      }
    }),
  );
});

it("lateness only grows with time", () => {
  const order = ["none", "late_after_hard", "late_after_legal"];
  fc.assert(
    fc.property(anyRule, anyDay, fc.nat(90), fc.nat(20), (...[rule, from, away, more]) => {
      const found = run(rule, from);
      const [first, second] = [plusDays(from, away), plusDays(from, away + more)];
      expect(order.indexOf(breachAt(found, first))).toBeLessThanOrEqual(
        order.indexOf(breachAt(found, second)),
      );
    }),
  );
});
