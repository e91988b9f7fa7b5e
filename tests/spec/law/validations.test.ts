import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { day } from "../../../shared/kernel/day.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { isEmergencyWindow } from "../../../shared/law/emergency.ts";
import { groundFault } from "../../../shared/law/noticeGrounds.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { endsOnMeansWrongly } from "../../../shared/law/terminationGuards.ts";
import type { ValidationScene } from "../../../shared/law/validationRow.ts";
import { refuseBlocked, remarksOn, VALIDATIONS } from "../../../shared/law/validations.ts";

const NOW = instant("2026-04-10T10:00");
const ID = "11010519491231002X";
const scene = (facts: AidFacts, more: Partial<ValidationScene> = {}): ValidationScene => ({
  facts,
  now: NOW,
  calendar: SHIPPED_CALENDAR,
  parameters: DEFAULT_PARAMETERS,
  ...more,
});
const at = (text: string) => instant(`2026-${text}`);
const on = (text: string) => day(`2026-${text}`);
const finding = (rule: `Q${number}`) => ({ rule, kind: "block" as const, zh: "", en: "", source: [] });
const DENIED: AidFacts = {
  decision: "DENY",
  denialReasons: ["DN_SCOPE"],
  reasonText: "不属于援助范围",
  remedyText: "可向甲县司法局提出异议",
};
const NOTICE: AidFacts = {
  origin: "NOTIFICATION",
  noticeKind: "DEFENCE",
  noticeReceivedAt: at("04-07T09:00"),
};
const COURT: AidFacts = {
  ...NOTICE,
  noticeOrganType: "COURT",
  procedure: "ORDINARY",
  hearingAt: at("04-21T09:00"),
  organNotifiedAt: at("04-08T09:00"),
};
const ROB: AidFacts = { personName: "丙某", certNo: ID, matter: "M31_7B" };

type Row = readonly [id: string, title: string, fails: ValidationScene, passes: ValidationScene];

// biome-ignore format: a table is read by columns
const ROWS: readonly Row[] = [
  ["V01", "a wrong check digit", scene({ certType: "ID", certNo: "110105194912310021" }), scene({ certType: "ID", certNo: ID, sex: "F", birthOn: day("1949-12-31") })],
  ["V01", "sex against the number", scene({ certType: "ID", certNo: ID, sex: "M" }), scene({ certType: "PASSPORT", certNo: "E1234567", sex: "M" })],
  ["V01", "birth against the number", scene({ certType: "ID", certNo: ID, birthOn: day("1950-01-01") }), scene({ certType: "ID", certNo: ID })],
  ["V02", "a wrong credit code", scene({ opposingParties: [{ uscc: "91350100M000100Y44" }] }), scene({ opposingParties: [{ uscc: "91350100M000100Y43" }] })],
  ["V03", "receipt in the future", scene({ receivedAt: at("04-10T10:01") }), scene({ receivedAt: at("04-10T10:00") })],
  ["V03", "a letter received before it was written", scene({ ...COURT, noticeLetterOn: on("04-08"), hearingAt: at("05-30T09:00") }), scene({ ...COURT, noticeLetterOn: on("04-07"), hearingAt: at("05-30T09:00") })],
  ["V04", "第四十三条第一款: a refusal without reasons", scene({ ...DENIED, reasonText: " " }), scene(DENIED)],
  ["V04", "第四十九条: a refusal without remedy", scene({ decision: "DENY", denialReasons: ["DN_SCOPE"], reasonText: "不属于援助范围" }), scene({ decision: "GRANT" })],
  ["V05", "examiner decides", scene({ examinerId: "staff-01", deciderId: "staff-01" }), scene({ examinerId: "staff-01", deciderId: "staff-02" })],
  ["V06", "第四十二条: exempt without evidence", scene({ track: "T3_EXEMPT42", exemptCode: "X42_1" }), scene({ track: "T3_EXEMPT42", exemptCode: "X42_1", exemptEvidence: "残疾人证" })],
  ["V07", "第四十二条第三项: pay exemption in a traffic case", scene({ exemptCode: "X42_3A", matter: "M31_7B" }), scene({ exemptCode: "X42_3A", matter: "M31_5B" })],
  ["V08", "第三十二条: refused on means in a violence case", scene({ matter: "M32_4", denialReasons: ["DN_MEANS"] }), scene({ matter: "M31_4", denialReasons: ["DN_MEANS"] })],
  ["V08", "第二十五条: refused on means after a notification", scene({ ...COURT, hearingAt: at("05-30T09:00"), denialReasons: ["DN_MEANS"] }), scene({ ...COURT, hearingAt: at("05-30T09:00") })],
  ["V09", "S03 第四十三条第二款: a second notice", scene({ supplementServedOn: on("04-02") }, { asksSupplement: true }), scene({ supplementServedOn: on("04-02"), supplementNewFacts: "新提交的保单" }, { asksSupplement: true })],
  ["V10", "S07 第二十六条: too few years", scene({}, { assignment: [finding("Q1")] }), scene({}, { assignment: [finding("Q2")] })],
  ["V11", "刑诉法第三十四条: not a lawyer", scene({}, { assignment: [finding("Q3")] }), scene({}, { assignment: [] })],
  ["V12", "S07 律师法第三十九条: a conflict", scene({}, { assignment: [finding("Q5")] }), scene({}, { assignment: [{ ...finding("Q9"), kind: "warn" }] })],
  ["V13", "第三十六条: three days without reply", scene(NOTICE), scene(NOTICE, { now: at("04-09T23:59") })],
  ["V14", "最高法刑诉解释第四十九条: fourteen days to the hearing", scene(COURT), scene({ ...COURT, hearingAt: at("04-22T09:00") })],
  ["V14", "not in summary procedure", scene(COURT), scene({ ...COURT, procedure: "SUMMARY" })],
  ["V22", "the same person on the same matter", scene(ROB, { otherFiles: [{ fileId: "f", certNo: ID, matter: "M31_7B" }] }), scene(ROB, { otherFiles: [{ fileId: "f", certNo: ID, matter: "M31_4" }] })],
  ["V23", "第四十条: the proxy is the opponent", scene({ proxyName: "丁 某", opposingParties: [{ name: "丁某" }] }), scene({ proxyName: "丁某", opposingParties: [{ name: "戊某" }] })],
  ["V24", "第四十四条: six days to the limitation", scene({ limitationOn: on("04-16") }), scene({ limitationOn: on("04-17") })],
  ["V24", "not once emergency aid was given", scene({ limitationOn: on("04-16") }), scene({ limitationOn: on("04-16"), emergencyAt: at("04-10T09:00") })],
  ["V25", "劳动争议调解仲裁法第二十七条: employment ended a year and a day ago", scene({ employmentEndedOn: day("2025-04-09") }), scene({ employmentEndedOn: day("2025-04-10") })],
  ["V25", "not once the claim was accepted", scene({ employmentEndedOn: day("2025-04-09") }), scene({ employmentEndedOn: day("2025-04-09"), arbitrationAcceptedOn: on("04-01") })],
  ["V27", "the year is not loaded", scene({ origin: "APPLICATION", receivedAt: instant("2027-03-01T09:00") }, { now: instant("2027-03-01T10:00") }), scene({ origin: "APPLICATION", receivedAt: at("04-10T09:00") })],
  ["V28", "个人信息保护法第三十一条: thirteen years old", scene({ birthOn: day("2012-04-11") }), scene({ birthOn: day("2012-04-10") })],
  ["V28", "the guardian consented", scene({ birthOn: day("2012-04-11") }), scene({ birthOn: day("2012-04-11"), guardianName: "监护人", guardianConsent: true, isSpeciallyHandled: true })],
  ["V29", "a provisional number on a letter", scene({}, { letterNumber: "临-A1-3" }), scene({}, { letterNumber: "（2026）甲援决字第3号" })],
  ["V30", "signed copy of the application not among the materials", scene({ receivedAt: instant("2026-03-02T09:00"), materials: [] }), scene({ receivedAt: instant("2026-03-02T09:00"), materials: [{ kind: "FORM" }] })],
];

describe("the catalogue of machine rules", () => {
  it.each(ROWS)("%s %s", (...[id, , fails, passes]) => {
    expect(remarksOn(fails).map((remark) => remark.id)).toEqual([id]);
    expect(remarksOn(passes)).toEqual([]);
  });

  it("every rule of the slice is there and exercised, each with a printed source", () => {
    const ids = VALIDATIONS.map(({ id }) => id);
    expect(ids.join(" ")).toBe(
      "V01 V02 V03 V04 V05 V06 V07 V08 V09 V10 V11 V12 V13 V14 V22 V23 V24 V25 V27 V28 V29 V30",
    );
    expect(ids.filter((id) => !ROWS.some(([row]) => row === id))).toEqual([]);
    expect(VALIDATIONS.filter(({ source }) => sourceText(source) === "")).toEqual([]);
  });

  it("every blocking rule has its named refusal, and no other has one", () =>
    expect(
      VALIDATIONS.filter(({ severity, refusal }) => (severity === "block") !== (refusal !== undefined)),
    ).toEqual([]));

  it("V09: refuses a second notice by article and number", () => {
    const answer = refuseBlocked(scene({ supplementServedOn: on("04-02") }, { asksSupplement: true }), [
      "V09",
    ]);
    expect(answer).toEqual({
      ok: false,
      refusal: { code: "second-notice", source: "《法律援助法》第四十三条第二款", detail: "V09" },
    });
  });

  it.each([
    ["check-digit", scene({ certType: "ID", certNo: "110105194912310021" })],
    ["id-mismatch", scene({ certType: "ID", certNo: ID, sex: "M" })],
    ["in-future", scene({ receivedAt: at("04-10T10:01") })],
    ["before-document", scene({ ...COURT, noticeLetterOn: on("04-08") })],
  ] as const)("V01, V03: each fault has its own refusal, %s", (code, wrong) => {
    const answer = refuseBlocked(wrong);
    expect(answer.ok ? null : answer.refusal.code).toBe(code);
  });

  it("a warning never blocks", () => expect(refuseBlocked(scene(COURT)).ok).toBe(true));
});

describe("V18, 法律援助法第二十五、三十二条: changed means never end aid that no means test opened", () => {
  it.each([
    ["notified", NOTICE, true],
    ["free of the hardship condition", { track: "T4_NO_COND32" }, true],
    ["a violence case", { matter: "M32_4" }, true],
    ["means tested", { track: "T1_VERIFY", matter: "M31_4" }, false],
  ] as const)("%s", (...[, facts, wrong]) =>
    expect(endsOnMeansWrongly({ ...facts, terminationReason: "TM48_4" })).toBe(wrong),
  );
});

describe("the ground of an organ's letter fits its kind", () => {
  // biome-ignore format: a table is read by columns
  it.each([
    ["第二十五条: defence of a minor", { noticeKind: "DEFENCE", noticeGround: "N25_1" }, false, null],
    ["第二十八条: representation only with N28", { noticeKind: "REPRESENTATION", noticeGround: "N25_3" }, false, "LAL"],
    ["第二十八条: N28 is no defence", { noticeKind: "DEFENCE", noticeGround: "N28" }, false, "LAL"],
    ["第二十八条: compulsory treatment", { noticeKind: "REPRESENTATION", noticeGround: "N28" }, false, null],
    ["司发通〔2022〕49号: outside a pilot area", { noticeKind: "DEFENCE", noticeGround: "NPR_1" }, false, "COV"],
    ["司发通〔2022〕49号: inside", { noticeKind: "DEFENCE", noticeGround: "NPR_1" }, true, null],
    ["nothing entered yet", {}, false, null],
  ] as const)("%s", (...[, facts, prosecutionPilot, cited]) =>
    expect(groundFault(facts, { ...DEFAULT_PARAMETERS, prosecutionPilot })?.source.law ?? null).toBe(cited));
});

describe("EMG-WINDOW-7D, 法律援助法第四十四条第一款第一项: fewer than seven days remain", () => {
  it.each([
    ["2026-04-10", true],
    ["2026-04-16", true],
    ["2026-04-17", false],
    ["2026-04-09", false],
  ] as const)("the limitation ends on %s: %s", (limit, urgent) =>
    expect(isEmergencyWindow(day(limit), on("04-10"), DEFAULT_PARAMETERS)).toBe(urgent),
  );
});
