import { describe, expect, it } from "vitest";
import { filesLike, followViews, nothingAlike, personsAlike } from "../../../renderer/data/alike.ts";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { duplicatesAmong } from "../../../shared/law/duplicates.ts";
import { type PersonFinding, pairIdOf } from "../../../shared/law/onePerson.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import { qualificationOf } from "../../../shared/law/qualification.ts";
import { remarksOn } from "../../../shared/law/validations.ts";
import { aFile } from "../../builders/aView.ts";

const NO = "11010519491231002X";
const finding = (fileId: string, otherFileId: string, stage: string): PersonFinding => ({
  id: pairIdOf(fileId, otherFileId),
  fileId,
  otherFileId,
  stage,
});
const facts: Readonly<Record<string, AidFacts>> = {
  a: { certNo: NO },
  b: { certNo: "110105491231002" },
  c: { certNo: NO.toLowerCase() },
  d: { certNo: NO, previousFileId: "c" },
};
const hints = (findings: readonly PersonFinding[], ids = ["a", "b", "c"]) =>
  duplicatesAmong(ids, { findings, factsOf: (id) => facts[id] }).map(({ a, b, by }) => `${a}${b} ${by}`);

describe("sync.md §3.5: files that may be one person's, named once and until somebody has decided", () => {
  it("a person with three files is two hints; linked files count as one, decided pairs are none", () => {
    expect(hints([])).toEqual(["ab number", "ac number"]);
    expect(hints([finding("a", "b", "linked")])).toEqual(["ac number"]);
    expect(hints([finding("a", "b", "linked"), finding("c", "b", "linked")])).toEqual([]);
    expect(hints([finding("a", "b", "apart")])).toEqual(["ac number"]);
    expect(hints([finding("a", "b", "withdrawn")])).toEqual(["ab number", "ac number"]);
  });

  it("the file of the next stage was opened for the same person: nobody is asked about it", () => {
    expect(hints([], ["c", "d"])).toEqual([]);
  });

  it("keys find them in memory, and what changes is followed", () => {
    const alike = nothingAlike();
    const view = (id: string, of: object) => ({ ...aFile({ ...of }), id });
    followViews(alike, new Map(Object.entries(facts).map(([id, of]) => [id, view(id, of)])));
    expect(filesLike(alike, "a")).toEqual(["b", "c", "d"]);
    expect(personsAlike(alike)).toEqual([["a", "b", "c", "d"]]);
    followViews(alike, new Map([["b", view("b", { certNo: "E1234567" })]]));
    expect(filesLike(alike, "a")).toEqual(["c", "d"]);
    expect(filesLike(alike, "b")).toEqual([]);
  });
});

describe("what was found counts where persons are compared", () => {
  const other = { fileId: "file-0002", name: "乙某", certNo: "E1234567", matter: "M31_5B" };
  const v22 = (found?: "linked" | "apart", more: object = {}) =>
    remarksOn(
      {
        facts: { personName: "甲某", certNo: NO, matter: "M31_5B" },
        now: instant("2026-03-02T09:00"),
        calendar: SHIPPED_CALENDAR,
        parameters: DEFAULT_PARAMETERS,
        otherFiles: [{ ...other, ...more, ...(found !== undefined && { found }) }],
      },
      ["V22"],
    ).length;

  it("V22: linked files are one applicant's whatever they state, files found apart are not", () => {
    expect([v22(), v22("linked"), v22("apart", { certNo: NO })]).toEqual([0, 1, 0]);
    expect(v22(undefined, { certNo: NO })).toBe(1);
  });

  it("Q10: duty help to a co-suspect is found under the other name of a linked person", () => {
    const scene = (identities: readonly (readonly { name: string }[])[]) =>
      qualificationOf({
        facts: { relatedPersons: [{ name: "丙某", part: "CODEFENDANT" }] } as AidFacts,
        lawyer: { id: "lawyer-1", facts: { name: "某律师" }, openCases: 0 },
        context: {
          fileId: "file-0001",
          on: "2026-03-02" as never,
          parameters: DEFAULT_PARAMETERS,
          parties: [],
          dutyHelp: [{ lawyerId: "lawyer-1", name: "丙甲某" }],
          otherProviders: 1,
          identities,
          isSearched: true,
        },
      }).some(({ rule }) => rule === "Q10");
    expect(scene([])).toBe(false);
    expect(scene([[{ name: "丙某" }, { name: "丙甲某" }]])).toBe(true);
  });
});
