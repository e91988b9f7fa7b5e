import type { Facts } from "../demo/registers.ts";
import { assignAndHandle } from "./assignments.ts";
import { NOTICES } from "./matters.ts";
import { recipientFacts } from "./persons.ts";
import { type CaseStory, type Course, nextCourse } from "./story.ts";
import type { Subject } from "./teller.ts";

/** The ways an organ's letter may go. */
const COURSES = [
  { name: "complete", weight: 94 },
  { name: "incomplete", weight: 3.5 },
  { name: "withdrawn", weight: 1.5 },
  { name: "late", weight: 1 },
  { name: "forwarded", weight: 0.5 },
] as const satisfies readonly Course[];

const letterOf = ({ kit, tell }: CaseStory): Facts => ({
  noticeLetterNo: `甲函〔${tell.today().slice(0, 4)}〕${kit.chance.whole(1, 9999)}号`,
  noticeLetterOn: tell.today(),
});

/** Letters that become no case here: another agency is competent, or the organ takes its letter back. */
const endsAtOnce = ({ tell, clerk }: CaseStory, subject: Subject, course: string): boolean => {
  if (course === "forwarded") {
    const facts = { referredTo: "某市法律援助中心", noticeEndReason: "案件已移送市级机关办理。" };
    tell.step(clerk, subject, { name: "forwardNotice", facts });
    return true;
  }
  if (course !== "withdrawn") return false;
  const noticeEndReason = "其亲属已自行委托辩护人，机关撤回来函。";
  tell.step(clerk, subject, { name: "withdrawNotice", facts: { noticeEndReason } });
  return true;
};

/** The whole life of one case that an organ's letter began (法律援助法第二十五、二十八、三十六条). */
export const notice = (story: CaseStory): void => {
  const { kit, tell, id, clerk, examiner, head } = story;
  const subject = { t: "aidFile", id };
  const course = nextCourse(kit, "notices", COURSES).name;
  const row = kit.chance.weigh(NOTICES);
  const who = kit.persons.person({ ages: row.ages });
  tell.open(clerk, subject, { ...row.facts, ...recipientFacts(who), ...letterOf(story) });
  if (kit.chance.isSo(0.12)) {
    const other = kit.persons.person();
    tell.row(clerk, subject, {
      f: "relatedPersons",
      row: { name: other.name, certNo: other.certNo, part: "CODEFENDANT" },
    });
  }
  tell.wait(0);
  tell.step(clerk, subject, { name: "receiveNotice" });
  tell.wait(0);
  if (endsAtOnce(story, subject, course)) return;
  if (course === "incomplete") {
    tell.step(examiner, subject, { name: "returnNotice", facts: { missingFromNotice: "未附起诉意见书。" } });
    tell.wait(1);
    tell.step(examiner, subject, { name: "resumeNotice" });
  } else tell.step(examiner, subject, { name: "checkNotice" });
  if (course === "late") {
    tell.wait(4);
    tell.record(clerk, subject, { lateReason: "符合条件的律师均在外地开庭，已电话告知办案机关。" });
  }
  assignAndHandle({ ...story, row, who }, () => {
    tell.wait(0);
    tell.step(head, subject, { name: "replyToOrgan" });
  });
};
