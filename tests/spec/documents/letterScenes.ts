import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { LetterScene } from "../../../shared/documents/letterScene.ts";
import { type LetterForm, letterOf } from "../../../shared/documents/letters.ts";
import { shippedVersion } from "../../../shared/documents/templates.ts";
import { day } from "../../../shared/kernel/day.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { APPLIED, BUREAU, CONSULTED, DENIED, LAWYER, NOTIFIED, PROVIDER, STAFF } from "./letterPersons.ts";
import { COURSE, RECORDS, RELATED, type Scened, SERVICES } from "./letterRecords.ts";

const file = (facts: AidFacts): Scened => ({ t: "aidFile", facts });

/** Every form with a record that suffices for it. */
const SCENES: Readonly<Record<LetterForm, Scened>> = {
  "FZ-001": { t: "consultation", facts: CONSULTED },
  "FZ-002": file(APPLIED),
  "FZ-003": file(APPLIED),
  "FZ-004": file(APPLIED),
  "FZ-005": file(APPLIED),
  "FZ-006": file(APPLIED),
  "FZ-008": file(APPLIED),
  "FZ-009": file(APPLIED),
  "FZ-010": file(DENIED),
  "FZ-011": file(NOTIFIED),
  "FZ-012": file(APPLIED),
  "FZ-013": file(NOTIFIED),
  "FZ-014": file(COURSE),
  "FZ-015": file(COURSE),
  "FZ-016": file(COURSE),
  "FZ-017": file(COURSE),
  "FZ-018": file(COURSE),
  "FZ-019": file(COURSE),
  "FZ-021": file(COURSE),
  "LA-CLOCKS": file(APPLIED),
  ...RECORDS,
};

/** The facts of the record that suffices for a form. */
export const FACTS = Object.fromEntries(
  Object.entries(SCENES).map(([form, { facts }]) => [form, facts]),
) as Readonly<Record<LetterForm, object>>;

const RECORD_ID: Readonly<Record<string, string>> = { dutyStation: "station-001" };

const viewFor = ({ t }: Scened, facts: object): RecordView => ({
  t,
  id: RECORD_ID[t] ?? "file-0001",
  facts: facts as RecordView["facts"],
  stages: {},
  conflicts: [],
  contested: [],
});

/** The scene of a complete record for a form; `facts` replaces the record's, `more` anything else. */
export const sceneFor = (
  form: LetterForm,
  facts: object = FACTS[form],
  more: Partial<LetterScene> = {},
): LetterScene => {
  const scened = SCENES[form];
  const { numbering, series } = letterOf(form);
  const isFile = scened.t === "aidFile";
  return {
    view: viewFor(scened, facts),
    bureau: BUREAU,
    staff: STAFF,
    names: {
      "lawyer-0001": LAWYER.name ?? "",
      "lawyer-0002": "罗拖延",
      "station-001": "甲县看守所值班律师工作站",
    },
    related: isFile ? {} : RELATED,
    peers: SERVICES,
    about: scened.about ?? "",
    lawyer: LAWYER,
    provider: PROVIDER,
    clocks: isFile ? clocksOf(facts as AidFacts, SHIPPED_CALENDAR, DEFAULT_PARAMETERS) : [],
    parameters: DEFAULT_PARAMETERS,
    number: numbering === "official" ? { text: `（2026）甲援${series}字第8号` } : null,
    templateVersion: shippedVersion(form),
    today: day("2026-03-06"),
    ...more,
  };
};
