import { describe, expect, it } from "vitest";
import type { DutyServiceFacts } from "../../../shared/dictionary/duty.ts";
import { day } from "../../../shared/kernel/day.ts";
import { dutyHelpOf, isAtWork, partiesOf, type SearchedFile } from "../../../shared/law/conflictParties.ts";

const file = (over: Partial<SearchedFile> = {}): SearchedFile => ({
  id: "file-0001",
  stages: { assignment: "accepted" },
  facts: {
    personName: "甲某",
    lawyerId: "lawyer-01",
    providerId: "firm-01",
    aidForm: "CIVIL_LIT",
    coApplicants: [{ name: "乙某" }],
    opposingParties: [{ name: "丙公司", uscc: "91110000100000000X" }],
    relatedPersons: [
      { name: "丁某", part: "CODEFENDANT" },
      { name: "戊某", part: "VICTIM" },
      { name: "己某", part: "WITNESS" },
    ],
  } as SearchedFile["facts"],
  ...over,
});

describe("Q16: everybody named in a file is searched for a conflict", () => {
  it("recipients, co-applicants, opponents and related persons, each in his part", () => {
    expect(partiesOf(file()).map(({ name, part }) => [name, part])).toEqual([
      ["甲某", "recipient"],
      ["乙某", "recipient"],
      ["丙公司", "opposing"],
      ["丁某", "codefendant"],
      ["戊某", "victim"],
      ["己某", "other"],
    ]);
  });

  it("an opponent with no certificate is known by its social credit code", () => {
    expect(partiesOf(file())[2]?.certNo).toBe("91110000100000000X");
  });

  it.each([
    ["assigned and nothing back yet", { assignment: "assigned" }, undefined, true],
    ["retained by agreement", { assignment: "retained" }, undefined, true],
    ["the result has come", { assignment: "accepted" }, day("2026-05-01"), false],
    ["nobody assigned", {}, undefined, false],
    ["refused by the lawyer", { assignment: "refused" }, undefined, false],
  ] as const)("open or not: %s", (_, stages, resultReceivedOn, isOpen) => {
    const each = file({ stages, facts: { ...file().facts, ...(resultReceivedOn && { resultReceivedOn }) } });
    expect(isAtWork(each)).toBe(isOpen);
    expect(partiesOf(each).every((party) => party.isOpen === isOpen)).toBe(true);
  });

  it("a notified defence is criminal whatever its matter", () => {
    const facts = { ...file().facts, origin: "NOTIFICATION" } as SearchedFile["facts"];
    expect(partiesOf(file({ facts }))[0]?.isCriminal).toBe(true);
    expect(partiesOf(file())[0]?.isCriminal).toBe(false);
  });
});

describe("Q10: whom a duty lawyer once helped", () => {
  it("every service with a lawyer, by name and certificate", () => {
    const services = [
      { lawyerId: "lawyer-01", personName: "壬某", certNo: "11010519491231002X" },
      { lawyerId: "lawyer-02", personName: "癸某" },
      { personName: "无人值班" },
    ] as readonly DutyServiceFacts[];
    expect(dutyHelpOf(services)).toEqual([
      { lawyerId: "lawyer-01", name: "壬某", certNo: "11010519491231002X" },
      { lawyerId: "lawyer-02", name: "癸某" },
    ]);
  });
});
