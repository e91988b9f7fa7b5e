import type { AidFacts } from "../dictionary/aidFile.ts";
import type { BureauFacts, LawyerFacts, ProviderFacts, StaffFacts } from "../dictionary/registers.ts";
import type { Day } from "../kernel/day.ts";
import type { Clock } from "../law/clock.ts";
import { PROVISIONAL_NUMBER } from "../law/letterChecks.ts";
import type { Parameters } from "../law/parameters.ts";
import type { RecordView } from "../ops/view.ts";

/** A number taken for the letter. A provisional one (`isProvisionalNumber`) is never printed (V29). */
export type LetterNumber = { readonly text: string };

/** Everything a letter is made of. Nothing else enters it: no clock, no machine, no look-up. */
export type LetterScene = {
  readonly view: RecordView;
  readonly bureau: BureauFacts;
  /** Staff records by id: whoever received, examined, decided or assigned. */
  readonly staff: Readonly<Record<string, StaffFacts>>;
  /** The person assigned and their unit, once there is an assignment. */
  readonly lawyer?: LawyerFacts;
  readonly provider?: ProviderFacts;
  /** Names of lawyers and units by id, for references that are no staff. */
  readonly names?: Readonly<Record<string, string>>;
  /** Records the letter's own refers to, by the fact that holds their id: the file of an objection, and so on. */
  readonly related?: Readonly<Record<string, Pick<RecordView, "id" | "facts">>>;
  /** All records a ledger lists: the duty services of one month at every station. */
  readonly peers?: readonly Pick<RecordView, "id" | "facts">[];
  /** Which month (`2026-06`) or which issued copy (its place in the list) is meant; "" where the form alone says it. */
  readonly about?: string;
  /** The clocks of this file, from `clocksOf`. */
  readonly clocks: readonly Clock[];
  readonly parameters: Parameters;
  readonly number: LetterNumber | null;
  /** The template that will be merged; its version is printed at the foot of every page. */
  readonly templateVersion: string;
  readonly today: Day;
};

/** The facts of the file the letter is about. A consultation has none of these names in common but the person's. */
export const aidFactsOf = ({ view }: LetterScene): AidFacts => view.facts as AidFacts;

/** The facts of the aid file the letter's record belongs to; none where the letter is about the file itself. */
export const fileFactsOf = ({ related }: LetterScene): AidFacts => (related?.fileId?.facts ?? {}) as AidFacts;

/** What people call whoever or whatever an id names: staff, lawyer, unit. Undefined when nobody here knows it. */
export const nameOf = ({ staff, names }: LetterScene, id: unknown): string | undefined =>
  typeof id === "string" ? (staff[id]?.name ?? names?.[id]) : undefined;

/** True for a number that a desk gave itself while it had no block of official ones: `临-desk-n`. */
export const isProvisionalNumber = (text: string): boolean => text.startsWith(PROVISIONAL_NUMBER);
