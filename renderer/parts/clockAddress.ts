import type { EntityType } from "../../shared/dictionary/entities.ts";
import type { DeadlineId } from "../../shared/law/deadlines.ts";
import { hrefTo } from "../ui/route.ts";

/** Between a record and one of its periods in an address; neither ids nor rule names contain it. */
const MARK = "~";

/** The page of a record's clock cards, opened at one period when `rule` names it. */
export const clockHref = (t: EntityType, id: string, rule?: DeadlineId): string =>
  hrefTo("clocks", t, rule === undefined ? id : `${id}${MARK}${rule}`);

/** Reads the last part of such an address: which record, and which period stands first ("" for none). */
export const clockPartOf = (part: string): { readonly id: string; readonly rule: string } => {
  const [id = "", rule = ""] = part.split(MARK);
  return { id, rule };
};
