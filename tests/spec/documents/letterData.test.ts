import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { ENTITIES } from "../../../shared/dictionary/entities.ts";
import {
  conflictAmong,
  letterData,
  missingFacts,
  requiredFacts,
} from "../../../shared/documents/letterData.ts";
import type { LetterScene } from "../../../shared/documents/letterScene.ts";
import { LETTER_FORMS, type LetterForm, letterOf, lettersFor } from "../../../shared/documents/letters.ts";
import { stepOf } from "../../../shared/workflow/steps.ts";
import { APPLIED, BUREAU, CONSULTED, DENIED, LAWYER, NOTIFIED, PROVIDER } from "./letterPersons.ts";
import { FACTS, sceneFor } from "./letterScenes.ts";

/** The first clock of an application that has only been received. */
const RECEIVED: AidFacts = Object.fromEntries(
  Object.entries(APPLIED).filter(
    ([name]) => !/^(supplement|examin|decision|reasonText|decid|lawyer|provider|assign)/.test(name),
  ),
);

/** The register or file without one fact. */
const without = (scene: LetterScene, name: string): LetterScene => {
  const [register, field] = name.split(".") as [string, string?];
  const drop = (facts: object, key: string): object =>
    Object.fromEntries(Object.entries(facts).filter(([each]) => each !== key));
  if (register === "lawyer" && field) return { ...scene, lawyer: drop(LAWYER, field) };
  if (register === "provider" && field) return { ...scene, provider: drop(PROVIDER, field) };
  if (register === "bureau" && field) return { ...scene, bureau: drop(BUREAU, field) };
  const file = scene.related?.fileId;
  if (register === "file" && field && file)
    return {
      ...scene,
      related: { fileId: { ...file, facts: drop(file.facts, field) as typeof file.facts } },
    };
  return {
    ...scene,
    view: { ...scene.view, facts: drop(scene.view.facts, name) as LetterScene["view"]["facts"] },
  };
};

const plainNames = (form: LetterForm): readonly string[] => {
  const scene = sceneFor(form);
  return requiredFacts(form, scene).filter((name) => name.includes(".") || name in scene.view.facts);
};
const CASES = LETTER_FORMS.flatMap((form) => plainNames(form).map((name) => [form, name] as const));

const dataOf = (form: LetterForm, facts = FACTS[form], more: Partial<LetterScene> = {}) => {
  const made = letterData(form, sceneFor(form, facts, more));
  if (!made.ok) throw new Error(`${form}: ${JSON.stringify(made.refusal)}`);
  return made.value;
};

describe("every letter of the main line", () => {
  it.each(LETTER_FORMS)("%s is complete from a complete file", (form) => {
    expect(missingFacts(form, sceneFor(form))).toEqual([]);
    expect(letterData(form, sceneFor(form)).ok).toBe(true);
  });
  it("looks at more than two hundred required facts", () => {
    expect(CASES.length).toBeGreaterThan(200);
  });
  it.each(CASES)("%s without %s is refused, never printed with a gap", (form, name) => {
    const scene = without(sceneFor(form), name);
    expect(missingFacts(form, scene)).toContain(name);
    const made = letterData(form, scene);
    expect(made.ok).toBe(false);
  });
  it.each(["FZ-005", "FZ-006", "FZ-009", "FZ-010", "FZ-011", "FZ-013"] as const)(
    "%s needs the seal's name and, where a department acts, its designation",
    (form) => {
      const { sealName: _seal, ...noSeal } = BUREAU;
      expect(letterData(form, sceneFor(form, FACTS[form], { bureau: noSeal }))).toMatchObject({
        ok: false,
        refusal: { code: "facts-missing", detail: "sealName" },
      });
      const { designationDocNo: _doc, ...noDocument } = BUREAU;
      expect(letterData(form, sceneFor(form, FACTS[form], { bureau: noDocument }))).toMatchObject({
        ok: false,
        refusal: { detail: "designationText" },
      });
      expect(
        letterData(form, sceneFor(form, FACTS[form], { bureau: { ...noDocument, kind: "CENTER" } })).ok,
      ).toBe(true);
    },
  );
  it("names who received, examined and decided, and refuses an unknown person", () => {
    expect(letterData("FZ-008", sceneFor("FZ-008", APPLIED, { staff: {} }))).toMatchObject({
      ok: false,
      refusal: { detail: "examinerId" },
    });
    expect(dataOf("FZ-008").examinerId).toBe("李审查");
  });
  it("each row names a step of the workflow and cites its source", () => {
    for (const form of LETTER_FORMS) {
      const { step, lane, source, entities, served = [] } = letterOf(form);
      for (const t of entities) {
        if (step !== "") expect(stepOf(t, step)?.lane, form).toBe(lane);
        for (const serving of served) expect(stepOf(t, serving.step)?.owns).toContain(serving.fact);
        expect(Object.hasOwn(ENTITIES[t].shape, "services"), t).toBe(true);
      }
      expect(source).toMatch(/第.*条|内部工作规则/);
    }
  });
});

describe("V29: a provisional number is never printed", () => {
  const official = LETTER_FORMS.filter((form) => letterOf(form).numbering === "official");
  it.each(official)("%s with a provisional number is refused", (form) => {
    const scene = sceneFor(form, FACTS[form], { number: { text: "临-desk1-7" } });
    expect(letterData(form, scene)).toMatchObject({ ok: false, refusal: { code: "number-provisional" } });
    expect(letterData(form, { ...scene, number: null })).toMatchObject({
      ok: false,
      refusal: { code: "facts-missing", detail: "letterNumber" },
    });
  });
  it("a receipt can be given before the official number exists, and then shows none", () => {
    const data = dataOf("FZ-005", { ...APPLIED, applicationNo: "临-desk1-3" });
    expect(JSON.stringify(data)).not.toContain("临-");
    expect(data.letterNumber).toBe("（正式编号待编）");
    expect(
      letterData("FZ-005", sceneFor("FZ-005", APPLIED, { number: { text: "临-desk1-3" } })),
    ).toMatchObject({ ok: false });
  });
});

describe("disputes stop the printer (house rule 6)", () => {
  const head = { h: "a".repeat(64), v: "甲", rank: 1, seq: 1, feed: "f" } as never;
  it("a required fact in conflict is not printed, by its own name or its group's", () => {
    for (const f of ["caseFacts", "#identity"]) {
      const scene = sceneFor("FZ-002");
      const made = letterData("FZ-002", {
        ...scene,
        view: { ...scene.view, conflicts: [{ f, heads: [head] }] },
      });
      expect(made).toMatchObject({ ok: false, refusal: { code: "field-in-conflict", detail: f } });
    }
  });
  it("any fact a template shows can be asked for; others do not stop the letter", () => {
    const view = { ...sceneFor("FZ-005").view, conflicts: [{ f: "phone", heads: [head] }] };
    expect(conflictAmong(["personName", "phone"], view)).toMatchObject({
      ok: false,
      refusal: { detail: "phone" },
    });
    expect(conflictAmong(["personName"], view)).toBeNull();
    expect(letterData("FZ-005", { ...sceneFor("FZ-005"), view }).ok).toBe(true);
  });
  it("a contested decision is not served", () => {
    const scene = sceneFor("FZ-009");
    const made = letterData("FZ-009", {
      ...scene,
      view: { ...scene.view, contested: [{ lane: "application", heads: [] }] },
    });
    expect(made).toMatchObject({ ok: false, refusal: { code: "contested", detail: "application" } });
  });
});

describe("which letters a file has brought about", () => {
  const formsOf = (facts: AidFacts, t = "aidFile") =>
    lettersFor({ ...sceneFor("FZ-005", facts).view, t }).map(({ form }) => form);
  it("a received application: form, hardship statement, receipt", () => {
    expect(formsOf(RECEIVED)).toEqual(["FZ-002", "FZ-004", "FZ-005", "LA-CLOCKS"]);
  });
  it("no hardship statement on a track without means test (S01, S12)", () => {
    expect(formsOf({ ...RECEIVED, track: "T3_EXEMPT42" })).not.toContain("FZ-004");
    expect(letterData("FZ-004", sceneFor("FZ-004", { ...RECEIVED, track: "T4_NO_COND32" }))).toMatchObject({
      ok: false,
      refusal: { code: "stage-forbids" },
    });
  });
  it("a notified case never gets FZ-009 or FZ-010 (S06)", () => {
    expect(formsOf(NOTIFIED)).toEqual(["FZ-003", "FZ-011", "FZ-012", "FZ-013", "FZ-015", "LA-CLOCKS"]);
  });
  it("a refusal gets FZ-010 and no grant", () => {
    expect(formsOf(DENIED)).toContain("FZ-010");
    expect(formsOf(DENIED)).not.toContain("FZ-009");
  });
  it("an answered consultation gets FZ-001 and counts what was issued", () => {
    const view = {
      ...sceneFor("FZ-001").view,
      facts: { ...CONSULTED, letters: [{ form: "FZ-001" }] } as never,
    };
    expect(lettersFor(view)).toMatchObject([{ form: "FZ-001", timesIssued: 1 }]);
  });
});
