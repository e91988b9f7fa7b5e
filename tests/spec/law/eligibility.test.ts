import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { CASE_MATTERS } from "../../../shared/dictionary/codes/caseMatters.ts";
import { day } from "../../../shared/kernel/day.ts";
import { ELIGIBILITY_ROWS, eligibilityOf } from "../../../shared/law/eligibility.ts";
import { mayAsk, TRACK_QUESTIONS } from "../../../shared/law/questions.ts";
import type { Matter, Track } from "../../../shared/law/scope.ts";
import { isWithoutMeansTest, MATTER_RULES } from "../../../shared/law/scope.ts";
import { sourceText } from "../../../shared/law/sources.ts";

const TODAY = day("2026-03-02");
const SELF: AidFacts = {
  origin: "APPLICATION",
  applyingAs: "SELF",
  competence: "CAUSE_PLACE",
  hasAgentAlready: false,
};
const MIGRANT: AidFacts = {
  ...SELF,
  matter: "M31_5B",
  exemptCode: "X42_3A",
  exemptEvidence: "工地出入证、户口簿",
};
const PLEDGED: AidFacts = {
  ...SELF,
  matter: "M31_4",
  pledgeSignedOn: day("2026-02-10"),
  hardshipResult: "PASS",
};

type Row = readonly [
  title: string,
  facts: AidFacts,
  outcome: string,
  track: Track | undefined,
  denial: string | undefined,
];

// biome-ignore format: a table is read by columns
const ROWS: readonly Row[] = [
  ["第三十六条, S06: a notified minor is assigned without a means test", { origin: "NOTIFICATION", noticeReceivedAt: "2026-06-18T15:00" as never }, "ASSIGN", "T5_NOTIFIED", undefined],
  ["第四十条: in what capacity somebody applies must be known", { origin: "APPLICATION", matter: "M31_4" }, "OPEN", undefined, undefined],
  ["第四十条: a proxy without proof may not apply", { ...SELF, applyingAs: "PROXY", matter: "M31_4" }, "DENY", undefined, "DN_NOTPARTY"],
  ["第二十四条: a suspect's brother may apply", { ...SELF, applyingAs: "KIN", proxyRelation: "SIBLING", matter: "M24" }, "OPEN", "T2_PLEDGE", undefined],
  ["刑诉法第一百零八条: a suspect's grandparent is no near relative there", { ...SELF, applyingAs: "KIN", proxyRelation: "GRANDPARENT", matter: "M24" }, "DENY", undefined, "DN_NOTPARTY"],
  ["第四十条第二款: a prisoner's grandparent may apply in a civil matter", { ...SELF, applyingAs: "KIN", proxyRelation: "GRANDPARENT", matter: "M31_4", categories: ["PRISONER"] }, "OPEN", "T2_PLEDGE", undefined],
  ["第三十八条: another agency is competent", { ...MIGRANT, competence: "NOT_COMPETENT" }, "REFER", undefined, undefined],
  ["第二十四条: already has a defender or agent", { ...MIGRANT, hasAgentAlready: true }, "DENY", undefined, "DN_HASAGENT"],
  ["第三十一条, S14: a private loan is out of scope", { ...SELF, scopeOk: false }, "DENY", undefined, "DN_SCOPE"],
  ["第二十五条: mandatory defence comes only by notification", { ...SELF, matter: "M25_1" }, "CORRECT", undefined, undefined],
  ["第六十九条: a foreigner is decided by the head", { ...PLEDGED, categories: ["FOREIGN"] }, "MANUAL", undefined, undefined],
  ["第三十二条第四项, S12: domestic violence has no hardship condition", { ...SELF, matter: "M32_4" }, "GRANT", "T4_NO_COND32", undefined],
  ["第二十四条: no defender for other reasons", { ...SELF, matter: "M24", otherReason: "家属联系不上" }, "MANUAL", "T6_OTHERREASON", undefined],
  ["第四十二条第三项, S01: a migrant worker claiming pay", MIGRANT, "GRANT", "T3_EXEMPT42", undefined],
  ["第四十二条第一项, S03: a disabled traffic victim", { ...SELF, matter: "M31_7B", exemptCode: "X42_1", materials: [{ kind: "EXEMPT", title: "残疾人证" }] }, "GRANT", "T3_EXEMPT42", undefined],
  ["V06: an exemption without evidence falls back to the means test", { ...MIGRANT, exemptEvidence: " " }, "OPEN", "T2_PLEDGE", undefined],
  ["V07: X42_3A does not hold for work injury", { ...MIGRANT, matter: "M31_7A" }, "OPEN", "T2_PLEDGE", undefined],
  ["第四十一条, S02: a pledge with the standard met", PLEDGED, "GRANT", "T2_PLEDGE", undefined],
  ["第四十一条: a data query with the standard met", { ...SELF, matter: "M31_4", queryResult: "低保系统：在册", hardshipResult: "PASS" }, "GRANT", "T1_VERIFY", undefined],
  ["第三十四条: the standard is not met", { ...PLEDGED, hardshipResult: "FAIL" }, "DENY", "T2_PLEDGE", "DN_MEANS"],
  ["第四十一条: hardship that a person must judge", { ...PLEDGED, hardshipResult: "MANUAL" }, "MANUAL", "T2_PLEDGE", undefined],
];

describe("the decision table of §4.2", () => {
  it.each(ROWS)("法律援助法%s", (...[, facts, outcome, track, denial]) => {
    const found = eligibilityOf(facts, TODAY);
    expect([found.outcome, found.track, found.denialReason]).toEqual([outcome, track, denial]);
    expect(sourceText(found.source)).not.toBe("");
  });

  it("says why an exemption did not hold before it asks for a pledge", () => {
    const { passedOver, missing } = eligibilityOf({ ...MIGRANT, matter: "M31_7A" }, TODAY);
    expect(passedOver.map(({ reason }) => reason.en)).toEqual([
      "This exemption does not apply to this matter",
    ]);
    expect(missing).toEqual(["pledgeSignedOn", "hardshipResult"]);
  });

  it("is numbered top-down", () =>
    expect(ELIGIBILITY_ROWS.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
});

describe("every matter has its tracks", () => {
  const matters = Object.keys(CASE_MATTERS) as Matter[];
  it("covers the whole code list", () =>
    expect(matters.filter((matter) => MATTER_RULES[matter].tracks.length === 0)).toEqual([]));
  it("V08: no means test in M25, M28 and M32", () =>
    expect(matters.filter(isWithoutMeansTest)).toEqual([
      "M25_1",
      "M25_2",
      "M28",
      "M32_1",
      "M32_2",
      "M32_3",
      "M32_4",
      "M32_5",
    ]));
  it.each(matters.filter((matter) => matter.startsWith("M32")))(
    "法律援助法第三十二条: %s is granted without asking about means",
    (matter) => {
      const { outcome, track } = eligibilityOf({ ...SELF, matter }, TODAY);
      expect([outcome, track]).toEqual(["GRANT", "T4_NO_COND32"]);
    },
  );
});

describe("what may be asked on a track", () => {
  // biome-ignore format: a table is read by columns
  const ASKED: readonly (readonly [Track, readonly string[]])[] = [
    ["T1_VERIFY", ["hardship", "dataQuery"]], ["T2_PLEDGE", ["hardship", "pledge"]], ["T3_EXEMPT42", ["exemptionEvidence"]],
    ["T4_NO_COND32", []], ["T5_NOTIFIED", []], ["T6_OTHERREASON", ["otherReason"]],
  ];
  it.each(ASKED)("%s asks for %j and nothing else", (track, asks) =>
    expect(TRACK_QUESTIONS[track].asks).toEqual(asks),
  );
  it("S01: asking for hardship proof is not possible on the exempt track", () => {
    const answer = mayAsk("hardship", "T3_EXEMPT42");
    expect(answer).toEqual({
      ok: false,
      refusal: { code: "means-test-forbidden", source: "《法律援助法》第四十二条", detail: "hardship" },
    });
  });
  it("S02: a pledge may be asked for on its track", () =>
    expect(mayAsk("pledge", "T2_PLEDGE").ok).toBe(true));
});
