import type { CaseStory } from "./story.ts";

/** How an objection ends. */
export type ObjectionEnd = "maintained" | "corrected" | "objectionEnds";
type Attack = {
  readonly against: "DENIAL" | "TERMINATION";
  readonly ends: ObjectionEnd;
  readonly objector: string;
};

const REVIEWER = "li";
const REMEDY = "对维持决定不服的，可以依法申请行政复议或者提起行政诉讼。";

const RESULTS = {
  corrected: {
    name: "correct",
    facts: { reasonText: "原决定认定事实不清。", orderText: "责令改正并重新作出决定。" },
  },
  maintained: {
    name: "maintain",
    facts: { reasonText: "原决定事实清楚，适用法律正确。", remedyText: REMEDY },
  },
} as const;

/** The remedies after a maintained decision: reconsideration, then the court. */
const goOn = ({ tell }: CaseStory, subject: { readonly t: string; readonly id: string }): void => {
  tell.wait(8);
  tell.step(REVIEWER, subject, {
    name: "askReconsideration",
    facts: { arOrgan: "甲县人民政府", arFiledOn: tell.today() },
  });
  tell.wait(4);
  tell.step(REVIEWER, subject, { name: "admitReconsideration", facts: { arAdmittedOn: tell.today() } });
  tell.wait(30);
  tell.step(REVIEWER, subject, {
    name: "receiveReconsideration",
    facts: { arReceivedOn: tell.today(), arOutcome: "维持原决定。" },
  });
  tell.wait(6);
  tell.step(REVIEWER, subject, {
    name: "sue",
    facts: { suedOn: tell.today(), courtCaseNo: "（2026）行初1号（虚构）" },
  });
  tell.wait(40);
  tell.step(REVIEWER, subject, { name: "endSuit", facts: { suitOutcome: "撤销维持决定。" } });
  tell.step(REVIEWER, subject, {
    name: "overturn",
    facts: { overturnedOn: tell.today(), orderText: "由原机构重新作出决定。" },
  });
};

/**
 * An objection against a refusal or a termination, reviewed by the bureau within five days (法律援助法第四十九条).
 * Answers with its id; the story's clock stands where the result was served.
 */
export const fileObjection = (story: CaseStory, { against, ends, objector }: Attack): string => {
  const { kit, tell, clerk, id: fileId } = story;
  const subject = { t: "objection", id: kit.chance.id() };
  const servedOn = tell.today();
  tell.wait(kit.chance.whole(2, 7));
  tell.open(clerk, subject, {
    fileId,
    against,
    objectorName: objector,
    objectorAs: "SELF",
    grounds: "认为原决定认定事实有误。",
    decisionServedOn: servedOn,
  });
  tell.step(clerk, subject, { name: "fileObjection" });
  tell.wait(1);
  if (ends === "objectionEnds") {
    tell.step(clerk, subject, { name: "withdrawObjection", facts: { withdrawalReason: "异议人书面撤回。" } });
    return subject.id;
  }
  tell.step(REVIEWER, subject, { name: "beginReview" });
  tell.wait(kit.chance.whole(1, 2));
  tell.step(REVIEWER, subject, RESULTS[ends]);
  tell.wait(1);
  tell.step(REVIEWER, subject, { name: "serveObjection", facts: { servedOn: tell.today() } });
  const after = tell.branch();
  const isLitigated = ends === "maintained" && against === "DENIAL" && !kit.told.has("litigated");
  if (isLitigated) {
    kit.told.set("litigated", 1);
    goOn({ ...story, tell: after }, subject);
  }
  after.wait(1);
  after.step(REVIEWER, subject, { name: "closeObjection" });
  return subject.id;
};
