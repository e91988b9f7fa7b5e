import type { ArchiveFileFacts } from "../dictionary/archiveFile.ts";
import type { BureauFacts } from "../dictionary/registers.ts";
import { plusYears, yearOf } from "../kernel/day.ts";
import { dayOf } from "../kernel/instant.ts";
import { refuse } from "../kernel/result.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { type Check, fine, refuseIf } from "./check.ts";

const ARCHR_19 = "《档案法实施条例》第19条";
const ARCHR_20 = "《档案法实施条例》第20条";
const ARCHR_24 = "《档案法实施条例》第24条";

/** Kept for ever, or for the years of the approved schedule; where the bureau has entered it, exactly by it. */
const retentionKnown: Check = ({ after, scene }) => {
  const {
    isPermanent = false,
    retentionYears = 0,
    retentionDocNo,
    category,
  } = after.facts as ArchiveFileFacts;
  const approved = category && scene.law.parameters.retentions[category];
  if (!isPermanent && retentionYears === 0) return refuse("facts-missing", ARCHR_19, "retentionYears");
  if (approved === undefined) return fine;
  const years = isPermanent ? 0 : retentionYears;
  if (isPermanent !== approved.isPermanent || years !== approved.years)
    return refuse("value-invalid", ARCHR_19, "retentionYears");
  return refuseIf(retentionDocNo !== approved.docNo, ["value-invalid", ARCHR_19, "retentionDocNo"]);
};

/** The retention, extensions included, is over. */
const retentionOver: Check = ({ after, scene }) => {
  const { isPermanent, retentionYears = 0, extendedYears = 0, closedOn } = after.facts as ArchiveFileFacts;
  const isKept =
    isPermanent === true ||
    closedOn === undefined ||
    dayOf(scene.now) <= plusYears(closedOn, retentionYears + extendedYears);
  return refuseIf(isKept, ["stage-forbids", ARCHR_24, "retentionYears"]);
};

/** A case that ran over the New Year is filed under the year in which it was closed. */
const archiveYear: Check = ({ after }) => {
  const { year, closedOn } = after.facts as ArchiveFileFacts;
  const isOther = closedOn !== undefined && year !== yearOf(closedOn);
  return refuseIf(isOther, ["value-invalid", "《档案法》第14条", "year"]);
};

const ENDED: ReadonlySet<string> = new Set(["passed", "failed", "archived"]);
const NO_CASE: ReadonlySet<string> = new Set([
  "denied",
  "referred",
  "withdrawn",
  "withdrawnDeemed",
  "withdrawnByOrgan",
  "forwarded",
]);

/**
 * The case is over: its closing file was reviewed, or it ended before anybody was assigned. A paper file of a case that
 * this desk never had is archived as it is.
 */
const caseClosed: Check = ({ after, scene }) => {
  const file = scene.law.related?.fileId;
  if (file === undefined || file.id !== after.facts.fileId || Object.keys(file.stages).length === 0)
    return fine;
  const { application = "", notice = "", assignment, closing = "" } = file.stages;
  const isNoCase = assignment === undefined && (NO_CASE.has(application) || NO_CASE.has(notice));
  return refuseIf(!ENDED.has(closing) && !isNoCase, ["stage-forbids", "《法律援助法》第50条", "closing"]);
};

/** Extended years are counted together from the first end on; the new end lies ahead, or nothing was extended. */
const keptLonger: Check = ({ after, scene }) => {
  const { retentionYears = 0, extendedYears = 0, closedOn } = after.facts as ArchiveFileFacts;
  const isOver =
    closedOn !== undefined && plusYears(closedOn, retentionYears + extendedYears) <= dayOf(scene.now);
  return refuseIf(isOver, ["value-invalid", ARCHR_24, "extendedYears"]);
};

/** County files go to the county archives after the years of the rules, not before (a parameter, ten unless changed). */
const transferDue: Check = ({ after, scene }) => {
  const { closedOn, transferredOn } = after.facts as ArchiveFileFacts;
  const { archiveTransferYears } = scene.law.parameters;
  const isEarly =
    closedOn === undefined ||
    transferredOn === undefined ||
    transferredOn < plusYears(closedOn, archiveTransferYears);
  return refuseIf(isEarly, ["stage-forbids", ARCHR_20, "transferredOn"]);
};

/** Only a designated department becomes a center. */
const isDesignated: Check = ({ after }) => {
  const { kind } = after.facts as BureauFacts;
  return refuseIf(kind !== "DESIGNATED_DEPT", ["stage-forbids", "《法律援助法》第12条", "kind"]);
};

/** Checks of the archive and of the agency itself. */
export const ARCHIVE_CHECKS = {
  retentionKnown,
  archiveYear,
  caseClosed,
  keptLonger,
  retentionOver,
  transferDue,
  isDesignated,
} as const satisfies Partial<Readonly<Record<RecordCheckName, Check>>>;
