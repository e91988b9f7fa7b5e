import { describe, expect, it } from "vitest";
import { ENTITIES, fieldOf } from "../../../shared/dictionary/entities.ts";
import { day } from "../../../shared/kernel/day.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { GROUPS } from "../../../shared/statistics/indicator.ts";
import { INDICATORS } from "../../../shared/statistics/indicators.ts";
import {
  daysOf,
  lastYear,
  periodAt,
  periodBefore,
  periodName,
  periodNamed,
  yearToDate,
} from "../../../shared/statistics/period.ts";
import { SPLITS } from "../../../shared/statistics/splits.ts";
import { tabulate } from "../../../shared/statistics/tabulate.ts";
import { aCase, aRecord, counted, tableOf, three } from "./county.ts";

const YEAR = { kind: "year", year: 2026, no: 1 } as const;

describe("指标表：每一行都有标签、口径、依据和标记", () => {
  it("R1 至 R11 每组都有指标，编号不重复", () => {
    expect(INDICATORS.length).toBeGreaterThan(60);
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
    expect(new Set(INDICATORS.map(({ group }) => group))).toEqual(new Set(Object.keys(GROUPS)));
  });
  it.each(INDICATORS.map((row) => [row.id, row] as const))("%s", (_, row) => {
    for (const text of [row.label.zh, row.label.en, row.rule.zh, row.rule.en, sourceText(row.source)])
      expect(text.trim()).not.toBe("");
    // the ministry's tables were not read: no row may claim to rest on them
    expect(row.mark).not.toBe("V1");
    if (row.is === "ratio") {
      const ids = INDICATORS.filter(({ is }) => is !== "ratio").map(({ id }) => id);
      expect(ids).toContain(row.of);
      expect(ids).toContain(row.per);
    }
    if (row.is !== "count") return;
    expect(Object.keys(ENTITIES)).toContain(row.from);
    if (!row.on.startsWith("@")) expect(["day", "instant"]).toContain(fieldOf(row.from, row.on)?.kind);
    for (const clause of row.where) if ("f" in clause) expect(fieldOf(row.from, clause.f)).toBeDefined();
    if (row.by !== undefined) expect(fieldOf(row.from, SPLITS[row.by].f)?.choices).toBe(SPLITS[row.by].list);
  });
});

describe("统计期间", () => {
  it.each([
    ["2026-M02", "2026-02-01", "2026-02-28"],
    ["2028-M02", "2028-02-01", "2028-02-29"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    ["2026-H1", "2026-01-01", "2026-06-30"],
    ["2026-Y1", "2026-01-01", "2026-12-31"],
  ])("%s：%s 至 %s", (name, from, to) => {
    const period = periodNamed(name);
    expect(period && daysOf(period)).toEqual({ from, to });
    expect(period && periodName(period)).toBe(name);
    expect(period && yearToDate(period)).toEqual({ from: `${name.slice(0, 4)}-01-01`, to });
  });
  it("上年同期的二月以当年天数为准；一月之前是上年十二月", () => {
    expect(daysOf(lastYear({ kind: "month", year: 2029, no: 2 })).to).toBe("2028-02-29");
    expect(periodName(periodBefore({ kind: "month", year: 2026, no: 1 }))).toBe("2025-M12");
    expect(periodName(periodAt("half", day("2026-07-01")))).toBe("2026-H2");
  });
  it.each(["2026-M13", "2026-Q0", "2026-M1", "x", "2026-Y2"])("%s 不是期间", (name) => {
    expect(periodNamed(name)).toBeUndefined();
  });
});

describe("计数规则（§9.2）：受理期计一次，办结期计一次", () => {
  it("先行提供后补办的案件只在先行提供之日计一次", () => {
    const file = aCase("2026-05-10T09:00", { emergencyAt: "2026-04-30T09:00" });
    expect(three(tableOf([file], { kind: "month", year: 2026, no: 4 }), "accepted")[0]).toBe(1);
    expect(three(tableOf([file], { kind: "month", year: 2026, no: 5 }), "accepted")[0]).toBe(0);
    expect(three(tableOf([file], { kind: "month", year: 2026, no: 5 }), "granted")[0]).toBe(1);
  });
  it("视为撤回不计为不予（S04）", () => {
    const facts = { aidForm: "CIVIL_LIT", receivedAt: "2026-04-14T09:00", withdrawnAt: "2026-04-28T09:00" };
    const lines = tableOf([aRecord("aidFile", facts, { application: "withdrawnDeemed" })], YEAR);
    expect([
      three(lines, "deemedWithdrawn")[0],
      three(lines, "denied")[0],
      three(lines, "applications")[0],
    ]).toEqual([1, 0, 1]);
  });
  it("机关通知：核对后才是案件；撤回的只计来函", () => {
    const facts = {
      origin: "NOTIFICATION",
      aidForm: "CRIM_DEFENCE",
      noticeOrganType: "POLICE",
      noticeKind: "DEFENCE",
      noticeGround: "N25_1",
      noticeReceivedAt: "2026-06-18T15:00",
    };
    const lines = tableOf(
      [
        aRecord("aidFile", facts, { notice: "noticeChecked" }),
        aRecord("aidFile", facts, { notice: "withdrawnByOrgan" }),
      ],
      YEAR,
    );
    expect([
      three(lines, "notices/POLICE")[0],
      three(lines, "accepted")[0],
      three(lines, "acceptedMandatory")[0],
    ]).toEqual([2, 1, 1]);
  });
  it("群体案件按参数计一件或者按人计件", () => {
    const file = aCase("2026-02-01T09:00", { coApplicants: [{ name: "甲" }, { name: "乙" }] });
    const perRecipient = tabulate([file], YEAR, counted("2026-12-31", { groupCaseCounts: "perRecipient" }));
    expect(three(tableOf([file], YEAR), "accepted")[0]).toBe(1);
    expect(three(perRecipient, "accepted")[0]).toBe(3);
  });
  it("结案日按参数取收到结案文书之日或者审查之日", () => {
    const facts = {
      aidForm: "CIVIL_LIT",
      resultReceivedOn: "2026-03-30",
      closingReviewedAt: "2026-04-20T09:00",
      closingMode: "CL_JUDG",
    };
    const file = aRecord("aidFile", facts, { closing: "archived" });
    const march = { kind: "month", year: 2026, no: 3 } as const;
    expect(three(tableOf([file], march), "closed")[0]).toBe(1);
    expect(
      three(tabulate([file], march, counted("2026-12-31", { closingDayBasis: "review" })), "closed")[0],
    ).toBe(0);
    expect(three(tableOf([{ ...file, stages: { closing: "submitted" } }], march), "closed")[0]).toBe(0);
  });
  it("多项人群类别各计一次，分项之和可以大于总数", () => {
    const lines = tableOf([aCase("2026-02-01T09:00", { categories: ["WOMAN", "ELDERLY"] })], YEAR);
    expect(
      ["recipients", "recipients/WOMAN", "recipients/ELDERLY"].map((key) => three(lines, key)[0]),
    ).toEqual([1, 1, 1]);
  });
  it("冲销的支出从同一科目减去", () => {
    const entry = { subject: "LS_CASE", fund: "BUDGET", enteredOn: "2026-03-01", amountFen: 150_000 };
    const lines = tableOf(
      [
        aRecord("fundEntry", { ...entry, flow: "OUT" }, { ledger: "posted" }),
        aRecord("fundEntry", { ...entry, flow: "OUT" }, { ledger: "posted" }),
        aRecord("fundEntry", { ...entry, flow: "IN", enteredOn: "2026-03-02" }, { ledger: "posted" }),
        aRecord("fundEntry", { ...entry, flow: "OUT" }, { ledger: "entered" }),
      ],
      YEAR,
    );
    expect([three(lines, "expenditure/LS_CASE")[0], three(lines, "income")[0]]).toEqual([150_000, 0]);
  });
  it("名册按当日计，上年同期无从统计", () => {
    const lines = tableOf(
      [
        aRecord("lawyer", { type: "LAWYER", status: "ACTIVE" }),
        aRecord("lawyer", { type: "GRASS", status: "LEFT" }),
      ],
      YEAR,
    );
    expect(three(lines, "handlers")).toEqual([1, 1, null]);
    expect(three(lines, "handlers/LAWYER")).toEqual([1, 1, null]);
  });
});

describe("R11 期限：目标、期限、法定最晚、逾期", () => {
  // S02: EXM-7D 02-14 / 02-17 / 02-24
  const received = { aidForm: "CIVIL_LIT", origin: "APPLICATION", receivedAt: "2026-02-10T09:00" };
  it.each([
    ["2026-02-14T09:00", "clocksTarget"],
    ["2026-02-16T09:00", "clocksHard"],
    ["2026-02-20T09:00", "clocksLegal"],
    ["2026-02-25T09:00", "clocksLate"],
  ])("02-10 收到，%s 决定 → %s", (decidedAt, id) => {
    const file = aRecord("aidFile", { ...received, decidedAt, decision: "DENY" }, { application: "denied" });
    const lines = tableOf([file], { kind: "month", year: 2026, no: 2 });
    const ids = ["clocksTarget", "clocksHard", "clocksLegal", "clocksLate", "clocksOverdue"];
    const found = ids.filter((each) =>
      lines.some(({ key, figures }) => key === `${each}/EXM-7D` && figures[0]?.value === 1),
    );
    expect(found).toEqual([id]);
  });
  it("异地协作：别的机构来函，由本机构答复的，逾期计入本机构；本机构发出的，计入对方", () => {
    const late = { repliedAt: "2026-02-27T09:00" };
    const lines = (facts: { readonly [f: string]: string }) =>
      tableOf([aRecord("cooperation", { ...facts, ...late }, { cooperation: "answered" })], {
        kind: "month",
        year: 2026,
        no: 2,
      });
    const counts = (of: ReturnType<typeof lines>) =>
      ["clocksLate", "organBreaches"].map((id) => three(of, id)[0]);
    expect(counts(lines({ receivedAt: "2026-02-10T09:00" }))).toEqual([1, 0]);
    expect(counts(lines({ sentAt: "2026-02-10T09:00" }))).toEqual([0, 1]);
  });
  it("未决定：期限日过后计为逾期未完成，未到期的不计", () => {
    const file = aRecord("aidFile", received, { application: "received" });
    const february = { kind: "month", year: 2026, no: 2 } as const;
    const [before, after] = ["2026-02-17", "2026-02-18"].map((today) =>
      tabulate([file], february, counted(today)),
    );
    expect([three(before ?? [], "clocksOverdue")[0], three(after ?? [], "clocksOverdue/EXM-7D")[0]]).toEqual([
      0, 1,
    ]);
    expect(three(after ?? [], "inTimeShare")[0]).toBe(0);
  });
});
