import { fileObjection } from "./objections.ts";
import { type AssignedCase, type Course, nextCourse } from "./story.ts";
import type { Subject } from "./teller.ts";

/** How far a reported ground of termination goes. */
export type TerminationEnd = "effective" | "revoked" | "dismissed";

/** Grounds of 法律援助法第四十八条 as they occur; changed means end only aid that a means test opened. */
const GROUNDS = [
  { name: "TM48_1", weight: 1 },
  { name: "TM48_6", weight: 6 },
  { name: "TM48_7", weight: 6 },
  { name: "TM48_1", weight: 0.5 },
  { name: "TM48_5", weight: 4 },
  { name: "TM48_2", weight: 1 },
] as const satisfies readonly Course[];

const PENALTIES = [
  { name: "paid", weight: 1 },
  { name: "dropped", weight: 2 },
] as const satisfies readonly Course[];

const DECISION = {
  terminationText: "具有法定终止情形，决定终止法律援助。",
  terminationRemedy: "可以向甲县司法局法治与复议科提出异议（《法律援助法》第四十九条）。",
} as const;

/** Aid obtained by fraud is a lead for the bureau, outside the file (法律援助法第六十四条). */
const openLead = ({ kit, tell, id: fileId }: AssignedCase, ground: string): void => {
  const subject = { t: "penaltyLead", id: kit.chance.id() };
  const after = tell.branch();
  const course = nextCourse(kit, "penalties", PENALTIES).name;
  after.wait(2);
  after.open("li", subject, { fileId, ground, summary: "受援人隐瞒房产和存款。" });
  after.step("li", subject, { name: "openLead" });
  after.wait(15);
  if (course === "dropped") {
    after.step("li", subject, { name: "dropLead", facts: { dropReason: "情节轻微，已主动支付费用。" } });
    return;
  }
  after.step("li", subject, {
    name: "imposePenalty",
    facts: {
      decisionNo: `甲司罚〔${after.today().slice(0, 4)}〕${kit.chance.whole(1, 99)}号`,
      decidedOn: after.today(),
      costFen: 120_000,
      fineFen: 100_000,
    },
  });
  after.wait(10);
  after.step("li", subject, { name: "recordPayment", facts: { paidOn: after.today() } });
};

/** The ground is reported and verified; answers which it was. */
const report = ({ kit, tell, clerk, examiner }: AssignedCase, subject: Subject): string => {
  const ground = nextCourse(kit, "terminations", GROUNDS).name;
  tell.step(clerk, subject, {
    name: "reportTermination",
    facts: { terminationReason: ground, terminationReport: "承办人员报告终止情形。" },
  });
  tell.wait(2);
  tell.step(examiner, subject, {
    name: "verifyTermination",
    facts: {
      terminationEvidence: "已调取有关材料核实。",
      terminationDocument: "有关材料一份",
      recipientHeardOn: tell.today(),
      recipientStatement: "受援人无异议。",
    },
  });
  tell.wait(1);
  return ground;
};

/** From the report to the end of the aid; answers whether the aid is over. */
export const terminate = (story: AssignedCase, ends: TerminationEnd): boolean => {
  const { tell, clerk, head, id, who } = story;
  const subject = { t: "aidFile", id };
  const ground = report(story, subject);
  if (ends === "dismissed") {
    tell.step(head, subject, {
      name: "dismissTermination",
      facts: { terminationEndReason: "情形不成立，继续提供援助。" },
    });
    return false;
  }
  tell.step(head, subject, { name: "terminate", facts: DECISION });
  tell.wait(1);
  tell.step(clerk, subject, { name: "serveTermination", facts: { terminationServedOn: tell.today() } });
  if (ends === "revoked") {
    const objectionId = fileObjection(story, {
      against: "TERMINATION",
      ends: "corrected",
      objector: who.name,
    });
    tell.wait(1);
    tell.step(head, subject, {
      name: "revokeTermination",
      facts: { objectionId, terminationEndReason: "依异议审查意见撤销终止决定。" },
    });
    return false;
  }
  if (ground === "TM48_1") openLead(story, ground);
  tell.wait(10);
  tell.step(clerk, subject, {
    name: "makeTerminationEffective",
    facts: { terminationEffectiveOn: tell.today() },
  });
  return true;
};
