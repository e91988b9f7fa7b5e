import type { AidFacts } from "../dictionary/aidFile.ts";
import type { ComplaintFacts, QualityFacts } from "../dictionary/complaint.ts";
import { refuse } from "../kernel/result.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { type Check, fine, refuseIf } from "./check.ts";

const CMP = "《法律援助投诉处理办法》";
const LAL_59 = "《法律援助法》第57条、第59条";

/** What is missing is asked for once; the earlier request stays in the record. */
const askedOnce: Check = ({ before }) =>
  refuseIf(before.facts.missingText !== undefined, ["second-notice", CMP, "missingText"]);

/** A repeated complaint joins one that is itself not joined to another. */
const mergeable: Check = ({ after, scene }) => {
  const into = scene.law.related?.mergedInto;
  if (into === undefined || into.id !== after.facts.mergedInto) return refuse("not-found", CMP, "mergedInto");
  const stage = into.stages.complaint;
  const fits = into.t === "complaint" && into.id !== after.id && stage !== undefined && stage !== "merged";
  return refuseIf(!fits, ["value-invalid", CMP, "mergedInto"]);
};

/** Whoever investigates is not the respondent and not of the unit complained about (a design rule). */
const investigatorApart: Check = ({ after, scene: { actor, law } }) => {
  const { respondentId } = after.facts as ComplaintFacts;
  if (respondentId === actor.id) return refuse("recusal", CMP, "investigatorId");
  const isOfAgency = law.bureau.deptName !== undefined && actor.section === law.bureau.deptName;
  return refuseIf(isOfAgency, ["same-section", CMP, "investigatorId"]);
};

/** The reviewer handled nothing here and sits in another firm. */
const independentQuality: Check = ({ after, scene }) => {
  const { fileId, reviewerLawyerId, reviewerProviderId } = after.facts as QualityFacts;
  const file = scene.law.related?.fileId;
  if (file === undefined || file.id !== fileId) return refuse("not-found", LAL_59, "fileId");
  const { lawyerId, providerId } = file.facts as AidFacts;
  const isHandler = lawyerId !== undefined && [reviewerLawyerId, scene.actor.id].includes(lawyerId);
  const isOfFirm = providerId !== undefined && reviewerProviderId === providerId;
  if (isHandler) return refuse("recusal", LAL_59, "reviewerLawyerId");
  return refuseIf(isOfFirm, ["recusal", LAL_59, "reviewerProviderId"]);
};

/** No line scores more than it may, and the total is the sum of the lines. */
const scoresAdd: Check = ({ after }) => {
  const { scores = [], total } = after.facts as QualityFacts;
  const isOver = scores.some(({ score = 0, max = 0 }) => score > max);
  if (isOver) return refuse("value-invalid", LAL_59, "scores");
  if (scores.length === 0) return fine;
  const sum = scores.reduce((all, { score = 0 }) => all + score, 0);
  return refuseIf(total !== sum, ["value-invalid", LAL_59, "total"]);
};

/** Checks of complaints and quality reviews. */
export const COMPLAINT_CHECKS = {
  askedOnce,
  mergeable,
  investigatorApart,
  independentQuality,
  scoresAdd,
} as const satisfies Partial<Readonly<Record<RecordCheckName, Check>>>;
