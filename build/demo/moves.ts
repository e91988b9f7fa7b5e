import type { Command } from "../../shared/commands/command.ts";
import { openRecord } from "../../shared/commands/openRecord.ts";
import { recordFacts } from "../../shared/commands/recordFacts.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import { takeStep } from "../../shared/commands/takeStep.ts";
import { plusDays } from "../../shared/kernel/day.ts";
import { dayOf, type Instant } from "../../shared/kernel/instant.ts";
import type { CaseRow } from "./cases.ts";
import { newId } from "./headlessDesk.ts";
import { person } from "./people.ts";
import { NOTICE_PLOTS, PLOTS, type Plot } from "./plots.ts";
import type { Facts } from "./registers.ts";

/** One act of one person on one record, at a moment. */
export type Move = {
  readonly by: string;
  readonly at: Instant;
  readonly t: string;
  readonly id: string;
  readonly command: Command<never>;
  readonly input: unknown;
  /** For an assignment: whom the head chose. */
  readonly lawyerId?: string;
};

/** What the moves need to know of the county: the ids of its register entries, and the present. */
export type County = {
  readonly lawyers: Readonly<Record<string, string>>;
  readonly providerOf: Readonly<Record<string, string>>;
  readonly now: Instant;
};

const REMEDY = "如不服本决定，可以自收到之日起向甲县司法局法治与复议科提出异议（《法律援助法》第四十九条）。";

const at = (now: Instant, daysAgo: number, time: string): Instant => {
  const moment = `${plusDays(dayOf(now), -daysAgo)}T${time}` as Instant;
  return moment > now ? now : moment;
};

type Line = Omit<Move, "t" | "id">;
const step = ([by, when]: readonly [login: string, at: Instant], name: string, facts: Facts = {}): Line => ({
  by,
  at: when,
  command: takeStep as Command<never>,
  input: { step: name, facts },
});

/** The lawyer's first contact and the papers handed to the court, written into the file by the counter. */
const handled = (when: Instant, at = dayOf(when)): readonly Line[] => [
  {
    by: "zhou",
    at: when,
    command: recordRow as Command<never>,
    input: {
      f: "activities",
      row: { at: when, type: "AC_CONTACT", summary: "承办人员约见受援人，了解案情。" },
    },
  },
  { by: "zhou", at: when, command: recordFacts as Command<never>, input: { facts: { papersFiledOn: at } } },
];

const plotOf = ({ plot }: CaseRow): Plot => {
  const found = PLOTS[plot] ?? NOTICE_PLOTS[plot];
  if (found === undefined) throw new Error(`no such plot: ${plot}`);
  return found;
};

const openMoves = (index: number, row: CaseRow, now: Instant): readonly Line[] => {
  const plot = plotOf(row);
  const who = person(index, { ...plot.person, year: Number(now.slice(0, 4)) });
  const when = at(now, row.daysAgo, "09:10");
  const base: Line = {
    by: "zhou",
    at: when,
    command: openRecord as Command<never>,
    input: { facts: { origin: "APPLICATION", ...plot.facts } },
  };
  const self: Facts = {
    personName: who.name,
    certType: "ID",
    certNo: who.certNo,
    sex: who.sex,
    birthOn: who.birthOn,
    phone: who.phone,
    residence: "甲县城关镇",
    mailingAddress: "甲县城关镇东街",
    consentSignedOn: dayOf(when),
    ...(plot.facts.track === "T2_PLEDGE" && { pledgeSignedOn: dayOf(when) }),
    ...(Object.hasOwn(NOTICE_PLOTS, row.plot) && letterOf(index, when)),
  };
  const rows = Object.entries(plot.rows ?? {}).flatMap(([f, list]) =>
    list.map(
      (each: Facts): Line => ({ ...base, command: recordRow as Command<never>, input: { f, row: each } }),
    ),
  );
  return [base, { ...base, command: recordFacts as Command<never>, input: { facts: self } }, ...rows];
};

/** One step of the sample procedure: at which stage, by whom, how many days after the beginning, which step, what it states. */
type Act = {
  readonly stage: string;
  readonly by: string;
  readonly day: number;
  readonly time: string;
  readonly step: string;
  readonly facts?: (when: Instant, plot: Plot) => Facts;
};

const opinionOf = (_: Instant, { opinion = "GRANT" }: Plot): Facts => ({
  recusalChecked: true,
  scopeOk: opinion === "GRANT",
  examinationFindings: "材料齐全，事实清楚。",
  opinion,
  opinionText:
    opinion === "GRANT" ? "符合条件，建议给予法律援助。" : "借款返还不属于法律援助事项，建议不予援助。",
});
const supplementOf = (when: Instant): Facts => ({
  supplementItems: "交通事故认定书一份",
  supplementServedOn: dayOf(when),
  supplementDueOn: plusDays(dayOf(when), 10),
});
const refusalOf = (): Facts => ({
  denialReasons: ["DN_SCOPE"],
  reasonText: "申请返还借款，不属于《法律援助法》第三十一条、第三十二条规定的事项。",
  remedyText: REMEDY,
});
const signedOn = (when: Instant): Facts => ({ agreementSignedOn: dayOf(when), poaSignedOn: dayOf(when) });

// biome-ignore format: a table is read by columns
const APPLICATION_ACTS: readonly Act[] = [
  { stage: "received",      by: "zhou", day: 0, time: "09:40", step: "receive" },
  { stage: "supplementing", by: "qian", day: 1, time: "10:00", step: "askForMaterials", facts: supplementOf },
  { stage: "withdrawn",     by: "zhou", day: 1, time: "15:00", step: "withdraw", facts: () => ({ withdrawalReason: "申请人已与对方和解，书面撤回申请。" }) },
  { stage: "proposed",      by: "qian", day: 1, time: "11:00", step: "propose", facts: opinionOf },
  { stage: "emergency",     by: "sun",  day: 0, time: "10:30", step: "giveEmergencyAid", facts: () => ({ emergencyGround: "EM44_2", emergencyReason: "对方正在转卖住房，需要立即申请财产保全。" }) },
  { stage: "granted",       by: "sun",  day: 2, time: "09:30", step: "grant", facts: () => ({ reasonText: "申请事项属于法律援助范围，符合给予法律援助的条件。" }) },
  { stage: "denied",        by: "sun",  day: 2, time: "09:30", step: "deny", facts: refusalOf },
  { stage: "assigned",      by: "sun",  day: 3, time: "10:00", step: "assign" },
  { stage: "retained",      by: "zhou", day: 5, time: "15:00", step: "signAgreement", facts: signedOn },
];
// biome-ignore format: a table is read by columns
const NOTICE_ACTS: readonly Act[] = [
  { stage: "noticeReceived", by: "zhou", day: 0, time: "15:00", step: "receiveNotice" },
  { stage: "noticeAssigned", by: "qian", day: 0, time: "15:30", step: "checkNotice" },
  { stage: "noticeAssigned", by: "sun",  day: 1, time: "09:00", step: "assign" },
  { stage: "noticeReplied",  by: "sun",  day: 1, time: "10:00", step: "replyToOrgan" },
];
/** After which stage, and on which day, the lawyer has met the client. */
const HANDLED: Readonly<Record<string, number>> = { retained: 5, noticeReplied: 2 };

const assignmentOf = ({ lawyer }: Plot, { lawyers, providerOf }: County): Facts => ({
  lawyerId: lawyers[lawyer] as string,
  providerId: providerOf[lawyer] as string,
  assignReason: "符合法定条件，熟悉此类案件，在办案件较少。",
  assignWarnings: "已核对提示事项，无妨碍。",
});

const takenMoves = (acts: readonly Act[], row: CaseRow, county: County): readonly Line[] => {
  const plot = plotOf(row);
  const after = (days: number, time: string): Instant =>
    at(county.now, Math.max(0, row.daysAgo - days), time);
  const lines = acts
    .filter(({ stage }) => PATHS[row.until].includes(stage))
    .map((act): Line => {
      const when = after(act.day, act.time);
      const isAssignment = act.step === "assign";
      const facts = isAssignment ? assignmentOf(plot, county) : (act.facts?.(when, plot) ?? {});
      const line = step([act.by, when], act.step, facts);
      return isAssignment ? { ...line, lawyerId: String(facts.lawyerId) } : line;
    });
  const met = HANDLED[row.until];
  return met === undefined ? lines : [...lines, ...handled(after(met, "16:00"))];
};

/** Which steps a case goes through to come as far as it did. */
// biome-ignore format: a table is read by columns
const PATHS: Readonly<Record<CaseRow["until"], readonly string[]>> = {
  draft: [], received: ["received"], supplementing: ["received", "supplementing"], proposed: ["received", "proposed"],
  withdrawn: ["received", "withdrawn"], emergency: ["received", "emergency"],
  granted: ["received", "proposed", "granted"], denied: ["received", "proposed", "denied"],
  assigned: ["received", "proposed", "granted", "assigned"], retained: ["received", "proposed", "granted", "assigned", "retained"],
  noticeReceived: ["noticeReceived"], noticeAssigned: ["noticeReceived", "noticeAssigned"], noticeReplied: ["noticeReceived", "noticeAssigned", "noticeReplied"],
};

const letterOf = (index: number, when: Instant): Facts => ({
  noticeLetterNo: `甲函〔${when.slice(0, 4)}〕${index}号`,
  noticeLetterOn: dayOf(when),
});

/** Everything that people did on one sample case, in order. */
export const movesOf = (index: number, row: CaseRow, county: County): readonly Move[] => {
  const id = newId();
  const acts = Object.hasOwn(NOTICE_PLOTS, row.plot) ? NOTICE_ACTS : APPLICATION_ACTS;
  return [...openMoves(index, row, county.now), ...takenMoves(acts, row, county)].map((line) => ({
    t: "aidFile",
    id,
    ...line,
  }));
};
