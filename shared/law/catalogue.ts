import type { AidFacts } from "../dictionary/aidFile.ts";
import { codeLabel } from "../dictionary/codeList.ts";
import { DOCUMENT_FORMS } from "../dictionary/codes/documentForms.ts";
import { CLOSING_ITEMS } from "../dictionary/codes/yearCodes.ts";
import { CLOSING_CHECKLIST, type ClosingRow, closingRowsFor } from "./closingChecklist.ts";

/** The sheet on which later remarks and corrections are noted stands last in every file. */
const NOTE_SHEET = "备考表";

const ENTRY = "CI_ENTRY";

/**
 * The titles of a file's catalogue in the order of its checklist: letters the desk issued, papers that were ticked, and
 * behind the application what was handed in with it. Pages are counted by the archivist.
 */
export const catalogueOf = (
  facts: AidFacts,
  table: readonly ClosingRow[] = CLOSING_CHECKLIST,
): readonly string[] => {
  const { letters: issued = [], closingItems = [], materials = [] } = facts;
  const forms = [...new Set(issued.flatMap(({ form }) => form ?? []))];
  const rows = closingRowsFor(facts, table);
  const titleOf = (form: string): string => codeLabel(DOCUMENT_FORMS, form, "zh");
  const known = new Set(rows.flatMap(({ letters = [] }) => letters));
  const inOrder = rows.flatMap(({ item, letters = [] }) => {
    const own = forms.filter((form) => letters.includes(form)).map(titleOf);
    const ticked =
      own.length === 0 && closingItems.includes(item) ? [codeLabel(CLOSING_ITEMS, item, "zh")] : [];
    const handedIn = item === ENTRY ? materials.flatMap(({ title }) => title ?? []) : [];
    return [...own, ...ticked, ...handedIn];
  });
  const others = forms.filter((form) => !known.has(form)).map(titleOf);
  return [...new Set([...inOrder, ...others, NOTE_SHEET])];
};
