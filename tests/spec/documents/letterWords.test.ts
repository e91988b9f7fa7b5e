import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { letterData } from "../../../shared/documents/letterData.ts";
import type { LetterScene } from "../../../shared/documents/letterScene.ts";
import type { LetterForm } from "../../../shared/documents/letters.ts";
import { remedyTextOf } from "../../../shared/documents/remedy.ts";
import { templateFor } from "../../../shared/documents/templates.ts";
import { day } from "../../../shared/kernel/day.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import { APPLIED, BUREAU, DENIED, NOTIFIED } from "./letterPersons.ts";
import { FACTS, sceneFor } from "./letterScenes.ts";

/** The first clock of an application that has only been received. */
const RECEIVED: AidFacts = Object.fromEntries(
  Object.entries(APPLIED).filter(
    ([name]) => !/^(supplement|examin|decision|reasonText|decid|lawyer|provider|assign)/.test(name),
  ),
);

const dataOf = (form: LetterForm, facts = FACTS[form], more: Partial<LetterScene> = {}) => {
  const made = letterData(form, sceneFor(form, facts, more));
  if (!made.ok) throw new Error(`${form}: ${JSON.stringify(made.refusal)}`);
  return made.value;
};

describe("FZ-005 promises a day (法律援助法第四十三条第一款)", () => {
  const due = (receivedAt: string) => {
    const facts = { ...RECEIVED, receivedAt: instant(receivedAt) };
    return dataOf("FZ-005", facts).decisionDueText;
  };
  it("seven days after receipt, S01: 2026-03-09", () => {
    expect(due("2026-03-02T09:30")).toBe("2026年3月9日");
  });
  it("relies on no roll-over over rest days, S02: 2026-02-17 in the Spring Festival", () => {
    expect(due("2026-02-10T10:00")).toBe("2026年2月17日");
  });
  it("says 暂定 beyond the loaded calendar (V27)", () => {
    expect(due("2026-12-28T10:00")).toBe("2027年1月4日（暂定）");
  });
});

describe("FZ-010 and its remedy (法律援助法第四十三条、第四十九条; V04)", () => {
  it("names the right, the organ and what follows", () => {
    const text = String(dataOf("FZ-010").objectionText);
    for (const part of ["异议", "甲县司法局", "五日内", "行政复议", "行政诉讼", "第四十九条"])
      expect(text).toContain(part);
    expect(text).not.toMatch(/自收到本决定之日起\d+日内/);
  });
  it("names the period where the province has one (S14: 30 days)", () => {
    const parameters = { ...DEFAULT_PARAMETERS, periods: { "OBJ-FILE-NATIONAL": 30 } };
    expect(remedyTextOf(BUREAU, parameters)).toContain("自收到本决定之日起30日内向甲县司法局提出");
  });
  it("is refused while nobody has said which organ takes objections", () => {
    const { objectionOrgan: _organ, ...bureau } = BUREAU;
    expect(letterData("FZ-010", sceneFor("FZ-010", DENIED, { bureau }))).toMatchObject({
      ok: false,
      refusal: { code: "facts-missing", detail: "objectionText" },
    });
  });
  it("prints a remedy recorded in other words beside the standard one", () => {
    expect(dataOf("FZ-010", { ...DENIED, remedyText: "另可拨打12348。" })).toMatchObject({
      hasAddedRemedy: true,
      addedRemedy: "另可拨打12348。",
    });
  });
  it("cites an article for national grounds and none for local ones", () => {
    const { denialList } = dataOf("FZ-010", { ...DENIED, denialReasons: ["DN_SCOPE", "DN_NORESP"] });
    expect(denialList).toEqual([
      {
        no: "1",
        ground: "申请事项不属于法律援助范围",
        basis: "（《中华人民共和国法律援助法》第三十一条、第三十二条）",
      },
      { no: "2", ground: "相对人不明确", basis: "" },
    ]);
  });
});

describe("what the other letters must say", () => {
  it("FZ-004 shows the household and works out the income per head", () => {
    expect(dataOf("FZ-004")).toMatchObject({
      householdCount: "3",
      householdTotal: "2,400.00",
      perHead: "800.00",
      perHeadWorking: "（1,600.00＋800.00＋0.00）元 ÷ 3人 ＝ 800.00元／人·月",
    });
    expect((dataOf("FZ-004").household as readonly object[])[0]).toMatchObject({
      relation: "本人",
      incomeFen: "1,600.00",
    });
  });
  it("FZ-004 never takes an unknown income for nothing", () => {
    const facts = { ...APPLIED, household: [{ name: "孙务工" }] };
    expect(letterData("FZ-004", sceneFor("FZ-004", facts))).toMatchObject({
      ok: false,
      refusal: { detail: "perHeadWorking" },
    });
  });
  it("FZ-006 lists every item once and keeps no numbering of the typist's own", () => {
    expect(dataOf("FZ-006").supplementList).toEqual([
      { no: "1", item: "能够证明用工单位的材料（如考勤记录、工牌或者工友证言）" },
      { no: "2", item: "欠薪金额的计算说明" },
    ]);
  });
  it("FZ-009 promises an assignment within three days, or says emergency aid (第四十四条)", () => {
    const { lawyer: _lawyer, ...scene } = sceneFor("FZ-009");
    const made = letterData("FZ-009", scene);
    expect(made).toMatchObject({
      ok: true,
      value: { lacksHandler: true, assignDueText: "2026年3月7日", isGranted: true },
    });
    const urgent: AidFacts = {
      ...RECEIVED,
      emergencyAt: instant("2026-03-02T11:00"),
      emergencyGround: "EM44_2",
      emergencyReason: "对方正在转移财产",
    };
    expect(dataOf("FZ-009", urgent)).toMatchObject({
      isEmergency: true,
      isGranted: false,
      emergencySentence: "对方正在转移财产。",
    });
  });
  it("FZ-011 asks for what the law asks: lawyer, years, minors (第二十五、二十六条; 未保法第一百零四条)", () => {
    const list = (facts: AidFacts) => JSON.stringify(dataOf("FZ-011", facts).qualificationList);
    expect(list(NOTIFIED)).toContain("未成年人身心特点");
    expect(
      list({ ...NOTIFIED, noticeGround: "N25_4", birthOn: day("1980-01-01"), categories: [] }),
    ).toContain("具有3年以上");
    expect(list(APPLIED)).not.toContain("须为律师");
  });
  it("FZ-011 names the five days for the agreement, and for notified cases the consent note (C8)", () => {
    expect(dataOf("FZ-011", APPLIED)).toMatchObject({
      needsAgreement: true,
      agreementDueText: "2026年3月11日",
    });
    expect(dataOf("FZ-011", NOTIFIED)).toMatchObject({ needsAgreement: false, needsConsentNote: true });
  });
  it("FZ-013 answers the organ's letter by its number and receipt (第三十六条)", () => {
    expect(dataOf("FZ-013")).toMatchObject({
      organName: "甲县公安局",
      noticeText: "甲公（刑）法援通字〔2026〕7号（2026年6月18日15时00分收到）",
      roleText: "辩护人",
    });
    expect(dataOf("FZ-013", APPLIED)).toMatchObject({
      isApplied: true,
      organName: "甲县劳动人事争议仲裁委员会",
      roleText: "代理人",
    });
    expect(
      dataOf("FZ-013", { ...NOTIFIED, noticeKind: "REPRESENTATION", noticeGround: "N28" }).roleText,
    ).toBe("诉讼代理人");
  });
  it("the same scene gives the same data", () => {
    const clocks = clocksOf(APPLIED, SHIPPED_CALENDAR, DEFAULT_PARAMETERS);
    expect(dataOf("FZ-009", APPLIED, { clocks })).toEqual(dataOf("FZ-009", APPLIED, { clocks }));
  });
  it("a bureau's own template wins over the shipped one", () => {
    const on = day("2026-03-06");
    const shipped = { kind: "shipped", form: "FZ-005", version: "FZ-005/1.0" };
    const version = (number: number, fromOn: string, isShipped = false) => ({
      id: `template-000${number}`,
      facts: {
        form: "FZ-005" as const,
        version: String(number),
        fromOn: day(fromOn),
        ...(isShipped ? { isShipped } : { bytes: "AA==", hash: "f".repeat(64) }),
      },
    });
    expect(templateFor("FZ-005", [], on)).toEqual(shipped);
    const second = version(2, "2026-03-06");
    expect(templateFor("FZ-005", [second, version(1, "2026-01-01")], on)).toMatchObject({
      kind: "bureau",
      version: "FZ-005/2",
    });
    expect(templateFor("FZ-005", [second], day("2026-03-05"))).toEqual(shipped);
    expect(templateFor("FZ-009", [second], on)).toMatchObject({ kind: "shipped" });
    expect(templateFor("FZ-005", [second, version(3, "2026-03-07", true)], day("2026-03-07"))).toEqual(
      shipped,
    );
  });
});
