import type { EntityType } from "../dictionary/entities.ts";
import type { Role } from "./stepRule.ts";

const DESK_WORK: readonly Role[] = ["CLERK", "EXAMINER", "HEAD"];
const REGISTERS: readonly Role[] = ["CLERK", "HEAD", "SYSADMIN"];

/**
 * Who may record free facts on each kind of record. Devices and grants are written by the center alone; a ledger
 * entry takes no free facts at all, only its steps.
 */
// biome-ignore format: a table is read by columns
export const WRITERS: Readonly<Record<EntityType, readonly Role[]>> = {
  aidFile:      DESK_WORK,
  consultation: DESK_WORK,
  lawyer:       REGISTERS,
  provider:     REGISTERS,
  organ:        REGISTERS,
  staff:        ["SYSADMIN"],
  bureau:       ["SYSADMIN", "HEAD"],
  objection:    ["BUREAU", "CLERK"],
  transfer:     ["CLERK", "EXAMINER", "HEAD", "DUTYLAWYER"],
  cooperation:  DESK_WORK,
  verification: DESK_WORK,
  penaltyLead:  ["BUREAU"],
  dutyStation:  REGISTERS,
  dutyShift:    ["CLERK", "HEAD"],
  dutyRequest:  ["DUTYLAWYER", "CLERK", "HEAD"],
  dutyService:  ["DUTYLAWYER", "CLERK", "HEAD"],
  complaint:    ["BUREAU"],
  quality:      ["QC"],
  subsidyStandard: ["FINANCE", "HEAD", "SYSADMIN"],
  subsidyClaim: ["FINANCE", "CLERK"],
  fundEntry:    [],
  donation:     ["FINANCE", "HEAD"],
  commendation: ["HEAD", "BUREAU"],
  archiveFile:  ["ARCHIVE"],
  look:         [],
  exportApproval: [],
  samePerson:   [],
  statPeriod:   [],
  template:     [],
  device:       [],
  grant:        [],
  numberVoid:   [],
  epoch:        [],
  hold:         [],
  publication:  [],
};

/** Fields that fewer people write than the record itself. */
const FIELD_WRITERS: Partial<Readonly<Record<EntityType, Readonly<Record<string, readonly Role[]>>>>> = {
  aidFile: { confidants: ["HEAD"] },
};

/** Whether somebody with `roles` may write field `f`, beyond being a writer of the record: the head names confidants. */
export const mayWriteField = (t: string, f: string, roles: readonly Role[]): boolean => {
  const wanted = Object.hasOwn(FIELD_WRITERS, t) ? FIELD_WRITERS[t as EntityType]?.[f] : undefined;
  return wanted === undefined || wanted.some((role) => roles.includes(role));
};

/** Whether somebody with `roles` may record free facts on records of kind `t`; unknown kinds are refused. */
export const mayWrite = (t: string, roles: readonly Role[]): boolean =>
  Object.hasOwn(WRITERS, t) && WRITERS[t as EntityType].some((role) => roles.includes(role));

/** Kinds of record that are kept from most of the desk; every other kind may be read by whoever signs in. */
const READERS: Partial<Readonly<Record<EntityType, readonly Role[]>>> = {
  penaltyLead: ["BUREAU", "AUDITOR"],
  look: ["HEAD", "AUDITOR", "SYSADMIN"],
};

/** Whether somebody with `roles` may see records of kind `t` (a penalty lead is kept outside the case file). */
export const mayRead = (t: string, roles: readonly Role[]): boolean => {
  const readers = Object.hasOwn(READERS, t) ? READERS[t as EntityType] : undefined;
  return readers === undefined || readers.some((role) => roles.includes(role));
};

/** Stages from which on a record is only read: a filed record is corrected by an appended sheet (《档案法》). */
const FILED: Readonly<Record<string, readonly string[]>> = {
  closing: ["archived"],
  archive: ["filed", "transferred", "appraised", "extended", "destroyed"],
  destruction: ["destroyed"],
};

/** True for a record that was filed and takes no free facts any more, nor steps of other lanes than the one that filed it. */
export const isFiled = (
  { stages }: { readonly stages: Readonly<Record<string, string>> },
  ownLane?: string,
): boolean =>
  Object.entries(FILED).some(([lane, filed]) => lane !== ownLane && filed.includes(stages[lane] ?? ""));
