import type { Json } from "../../shared/kernel/canonicalJson.ts";

/** Facts of one record by dictionary name. */
export type Facts = { readonly [f: string]: Json };

/** The invented bureau: a designated department, parameters as in the acceptance scenarios. */
export const BUREAU_FACTS: Facts = {
  name: "甲县司法局",
  shortName: "甲",
  divisionCode: "999999",
  kind: "DESIGNATED_DEPT",
  deptName: "甲县司法局法律援助科",
  designationDocNo: "甲司发〔2024〕8号",
  designatedOn: "2024-03-01",
  sealName: "甲县司法局",
  address: "甲县人民路1号",
  phone: "0999-1234567",
  objectionOrgan: "甲县司法局法治与复议科",
  reconsiderationOrgans: "甲县人民政府或者乙市司法局",
  court: "甲县人民法院",
  parameters: JSON.stringify([
    {
      name: "hardshipStandard",
      from: "2024-01-01",
      value: {
        method: "DIBAO_MULTIPLE",
        baseMonthlyFen: 72_000,
        ratioPercent: 200,
        basis: "household",
        individualBasisMatters: ["M31_4", "M32_4"],
        docNo: "演示用标准（非真实）",
        effectiveFrom: "2024-01-01",
      },
    },
    { name: "OBJ-FILE-NATIONAL", from: "2024-01-01", value: 30 },
    { name: "EXM-SUPPLEMENT-RETURN", from: "2024-01-01", value: 10 },
  ]),
};

/** Invented units. */
// biome-ignore format: a table is read by columns
export const PROVIDERS: Readonly<Record<string, Facts>> = {
  firmA: { name: "甲县正衡律师事务所", kind: "FIRM", address: "甲县人民路12号", headName: "郑衡", phone: "0999-2000001", status: "ACTIVE" },
  firmB: { name: "甲县守信律师事务所", kind: "FIRM", address: "甲县建设街3号", headName: "何信", phone: "0999-2000002", status: "ACTIVE" },
  grass: { name: "甲县城关法律服务所", kind: "GRASSROOTS", address: "城关镇东街5号", headName: "卫民", phone: "0999-2000003", status: "ACTIVE" },
};

/** Invented lawyers and workers; `provider` names a row above. */
// biome-ignore format: a table is read by columns
export const LAWYERS: Readonly<Record<string, Facts & { readonly provider: string }>> = {
  L1: { provider: "firmA", name: "陈新", type: "LAWYER", sex: "M", licenceNo: "19999202310000001", licensedOn: "2023-08-01", specialties: ["CRIM_DEFENCE", "CIVIL_LIT"], isTrainedForMinors: false, status: "ACTIVE", maxOpenCases: 15 },
  L2: { provider: "firmA", name: "何雅琴", type: "LAWYER", sex: "F", licenceNo: "19999201510000002", licensedOn: "2015-05-10", criminalDefenceSince: "2016-01-01", specialties: ["CRIM_DEFENCE", "CIVIL_LIT"], isTrainedForMinors: true, status: "ACTIVE", maxOpenCases: 15 },
  L3: { provider: "firmB", name: "吕安", type: "LAWYER", sex: "M", licenceNo: "19999202010000003", licensedOn: "2020-03-01", criminalDefenceSince: "2020-06-01", specialties: ["CRIM_DEFENCE"], isTrainedForMinors: false, status: "ACTIVE", maxOpenCases: 12 },
  L4: { provider: "firmB", name: "施立言", type: "LAWYER", sex: "M", licenceNo: "19999201710000004", licensedOn: "2017-02-01", criminalDefenceSince: "2017-09-01", specialties: ["CRIM_DEFENCE", "ADMIN_LIT"], isTrainedForMinors: true, status: "ACTIVE", maxOpenCases: 15 },
  L5: { provider: "firmB", name: "许婉清", type: "LAWYER", sex: "F", licenceNo: "19999201210000005", licensedOn: "2012-07-01", specialties: ["CIVIL_LIT", "NON_LIT"], isTrainedForMinors: true, status: "ACTIVE", maxOpenCases: 15 },
  L6: { provider: "firmA", name: "秦停", type: "LAWYER", sex: "M", licenceNo: "19999201010000006", licensedOn: "2010-01-01", specialties: ["CIVIL_LIT"], status: "SUSPENDED", statusFromOn: "2026-02-01" },
  G1: { provider: "grass", name: "卫民", type: "GRASS", sex: "M", licenceNo: "39999201310000001", licensedOn: "2013-04-01", specialties: ["CIVIL_LIT", "LABOUR_MED_ARB", "NON_LIT"], status: "ACTIVE", maxOpenCases: 20 },
};

/** Organs that write to the desk. */
// biome-ignore format: a table is read by columns
export const ORGANS: Readonly<Record<string, Facts>> = {
  police: { name: "甲县公安局", type: "POLICE", section: "刑侦大队", liaison: "丁警官", phone: "0999-3000001", address: "甲县公安路1号" },
  proc:   { name: "甲县人民检察院", type: "PROC", section: "第一检察部", liaison: "潘检察官", phone: "0999-3000002", address: "甲县法治路2号" },
  court:  { name: "甲县人民法院", type: "COURT", section: "刑事审判庭", liaison: "范法官", phone: "0999-3000003", address: "甲县法治路1号" },
};
