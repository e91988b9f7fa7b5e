import type { Label } from "../dictionary/field.ts";
import type { Moment } from "../kernel/instant.ts";
import type { Clock, Suspension } from "./clock.ts";
import { DEADLINE_GISTS } from "./deadlineGists.ts";
import type { PeriodUnit } from "./deadlineRow.ts";
import type { Deadline } from "./deadlines.ts";
import { deadline } from "./deadlines.ts";
import type { SkippedDay } from "./reckon.ts";
import { sourceText } from "./sources.ts";

/** One line of the explanation of a date. */
export type CardLine = Label & {
  readonly kind:
    | "trigger"
    | "rule"
    | "article"
    | "gist"
    | "skipped"
    | "suspension"
    | "result"
    | "missed"
    | "met"
    | "mark";
};

/** Everything a clerk needs to believe a date: where it starts, the rule, every day skipped, and the marks on it. */
export type ClockCard = {
  readonly id: Deadline["id"];
  readonly title: Label;
  readonly party: string;
  readonly article: Label;
  readonly lines: readonly CardLine[];
};

// biome-ignore format: a table is read by columns
const UNITS: Readonly<Record<PeriodUnit, Label>> = {
  hour:    { zh: "小时", en: "hours" },
  day:     { zh: "日", en: "days" },
  workday: { zh: "个工作日", en: "working days" },
  month:   { zh: "个月", en: "months" },
  year:    { zh: "年", en: "years" },
};

// biome-ignore format: a table is read by columns
const REST: Readonly<Record<SkippedDay["why"], Label>> = {
  weekend: { zh: "周末", en: "weekend" },
  holiday: { zh: "法定节假日", en: "public holiday" },
  local:   { zh: "当地假日", en: "local holiday" },
};

/** What follows when the day passes. Lateness never blocks the act; it asks for a reason in writing. */
// biome-ignore format: a table is read by columns
const MISSED: Readonly<Record<string, Label>> = {
  "EXM-SUPPLEMENT-RETURN": { zh: "逾期未补充的，视为撤回申请", en: "If nothing arrives, the application counts as withdrawn" },
  "HND-LAB-SUE-15D":       { zh: "逾期不起诉的，裁决书发生法律效力", en: "If no suit is filed, the award takes effect" },
  "OBJ-AR-60D":            { zh: "逾期未申请的，失去申请行政复议的机会（不可抗力等正当理由除外）", en: "Reconsideration can no longer be asked for, save for force majeure" },
  "OBJ-LIT-15D":           { zh: "逾期未起诉的，失去起诉的机会", en: "Suit can no longer be brought" },
  "REF-OWN-5D":            { zh: "逾期未另行委托的，办案机关应当在三日内通知另行指派", en: "The organ must then ask for another lawyer within three days" },
  "NTF-COURT-RENOTIFY-3D": { zh: "逾期未通知的，电话催办并记入办案日志", en: "Call the court and log the call" },
  "HND-APPEAL-JUDG-10D":   { zh: "逾期不上诉的，一审判决发生法律效力", en: "Without an appeal the judgment takes effect" },
  "HND-APPEAL-RUL-5D":     { zh: "逾期不上诉的，一审裁定发生法律效力", en: "Without an appeal the ruling takes effect" },
  "HND-CIV-APPEAL-15D":    { zh: "逾期不上诉的，一审判决发生法律效力", en: "Without an appeal the judgment takes effect" },
  "HND-CIV-APPEAL-10D":    { zh: "逾期不上诉的，一审裁定发生法律效力", en: "Without an appeal the ruling takes effect" },
  "HND-ADM-APPEAL-15D":    { zh: "逾期不上诉的，一审判决发生法律效力", en: "Without an appeal the judgment takes effect" },
  "HND-ADM-APPEAL-10D":    { zh: "逾期不上诉的，一审裁定发生法律效力", en: "Without an appeal the ruling takes effect" },
  "HND-LAB-AWARD-45D":     { zh: "逾期未裁决的，当事人可以就该劳动争议向法院起诉", en: "Without an award in time the party may sue" },
  "REF-PREP-15D":          { zh: "期满后可以恢复开庭；被告人及其辩护人自愿的可以缩短", en: "The hearing may then go on; defendant and defender may agree to less" },
  "HND-PRES-SUE-30D":      { zh: "逾期不起诉或者申请仲裁的，解除保全", en: "If no suit or arbitration is filed, preservation is lifted" },
  "EMG-MAKEUP":            { zh: "逾期未补办手续的，由负责人决定是否终止", en: "If the formalities are not made up, the head decides whether to end aid" },
};
const LATE: Label = {
  zh: "逾期仍应办理，并须写明逾期原因",
  en: "It must still be done when late, and the reason for the delay stated",
};
const REPORTED: Label = {
  zh: "由对方机关负责；逾期计入统计，不影响本机构期限",
  en: "Owed by another organ: counted in the statistics, it never shortens our own period",
};
const OWN_PARTIES: ReadonlySet<string> = new Set(["legal_aid_agency", "handling_unit", "handler"]);

const shown = (moment: Moment): string => moment.replace("T", " ");

const ruleLine = ({ length, unit }: Clock, row: Deadline): CardLine => {
  const isBefore = row.direction === "before";
  return {
    kind: "rule",
    zh: `${row.zh}：${isBefore ? "提前" : ""}${length}${UNITS[unit].zh}，起算当${unit === "hour" ? "时" : "日"}不计入`,
    en: `${row.en}: ${length} ${UNITS[unit].en}${isBefore ? " before" : ""}, the starting ${unit === "hour" ? "hour" : "day"} not counted`,
  };
};

const skippedLine = ({ on, why }: SkippedDay): CardLine => ({
  kind: "skipped",
  zh: `${on} 为${REST[why].zh}`,
  en: `${on} is a rest day (${REST[why].en})`,
});

const suspensionLine = ({ from, to, expectedTo }: Suspension): CardLine => {
  const end = to ?? expectedTo;
  return {
    kind: "suspension",
    zh:
      to === undefined
        ? `自${from}起补充材料，期限中止（按${end ?? "尚未确定"}届满推算）`
        : `${from}至${to}补充材料，不计入期限`,
    en:
      to === undefined
        ? `Suspended since ${from} for supplementing (reckoned to ${end ?? "an open day"})`
        : `${from} to ${to} does not count: supplementing`,
  };
};

const resultLines = ({ target, hard, legal, unsuspendedHard }: Clock): readonly CardLine[] => [
  {
    kind: "result",
    zh: `内部目标：${target === null ? "—" : shown(target)}；期限：${shown(hard)}；法定最晚：${shown(legal)}`,
    en: `Target ${target === null ? "—" : shown(target)}; hard ${shown(hard)}; latest in law ${shown(legal)}`,
  },
  ...(unsuspendedHard === undefined
    ? []
    : [
        {
          kind: "result",
          zh: `如不中止：${shown(unsuspendedHard)}`,
          en: `Without the suspension: ${shown(unsuspendedHard)}`,
        } as const,
      ]),
];

const BREACHES: Readonly<Record<Clock["breach"], Label>> = {
  none: { zh: "按期", en: "in time" },
  late_after_hard: {
    zh: "超过期限、未超过法定最晚日",
    en: "after the hard date, within the latest date in law",
  },
  late_after_legal: { zh: "超过法定最晚日", en: "after the latest date in law" },
};

const endLine = ({ id, metAt, breach }: Clock, { party }: Deadline): CardLine => {
  if (metAt !== undefined)
    return {
      kind: "met",
      zh: `已于${shown(metAt)}完成：${BREACHES[breach].zh}`,
      en: `Done ${shown(metAt)}: ${BREACHES[breach].en}`,
    };
  return { kind: "missed", ...(MISSED[id] ?? (OWN_PARTIES.has(party) ? LATE : REPORTED)) };
};

const markLines = ({ provisional, unverified }: Clock, row: Deadline): readonly CardLine[] => [
  ...(unverified
    ? [
        {
          kind: "mark",
          zh: `期限长度未核实（${row.evidence}）${row.basis ? `：${row.basis}` : ""}`,
          en: `Length not verified (${row.evidence})${row.note ? `: ${row.note}` : ""}`,
        } as const,
      ]
    : []),
  ...(provisional
    ? [
        {
          kind: "mark",
          zh: "暂定：该年度放假安排尚未载入",
          en: "Provisional: the calendar of that year is not loaded",
        } as const,
      ]
    : []),
];

/** The explanation of one clock in both languages, line by line. `startLabel` names the fact that started it. */
export const clockCard = (clock: Clock, startLabel?: Label): ClockCard => {
  const row = deadline(clock.id);
  const article = { zh: sourceText(row.sources, "zh"), en: sourceText(row.sources, "en") };
  const start = startLabel ?? { zh: "起算", en: "Starts" };
  return {
    id: row.id,
    title: { zh: row.zh, en: row.en },
    party: row.party,
    article,
    lines: [
      {
        kind: "trigger",
        zh: `${start.zh}：${shown(clock.triggerAt)}`,
        en: `${start.en}: ${shown(clock.triggerAt)}`,
      },
      ruleLine(clock, row),
      { kind: "article", ...article },
      { kind: "gist", ...DEADLINE_GISTS[row.id] },
      ...clock.suspended.map(suspensionLine),
      ...clock.skipped.map(skippedLine),
      ...resultLines(clock),
      endLine(clock, row),
      ...markLines(clock, row),
    ],
  };
};
