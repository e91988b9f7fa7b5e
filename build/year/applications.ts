import { plusDays } from "../../shared/kernel/day.ts";
import type { Facts } from "../demo/registers.ts";
import { assignAndHandle } from "./assignments.ts";
import { openApplication } from "./intake.ts";
import { MATTERS, type MatterRow, REFUSED } from "./matters.ts";
import { fileObjection } from "./objections.ts";
import { type AssignedCase, type CaseStory, type Course, nextCourse } from "./story.ts";
import { sendVerification } from "./transfers.ts";

const REMEDY = "如不服本决定，可以自收到之日起向甲县司法局法治与复议科提出异议（《法律援助法》第四十九条）。";

/** The ways an application may go until it is granted or ends before that. */
// biome-ignore format: a table is read by columns
const COURSES = [
  { name: "granted",         weight: 76 }, { name: "late",            weight: 4 },   { name: "supplemented",   weight: 5 },
  { name: "returned",        weight: 1.5 }, { name: "denied",         weight: 3.5 }, { name: "maintained",     weight: 0.5 },
  { name: "corrected",       weight: 0.4 }, { name: "objectionEnds",  weight: 0.2 }, { name: "withdrawn",      weight: 1.5 },
  { name: "referred",        weight: 1 },   { name: "deemed",         weight: 0.8 }, { name: "regularised",    weight: 1.5 },
  { name: "emergencyEnded",  weight: 0.3 }, { name: "emergencyLapsed", weight: 0.3 }, { name: "draft",         weight: 0.3 },
] as const satisfies readonly Course[];
type CourseName = (typeof COURSES)[number]["name"];

const REFUSED_COURSES: ReadonlySet<CourseName> = new Set([
  "denied",
  "maintained",
  "corrected",
  "objectionEnds",
  "emergencyEnded",
]);

type Application = AssignedCase & { readonly course: CourseName };

const file = ({ id }: { readonly id: string }) => ({ t: "aidFile", id });

const opinion = ({ course }: Application): Facts => {
  const isRefused = REFUSED_COURSES.has(course);
  return {
    recusalChecked: true,
    scopeOk: !isRefused,
    examinationFindings: "材料齐全，事实清楚。",
    opinion: isRefused ? "DENY" : "GRANT",
    opinionText: isRefused ? "不符合法定条件，建议不予援助。" : "符合条件，建议给予法律援助。",
  };
};

const propose = (story: Application): void =>
  story.tell.step(story.examiner, file(story), { name: "propose", facts: opinion(story) });

const supplement = (story: Application): void => {
  const { tell, kit } = story;
  tell.wait(1);
  tell.step(story.examiner, file(story), {
    name: "askForMaterials",
    facts: {
      supplementItems: "与申请事项有关的证明一份",
      supplementServedOn: tell.today(),
      supplementDueOn: plusDays(tell.today(), 10),
    },
  });
  if (story.course === "deemed") return;
  tell.wait(kit.chance.whole(2, 6));
  tell.step(story.examiner, file(story), {
    name: "receiveSupplement",
    facts: { supplementInOn: tell.today() },
  });
};

/** From the receipt to the proposal, with whatever this course meets on the way. */
const examine = (story: Application): void => {
  const { tell, kit, course, examiner, row } = story;
  if (course === "supplemented" || course === "deemed") supplement(story);
  if (course === "deemed") return;
  tell.wait(course === "late" ? kit.chance.whole(7, 9) : kit.chance.whole(1, 3));
  if (row.facts.track === "T1_VERIFY" && kit.chance.isSo(0.6)) {
    tell.step(examiner, file(story), { name: "verify" });
    sendVerification(story);
    tell.wait(1);
  }
  if (course === "late")
    tell.record(examiner, file(story), { lateReason: "核对申请人户籍和用工情况用时较长，已向申请人说明。" });
  propose(story);
  if (course !== "returned") return;
  tell.wait(1);
  tell.step(story.head, file(story), {
    name: "returnProposal",
    facts: { returnReason: "请补充说明管辖依据。" },
  });
  tell.wait(1);
  propose(story);
};

const serve = ({ tell, clerk, id }: CaseStory): void => {
  tell.wait(tell.now().slice(11) < "15:00" ? 0 : 1);
  tell.step(
    clerk,
    { t: "aidFile", id },
    { name: "serveDecision", facts: { decisionServedOn: tell.today() } },
  );
};

const grant = (story: Application): void => {
  const { tell, kit } = story;
  tell.wait(kit.chance.whole(0, 1));
  tell.step(story.head, file(story), {
    name: "grant",
    facts: { reasonText: "申请事项属于法律援助范围，符合给予法律援助的条件。" },
  });
  serve(story);
};

const deny = (story: Application): void => {
  const { tell, row } = story;
  const { reason, reasonText } =
    REFUSED.find((refused) => refused === row) ?? (REFUSED[0] as (typeof REFUSED)[number]);
  tell.wait(1);
  tell.step(story.head, file(story), {
    name: "deny",
    facts: { denialReasons: [reason], reasonText, remedyText: REMEDY },
  });
  serve(story);
};

const withdraw = (story: Application): void => {
  const { tell, course } = story;
  tell.wait(1);
  if (course === "referred") {
    tell.step(story.examiner, file(story), { name: "refer", facts: { referredTo: "乙县法律援助中心" } });
    return;
  }
  tell.step(story.clerk, file(story), {
    name: "withdraw",
    facts: { withdrawalReason: "申请人已与对方和解，书面撤回申请。" },
  });
};

const giveEmergencyAid = (story: Application): void => {
  const { tell } = story;
  tell.wait(0);
  tell.step(story.head, file(story), {
    name: "giveEmergencyAid",
    facts: { emergencyGround: "EM44_2", emergencyReason: "对方正在转移财产，需要立即申请财产保全。" },
  });
};

const refused = (story: Application): void => {
  deny(story);
  const { course, tell } = story;
  if (course === "emergencyEnded") {
    tell.wait(1);
    tell.step(story.head, file(story), {
      name: "endEmergencyAid",
      facts: { withdrawalReason: "申请不予援助，先行提供终止。" },
    });
  }
  if (course !== "maintained" && course !== "corrected" && course !== "objectionEnds") return;
  const objectionId = fileObjection(story, { against: "DENIAL", ends: course, objector: story.who.name });
  if (course !== "corrected") return;
  tell.wait(1);
  tell.step(story.head, file(story), {
    name: "redecide",
    facts: { objectionId, redecisionReason: "依异议审查意见改正，决定给予法律援助。" },
  });
  tell.wait(1);
  tell.step(story.clerk, file(story), {
    name: "serveRedecision",
    facts: { redecisionServedOn: tell.today() },
  });
};

/** What becomes of an application that was received; answers whether somebody is to be assigned. */
const decide = (story: Application): boolean => {
  const { course, tell } = story;
  if (course === "withdrawn" || course === "referred") withdraw(story);
  if (course === "withdrawn" || course === "referred" || course === "draft") return false;
  if (course === "regularised" || course === "emergencyEnded" || course === "emergencyLapsed")
    giveEmergencyAid(story);
  if (course === "emergencyLapsed") {
    tell.wait(20);
    tell.step(story.head, file(story), {
      name: "lapseEmergencyAid",
      facts: { emergencyLapseReason: "受援人未在期限内补办手续。" },
    });
    return false;
  }
  examine(story);
  if (course === "deemed") {
    tell.wait(12);
    tell.step(story.head, file(story), {
      name: "deemWithdrawn",
      facts: { withdrawalReason: "逾期未补充材料，视为撤回申请。" },
    });
    return false;
  }
  if (REFUSED_COURSES.has(course)) refused(story);
  else grant(story);
  return !REFUSED_COURSES.has(course) || course === "corrected";
};

/** The whole life of one application. */
export const application = (story: CaseStory): void => {
  const { kit, tell, clerk } = story;
  const course = nextCourse(kit, "applications", COURSES).name;
  const row: MatterRow = REFUSED_COURSES.has(course)
    ? kit.chance.weigh(REFUSED)
    : nextCourse(kit, "matters", MATTERS);
  const who = kit.persons.person({ ages: row.ages, ...(row.sex !== undefined && { sex: row.sex }) });
  const own: Application = { ...story, row, who, course };
  openApplication(own);
  if (course === "draft") return;
  tell.wait(0);
  tell.step(clerk, file(own), { name: "receive" });
  if (!decide(own)) return;
  assignAndHandle(own);
};
