import { type CaseStory, type Course, type Kit, nextCourse } from "./story.ts";
import { tellerFrom } from "./teller.ts";
import { someDay } from "./workDays.ts";

const ANSWERS = [
  { name: "answered", weight: 8 },
  { name: "ended", weight: 1 },
] as const satisfies readonly Course[];

/** A question about means to another body (法律援助法第四十一条第三款), beside the examination. */
export const sendVerification = ({ kit, tell, id: fileId, examiner }: CaseStory): void => {
  const subject = { t: "verification", id: kit.chance.id() };
  const after = tell.branch();
  const course = nextCourse(kit, "verifications", ANSWERS).name;
  after.open(examiner, subject, {
    fileId,
    addressee: kit.chance.pick(["CIVIL", "HRSS", "VILLAGE"]),
    addresseeName: "甲县有关单位",
    purpose: "MEANS",
    question: "请核查申请人家庭经济状况。",
  });
  after.step(examiner, subject, { name: "sendVerification" });
  after.wait(course === "answered" ? 1 : 5);
  if (course === "answered")
    after.step(examiner, subject, {
      name: "answerVerification",
      facts: { answer: "家庭人均月收入未超过标准。" },
    });
  else
    after.step(examiner, subject, {
      name: "endVerification",
      facts: { endReason: "逾期未获回复，按现有材料审查。" },
    });
};

const OUTSIDE = [
  { name: "passedOn", weight: 2 },
  { name: "sent", weight: 1 },
] as const satisfies readonly Course[];

/** An application that belongs elsewhere, or leaves from here (法律援助法第三十八、三十九条). */
export const transferElsewhere = (kit: Kit, clerk: string): void => {
  const { chance } = kit;
  const tell = tellerFrom(kit, Math.floor(someDay(chance) * 0.97));
  const course = nextCourse(kit, "transfersElsewhere", OUTSIDE).name;
  const subject = { t: "transfer", id: chance.id() };
  const { name: personName, certNo } = kit.persons.person();
  tell.open(clerk, subject, {
    direction: course === "sent" ? "OUT" : "IN",
    via: course === "sent" ? "AGENCY" : "CUSTODY",
    fromOrgan: course === "sent" ? "甲县司法局法律援助科" : "甲县看守所",
    personName,
    certNo,
    appliedAt: tell.now(),
  });
  tell.wait(1);
  if (course === "passedOn") {
    tell.step(clerk, subject, { name: "receiveTransfer" });
    tell.wait(0);
    tell.step(clerk, subject, { name: "passTransferOn", facts: { refusedTo: "乙县法律援助中心" } });
    return;
  }
  tell.step(clerk, subject, { name: "sendTransfer" });
  tell.wait(2);
  tell.step(clerk, subject, { name: "confirmTransfer", facts: { receivedAt: tell.now() } });
};

const COOPERATIONS = [
  { name: "sent", weight: 2 },
  { name: "received", weight: 3 },
  { name: "ended", weight: 1 },
] as const satisfies readonly Course[];

/** One request between agencies, either way (§6.10). */
export const cooperation = (kit: Kit, clerk: string): void => {
  const { chance } = kit;
  const tell = tellerFrom(kit, Math.floor(someDay(chance) * 0.97));
  const course = nextCourse(kit, "cooperations", COOPERATIONS).name;
  const subject = { t: "cooperation", id: chance.id() };
  tell.open(clerk, subject, {
    direction: course === "received" ? "IN" : "OUT",
    agency: "乙县法律援助中心",
    kind: chance.pick(["VERIFY", "INVESTIGATE", "SERVE"]),
    request: "请协助核查申请人情况。",
  });
  tell.step(clerk, subject, { name: course === "received" ? "receiveCooperation" : "sendCooperation" });
  tell.wait(chance.whole(2, 5));
  if (course === "ended")
    tell.step(clerk, subject, { name: "endCooperation", facts: { endReason: "申请人已撤回申请。" } });
  else tell.step(clerk, subject, { name: "answerCooperation", facts: { result: "已核查，情况属实。" } });
};
