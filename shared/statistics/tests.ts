import { AID_FORMS } from "../dictionary/codes/aidForms.ts";
import type { Clock } from "../law/clock.ts";
import type { StatRecord } from "./statRecord.ts";

/** What a named test looks at: the record, and its clocks when somebody asks for them. */
export type Tested = { readonly record: StatRecord; readonly clocks: () => readonly Clock[] };

const isCase = ({ record: { facts } }: Tested): boolean => {
  const form = AID_FORMS[facts.aidForm as keyof typeof AID_FORMS];
  return form === undefined || form.isCase;
};

const LITIGATION: ReadonlySet<unknown> = new Set([
  "CRIM_DEFENCE",
  "CRIM_AGENCY",
  "CIVIL_LIT",
  "ADMIN_LIT",
  "STATE_COMP",
]);

const fen = (record: StatRecord, f: string): number | undefined => {
  const value = record.facts[f];
  return typeof value === "number" ? value : undefined;
};

/** Awarded in full, in part or not at all, of what was claimed; nobody is asked again at closing what the sums say. */
const award = ({ record }: Tested): "full" | "part" | "none" | undefined => {
  const [claimed, awarded] = [fen(record, "claimedFen"), fen(record, "awardedFen")];
  if (claimed === undefined || claimed === 0 || awarded === undefined) return undefined;
  if (awarded >= claimed) return "full";
  return awarded > 0 ? "part" : "none";
};

const within = ({ clocks }: Tested, id: string): boolean =>
  clocks().some((clock) => clock.id === id && clock.metAt !== undefined && clock.breach === "none");
const late = ({ clocks }: Tested, ids: readonly string[]): boolean =>
  clocks().some((clock) => ids.includes(clock.id) && clock.metAt !== undefined && clock.breach !== "none");

const HOURS_24: readonly string[] = ["TRF-DETAINEE-24H", "TRF-DUTYLAWYER-24H", "TRF-MPS-24H", "TRF-SPP-24H"];

/** Conditions that plain clauses cannot say. */
export const TESTS = {
  isCase,
  isDraft: ({ record }) => record.facts.aidForm === "DRAFT",
  isLitigation: ({ record }) => LITIGATION.has(record.facts.aidForm),
  isApplication: ({ record }) => record.stages.application !== undefined,
  isGroup: ({ record: { facts } }) => Array.isArray(facts.coApplicants) && facts.coApplicants.length > 0,
  isMandatory: ({ record: { facts } }) =>
    facts.noticeKind === "REPRESENTATION" || /^N25_[1-7]$/u.test(String(facts.noticeGround)),
  isFullAward: (tested) => award(tested) === "full",
  isPartAward: (tested) => award(tested) === "part",
  isNoAward: (tested) => award(tested) === "none",
  isProbation: ({ record: { facts } }) => facts.isProbation === true,
  examinedIn7Days: (tested) => within(tested, "EXM-7D"),
  noticeLate: (tested) => late(tested, ["NTF-ORGAN-3D", "NTF-COMPMED-3D"]),
  transferLate: (tested) => late(tested, HOURS_24),
  atPlea: ({ record }) =>
    record.facts.pleaSignedAt !== undefined ||
    (Array.isArray(record.facts.kinds) && record.facts.kinds.includes("DH_PLEDGE")),
} as const satisfies Record<string, (tested: Tested) => boolean>;

/** The name of a test. */
export type TestName = keyof typeof TESTS;
