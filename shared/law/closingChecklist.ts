import type { AidFacts } from "../dictionary/aidFile.ts";
import type { CodeOf } from "../dictionary/codeList.ts";
import type { AID_FORMS } from "../dictionary/codes/aidForms.ts";
import { isBeforeCourt, isNotified } from "./clockConditions.ts";
import type { ClosingItem, ClosingList } from "./filing.ts";
import type { LawMark } from "./laws.ts";

type AidForm = CodeOf<typeof AID_FORMS>;

/** One paper of the closing file: for which cases, and whether a file without it is sent back (V21). */
export type ClosingRow = {
  readonly item: ClosingItem;
  readonly isMandatory: boolean;
  readonly forms?: readonly AidForm[];
  readonly when?: (facts: AidFacts) => boolean;
  /** Letters of the desk by which the paper is there without anybody ticking it. */
  readonly letters?: readonly string[];
  readonly mark: LawMark;
};

const CRIMINAL: readonly AidForm[] = ["CRIM_DEFENCE", "CRIM_AGENCY"];
const isApplied = (facts: AidFacts): boolean => !isNotified(facts);
const isTested = ({ track }: AidFacts): boolean =>
  track === "T1_VERIFY" || track === "T2_PLEDGE" || track === "T3_EXEMPT42";
const isEndedByTermination = ({ terminationEffectiveOn }: AidFacts): boolean =>
  terminationEffectiveOn !== undefined;
const ranToTheEnd = (facts: AidFacts): boolean => !isEndedByTermination(facts);
/** Aid that ended before anybody was assigned, or before the agreement, leaves no papers of what never was. */
const wasHandled = (facts: AidFacts): boolean => ranToTheEnd(facts) || facts.assignedAt !== undefined;
const wasRetained = (facts: AidFacts): boolean =>
  isApplied(facts) && (ranToTheEnd(facts) || facts.agreementSignedOn !== undefined);
/** Emergency aid whose application was withdrawn was never examined to a decision. */
const wasDecided = (facts: AidFacts): boolean =>
  isApplied(facts) && (facts.decision !== undefined || facts.emergencyAt === undefined);
const readsFile = (facts: AidFacts): boolean =>
  ranToTheEnd(facts) && (facts.proceduralStage === "ST_PROSEC" || isBeforeCourt(facts));

/**
 * The closing file by kind of aid and stage (parts A–F). Composed from local excerpts and annex titles: the
 * national annex was not read, so every row carries its mark and a bureau may hold another table.
 */
// biome-ignore format: a table is read by columns
export const CLOSING_CHECKLIST: readonly ClosingRow[] = [
  { item: "CI_ENTRY",     isMandatory: true,  mark: "V2", letters: ["FZ-002"] },
  { item: "CI_IDENTITY",  isMandatory: true,  mark: "V2", when: isApplied },
  { item: "CI_MEANS",     isMandatory: true,  mark: "V2", when: isTested, letters: ["FZ-004"] },
  { item: "CI_EXAM",      isMandatory: true,  mark: "V2", when: wasDecided, letters: ["FZ-008"] },
  { item: "CI_DECISION",  isMandatory: true,  mark: "V2", when: isApplied, letters: ["FZ-009", "FZ-010"] },
  { item: "CI_ASSIGN",    isMandatory: true,  mark: "V2", when: wasHandled, letters: ["FZ-011"] },
  { item: "CI_AGREEMENT", isMandatory: true,  mark: "V2", when: wasRetained, letters: ["FZ-012"] },
  { item: "CI_ORGAN",     isMandatory: true,  mark: "V2", when: (facts) => isNotified(facts) && wasHandled(facts), letters: ["FZ-013"] },
  { item: "CI_MEETING",   isMandatory: true,  mark: "V2", when: ranToTheEnd },
  { item: "CI_READING",   isMandatory: true,  mark: "V2", forms: CRIMINAL, when: readsFile },
  { item: "CI_OPINION",   isMandatory: true,  mark: "V2", forms: [...CRIMINAL, "CIVIL_LIT", "ADMIN_LIT", "STATE_COMP", "LABOUR_MED_ARB"], when: ranToTheEnd },
  { item: "CI_RESULT",    isMandatory: true,  mark: "V2", when: ranToTheEnd },
  { item: "CI_LOG",       isMandatory: true,  mark: "V2", when: wasHandled, letters: ["FZ-014"] },
  { item: "CI_REPORT",    isMandatory: true,  mark: "V2", letters: ["FZ-021"] },
  { item: "CI_VISIT",     isMandatory: false, mark: "V2", letters: ["FZ-032"] },
];

/** The rows that concern this case, in the order of the file. */
export const closingRowsFor = (
  facts: AidFacts,
  table: readonly ClosingRow[] = CLOSING_CHECKLIST,
): readonly ClosingRow[] =>
  table.filter(
    ({ forms, when }) =>
      (forms === undefined || (facts.aidForm !== undefined && forms.includes(facts.aidForm))) &&
      (when === undefined || when(facts)),
  );

/** Mandatory papers that are neither ticked nor issued by the desk (V21); empty when the file is complete. */
export const missingFromClosing = (
  facts: AidFacts,
  table: readonly ClosingRow[] = CLOSING_CHECKLIST,
): readonly ClosingItem[] => {
  const { closingItems = [], letters: issued = [] } = facts;
  const isThere = ({ item, letters = [] }: ClosingRow): boolean =>
    closingItems.includes(item) || issued.some(({ form }) => form !== undefined && letters.includes(form));
  return closingRowsFor(facts, table)
    .filter((row) => row.isMandatory && !isThere(row))
    .map(({ item }) => item);
};

/**
 * The bureau's list as rows: its papers in its order, each with what the product knows of the letter that is it. A
 * condition of the shipped row still holds, so that nobody is asked for a paper the track does not have.
 */
export const closingRowsOf = ({ mandatory, optional }: ClosingList): readonly ClosingRow[] => {
  const rowFor =
    (isMandatory: boolean) =>
    (item: ClosingItem): ClosingRow => {
      const { forms: _, ...shipped } = CLOSING_CHECKLIST.find((row) => row.item === item) ?? {
        item,
        mark: "D",
      };
      return { ...shipped, item, isMandatory };
    };
  return [...mandatory.map(rowFor(true)), ...optional.map(rowFor(false))];
};
