import type { Handler } from "./registers.ts";
import { type AssignedCase, type CaseStory, type Course, type Kit, nextCourse } from "./story.ts";
import { type Subject, tellerFrom } from "./teller.ts";
import { someDay } from "./workDays.ts";

const INVESTIGATOR = "li";
const DIRECTOR = "lu";

const COURSES = [
  { name: "decided", weight: 6 },
  { name: "merged", weight: 1 },
  { name: "completed", weight: 1 },
  { name: "declined", weight: 2 },
  { name: "extended", weight: 1 },
] as const satisfies readonly Course[];

const decide = (
  { kit, tell }: Pick<CaseStory, "kit" | "tell">,
  subject: Subject,
  isExtended: boolean,
): void => {
  tell.wait(kit.chance.whole(1, 4));
  tell.step(INVESTIGATOR, subject, { name: "acceptComplaint" });
  tell.step(INVESTIGATOR, subject, { name: "investigateComplaint" });
  tell.wait(kit.chance.whole(8, 20));
  if (isExtended) {
    tell.step(DIRECTOR, subject, {
      name: "extendComplaint",
      facts: { extensionReason: "需要调取庭审录像。", extendedToOn: tell.today() },
    });
    tell.wait(10);
  }
  tell.step(INVESTIGATOR, subject, {
    name: "decideComplaint",
    facts: {
      findings: "已询问双方并查阅案卷。",
      disposition: kit.chance.pick(["UNFOUNDED", "CRITICISM", "ORDER_CORRECT"]),
      dispositionText: "处理意见已告知双方。",
    },
  });
};

const end = ({ tell }: Pick<CaseStory, "tell">, subject: Subject): void => {
  tell.wait(1);
  tell.step(INVESTIGATOR, subject, {
    name: "replyComplaint",
    facts: { repliedOn: tell.today(), replyText: "已就投诉事项作出答复。" },
  });
  tell.wait(1);
  tell.step(INVESTIGATOR, subject, { name: "closeComplaint" });
};

const receive = ({ kit, tell }: Pick<CaseStory, "kit" | "tell">, subject: Subject): void => {
  const { chance } = kit;
  const handler = chance.pick(kit.registers.handlers);
  tell.open(INVESTIGATOR, subject, {
    channel: chance.pick(["WINDOW", "PHONE", "LETTER"]),
    complainantName: kit.persons.person().name,
    respondentKind: "HANDLER",
    respondentName: handler.facts.name ?? "",
    respondentId: handler.id,
    grounds: [chance.pick(["CG_STANDARD", "CG_REPORT", "CG_OTHER", "CG_MONEY"])],
    statement: "承办人员未及时通报案件进展。",
  });
  tell.step(INVESTIGATOR, subject, { name: "receiveComplaint" });
  tell.wait(1);
};

/** One complaint to the bureau (法律援助法第五十六条); `earlier` is one that a repeated complaint joins. */
export const complaint = (kit: Kit, earlier: string | undefined): string => {
  const { chance } = kit;
  const day =
    earlier === undefined ? chance.whole(3, 8) : chance.whole(20, 25) + Math.floor(someDay(chance) * 0.85);
  const tell = tellerFrom(kit, day);
  const course = nextCourse(kit, "complaints", COURSES).name;
  const subject = { t: "complaint", id: chance.id() };
  receive({ kit, tell }, subject);
  if (course === "merged" && earlier !== undefined) {
    tell.step(INVESTIGATOR, subject, { name: "mergeComplaint", facts: { mergedInto: earlier } });
    return earlier;
  }
  if (course === "completed") {
    tell.step(INVESTIGATOR, subject, {
      name: "askComplainant",
      facts: { missingText: "请提供案件编号。", missingDueOn: tell.today() },
    });
    tell.wait(3);
    tell.step(INVESTIGATOR, subject, { name: "completeComplaint" });
  }
  if (course === "declined")
    tell.step(INVESTIGATOR, subject, {
      name: "declineComplaint",
      facts: { notAcceptedReason: "投诉事项不属于受理范围。" },
    });
  else decide({ kit, tell }, subject, course === "extended");
  end({ tell }, subject);
  return earlier ?? subject.id;
};

const METHODS = ["QM_FILE", "QM_FILE", "QM_HEARING", "QM_VISIT", "QM_ORGAN"] as const;
const ITEMS = ["会见与沟通", "证据与意见", "文书与归档"] as const;
const GRADE_OF = [
  { from: 54, grade: "A" },
  { from: 48, grade: "B" },
  { from: 42, grade: "C" },
  { from: 0, grade: "D" },
] as const;

/** Every twelfth closed case is reviewed, and the first one always (法律援助法第五十九条). */
export const reviewQuality = ({ kit, tell, id: fileId }: AssignedCase, { providerId }: Handler): void => {
  const { chance } = kit;
  if (kit.told.has("quality") && !chance.isSo(1 / 12)) return;
  kit.told.set("quality", 1);
  const after = tell.branch();
  const subject = { t: "quality", id: chance.id() };
  const peer = chance.pick(kit.registers.handlers.filter((other) => other.providerId !== providerId));
  after.wait(chance.whole(3, 25));
  after.open("zhi", subject, {
    fileId,
    method: chance.pick(METHODS),
    batch: `${after.today().slice(0, 7)} 抽查`,
    reviewerLawyerId: peer.id,
    reviewerProviderId: peer.providerId,
  });
  after.step("zhi", subject, { name: "openReview" });
  after.wait(2);
  const scores = ITEMS.map((item) => ({ item, max: 20, score: chance.whole(13, 20) }));
  for (const row of scores) after.row("zhi", subject, { f: "scores", row });
  const total = scores.reduce((sum, { score }) => sum + score, 0);
  const grade = GRADE_OF.find(({ from }) => total >= from)?.grade ?? "D";
  after.step("zhi", subject, { name: "gradeCase", facts: { total, grade } });
  after.wait(5);
  after.step("zhi", subject, { name: "publishReview", facts: { publishedOn: after.today() } });
};
