import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Statistics } from "../../../../renderer/features/statistics/countPeriod.ts";
import { casesBehind } from "../../../../renderer/features/statistics/lineCases.ts";
import {
  casesReport,
  publicReport,
  statisticsReport,
} from "../../../../renderer/features/statistics/reports.ts";
import { workbookOf } from "../../../../renderer/print/workbook.ts";
import type { Day } from "../../../../shared/kernel/day.ts";
import { GROUPS } from "../../../../shared/statistics/indicator.ts";
import type { StatRecord } from "../../../../shared/statistics/statRecord.ts";
import type { Line } from "../../../../shared/statistics/tabulate.ts";
import { aCase, tableOf } from "../../statistics/county.ts";

const CASE_NO = "20260000000000001";
const ID_NO = "11010519491231002X";
const YEAR = { kind: "year", year: 2026, no: 1 } as const;

const found = (records: readonly StatRecord[]): Statistics => ({
  period: YEAR,
  lines: tableOf(records, YEAR),
  monthColumns: [],
  adjustments: [{ period: { ...YEAR, year: 2025 }, figures: { accepted: -1 } }],
  handed: undefined,
  byKey: () => new Map(records.map((each) => [`${each.t}/${each.id}`, each])),
  today: "2026-12-31" as Day,
  recordCount: records.length,
  seconds: 0.5,
});

const RECORDS = [
  aCase("2026-02-01T09:00", { personName: "张三", certNo: ID_NO, caseNo: CASE_NO, categories: ["MIGRANT"] }),
  aCase("2026-03-01T09:00", { personName: "李四", caseNo: "20260000000000002", sensitivity: "PRIVACY" }),
];

const read = async (report: Parameters<typeof workbookOf>[0], sheet: string) =>
  readSheet(Buffer.from(await workbookOf(report, "说明")), sheet);

describe("统计导出（issue 3；V26）", () => {
  it("名单里的案件编号读回来是文本，姓名隐去，没有证件号码", async () => {
    const data = found(RECORDS);
    const line = data.lines.find(({ key }) => key === "accepted");
    if (line === undefined) throw new Error("no line");
    const cases = casesBehind(line, 0, data);
    const rows = await read(casesReport(data, { line, cases, language: "zh" }), "记录");
    expect(rows.slice(1)).toEqual([
      ["卷宗", CASE_NO, "张某", 1],
      ["卷宗", "20260000000000002", "某某", 1],
    ]);
    expect(typeof rows[1]?.[1]).toBe("string");
    expect(JSON.stringify(rows)).not.toMatch(/张三|李四|11010519/u);
  });

  it("未成年人案件和属于它的记录不显示姓氏；复姓只留姓（《未成年人保护法》第103条）", () => {
    const child = aCase("2026-04-01T09:00", { personName: "己少年", birthOn: "2014-02-03" });
    const adult = aCase("2026-04-02T09:00", { personName: "欧阳修远" });
    const objection = (fileId: string): StatRecord => ({
      t: "objection",
      id: `objection-${fileId}`,
      facts: { fileId, objectorName: "己少年", receivedAt: "2026-05-01T09:00" },
      stages: {},
    });
    const records = [child, adult, objection(child.id), objection(adult.id)];
    const part = ({ t, id }: StatRecord) => ({ t, id, amount: 1 });
    const data = found(records);
    const line = { figures: [{ value: 4, parts: () => records.map(part) }] } as unknown as Line;
    const names = casesBehind(line, 0, data).map(({ id, name }) => [id, name]);
    expect(new Map(names as [string, string][])).toEqual(
      new Map([
        [child.id, "某某"],
        [adult.id, "欧阳某"],
        [`objection-${child.id}`, "某某"],
        [`objection-${adult.id}`, "己某"],
      ]),
    );
  });

  it("每组一页，另有说明、调整和口径；数字是数字", async () => {
    const report = statisticsReport(found(RECORDS), "甲县司法局", "zh");
    expect(report.tables.map(({ name }) => name)).toEqual([
      ...Object.entries(GROUPS).map(([group, label]) => `${group} ${label.zh}`),
      "调整（以前期间的更正）",
      "口径",
    ]);
    const rows = await read(report, "R3 案件");
    expect(rows[0]).toEqual(["指标", "单位", "本期", "本年累计", "上年同期"]);
    expect(rows[1]).toEqual(["受理案件（按援助形式）", "件", 2, 2, 0]);
    const about = JSON.stringify(await read(report, "说明"));
    for (const text of ["甲县司法局", "未锁定", "统计口径未核实", "不含姓名"]) expect(about).toContain(text);
    expect(await read(report, "调整（以前期间的更正）")).toContainEqual([
      "2025年度",
      "受理案件（按援助形式）",
      -1,
    ]);
    expect((await read(report, "口径")).length).toBeGreaterThan(60);
  });
});

describe("公示表（法律援助法第五十八条）", () => {
  it("不含姓名；少于三的数字不公布，由合计推得出的也不公布", () => {
    const many = [
      ...RECORDS,
      ...Array.from({ length: 9 }, () => aCase("2026-04-01T09:00", { categories: ["ELDERLY"] })),
      ...Array.from({ length: 5 }, () => aCase("2026-04-01T09:00", { categories: ["WOMAN"] })),
    ];
    const report = publicReport(found(many), { bureau: "甲县司法局", smallest: 3, language: "zh" });
    const all = report.tables[1]?.rows ?? [];
    const rows = all.slice(all.findIndex(([name]) => name === "受援人（按人群）"));
    const of = (label: string) => rows.find(([name]) => String(name).trim() === label)?.[2];
    expect(of("受援人（按人群）")).toEqual({ value: 16, decimals: 0 });
    expect(of("农民工(进城务工人员)")).toBe("少于3");
    expect(of("老年人(60周岁以上)")).toEqual({ value: 9, decimals: 0 });
    // one case without a category and one migrant worker are hidden: two hidden parts cannot be told apart
    expect(of("未填")).toBe("少于3");
    expect(JSON.stringify(report)).not.toMatch(/张|李四|11010519/u);
  });

  it("只有一项隐去时，另一项一并不公布", () => {
    const records = [
      aCase("2026-04-01T09:00", { aidForm: "ADMIN_LIT" }),
      ...Array.from({ length: 4 }, () => aCase("2026-04-01T09:00")),
    ];
    const report = publicReport(found(records), { bureau: "", smallest: 3, language: "zh" });
    const told = (report.tables[1]?.rows ?? []).filter(([name]) => /诉讼代理$/u.test(String(name)));
    expect(told.map((row) => row[2])).toEqual(["不公布", "少于3"]);
  });
});
