import { describe, expect, it } from "vitest";
import { factsInNumber, identityWarnings } from "../../../../renderer/features/intake/identity.ts";
import { missingForReceipt } from "../../../../renderer/features/intake/missingFacts.ts";
import { citizenIdCheck } from "../../../../shared/kernel/citizenId.ts";
import { day } from "../../../../shared/kernel/day.ts";
import { missingMaterials } from "../../../../shared/law/materialChecklist.ts";

const ON = day("2026-03-02");
const number = (digits: string): string => digits + citizenIdCheck(digits);
/** Invented: division 110105, born 1990-05-06, odd sequence (male). */
const VALID = number("11010519900506103");

describe("GB 11643, V01: what the identity number says is not asked again", () => {
  it("fills in date of birth and sex", () => {
    expect(factsInNumber({ certType: "ID", certNo: VALID }, ON)).toEqual({ birthOn: "1990-05-06", sex: "M" });
  });

  it("never overwrites what a person entered, but warns", () => {
    const facts = { certType: "ID", certNo: VALID, birthOn: day("1990-05-07"), sex: "F" } as const;
    expect(factsInNumber(facts, ON)).toEqual({});
    expect(identityWarnings(facts, ON)).toHaveLength(2);
  });

  it("takes nothing from a number with a wrong check digit", () => {
    const wrong = VALID.slice(0, 17) + (VALID.endsWith("0") ? "1" : "0");
    expect(factsInNumber({ certType: "ID", certNo: wrong }, ON)).toEqual({});
    expect(identityWarnings({ certType: "ID", certNo: wrong }, ON)[0]?.zh).toContain("校验位");
  });

  it("leaves passports alone", () => {
    expect(identityWarnings({ certType: "PASSPORT", certNo: "E12345678" }, ON)).toEqual([]);
  });
});

describe("第四十三条: what is still missing before receipt", () => {
  it("lists the needed facts in page order and shrinks as they are entered", () => {
    const all = missingForReceipt({});
    expect(all[0]).toBe("personName");
    expect(all).toContain("materials");
    expect(missingForReceipt({ personName: "甲某" })).not.toContain("personName");
    expect(missingForReceipt({ hasAgentAlready: false })).not.toContain("hasAgentAlready");
  });

  it("names the materials still owed, optional ones never", () => {
    expect(missingMaterials({ track: "T2_PLEDGE", materials: [{ kind: "FORM" }] })).toEqual([
      "IDCARD",
      "HARDSHIP",
      "CASEPAPER",
    ]);
  });
});
