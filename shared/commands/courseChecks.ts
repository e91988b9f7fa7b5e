import type { AidFacts } from "../dictionary/aidFile.ts";
import type { ObjectionFacts } from "../dictionary/objection.ts";
import { dayOf } from "../kernel/instant.ts";
import { refuse } from "../kernel/result.ts";
import { closingRowsOf, missingFromClosing } from "../law/closingChecklist.ts";
import { isEmergencyWindow } from "../law/emergency.ts";
import { replacementWarnings } from "../law/replacementWarnings.ts";
import { sourceText } from "../law/sources.ts";
import { endsOnMeansWrongly, missingForTermination, TERMINATION_GUARDS } from "../law/terminationGuards.ts";
import { opensOn } from "../law/waitsFor.ts";
import type { RecordView } from "../ops/view.ts";
import type { CourseCheckName } from "../workflow/stepRule.ts";
import { type Check, fine, isLater, refuseIf } from "./check.ts";
import type { Scene } from "./scene.ts";

const LAL_49 = "《法律援助法》第49条第2款";
const factsOf = (view: RecordView): AidFacts => view.facts as AidFacts;

/** Freely recorded dates that the step certifies lie in the past like the ones it owns (V03). */
const notAhead: Check = ({ after, rule, scene }) => {
  const ahead = rule.needs.find((f) => isLater(after.facts[f], scene));
  return ahead === undefined ? fine : refuse("in-future", "V03", ahead);
};

/** The recipient's time to complete the formalities is over, roll-over included (法律援助法第四十四条第二款). */
const makeUpOver: Check = ({ before, scene }) => {
  const opens = opensOn("makeUpOver", factsOf(before), scene.law);
  const isOpen = opens === null || dayOf(scene.now) < opens;
  return refuseIf(isOpen, ["stage-forbids", "《法律援助法》第44条第2款", "emergencyAt"]);
};

/** An objection to this decision, not to an earlier one that was revoked: it came after the decision was made. */
const isAgainstThis = ({ receivedAt }: ObjectionFacts, { terminatedAt }: AidFacts): boolean =>
  receivedAt === undefined || terminatedAt === undefined || receivedAt >= terminatedAt;

/**
 * The correction of this very decision was ordered: by the bureau (法律援助法第四十九条第二款), or because the decision that
 * maintained it was set aside on reconsideration or in court (第三款).
 */
const orderedToCorrect: Check = ({ after, rule, scene }) => {
  const objection = scene.law.related?.objectionId;
  const facts = (objection?.facts ?? {}) as ObjectionFacts;
  const { fileId, result, against, overturnedOn } = facts;
  const attacked = rule.lane === "termination" ? "TERMINATION" : "DENIAL";
  const isThis = attacked === "DENIAL" || isAgainstThis(facts, factsOf(after));
  const isOrdered =
    objection?.id === after.facts.objectionId &&
    fileId === after.id &&
    (result === "CORRECTED" || overturnedOn !== undefined) &&
    against === attacked &&
    isThis;
  return refuseIf(!isOrdered, ["stage-forbids", LAL_49, "objectionId"]);
};

/** No objection to the termination is pending, and none has overturned it. Needs the objections to be looked up. */
const noOpenObjection: Check = ({ after, scene: { law } }) => {
  if (law.peers === undefined) return refuse("not-found", LAL_49, "objectionId");
  const stands = law.peers.some(({ t, facts, stages }) => {
    const { fileId, against, result, overturnedOn } = facts as ObjectionFacts;
    const isOurs =
      t === "objection" &&
      fileId === after.id &&
      against === "TERMINATION" &&
      isAgainstThis(facts as ObjectionFacts, factsOf(after));
    return (
      isOurs &&
      (result === "CORRECTED" ||
        overturnedOn !== undefined ||
        ["filed", "reviewing"].includes(stages.objection ?? ""))
    );
  });
  return refuseIf(stands, ["stage-forbids", LAL_49, "objectionId"]);
};

/** V17: the papers of the ground, by the table of the eight grounds. */
const groundProved: Check = ({ after }) => {
  const facts = factsOf(after);
  const missing = missingForTermination(facts);
  if (missing === undefined) return fine;
  const ground = facts.terminationReason;
  const source =
    ground === undefined ? "《法律援助法》第48条" : sourceText(TERMINATION_GUARDS[ground].source);
  return refuse("ground-document", source, missing);
};

/** The limitation is on record, and seven days or more remain of it: that ground of emergency aid is not there. */
const isNotUrgent = (
  { emergencyGround, limitationOn, emergencyAt }: AidFacts,
  { now, law }: Scene,
): boolean =>
  emergencyGround === "EM44_1" &&
  limitationOn !== undefined &&
  !isEmergencyWindow(limitationOn, dayOf(emergencyAt ?? now), law.parameters);

/** Whether the lawyer whom the person refused would be assigned once more, before any successor was. */
const isTheRefused = (before: RecordView, after: RecordView): boolean => {
  const { lawyerId, reassignedAt, renotifiedAt } = factsOf(before);
  const isAnswered = reassignedAt !== undefined && renotifiedAt !== undefined && reassignedAt >= renotifiedAt;
  return before.stages.refusal === "renotified" && !isAnswered && lawyerId === factsOf(after).lawyerId;
};

/** Emergency aid whose application came to nothing: it is to be ended, and nobody is assigned to it any more. */
const isFailedEmergency = ({ stages: { application = "", notice } }: RecordView): boolean =>
  notice === undefined && ["denied", "withdrawn", "withdrawnDeemed", "referred"].includes(application);

/** V21: every mandatory paper of the closing file is there. */
const fileComplete: Check = ({ after, scene }) => {
  const facts = factsOf(after);
  const own = facts.aidForm && scene.law.parameters.closingLists[facts.aidForm];
  const [missing] = missingFromClosing(facts, own && closingRowsOf(own));
  return missing === undefined ? fine : refuse("closing-incomplete", "V21（《法律援助法》第50条）", missing);
};

/** Checks of the later lanes of an aid file: what must hold, the refusal, and the rule it rests on. */
// biome-ignore format: a table is read by columns
export const COURSE_CHECKS: Readonly<Record<CourseCheckName, Check>> = {
  notAhead,
  makeUpOver,
  orderedToCorrect,
  noOpenObjection,
  V17: groundProved,
  V18: ({ after }) => refuseIf(endsOnMeansWrongly(factsOf(after)), ["means-test-forbidden", "V18（《法律援助法》第25、32条）", "terminationReason"]),
  V21: fileComplete,
  namesHandler: ({ after: { facts } }) => refuseIf(facts.replacedLawyerId !== facts.lawyerId, ["value-invalid", "《法律援助法》第55条", "replacedLawyerId"]),
  assignedSince: ({ after: { facts } }) => refuseIf(String(facts.reassignedAt ?? "") < String(facts.renotifiedAt ?? ""), ["stage-forbids", "《法律援助法》第36条", "reassignedAt"]),
  urgent: ({ after, scene }) => refuseIf(isNotUrgent(factsOf(after), scene), ["value-invalid", "《法律援助法》第44条第1款第1项", "limitationOn"]),
  nobodyAssigned: ({ after: { facts } }) => refuseIf(facts.assignedAt !== undefined, ["stage-forbids", "《法律援助法》第38条", "assignedAt"]),
  notTerminated: ({ before: { stages } }) => refuseIf(stages.termination === "effective", ["stage-forbids", "《法律援助法》第48条", "termination"]),
  stillAided: ({ before }) => refuseIf(isFailedEmergency(before), ["stage-forbids", "《法律援助法》第44条第2款", "application"]),
  notTheRefused: ({ before, after }) => refuseIf(isTheRefused(before, after), ["value-invalid", "《最高法刑诉解释》第50条", "lawyerId"]),
  successor:    ({ after: { facts } }) => refuseIf(facts.replacedLawyerId !== undefined && facts.replacedLawyerId === facts.lawyerId, ["value-invalid", "《法律援助法》第55条", "lawyerId"]),
  replaces:     ({ after: { facts } }) => refuseIf(facts.replacementResult === "REFUSE", ["value-invalid", "《法律援助法》第55条", "replacementResult"]),
  refusalWarnings: ({ after }) => {
    const [warning] = replacementWarnings(factsOf(after));
    return refuseIf(warning !== undefined && !after.facts.replacementWarnings, ["reason-required", warning === undefined ? "" : sourceText(warning.source), "replacementWarnings"]);
  },
};
