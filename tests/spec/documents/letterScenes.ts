import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { ConsultationFacts } from "../../../shared/dictionary/consultation.ts";
import type { LetterScene } from "../../../shared/documents/letterScene.ts";
import type { LetterForm } from "../../../shared/documents/letters.ts";
import { shippedVersion } from "../../../shared/documents/templates.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { day } from "../../../shared/kernel/day.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import { APPLIED, BUREAU, CONSULTED, DENIED, LAWYER, NOTIFIED, PROVIDER, STAFF } from "./letterPersons.ts";

/** Every form with facts that suffice for it. */
export const FACTS: Readonly<Record<LetterForm, AidFacts | ConsultationFacts>> = {
  "FZ-001": CONSULTED,
  "FZ-002": APPLIED,
  "FZ-003": APPLIED,
  "FZ-004": APPLIED,
  "FZ-005": APPLIED,
  "FZ-006": APPLIED,
  "FZ-008": APPLIED,
  "FZ-009": APPLIED,
  "FZ-010": DENIED,
  "FZ-011": NOTIFIED,
  "FZ-012": APPLIED,
  "FZ-013": NOTIFIED,
};

const SERIES: Readonly<Partial<Record<LetterForm, string>>> = {
  "FZ-006": "通",
  "FZ-009": "决",
  "FZ-010": "不",
  "FZ-011": "指",
  "FZ-012": "协",
  "FZ-013": "函",
};

/** The scene of a complete file for a form; `facts` replaces the file, `more` anything else. */
export const sceneFor = (
  form: LetterForm,
  facts: AidFacts | ConsultationFacts = FACTS[form],
  more: Partial<LetterScene> = {},
): LetterScene => {
  const series = SERIES[form];
  return {
    view: {
      t: form === "FZ-001" ? "consultation" : "aidFile",
      id: "file-0001",
      facts: facts as Readonly<Record<string, Json>>,
      stages: {},
      conflicts: [],
      contested: [],
    },
    bureau: BUREAU,
    staff: STAFF,
    lawyer: LAWYER,
    provider: PROVIDER,
    clocks: form === "FZ-001" ? [] : clocksOf(facts as AidFacts, SHIPPED_CALENDAR, DEFAULT_PARAMETERS),
    parameters: DEFAULT_PARAMETERS,
    number: series === undefined ? null : { text: `（2026）甲援${series}字第8号` },
    templateVersion: shippedVersion(form),
    today: day("2026-03-06"),
    ...more,
  };
};
