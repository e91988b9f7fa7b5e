import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { LawyerFacts } from "../../../shared/dictionary/registers.ts";
import { day } from "../../../shared/kernel/day.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import { isAssignable, QUALIFICATION_ROWS, qualificationOf } from "../../../shared/law/qualification.ts";
import type { AssignmentContext, Candidate, PartyEntry } from "../../../shared/law/qualificationRow.ts";
import { rankLawyers } from "../../../shared/law/rankLawyers.ts";
import { sourceText } from "../../../shared/law/sources.ts";

const ON = day("2026-07-09");
const CONTEXT: AssignmentContext = {
  fileId: "file-0001",
  on: ON,
  parameters: DEFAULT_PARAMETERS,
  parties: [],
  dutyHelp: [],
  otherProviders: 2,
  isSearched: true,
};
const LAWYER: LawyerFacts = {
  name: "律师甲",
  type: "LAWYER",
  sex: "M",
  status: "ACTIVE",
  licensedOn: day("2017-01-01"),
  providerId: "firm-0001",
};
const lawyer = (facts: LawyerFacts = {}, openCases = 0): Candidate => ({
  id: "lawyer-01",
  facts: { ...LAWYER, ...facts },
  openCases,
});
const DEFENCE: AidFacts = {
  origin: "NOTIFICATION",
  noticeKind: "DEFENCE",
  noticeGround: "N25_2",
  noticeReceivedAt: instant("2026-07-08T09:00"),
  aidForm: "CRIM_DEFENCE",
  personName: "庚某",
  handlingOrgan: "甲县人民法院",
  relatedPersons: [
    { name: "被害人辛某", part: "VICTIM" },
    { name: "同案壬某", part: "CODEFENDANT" },
  ],
};
const CIVIL: AidFacts = {
  origin: "APPLICATION",
  aidForm: "CIVIL_LIT",
  matter: "M31_4",
  personName: "乙某",
  opposingParties: [{ name: "乙长子" }],
  handlingOrgan: "甲县人民法院",
};
const MURDER: AidFacts = { ...DEFENCE, noticeGround: "N25_4" };
const MINOR: AidFacts = { ...DEFENCE, noticeGround: "N25_1" };
const entry = (part: PartyEntry["part"], name: string, more: Partial<PartyEntry> = {}): PartyEntry => ({
  fileId: "file-0002",
  name,
  part,
  lawyerId: "lawyer-01",
  isOpen: true,
  isCriminal: true,
  ...more,
});

type Row = readonly [
  title: string,
  facts: AidFacts,
  who: Candidate,
  finding: string | null,
  context?: Partial<AssignmentContext>,
];

// biome-ignore format: a table is read by columns
const ROWS: readonly Row[] = [
  ["Q1 法律援助法第二十六条, S07: two years and eleven months are too few", MURDER, lawyer({ licensedOn: day("2023-08-01") }), "Q1 block"],
  ["Q1: the third anniversary of the licence suffices", MURDER, lawyer({ licensedOn: day("2023-07-09") }), null],
  ["Q1: one day less does not", MURDER, lawyer({ licensedOn: day("2023-07-10") }), "Q1 block"],
  ["Q1 杭州第三十一条: five years where the parameter says so", MURDER, lawyer({ licensedOn: day("2022-07-09") }), "Q1 block", { parameters: { ...DEFAULT_PARAMETERS, yearsForLifeDeath: 5 } }],
  ["Q1 程序规定第二十六条: counted from criminal defence where the parameter says so", MURDER, lawyer(), "Q1 block", { parameters: { ...DEFAULT_PARAMETERS, lifeDeathCountsFrom: "criminalDefence" } }],
  ["Q1: other grounds need no years", DEFENCE, lawyer({ licensedOn: day("2026-01-01") }), null],
  ["Q2 未成年人保护法第一百零四条, S06: a notified minor needs a trained lawyer", MINOR, lawyer(), "Q2 block"],
  ["Q2: a trained one is welcome", MINOR, lawyer({ isTrainedForMinors: true }), null],
  ["Q2: in a civil matter it is a warning", { ...CIVIL, birthOn: day("2012-01-01") }, lawyer(), "Q2 warn"],
  ["Q3 刑诉法第三十四条: a grassroots worker cannot defend", DEFENCE, lawyer({ type: "GRASS" }), "Q3 block"],
  ["Q3, S01: a grassroots worker may act in labour arbitration", { ...CIVIL, aidForm: "LABOUR_MED_ARB" }, lawyer({ type: "GRASS" }), null],
  ["Q3 法律援助法第十七条第二款: a law student may not go to court", CIVIL, lawyer({ type: "VOL_ACAD" }), "Q3 block"],
  ["Q4 律师法第三十九条: acts for the other side now", CIVIL, lawyer(), "Q4 block", { parties: [entry("recipient", "乙长子")] }],
  ["Q4: a client on the register without an end", CIVIL, lawyer({ formerClients: [{ name: "乙长子" }] }), "Q4 block"],
  ["Q5 律师法第三十九条, S07: near relative of the victim", MURDER, lawyer({ relatives: [{ name: "被害人辛某", relation: "SIBLING" }] }), "Q5 block"],
  ["Q5: a relative outside the circle is none", MURDER, lawyer({ relatives: [{ name: "被害人辛某", relation: "OTHERREL" }] }), null],
  ["Q6 最高法刑诉解释第四十三条第二款: defends a co-defendant", DEFENCE, lawyer(), "Q6 block", { parties: [entry("recipient", "同案壬某")] }],
  ["Q6: another file names this person as co-defendant", DEFENCE, lawyer(), "Q6 block", { parties: [entry("codefendant", "庚某", { isOpen: false })] }],
  ["Q6: not for a lawyer who has nothing to do with it", DEFENCE, lawyer(), null, { parties: [entry("recipient", "同案壬某", { lawyerId: "lawyer-02" })] }],
  ["Q7 律师法第四十一条: left office one year ago", CIVIL, lawyer({ formerOffice: "乙县人民法院", leftOfficeOn: day("2025-07-09") }), "Q7 block"],
  ["Q7: after two years free", CIVIL, lawyer({ formerOffice: "乙县人民法院", leftOfficeOn: day("2024-07-09") }), null],
  ["Q7 最高法刑诉解释第四十一条: never in the former court", CIVIL, lawyer({ formerOffice: "甲县人民法院", leftOfficeOn: day("2010-01-01") }), "Q7 block"],
  ["Q8 最高法刑诉解释第四十一条第三款: spouse works in the handling court", CIVIL, lawyer({ relatives: [{ name: "某", relation: "SPOUSE", worksAt: "甲县人民法院" }] }), "Q8 block"],
  ["Q8: a brother there is not in that rule", CIVIL, lawyer({ relatives: [{ name: "某", relation: "SIBLING", worksAt: "甲县人民法院" }] }), null],
  ["Q9 杭州第三十二条: both sides at one firm", CIVIL, lawyer(), "Q9 block", { parties: [entry("recipient", "乙长子", { lawyerId: "lawyer-02", providerId: "firm-0001" })] }],
  ["Q9: where there is no other unit it is a warning", CIVIL, lawyer(), "Q9 warn", { otherProviders: 0, parties: [entry("recipient", "乙长子", { lawyerId: "lawyer-02", providerId: "firm-0001" })] }],
  ["Q10: duty help to a co-suspect", DEFENCE, lawyer(), "Q10 warn", { dutyHelp: [{ lawyerId: "lawyer-01", name: "同案壬某" }] }],
  ["Q11: acted for the opposing party last year", CIVIL, lawyer({ formerClients: [{ name: "乙长子", untilOn: day("2025-07-09") }] }), "Q11 warn"],
  ["Q11: not after the parameter's three years", CIVIL, lawyer({ formerClients: [{ name: "乙长子", untilOn: day("2023-07-09") }] }), null],
  ["Q12 法律援助法第六十一条: suspended", CIVIL, lawyer({ status: "SUSPENDED" }), "Q12 block"],
  ["Q12: penalty still running", CIVIL, lawyer({ penaltyUntilOn: ON }), "Q12 block"],
  ["Q13: at the limit of open cases", CIVIL, lawyer({ maxOpenCases: 4 }, 4), "Q13 warn"],
  ["Q14 补贴意见: staff receive no subsidy", CIVIL, lawyer({ type: "STAFF" }), "Q14 note"],
  ["Q15: a woman after domestic violence", { ...CIVIL, sex: "F", matter: "M32_4" }, lawyer(), "Q15 warn"],
  ["Q15: no remark on a woman lawyer", { ...CIVIL, sex: "F", matter: "M32_4" }, lawyer({ sex: "F" }), null],
  ["Q16: the search must be made first", CIVIL, lawyer(), "Q16 block", { isSearched: false }],
];

describe("Q1–Q16", () => {
  it.each(ROWS.map((row) => ({ title: row[0], row })))("$title", ({ row }) => {
    const [, facts, who, finding, context] = row;
    const found = qualificationOf({ facts, lawyer: who, context: { ...CONTEXT, ...context } });
    expect(found.map(({ rule, kind }) => `${rule} ${kind}`)).toEqual(finding === null ? [] : [finding]);
    expect(isAssignable(found)).toBe(finding === null || !finding.endsWith("block"));
  });

  it("has every rule once, each with a printed source", () => {
    expect(QUALIFICATION_ROWS.map(({ id }) => id)).toEqual(
      Array.from({ length: 16 }, (_, at) => `Q${at + 1}`),
    );
    expect(QUALIFICATION_ROWS.filter(({ source }) => sourceText(source) === "")).toEqual([]);
  });

  it("every rule is exercised above", () => {
    const said = new Set(ROWS.map(([, , , finding]) => finding?.split(" ")[0]));
    expect(QUALIFICATION_ROWS.filter(({ id }) => !said.has(id))).toEqual([]);
  });
});

describe("the picker explains its order (程序规定第二十五条)", () => {
  const candidates: readonly Candidate[] = [
    { id: "blocked", facts: { ...LAWYER, status: "LEFT", specialties: ["CIVIL_LIT"] }, openCases: 0 },
    { id: "busy", facts: { ...LAWYER, maxOpenCases: 10 }, openCases: 9, lastAssignedOn: day("2026-07-01") },
    {
      id: "fit",
      facts: { ...LAWYER, specialties: ["CIVIL_LIT"], maxOpenCases: 10 },
      openCases: 5,
      lastAssignedOn: day("2026-04-10"),
    },
  ];
  const found = rankLawyers(CIVIL, candidates, CONTEXT);

  it("puts the fit first and the blocked last, however many points", () =>
    expect(found.map(({ lawyerId, isBlocked }) => [lawyerId, isBlocked])).toEqual([
      ["fit", false],
      ["busy", false],
      ["blocked", true],
    ]));
  it("adds up exactly the reasons it shows", () => {
    expect(found[0]?.reasons.map(({ say, points }) => [say.en, points])).toEqual([
      ["Specialty fits", 30],
      ["Few open cases", 15],
      ["Rotation: not assigned for long", 20],
    ]);
    expect(
      found.every(({ score, reasons }) => score === reasons.reduce((sum, { points }) => sum + points, 0)),
    ).toBe(true);
  });
});
