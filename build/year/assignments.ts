import type { Facts } from "../demo/registers.ts";
import { close } from "./closings.ts";
import type { Handler } from "./registers.ts";
import { type AssignedCase, type CaseStory, type Course, nextCourse } from "./story.ts";
import { type TerminationEnd, terminate } from "./terminations.ts";

/** What happens while a case is handled. */
// biome-ignore format: a table is read by columns
const HANDLING_COURSES = [
  { name: "smooth",      weight: 84 }, { name: "refusedFirst", weight: 2 },   { name: "suspended",  weight: 3 },
  { name: "replaced",    weight: 2.5 }, { name: "kept",        weight: 0.6 }, { name: "terminated", weight: 3.5 },
  { name: "termination", weight: 0.5 }, { name: "revoked",     weight: 0.3 }, { name: "lateAssigned", weight: 2 },
  { name: "terminated",  weight: 0.5 },
] as const satisfies readonly Course[];

/** How far the courses with a termination take it. */
const TERMINATIONS: Readonly<Record<string, TerminationEnd>> = {
  terminated: "effective",
  revoked: "revoked",
  termination: "dismissed",
};

/** Eight years before any assignment of the year. */
const LIFE_DEATH_BEFORE = "2016-01-01";

/** Who may act in this case by the fitness rules (Q1–Q3, Q12); conflicts of interest are asked when it comes to it. */
const fitFor = ({ kit, row }: AssignedCase, not?: string): Handler => {
  const isDefence = row.facts.aidForm === "CRIM_DEFENCE" || row.facts.origin === "NOTIFICATION";
  const isMinor = row.facts.noticeGround === "N25_1";
  const isGrave = row.facts.noticeGround === "N25_4";
  const isLitigation = row.needs === "lawyer" || isDefence;
  const fit = kit.registers.handlers.filter(
    ({ id, facts }) =>
      id !== not &&
      facts.status === "ACTIVE" &&
      (!isLitigation || facts.type === "LAWYER") &&
      (!isMinor || facts.isTrainedForMinors === true) &&
      (!isGrave || String(facts.criminalDefenceSince ?? "9999") < LIFE_DEATH_BEFORE),
  );
  return kit.chance.pick(fit);
};

/** What the head states when assigning somebody. */
const assignmentFacts = ({ id, providerId }: Handler): Facts => ({
  lawyerId: id,
  providerId,
  assignReason: "符合法定条件，熟悉此类案件，在办案件较少。",
  assignWarnings: "已核对提示事项，无妨碍。",
});

const file = (story: CaseStory) => ({ t: "aidFile", id: story.id });

const assign = (story: AssignedCase, handler: Handler): void =>
  story.tell.step(story.head, file(story), { name: "assign", facts: assignmentFacts(handler) });

const isNotified = ({ row }: AssignedCase): boolean => row.facts.origin === "NOTIFICATION";

/** Acceptance, agreement and the first meeting. */
const takeUp = (story: AssignedCase): void => {
  const { tell, clerk, kit } = story;
  tell.wait(0);
  tell.step(clerk, file(story), { name: "accept" });
  tell.wait(kit.chance.whole(1, 3));
  if (!isNotified(story) || kit.chance.isSo(0.6))
    tell.step(clerk, file(story), {
      name: "signAgreement",
      facts: { agreementSignedOn: tell.today(), poaSignedOn: tell.today() },
    });
  tell.row(clerk, file(story), {
    f: "activities",
    row: { at: tell.now(), type: "AC_CONTACT", summary: "承办人员约见受援人，了解案情。" },
  });
};

/** The request and the opinion on it. */
const askForAnother = (story: AssignedCase, first: Handler, isKept: boolean): void => {
  const { tell, kit, clerk, examiner } = story;
  tell.wait(kit.chance.whole(3, 10));
  tell.step(clerk, file(story), {
    name: "requestReplacement",
    facts: {
      replacementInitiator: "RECIPIENT",
      replacementReasons: ["RP_RECIPIENT"],
      replacementStatement: "受援人认为沟通不足，申请更换。",
      replacedLawyerId: first.id,
    },
  });
  tell.wait(1);
  tell.step(examiner, file(story), {
    name: "reviewReplacement",
    facts: {
      replacementVerified: "已查阅办案日志并听取双方意见。",
      replacementOpinion: isKept ? "REFUSE" : "CHANGE_PROVIDER",
    },
  });
  tell.wait(1);
};

const replace = (story: AssignedCase, first: Handler, isKept: boolean): Handler => {
  const { tell, clerk, head } = story;
  askForAnother(story, first, isKept);
  if (isKept) {
    tell.step(head, file(story), {
      name: "rejectReplacement",
      facts: { replacementReasonText: "承办人员已依法履职，不予更换。" },
    });
    return first;
  }
  tell.step(head, file(story), {
    name: "approveReplacement",
    facts: {
      replacementResult: "CHANGE_PROVIDER",
      replacementReasonText: "双方已无信任基础，决定更换。",
      changeDays: 5,
      informDays: 3,
    },
  });
  tell.wait(1);
  const second = fitFor(story, first.id);
  tell.step(head, file(story), { name: "reassign", facts: assignmentFacts(second) });
  tell.wait(0);
  tell.step(clerk, file(story), { name: "arrangePerson" });
  tell.step(clerk, file(story), {
    name: "handOver",
    facts: { handedOverOn: tell.today(), handoverNote: "全部材料已移交。" },
  });
  tell.step(clerk, file(story), { name: "finishReplacement" });
  takeUp(story);
  return second;
};

const begin = (story: AssignedCase): void => {
  const { tell, kit, clerk, row } = story;
  tell.step(clerk, file(story), { name: "beginHandling" });
  if (row.facts.custodyPlace !== undefined && kit.chance.isSo(0.4)) {
    tell.record(clerk, file(story), { meetingAskedAt: tell.now() });
    tell.step(clerk, file(story), { name: "askMeeting" });
    tell.wait(1);
    tell.record(clerk, file(story), { meetingHeldAt: tell.now() });
    tell.step(clerk, file(story), { name: "holdMeeting" });
  }
  if (row.facts.noticeOrganType === "COURT") {
    tell.record(clerk, file(story), { papersFiledOn: tell.today() });
    tell.step(clerk, file(story), { name: "filePapers" });
  }
};

const work = (story: AssignedCase, isSuspended: boolean): void => {
  const { tell, kit, clerk, row } = story;
  const [low, high] = row.lasts;
  const half = Math.floor(kit.chance.whole(low, high) / 2);
  begin(story);
  tell.wait(half);
  tell.row(clerk, file(story), {
    f: "activities",
    row: {
      at: tell.now(),
      type: kit.chance.pick(["AC_READ", "AC_INVEST", "AC_DRAFT", "AC_MEET"]),
      summary: "查阅案卷，准备办案材料。",
    },
  });
  if (isSuspended) {
    tell.step(clerk, file(story), {
      name: "suspend",
      facts: { suspendedOn: tell.today(), suspendReason: "等待伤情鉴定。" },
    });
    tell.wait(kit.chance.whole(10, 30));
    tell.step(clerk, file(story), { name: "resume", facts: { resumedOn: tell.today() } });
  }
  tell.wait(half + 1);
  tell.row(clerk, file(story), {
    f: "activities",
    row: {
      at: tell.now(),
      type: kit.chance.pick(["AC_HEAR", "AC_MEDIATE", "AC_OPINION"]),
      summary: "参加庭审或者调解，提交书面意见。",
    },
  });
};

/** From the assignment to the archive. `reply` is what a notified case owes the organ once somebody is assigned. */
export const assignAndHandle = (story: AssignedCase, reply?: () => void): void => {
  const { tell, kit, clerk } = story;
  const course = nextCourse(kit, "handling", HANDLING_COURSES).name;
  const isLate = course === "lateAssigned";
  tell.wait(isLate ? 5 : isNotified(story) ? kit.chance.whole(0, 1) : 1);
  if (isLate) tell.record(clerk, file(story), { lateReason: "符合条件的人员在办案件已满，协调后指派。" });
  let handler = fitFor(story);
  assign(story, handler);
  if (course === "refusedFirst") {
    tell.wait(1);
    tell.step(clerk, file(story), {
      name: "refuseAssignment",
      facts: { refusalReason: "承办人员因病不能办理。" },
    });
    handler = fitFor(story, handler.id);
    assign(story, handler);
  }
  reply?.();
  takeUp(story);
  if (course === "replaced" || course === "kept") handler = replace(story, handler, course === "kept");
  const ends = TERMINATIONS[course];
  if (ends !== undefined) tell.wait(kit.chance.whole(5, 20));
  const isTerminated = ends !== undefined && terminate(story, ends);
  if (!isTerminated) work(story, course === "suspended");
  close(story, { handler, isTerminated });
};
