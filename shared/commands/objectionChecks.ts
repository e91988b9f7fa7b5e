import type { AidFacts } from "../dictionary/aidFile.ts";
import type { ObjectionFacts } from "../dictionary/objection.ts";
import { daysBetween } from "../kernel/day.ts";
import { dayOf } from "../kernel/instant.ts";
import { refuse } from "../kernel/result.ts";
import { clock } from "../law/clock.ts";
import { reviewerObjection } from "../law/independence.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { type Check, fine, refuseIf, type Taking } from "./check.ts";

const LAL_49 = "《法律援助法》第49条";

/** The file whose decision is attacked, when the desk looked it up and it is the one the objection names. */
const fileOf = ({ after, scene }: Taking) => {
  const file = scene.law.related?.fileId;
  return file?.t === "aidFile" && file.id === after.facts.fileId ? file : undefined;
};

/** There is a served refusal or termination to object to (法律援助法第四十九条第一款). */
const objectable: Check = (taking) => {
  const file = fileOf(taking);
  if (file === undefined) return refuse("not-found", LAL_49, "fileId");
  const { against } = taking.after.facts as ObjectionFacts;
  const stage = against === "DENIAL" ? file.stages.application : file.stages.termination;
  const attacked = against === "DENIAL" ? ["denied"] : ["decided", "served", "effective"];
  return refuseIf(!attacked.includes(stage ?? ""), ["stage-forbids", LAL_49, "against"]);
};

/**
 * The law names no period for filing. Where the bureau has set one, or after a long time, the objection is still taken:
 * somebody states in writing why it came late.
 */
const objectionTime: Check = ({ after, scene: { law } }) => {
  const { receivedAt, decisionServedOn, lateNote } = after.facts as ObjectionFacts;
  if (receivedAt === undefined || decisionServedOn === undefined) return fine;
  const { calendar, parameters } = law;
  const local = parameters.periods["OBJ-FILE-NATIONAL"] ?? 0;
  const run = clock({ rule: "OBJ-FILE-NATIONAL", triggerAt: decisionServedOn, calendar, parameters });
  const isLate =
    local > 0
      ? dayOf(receivedAt) > dayOf(run.legal)
      : daysBetween(decisionServedOn, dayOf(receivedAt)) > parameters.objectionWarnDays;
  return refuseIf(isLate && !lateNote, ["reason-required", LAL_49, "lateNote"]);
};

/**
 * The reviewer is nobody who examined or decided; where a department of the bureau does the agency's work, the
 * reviewer also sits in another section, because the same bureau decides and reviews.
 */
const independentReviewer: Check = (taking) => {
  const { actor, law } = taking.scene;
  const file = fileOf(taking);
  if (file === undefined) return refuse("not-found", LAL_49, "fileId");
  const objection = reviewerObjection({
    reviewerId: actor.id,
    file: file.facts as AidFacts,
    bureau: law.bureau,
    sectionOf: (id) => (id === actor.id ? actor.section : (law.staff?.[id]?.section ?? "")),
  });
  return objection === undefined ? fine : refuse(objection, "内部工作规则：不相容岗位分离", "reviewerId");
};

/** Reconsideration and suit follow a decision that maintained, closed or not (法律援助法第四十九条第三款). */
const wasMaintained: Check = ({ before }) =>
  refuseIf((before.facts as ObjectionFacts).result !== "MAINTAINED", [
    "stage-forbids",
    `${LAL_49}第3款`,
    "result",
  ]);

/** Checks of objections. */
export const OBJECTION_CHECKS = {
  objectable,
  objectionTime,
  independentReviewer,
  wasMaintained,
} as const satisfies Partial<Readonly<Record<RecordCheckName, Check>>>;
