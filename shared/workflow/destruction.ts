import type { ArchiveFileFacts } from "../dictionary/archiveFile.ts";
import { ENTITIES, type EntityType, isEntityType } from "../dictionary/entities.ts";
import type { Field, FieldKind, Shape } from "../dictionary/field.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { plusYears } from "../kernel/day.ts";
import type { Kept } from "../ops/op.ts";
import type { RecordView } from "../ops/view.ts";
import type { Role } from "./stepRule.ts";

/** Who carries out an approved destruction (《档案法实施条例》第24条). */
export const DESTROYERS: readonly Role[] = ["ARCHIVE", "HEAD"];

/**
 * Kinds of record that are papers of the file and go with it. What has a retention of its own stays: claims and
 * ledger entries are accounting vouchers, complaints and reviews are files of their own.
 */
export const DESTROYED_WITH: readonly EntityType[] = [
  "consultation",
  "transfer",
  "objection",
  "cooperation",
  "verification",
  "samePerson",
];

const KEPT_KINDS: ReadonlySet<FieldKind> = new Set([
  "day",
  "instant",
  "code",
  "codes",
  "flag",
  "whole",
  "ref",
]);
/** Numbers of the register. A court's number is none of ours: it finds the person again. */
const NUMBER = /^(no|applicationNo|caseNo|archiveNo|number[A-Z0-9]+)$/;
/** Open facts that say something of the person and that no figure rests on. */
const OF_PERSON: ReadonlySet<string> = new Set([
  "sex",
  "certType",
  "applyingAs",
  "proxyRelation",
  "hardshipSituation",
]);
/** Sums that figures rest on. */
const SUMS: ReadonlySet<string> = new Set(["claimedFen", "awardedFen", "recoveredFen"]);
/** Lists of which figures count the rows: as many empty ones stay. */
const COUNTED: ReadonlySet<string> = new Set(["coApplicants"]);

const isKept = (f: string, { kind, open }: Field): boolean => {
  if (SUMS.has(f)) return true;
  if (open !== true || OF_PERSON.has(f)) return false;
  return KEPT_KINDS.has(kind) || (kind === "text" && NUMBER.test(f));
};

const keptFact = (f: string, v: Json): Json => (COUNTED.has(f) && Array.isArray(v) ? v.map(() => ({})) : v);

/**
 * The entry that stays of a destroyed record: numbers, days, codes, who handled it, sums and stages, so that register and
 * statistics say the same as before; no name, no text, no paper (《个人信息保护法》第四条: 匿名化).
 */
export const keptOf = ({ t, facts, stages }: Pick<RecordView, "t" | "facts" | "stages">): Kept => {
  const shape: Shape = isEntityType(t) ? ENTITIES[t].shape : {};
  const names = Object.keys(facts).filter((f) => {
    const field = Object.hasOwn(shape, f) ? shape[f] : undefined;
    return field !== undefined && (isKept(f, field) || COUNTED.has(f));
  });
  return { facts: Object.fromEntries(names.map((f) => [f, keptFact(f, facts[f] as Json)])), stages };
};

/** Whether the record is the archived file's own case, or one of the papers that go with it. */
export const belongsTo = (
  { fileId }: ArchiveFileFacts,
  { t, id, facts }: Pick<RecordView, "t" | "id" | "facts">,
): boolean => {
  if (fileId === undefined) return false;
  return t === "aidFile"
    ? id === fileId
    : DESTROYED_WITH.some((each) => each === t) && [facts.fileId, facts.otherFileId].includes(fileId);
};

/** Approved by the head after appraisal, and dated after the end of the schedule's years, extensions included. */
export const mayDestroy = ({ facts, stages }: Pick<RecordView, "facts" | "stages">): boolean => {
  const {
    isPermanent,
    closedOn,
    retentionYears = 0,
    extendedYears = 0,
    destroyedOn,
  } = facts as ArchiveFileFacts;
  if (stages.archive !== "destroyed" || isPermanent === true) return false;
  if (closedOn === undefined || destroyedOn === undefined) return false;
  return destroyedOn > plusYears(closedOn, retentionYears + extendedYears);
};
