import type { CodeList } from "../dictionary/codeList.ts";
import { AID_FORMS } from "../dictionary/codes/aidForms.ts";
import { APPLICANT_CATEGORIES } from "../dictionary/codes/applicantCategories.ts";
import { CASE_MATTERS } from "../dictionary/codes/caseMatters.ts";
import { CASE_SOURCES } from "../dictionary/codes/caseSources.ts";
import { CLOSING_MODES } from "../dictionary/codes/closingModes.ts";
import { DENIAL_REASONS } from "../dictionary/codes/denialReasons.ts";
import { DUTY_HELP_KINDS } from "../dictionary/codes/dutyHelpKinds.ts";
import { LEDGER_SUBJECTS } from "../dictionary/codes/ledgerSubjects.ts";
import { ORGAN_TYPES } from "../dictionary/codes/organTypes.ts";
import { CHANNELS, PROVIDER_KINDS } from "../dictionary/codes/ours.ts";
import { PERSONNEL_TYPES } from "../dictionary/codes/personnelTypes.ts";
import { PROCEDURAL_STAGES } from "../dictionary/codes/proceduralStages.ts";
import { QUALITY_GRADES } from "../dictionary/codes/qualityGrades.ts";
import { QUALITY_METHODS } from "../dictionary/codes/qualityMethods.ts";
import {
  ADOPTIONS,
  DISPOSITIONS,
  FUNDS,
  OBJECTION_RESULTS,
  TRANSFER_VIAS,
} from "../dictionary/codes/yearCodes.ts";
import type { StatRecord } from "./statRecord.ts";

type Split = { readonly f: string; readonly list: CodeList };

/** By which fact and code list a figure may be broken down. */
// biome-ignore format: a table is read by columns
export const SPLITS = {
  channel:     { f: "channel", list: CHANNELS },
  matter:      { f: "matter", list: CASE_MATTERS },
  categories:  { f: "categories", list: APPLICANT_CATEGORIES },
  source:      { f: "source", list: CASE_SOURCES },
  denial:      { f: "denialReasons", list: DENIAL_REASONS },
  aidForm:     { f: "aidForm", list: AID_FORMS },
  stage:       { f: "proceduralStage", list: PROCEDURAL_STAGES },
  closingMode: { f: "closingMode", list: CLOSING_MODES },
  adoption:    { f: "opinionAdoption", list: ADOPTIONS },
  noticeOrgan: { f: "noticeOrganType", list: ORGAN_TYPES },
  organ:       { f: "organType", list: ORGAN_TYPES },
  via:         { f: "via", list: TRANSFER_VIAS },
  help:        { f: "kinds", list: DUTY_HELP_KINDS },
  objection:   { f: "result", list: OBJECTION_RESULTS },
  disposition: { f: "disposition", list: DISPOSITIONS },
  personnel:   { f: "type", list: PERSONNEL_TYPES },
  provider:    { f: "kind", list: PROVIDER_KINDS },
  fund:        { f: "fund", list: FUNDS },
  subject:     { f: "subject", list: LEDGER_SUBJECTS },
  method:      { f: "method", list: QUALITY_METHODS },
  grade:       { f: "grade", list: QUALITY_GRADES },
} as const satisfies Record<string, Split>;

/** The name of a breakdown. */
export type SplitName = keyof typeof SPLITS;

/** The code under which records without the fact stand. */
export const NO_CODE = "";

/** The codes of a record under a breakdown; `NO_CODE` alone when the fact is not known. */
export const codesOf = ({ facts }: StatRecord, by: SplitName): readonly string[] => {
  const value = facts[SPLITS[by].f];
  const codes = Array.isArray(value) ? value : [value];
  const known = codes.filter((code): code is string => typeof code === "string" && code !== "");
  return known.length === 0 ? [NO_CODE] : known;
};
