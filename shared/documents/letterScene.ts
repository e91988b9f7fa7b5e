import type { AidFacts } from "../dictionary/aidFile.ts";
import type { ConsultationFacts } from "../dictionary/consultation.ts";
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

/** The facts of the consultation the letter is about. */
export const consultationFactsOf = ({ view }: LetterScene): ConsultationFacts =>
  view.facts as ConsultationFacts;

/** True for a number that a desk gave itself while it had no block of official ones: `临-desk-n`. */
export const isProvisionalNumber = (text: string): boolean => text.startsWith(PROVISIONAL_NUMBER);
