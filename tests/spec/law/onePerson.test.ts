import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { citizenIdCheck, plainCertNo } from "../../../shared/kernel/citizenId.ts";
import {
  contradictionsIn,
  filesOfOne,
  likenessOf,
  type PersonFinding,
  pairIdOf,
  personKeys,
} from "../../../shared/law/onePerson.ts";
import { isSamePerson } from "../../../shared/law/persons.ts";

const NEW = "11010519491231002X";
const OLD = "110105491231002";
const OTHER = `1101051949123100${"3"}${citizenIdCheck("11010519491231003")}`;
const DETAILS = { personName: "甲 某", birthOn: "1949-12-31", phone: "138-0000-1234" } as AidFacts;

const finding = (fileId: string, otherFileId: string, stage = "linked"): PersonFinding => ({
  id: pairIdOf(fileId, otherFileId),
  fileId,
  otherFileId,
  stage,
});

describe("sync.md §3.5 applicant registered twice: by what two files look like one person's (GB 11643)", () => {
  // biome-ignore format: a table is read by columns
  it.each([
    ["the number as written", NEW, NEW, true], ["small letters", NEW.toLowerCase(), NEW, true], ["full-width signs and a space", "１１０１０５ 19491231002X", NEW, true],
    ["the old number of 15 digits", OLD, NEW, true], ["another number", OTHER, NEW, false], ["a passport", "e12345678", "E12345678", true], ["15 signs that are no number", "E1234567890123A", NEW, false],
  ])("%s", (_, one, other, isSame) => {
    expect(plainCertNo(one) === plainCertNo(other)).toBe(isSame);
    expect(isSamePerson({ certNo: one }, { certNo: other })).toBe(isSame);
    expect(likenessOf({ certNo: one }, { certNo: other })).toBe(isSame ? "number" : null);
  });

  it("name, birth and telephone are a weaker hint, and none where both numbers are known and differ", () => {
    const same = { personName: "甲某", birthOn: "1949-12-31", phone: "13800001234" } as AidFacts;
    expect(likenessOf(DETAILS, same)).toBe("details");
    expect(likenessOf({ ...DETAILS, certNo: NEW }, same)).toBe("details");
    expect(likenessOf({ ...DETAILS, certNo: NEW }, { ...same, certNo: OTHER })).toBeNull();
    expect(likenessOf(DETAILS, { ...same, phone: "13800009999" })).toBeNull();
    expect(likenessOf({ personName: "甲某" }, { personName: "甲某" })).toBeNull();
  });

  it("every likeness shares a key, so that a look-up by keys misses none", () => {
    const born = { personName: "甲某", certType: "ID", certNo: NEW, phone: "13800001234" } as AidFacts;
    for (const [a, b] of [
      [{ certNo: OLD }, { certNo: NEW }],
      [DETAILS, born],
    ] as const) {
      expect(likenessOf(a, b)).not.toBeNull();
      expect(personKeys(a).some((key) => personKeys(b).includes(key))).toBe(true);
    }
    expect(personKeys({ personName: "甲某" })).toEqual([]);
  });
});

describe("what is found about pairs of files says whose files they are", () => {
  it("the record of two files is the same whichever is named first, and fits the wire", () => {
    const [a, b] = ["0198c3f0-7d1e-7abc-8def-0123456789ab", "0198c3f0-7d1e-7abc-8def-0123456789ac"];
    expect(pairIdOf(a, b)).toBe(pairIdOf(b, a));
    expect(pairIdOf(a, b)).toMatch(/^[0-9a-zA-Z-]{1,64}$/);
    expect(pairIdOf(a, b)).not.toBe(pairIdOf(a, "0198c3f0-7d1e-7abc-8def-0123456789ad"));
  });

  it("pairs tie files together over any number of them, in whatever order; only standing links do", () => {
    const findings = [
      finding("a", "b"),
      finding("c", "d"),
      finding("d", "b"),
      finding("e", "a", "withdrawn"),
      finding("f", "a", "apart"),
    ];
    for (const order of [findings, findings.toReversed()]) {
      const groups = filesOfOne(order);
      expect(groups.get("a")).toEqual(["a", "b", "c", "d"]);
      expect(groups.get("d")).toBe(groups.get("a"));
      expect([groups.get("e"), groups.get("f")]).toEqual([undefined, undefined]);
    }
  });

  it("I17: findings that cannot both be true are a dispute: apart against two links, a link against numbers corrected since", () => {
    const findings = [finding("a", "b"), finding("b", "c"), finding("a", "c", "apart")];
    const factsOf = (id: string): AidFacts => ({ certNo: id === "c" ? OTHER : NEW });
    expect(contradictionsIn(findings, () => ({}))).toEqual([{ finding: findings[2], why: "apart" }]);
    expect(contradictionsIn(findings, factsOf)).toEqual([
      { finding: findings[1], why: "number" },
      { finding: findings[2], why: "apart" },
    ]);
    expect(contradictionsIn([finding("a", "b", "apart")], factsOf)).toEqual([]);
  });
});
