import { describe, expect, it } from "vitest";
import { sectionsOf } from "../../../renderer/features/intake/sections.ts";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { day } from "../../../shared/kernel/day.ts";
import { carriedOf, mayAdopt } from "../../../shared/workflow/carriedFacts.ts";
import {
  readReferral,
  referralText,
  referredFacts,
  transferIdOf,
} from "../../../shared/workflow/referral.ts";
import {
  answered,
  built,
  CLERK,
  codeOf,
  FILE,
  gone,
  HOME,
  home,
  RECEIVED,
  TRANSFER,
} from "../../builders/aReferral.ts";

describe("what a referral file says (法律援助法第三十八条, F80)", () => {
  it("the case as it stands and its whole history: when, who, which step and field, with values", async () => {
    const referral = answered(built(await gone()));
    expect(referral).toMatchObject({
      transferId: TRANSFER.id,
      counter: 1,
      fileId: FILE,
      from: { bureau: HOME.id },
      to: "乙县法律援助中心",
      what: "",
    });
    expect(referredFacts(referral)).toMatchObject({
      personName: "甲某",
      caseFacts: "三个月工资未付",
      materials: [{ title: "申请表" }],
    });
    const did = referral.history.flatMap((line) => line.did);
    expect(did.filter(({ k }) => k === "step").map(({ name }) => name)).toEqual(["receive", "refer"]);
    expect(did).toContainEqual({ k: "put", name: "caseFacts", v: "三个月工资未付" });
    expect(did).toContainEqual({ k: "add", name: "opposingParties", v: { name: "乙某建筑有限公司" } });
    expect(referral.history.every(({ by }) => by === CLERK.name)).toBe(true);
  });

  it("nothing of this agency's own: letters, numbers, confidants, and no id of its staff", async () => {
    const desk = await gone();
    const at = { t: "aidFile", id: FILE };
    answered(await desk.perform(recordFacts, at, { facts: { applicationNo: "甲援〔2026〕9号" } }));
    answered(
      await desk.perform(recordRow, at, { f: "confidants", row: { staffId: "staff-clerk", reason: "协办" } }),
    );
    const text = referralText(answered(built(desk)));
    expect(JSON.parse(text).number).toBe("甲援〔2026〕9号");
    expect(referredFacts(JSON.parse(text))).not.toHaveProperty("applicationNo");
    expect(text).not.toContain("confidants");
    expect(text).not.toContain("staff-clerk");
  });

  it("is the same whoever writes it again at the same count, and has one id whoever asks", async () => {
    const desk = await gone();
    expect(referralText(answered(built(desk)))).toBe(referralText(answered(built(desk))));
    expect(transferIdOf(HOME.id, FILE)).toBe(TRANSFER.id);
    expect(transferIdOf("bureau-else-0001", FILE)).not.toBe(TRANSFER.id);
    expect(RECEIVED).not.toBe(TRANSFER.id);
  });

  it("is refused while the case is here, in dispute, or written on since it went", async () => {
    const desk = home();
    expect(built(desk)).toMatchObject({ refusal: { code: "stage-forbids", source: "《法律援助法》第38条" } });
    const late = await gone();
    answered(
      await late.perform(recordFacts, { t: "aidFile", id: FILE }, { facts: { residence: "甲路1号" } }),
    );
    expect(built(late)).toMatchObject({ refusal: { code: "referral-late", detail: "residence" } });
    const step = { step: "forwardSupplement", facts: { forwardedWhat: "补现住址" } };
    answered(await late.perform(takeStep, { t: "aidFile", id: FILE }, step));
    expect(answered(built(late))).toMatchObject({ counter: 2, what: "补现住址" });
    expect(codeOf(built(await gone(), { ...HOME, name: "" }))).toBe("facts-missing");
  });
});

describe("what is read of a file from outside (security list: hostile content)", () => {
  const spoiled = async (change: (referral: Record<string, Json>) => void): Promise<string> => {
    const content = JSON.parse(referralText(answered(built(await gone()))));
    change(content);
    return codeOf(readReferral(canonicalJson(content)));
  };
  const file = (content: Record<string, Json>): Record<string, Json> =>
    (content.records as Record<string, Json>[])[0] ?? {};

  it("is what was written, and nothing else", async () => {
    const referral = answered(built(await gone()));
    expect(answered(readReferral(referralText(referral)))).toEqual(referral);
    const text = referralText(referral);
    for (const [bad, code] of [
      [text.slice(0, -1), "referral-damaged"],
      [` ${text}`, "referral-damaged"],
      ["", "referral-damaged"],
      [text.replace("{", '{"__proto__":{"isAdmin":true},'), "referral-damaged"],
      [text.replace("甲某", "甲\u202e某"), "referral-damaged"],
      ["1".repeat(1_000_001), "too-large"],
    ] as const)
      expect(codeOf(readReferral(bad))).toBe(code);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  // biome-ignore format: a table is read by columns
  it.each<[string, (content: Record<string, Json>) => void, string]>([
    ["another bureau's name on it",        (content) => { content.from = { bureau: "bureau-else-0001", name: "丙县" }; }, "referral-damaged"],
    ["another file under its id",          (content) => { file(content).id = "0199aaaa-0000-7000-8000-000000000009"; }, "referral-damaged"],
    ["a second file beside it",            (content) => { (content.records as Json[]).push(file(content)); }, "referral-damaged"],
    ["a field nobody has heard of",        (content) => { content.extra = true; }, "referral-damaged"],
    ["a count of nothing",                 (content) => { content.counter = 0; }, "referral-damaged"],
    ["a moment that is none",              (content) => { content.writtenAt = "2026-02-30T09:00"; }, "referral-damaged"],
    ["a matter of state secrets (法律援助法第二十一条)", (content) => { (file(content).facts as Record<string, Json>).sensitivity = "SECRET"; }, "secret-case"],
  ])("%s", async (_, change, code) => {
    expect(await spoiled(change)).toBe(code);
  });

  it("what does not fit the dictionary is told and left, never entered", async () => {
    const referral = answered(built(await gone()));
    const facts = {
      ...referredFacts(referral),
      sex: "PIRATE",
      inventedByNewer: "x",
      decision: "GRANT",
      household: [{ name: "丙", boat: 1 }],
    };
    const {
      facts: taken,
      rows,
      left,
    } = carriedOf({ ...referral, records: [{ t: "aidFile", id: FILE, facts }] });
    expect(left).toEqual(["sex", "household"]);
    expect(Object.keys(taken)).not.toEqual(expect.arrayContaining(["sex"]));
    for (const f of ["inventedByNewer", "decision", "receivedAt", "referredTo"])
      expect(taken).not.toHaveProperty(f);
    expect(rows.map(({ f }) => f)).toEqual(["opposingParties", "materials"]);
    expect([
      mayAdopt("phone", "13800000000"),
      mayAdopt("decision", "GRANT"),
      mayAdopt("sex", "PIRATE"),
    ]).toEqual([true, false, false]);
  });

  it("an application begins with everything that intake asks of the applicant, but what the receiving agency asks itself", () => {
    const asked = sectionsOf(
      {
        categories: ["DISABLED", "ELDERLY"],
        birthOn: day("2015-01-01"),
        applyingAs: "LEGAL_REP",
        matter: "M31_5B",
      } as unknown as AidFacts,
      day("2026-03-02"),
    );
    const names = asked.flatMap((section) => [...section.names, ...(section.rows ?? [])]);
    const left = names.filter((f) => carriesNothing(f));
    expect(names.length).toBeGreaterThan(35);
    expect(left.toSorted()).toEqual(["competence", "guardianConsent", "isSpeciallyHandled", "source"]);
  });
});

/** Whether a fact of this name never goes over, whatever stands in it. */
const carriesNothing = (f: string): boolean => {
  const lists = ["coApplicants", "opposingParties", "relatedPersons"];
  return !lists.includes(f) && !mayAdopt(f, null);
};
