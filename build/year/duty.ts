import type { Facts } from "../demo/registers.ts";
import { claimSubsidy } from "./money.ts";
import type { Handler } from "./registers.ts";
import { type Course, type Kit, nextCourse } from "./story.ts";
import { type Subject, type Teller, tellerFrom } from "./teller.ts";
import { workDay, YEAR_DAYS } from "./workDays.ts";

const SHIFTS = [
  { name: "served", weight: 95 },
  { name: "absent", weight: 1.5 },
  { name: "swapped", weight: 3 },
] as const satisfies readonly Course[];
const REQUESTS = [
  { name: "answered", weight: 92 },
  { name: "ended", weight: 6 },
] as const satisfies readonly Course[];
const SERVICES = [
  { name: "plain", weight: 62 },
  { name: "plea", weight: 30 },
  { name: "forwarded", weight: 4 },
  { name: "defended", weight: 2 },
  { name: "open", weight: 1 },
] as const satisfies readonly Course[];

/** A station on one day: who sits there. */
type Sitting = {
  readonly stationId: string;
  readonly handler: Handler;
  readonly shift: Subject;
  readonly clerk: string;
};

const organOf = (stage: string): string =>
  stage === "ST_INVEST" ? "甲县公安局" : stage === "ST_PROSEC" ? "甲县人民检察院" : "甲县人民法院";

/** An application that the person made through the duty lawyer leaves for the agency (法律援助法第三十九条第二款). */
const forward = (
  kit: Kit,
  tell: Teller,
  {
    clerk,
    person,
    lawyerId,
  }: {
    readonly clerk: string;
    readonly person: { readonly personName: string; readonly certNo: string };
    readonly lawyerId: string;
  },
): string => {
  const subject = { t: "transfer", id: kit.chance.id() };
  tell.open(clerk, subject, {
    direction: "IN",
    via: "DUTYLAWYER",
    fromOrgan: "驻甲县看守所法律援助工作站",
    lawyerId,
    ...person,
    appliedAt: tell.now(),
  });
  tell.wait(0);
  tell.step(clerk, subject, { name: "receiveTransfer" });
  return subject.id;
};

type Helped = {
  readonly stationId: string;
  readonly personName: string;
  readonly certNo: string;
  readonly organ: string;
  readonly proceduralStage: string;
};

/** The request and its notice; answers with the person to be helped, or nothing when it was withdrawn. */
const request = (
  kit: Kit,
  tell: Teller,
  { stationId, clerk }: Sitting,
): { readonly subject: Subject; readonly person: Helped } | undefined => {
  const { chance } = kit;
  const subject = { t: "dutyRequest", id: chance.id() };
  const { name: personName, certNo } = kit.persons.person({ ages: [18, 60] });
  const proceduralStage = chance.pick(["ST_INVEST", "ST_PROSEC", "ST_PROSEC", "ST_TRIAL1"] as const);
  const person = { stationId, personName, certNo, organ: organOf(proceduralStage), proceduralStage };
  tell.open(clerk, subject, {
    ...person,
    reason: chance.pick(["REQUEST", "PLEA", "PLEA"]),
    requestedAt: tell.now(),
  });
  tell.step(clerk, subject, { name: "requestHelp" });
  tell.wait(0);
  tell.step(clerk, subject, { name: "notifyDutyLawyer", facts: { notifiedBy: "值班民警" } });
  if (nextCourse(kit, "dutyRequests", REQUESTS).name === "ended") {
    tell.step(clerk, subject, { name: "endRequest", facts: { endReason: "本人撤回。" } });
    return undefined;
  }
  tell.wait(0);
  return { subject, person };
};

/** One person helped at the station: the request, the notice, the help, its end. */
const help = (kit: Kit, tell: Teller, sitting: Sitting): void => {
  const { chance } = kit;
  const { clerk, handler, shift } = sitting;
  const asked = request(kit, tell, sitting);
  if (asked === undefined) return;
  const { person } = asked;
  const course = nextCourse(kit, "dutyServices", SERVICES).name;
  const subject = { t: "dutyService", id: chance.id() };
  const kinds =
    course === "plea"
      ? ["DH_CONSULT", "DH_PLEDGE"]
      : ["DH_CONSULT", chance.pick(["DH_PROC", "DH_MEASURE", "DH_OPINION"])];
  const isDefended = course === "defended";
  tell.open(clerk, subject, {
    ...person,
    requestId: asked.subject.id,
    shiftId: shift.id,
    lawyerId: handler.id,
    kinds,
    hasDefender: isDefended,
    hasMet: true,
    ...(isDefended && { warningsAnswer: "辩护人未到场，本人要求先行咨询。" }),
  });
  tell.step(clerk, subject, { name: "recordService" });
  tell.step(clerk, asked.subject, { name: "answerRequest" });
  if (course === "plea")
    tell.step(clerk, subject, { name: "recordPlea", facts: { pleaSignedAt: tell.now() } });
  if (course === "open") return;
  const { personName, certNo } = person;
  const forwarded = { clerk, person: { personName, certNo }, lawyerId: handler.id };
  const end: Facts =
    course === "forwarded"
      ? { conversion: "FORWARDED", transferId: forward(kit, tell, forwarded) }
      : { conversion: "NONE" };
  tell.step(clerk, subject, { name: "closeService", facts: { ...end, closedOn: tell.today() } });
};

/** One line of the roster: the working day, the station, who keeps the book, and how many people come. */
type Roster = {
  readonly index: number;
  readonly stationId: string;
  readonly clerk: string;
  readonly helped: number;
};

/** The shift is planned and published in the week before. */
const plan = (
  kit: Kit,
  { index, stationId, clerk }: Roster,
  { subject, handler }: { readonly subject: Subject; readonly handler: Handler },
): void => {
  const on = workDay(index);
  const before = tellerFrom(kit, Math.max(0, index - 5));
  before.open(clerk, subject, {
    stationId,
    lawyerId: handler.id,
    providerId: handler.providerId,
    startsAt: `${on}T08:30`,
    endsAt: `${on}T17:00`,
    halfDays: 2,
  });
  before.step(clerk, subject, { name: "planShift" });
  before.wait(0);
  before.step("sun", subject, { name: "publishShift" });
};

/** One shift at one station, with the people helped in it. */
export const dutyShift = (kit: Kit, roster: Roster): void => {
  const { chance } = kit;
  const { index, stationId, clerk, helped } = roster;
  const lawyers = kit.registers.handlers.filter(
    ({ facts }) => facts.type === "LAWYER" && facts.status === "ACTIVE",
  );
  const handler = chance.pick(lawyers);
  const subject = { t: "dutyShift", id: chance.id() };
  const on = workDay(index);
  plan(kit, roster, { subject, handler });
  const course = nextCourse(kit, "shifts", SHIFTS).name;
  const end = tellerFrom(kit, index, 17 * 60 + 50);
  if (course === "swapped") {
    end.step(clerk, subject, { name: "swapShift", facts: { swapReason: "与同所律师调班。" } });
    return;
  }
  if (course === "absent") {
    end.step(clerk, subject, { name: "missShift", facts: { absenceReason: "突发疾病。" } });
    return;
  }
  for (let person = 0; person < helped; person += 1)
    help(kit, tellerFrom(kit, index), { stationId, handler, shift: subject, clerk });
  end.step(clerk, subject, {
    name: "serveShift",
    facts: { checkInAt: `${on}T08:26`, checkOutAt: `${on}T17:02` },
  });
  claimSubsidy({ kit, clerk, head: "sun", tell: end, shiftId: subject.id }, { handler, standard: "duty" });
};

/** The days on which the stations are manned, evenly over the year. */
export const shiftDays = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.floor((at * (YEAR_DAYS - 1)) / Math.max(1, count)));
