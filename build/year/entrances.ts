import type { Facts } from "../demo/registers.ts";
import { QUESTIONS } from "./matters.ts";
import type { Invented } from "./persons.ts";
import { type CaseStory, type Course, type Kit, nextCourse } from "./story.ts";
import { type Subject, type Teller, tellerFrom } from "./teller.ts";
import { someDay } from "./workDays.ts";

const CHANNELS = [
  { name: "WINDOW", weight: 46 },
  { name: "PHONE", weight: 34 },
  { name: "NETWORK", weight: 12 },
  { name: "OUTREACH", weight: 5 },
  { name: "LETTER", weight: 1 },
  { name: "DUTY", weight: 2 },
] as const satisfies readonly Course[];
const COURSES = [
  { name: "closed", weight: 90 },
  { name: "appointed", weight: 4 },
  { name: "anonymous", weight: 6 },
] as const satisfies readonly Course[];

const askedOf = (tell: Teller, who: Invented): Facts => ({
  askedAt: tell.now(),
  personName: who.name,
  certNo: who.certNo,
  phone: who.phone,
});

/** Somebody asked first: the consultation from which the application is made. */
export const askAndConvert = (story: CaseStory & { readonly who: Invented }, matter: Facts): Subject => {
  const { kit, tell, clerk, who } = story;
  const subject = { t: "consultation", id: kit.chance.id() };
  tell.open(clerk, subject, {
    ...askedOf(tell, who),
    channel: nextCourse(kit, "channels", CHANNELS).name,
    gist: matter.caseFacts ?? "",
    matter: matter.matter ?? "M31_9",
    categories: matter.categories ?? ["OTHER"],
    proceduralStage: matter.proceduralStage ?? "ST_NONE",
    answer: "可以申请法律援助，已说明条件和程序。",
    toldRightToApply: true,
    minutes: kit.chance.whole(8, 40),
  });
  tell.step(clerk, subject, { name: "answer" });
  tell.wait(0);
  return subject;
};

/** A place of custody, an organ or a duty lawyer forwards the application. */
export const comeByTransfer = ({
  kit,
  tell,
  clerk,
  who,
}: CaseStory & { readonly who: Invented }): Subject => {
  const subject = { t: "transfer", id: kit.chance.id() };
  const via = kit.chance.pick(["CUSTODY", "ORGAN", "DUTYLAWYER"] as const);
  const appliedAt = tell.now();
  tell.wait(1);
  tell.open(clerk, subject, {
    direction: "IN",
    via,
    fromOrgan: via === "ORGAN" ? "甲县公安局" : "甲县看守所",
    personName: who.name,
    certNo: who.certNo,
    custodyPlace: "甲县看守所",
    suspectedCharge: "盗窃",
    appliedAt,
  });
  tell.step(clerk, subject, { name: "receiveTransfer" });
  tell.wait(0);
  return subject;
};

const answered = (tell: Teller, clerk: string, subject: Subject): void => {
  tell.step(clerk, subject, { name: "answer" });
  tell.record(clerk, subject, { followUp: "NONE" });
  tell.step(clerk, subject, { name: "close" });
};

/** One question put to the desk and answered, without an application. */
export const consultation = (kit: Kit, clerk: string): void => {
  const { chance } = kit;
  const tell = tellerFrom(kit, someDay(chance));
  const course = nextCourse(kit, "consultations", COURSES).name;
  const subject = { t: "consultation", id: chance.id() };
  const who = kit.persons.person();
  const isAppointed = course === "appointed";
  tell.open(clerk, subject, {
    ...(course === "anonymous" ? { askedAt: tell.now(), isAnonymous: true } : askedOf(tell, who)),
    channel: nextCourse(kit, "channels", CHANNELS).name,
    ...chance.pick(QUESTIONS),
    minutes: chance.whole(5, 35),
    ...(!isAppointed && { answer: "已解答，并告知可以申请法律援助的条件和程序。", toldRightToApply: true }),
  });
  if (isAppointed) {
    tell.step(clerk, subject, { name: "appoint", facts: { appointmentAt: tell.now() } });
    tell.wait(chance.whole(1, 3));
    tell.record(clerk, subject, { answer: "疑难问题，预约后当面解答。", toldRightToApply: true });
  }
  answered(tell, clerk, subject);
};
