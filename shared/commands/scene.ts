import type { BureauFacts, StaffFacts } from "../dictionary/registers.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Calendar } from "../law/calendar.ts";
import type { Parameters } from "../law/parameters.ts";
import type { AssignmentContext, Candidate } from "../law/qualificationRow.ts";
import type { RecordView } from "../ops/view.ts";
import type { Role } from "../workflow/stepRule.ts";

/** The person acting, as the staff register knows them. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly section: string;
};

/** What the law looks at besides the record: loaded by whoever performs the command. */
export type LawScene = {
  readonly calendar: Calendar;
  readonly parameters: Parameters;
  readonly bureau: BureauFacts;
  /** For an assignment: the person chosen, with everything the conflict search found. Absent elsewhere. */
  readonly assignment?: { readonly candidate: Candidate; readonly context: AssignmentContext };
  /** Records the step refers to, by the name of the fact that holds their id; `lookUpsOf` says which a step needs. */
  readonly related?: Readonly<Record<string, RecordView>>;
  /** All other records a rule must weigh: the objections of a file, the entries of the ledger. Absent: not looked up. */
  readonly peers?: readonly RecordView[];
  /** Aid files, of those the step is about, with an official number that another file holds as well. Absent: not looked up. */
  readonly twiceNumbered?: readonly string[];
  /** Staff by id, where a rule asks for a person's section. */
  readonly staff?: Readonly<Record<string, StaffFacts>>;
};

/** Everything a command may know about the world outside the record: who, when (civil minute at the bureau), and the law's view. */
export type Scene = { readonly actor: Actor; readonly now: Instant; readonly law: LawScene };
