import type { Command } from "../../shared/commands/command.ts";
import { openRecord } from "../../shared/commands/openRecord.ts";
import { recordFacts } from "../../shared/commands/recordFacts.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import { takeStep } from "../../shared/commands/takeStep.ts";
import { type Day, plusDays } from "../../shared/kernel/day.ts";
import { dayOf, type Instant } from "../../shared/kernel/instant.ts";
import type { CaseRow } from "./cases.ts";
import { newId } from "./headlessDesk.ts";
import { person } from "./people.ts";
import { NOTICE_PLOTS, PLOTS } from "./plots.ts";
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

const openMoves = (index: number, row: CaseRow, now: Instant): readonly Line[] => {
  const plot = PLOTS[row.plot] ?? NOTICE_PLOTS[row.plot];
  if (plot === undefined) throw new Error(`no such plot: ${row.plot}`);
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
  };
  const rows = Object.entries("rows" in plot ? (plot.rows ?? {}) : {}).flatMap(([f, list]) =>
    list.map(
      (each: Facts): Line => ({ ...base, command: recordRow as Command<never>, input: { f, row: each } }),
    ),
  );
  return [base, { ...base, command: recordFacts as Command<never>, input: { facts: self } }, ...rows];
};

const dueOn = (when: Instant): Day => plusDays(dayOf(when), 10);

const applicationMoves = (
  row: CaseRow,
  { lawyers, providerOf, now }: County,
): readonly (readonly [string, Line])[] => {
  const plot = PLOTS[row.plot];
  if (plot === undefined) return [];
  const after = (days: number, time: string): Instant => at(now, Math.max(0, row.daysAgo - days), time);
  const isGrant = plot.opinion === "GRANT";
  const lawyerId = lawyers[plot.lawyer] as string;
  return [
    ["received", step(["zhou", after(0, "09:40")], "receive")],
    [
      "supplementing",
      step(["qian", after(1, "10:00")], "askForMaterials", {
        supplementItems: "交通事故认定书一份",
        supplementServedOn: dayOf(after(1, "10:00")),
        supplementDueOn: dueOn(after(1, "10:00")),
      }),
    ],
    [
      "withdrawn",
      step(["zhou", after(1, "15:00")], "withdraw", {
        withdrawalReason: "申请人已与对方和解，书面撤回申请。",
      }),
    ],
    [
      "proposed",
      step(["qian", after(1, "11:00")], "propose", {
        recusalChecked: true,
        scopeOk: isGrant,
        examinationFindings: "材料齐全，事实清楚。",
        opinion: plot.opinion,
        opinionText: isGrant ? "符合条件，建议给予法律援助。" : "借款返还不属于法律援助事项，建议不予援助。",
      }),
    ],
    [
      "emergency",
      step(["sun", after(0, "10:30")], "giveEmergencyAid", {
        emergencyGround: "EM44_2",
        emergencyReason: "对方正在转卖住房，需要立即申请财产保全。",
      }),
    ],
    [
      "granted",
      step(["sun", after(2, "09:30")], "grant", {
        reasonText: "申请事项属于法律援助范围，符合给予法律援助的条件。",
      }),
    ],
    [
      "denied",
      step(["sun", after(2, "09:30")], "deny", {
        denialReasons: ["DN_SCOPE"],
        reasonText: "申请返还借款，不属于《法律援助法》第三十一条、第三十二条规定的事项。",
        remedyText: REMEDY,
      }),
    ],
    [
      "assigned",
      {
        ...step(["sun", after(3, "10:00")], "assign", {
          lawyerId,
          providerId: providerOf[plot.lawyer] as string,
          assignReason: "熟悉此类案件，在办案件较少。",
          assignWarnings: "已核对提示事项，无妨碍。",
        }),
        lawyerId,
      },
    ],
    [
      "retained",
      step(["zhou", after(5, "15:00")], "signAgreement", {
        agreementSignedOn: dayOf(after(5, "15:00")),
        poaSignedOn: dayOf(after(5, "15:00")),
      }),
    ],
    ...handled(after(5, "16:00")).map((line) => ["retained", line] as const),
  ];
};

const noticeMoves = (
  row: CaseRow,
  { lawyers, providerOf, now }: County,
): readonly (readonly [string, Line])[] => {
  const plot = NOTICE_PLOTS[row.plot];
  if (plot === undefined) return [];
  const after = (days: number, time: string): Instant => at(now, Math.max(0, row.daysAgo - days), time);
  const lawyerId = lawyers[plot.lawyer] as string;
  return [
    ["noticeReceived", step(["zhou", after(0, "15:00")], "receiveNotice")],
    ["noticeAssigned", step(["qian", after(0, "15:30")], "checkNotice")],
    [
      "noticeAssigned",
      {
        ...step(["sun", after(1, "09:00")], "assign", {
          lawyerId,
          providerId: providerOf[plot.lawyer] as string,
          assignReason: "符合法定条件，熟悉此类案件。",
          assignWarnings: "已核对提示事项，无妨碍。",
        }),
        lawyerId,
      },
    ],
    ["noticeReplied", step(["sun", after(1, "10:00")], "replyToOrgan")],
    ...handled(after(2, "10:00")).map((line) => ["noticeReplied", line] as const),
  ];
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

/** Everything that people did on one sample case, in order. */
export const movesOf = (index: number, row: CaseRow, county: County): readonly Move[] => {
  const id = newId();
  const path = PATHS[row.until];
  const noticed = noticeMoves(row, county);
  const opened = openMoves(index, row, county.now).map((line) =>
    noticed.length > 0 && line.command === (recordFacts as Command<never>)
      ? {
          ...line,
          input: {
            facts: {
              ...(line.input as { facts: Facts }).facts,
              noticeLetterNo: `甲函〔${county.now.slice(0, 4)}〕${index}号`,
              noticeLetterOn: dayOf(line.at),
            },
          },
        }
      : line,
  );
  const taken = [...applicationMoves(row, county), ...noticed]
    .filter(([stage]) => path.includes(stage))
    .map(([, line]) => line);
  return [...opened, ...taken].map((line) => ({ t: "aidFile", id, ...line }));
};
