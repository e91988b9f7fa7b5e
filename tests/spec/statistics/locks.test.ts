import { describe, expect, it } from "vitest";
import { INDICATOR_TABLE } from "../../../shared/statistics/indicators.ts";
import { daysOf, type Period } from "../../../shared/statistics/period.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import {
  adjustmentsOf,
  earlierThan,
  frozenIn,
  frozenOf,
  frozenText,
  statPeriodId,
  submittedIn,
} from "../../../shared/statistics/submitted.ts";
import { tabulate } from "../../../shared/statistics/tabulate.ts";
import { aDesk } from "../scenarios/desk.ts";
import { aCase, aRecord, counted } from "./county.ts";

const month = (no: number): Period => ({ kind: "month", year: 2026, no });

/** What a desk would hand in for a period, given the records and what was submitted before. */
const sheet = (records: readonly StatRecord[], period: Period, locked: readonly StatRecord[]) => {
  const earlier = earlierThan(period, submittedIn(locked));
  const scene = { ...counted("2026-12-31"), more: earlier.map((each) => daysOf(each.period)) };
  const lines = tabulate(records, period, scene);
  const adjustments = adjustmentsOf(earlier, lines, 3);
  return { adjustments, frozen: frozenOf(INDICATOR_TABLE, lines, adjustments) };
};

const figuresOf = (record: ReturnType<typeof sheet>) => ({
  table: INDICATOR_TABLE,
  figures: frozenText(record.frozen),
});
const ok = { ok: true };
const no = (code: string, detail?: string) => ({ ok: false, refusal: { code, ...(detail && { detail }) } });

describe("期间数字的文本", () => {
  it("保留百分之一：率和平均数不是整数", () => {
    const frozen = { table: INDICATOR_TABLE, figures: { rate: 33.33 }, adjustments: {} };
    expect(frozenIn(frozenText(frozen))).toEqual(frozen);
  });
});

describe("期间锁定（§9.2）：提交后不再改，更正列入以后期间的调整", () => {
  const desk = aDesk();
  const at = (period: Period) => ["statPeriod", statPeriodId(period)] as const;
  const hand = (period: Period, records: readonly StatRecord[], name: string) =>
    desk.step(at(period), "preparePeriod", {
      period: name,
      ...figuresOf(sheet(records, period, desk.all("statPeriod"))),
    });

  const early = aCase("2026-01-10T09:00");
  const records = [early, aCase("2026-01-20T09:00"), aCase("2026-02-05T09:00")];
  const late = aCase("2026-01-30T09:00", { categories: ["WOMAN"] });

  it("期间未满不能统计；统计人与提交人不是一人；别的期间的编号不行", () => {
    expect(hand(month(1), records, "2026-M01")("CLERK", "2026-01-31T17:00")).toMatchObject(
      no("in-future", "period"),
    );
    expect(hand(month(2), records, "2026-M01")("CLERK", "2026-03-01T09:00")).toMatchObject(
      no("value-invalid", "period"),
    );
    expect(hand(month(1), records, "2026-M01")("HEAD", "2026-02-01T09:00")).toMatchObject(no("role-forbids"));
    expect(hand(month(1), records, "2026-M01")("CLERK", "2026-02-01T09:00")).toMatchObject(ok);
    const both = { id: "staff-clerk", name: "某", roles: ["CLERK", "HEAD"], section: "" } as const;
    expect(desk.step(at(month(1)), "submitPeriod")(both, "2026-02-01T10:00")).toMatchObject(
      no("same-person", "preparerId"),
    );
    expect(desk.step(at(month(1)), "submitPeriod")("HEAD", "2026-02-01T10:00")).toMatchObject(ok);
  });

  it("提交后不能再统计、退回或者填写", () => {
    for (const step of ["preparePeriod", "returnPeriod", "submitPeriod"])
      expect(
        desk.step(
          at(month(1)),
          step,
          step === "returnPeriod" ? { returnReason: "重算" } : {},
        )("HEAD", "2026-02-02T09:00"),
      ).toMatchObject(no("stage-forbids"));
    expect(desk.put(at(month(1)), { figures: "{}" })("HEAD", "2026-02-02T09:00").ok).toBe(false);
    expect(submittedIn(desk.all("statPeriod"))[0]?.frozen.figures.accepted).toBe(2);
  });

  it("一月漏登的案件在二月以调整反映，二月本身的数字不受影响", () => {
    const now = sheet([...records, late], month(2), desk.all("statPeriod"));
    expect(now.frozen.figures.accepted).toBe(1);
    expect(now.adjustments).toHaveLength(1);
    expect(now.adjustments[0]?.period).toEqual(month(1));
    expect(now.adjustments[0]?.figures).toMatchObject({
      accepted: 1,
      recipients: 1,
      "recipients/WOMAN": 1,
      granted: 1,
    });
    // quotients are not corrected: they follow from the counts
    expect(Object.keys(now.adjustments[0]?.figures ?? {})).not.toContain("within7DaysShare");
  });

  it("报过的调整不重复报；之后的撤销以负数调整", () => {
    expect(hand(month(2), [...records, late], "2026-M02")("CLERK", "2026-03-01T09:00")).toMatchObject(ok);
    expect(desk.step(at(month(2)), "submitPeriod")("HEAD", "2026-03-01T10:00")).toMatchObject(ok);
    expect(sheet([...records, late], month(3), desk.all("statPeriod")).adjustments).toEqual([]);
    const gone = sheet([records[1], records[2], late] as StatRecord[], month(3), desk.all("statPeriod"));
    expect(gone.adjustments.map(({ period, figures }) => [period.no, figures.accepted])).toEqual([[1, -1]]);
  });

  it("年度的调整不与月度混在一起；名册数不调整", () => {
    const year = { kind: "year", year: 2027, no: 1 } as const;
    expect(earlierThan(year, submittedIn(desk.all("statPeriod")))).toEqual([]);
    const people = [aRecord("lawyer", { type: "LAWYER", status: "ACTIVE" })];
    const { adjustments } = sheet([...records, late, ...people], month(3), desk.all("statPeriod"));
    expect(adjustments).toEqual([]);
  });
});
