import type { CodeOf } from "../dictionary/codeList.ts";
import type { AID_FORMS } from "../dictionary/codes/aidForms.ts";
import type { Label } from "../dictionary/field.ts";
import type { Deadline, DeadlineId } from "./deadlines.ts";
import { DEADLINES } from "./deadlines.ts";
import type { ClosingList, Retention } from "./filing.ts";
import type { HardshipStandard } from "./hardshipStandard.ts";
import type { LawMark } from "./laws.ts";
import { DEFAULT_NUMBER_TEMPLATE } from "./numberTemplate.ts";
import type { Source } from "./sources.ts";
import { law } from "./sources.ts";

type AidForm = CodeOf<typeof AID_FORMS>;

type ParameterRow = {
  readonly label: Label;
  readonly unit: "flag" | "day" | "year" | "count" | "percent" | "code" | "template";
  readonly default: boolean | number | string;
  /** Allowed values of a code parameter. */
  readonly choices?: readonly string[];
  readonly mark: LawMark;
  readonly source: Source;
};

/**
 * What the law leaves open, or what was not read in the text in force: each is a named parameter of the bureau and is
 * shown with its mark. The lengths of marked periods are parameters too; their names are the ids of `DEADLINES`.
 */
// biome-ignore format: a table is read by columns
export const PARAMETERS = {
  numberTemplate: { label: { zh: "编号模板（{year} 年度、{shortName} 字头、{kind} 字、{n} 序号）", en: "Number template ({year}, {shortName}, {kind}, {n})" }, unit: "template", default: DEFAULT_NUMBER_TEMPLATE, mark: "U", source: law("DESIGN") },
  locality: { label: { zh: "适用的地方规定", en: "Local rules that apply here" }, unit: "code", default: "national", choices: ["national", "北京", "杭州", "山东", "浙江", "湖南", "云南保山"], mark: "D", source: law("DESIGN") },
  examSuspendDuringSupplement: { label: { zh: "补充材料期间不计入审查期限", en: "Supplement time does not count as examination time" }, unit: "flag", default: true, mark: "U", source: law("PRO2012", 13) },
  yearsForLifeDeath:  { label: { zh: "可能判处无期徒刑、死刑案件律师执业年限", en: "Years of practice for life or death cases" }, unit: "year", default: 3, mark: "V1", source: law("LAL", 26) },
  lifeDeathCountsFrom: { label: { zh: "执业年限起算", en: "Years of practice count from" }, unit: "code", default: "licence", choices: ["licence", "criminalDefence"], mark: "V2", source: law("PRO", 26) },
  formerJudgeYears:   { label: { zh: "法官、检察官离任回避年限", en: "Years during which a former judge or prosecutor may not act" }, unit: "year", default: 2, mark: "V1", source: law("LWY", 41) },
  formerClientYears:  { label: { zh: "曾代理对方当事人的提示年限", en: "Years during which an earlier client on the other side is a warning" }, unit: "year", default: 3, mark: "D", source: law("DESIGN") },
  conflictSearchYears: { label: { zh: "利益冲突检索年限", en: "Years the conflict search looks back" }, unit: "year", default: 5, mark: "D", source: law("DESIGN") },
  defaultMaxOpenCases: { label: { zh: "同时承办案件数提示线", en: "Open cases at which a warning is shown" }, unit: "count", default: 15, mark: "D", source: law("DESIGN") },
  organLateDays:      { label: { zh: "办案机关逾期通知统计天数", en: "Days after which an organ's letter counts as late" }, unit: "day", default: 3, mark: "V1", source: law("LAL", 36) },
  courtNoticeDays:    { label: { zh: "法院通知距开庭的最少天数", en: "Fewest days between a court's letter and the hearing" }, unit: "day", default: 15, mark: "V1", source: law("SPC", 49, 1) },
  emergencyWindowDays: { label: { zh: "时效届满紧急天数", en: "Days before a limitation at which aid is urgent" }, unit: "day", default: 7, mark: "V1", source: law("LAL", 44, 1, 1) },
  agreementForNotified: { label: { zh: "通知辩护案件须签订委托协议", en: "Notified cases need an agreement too" }, unit: "flag", default: false, mark: "U", source: law("HZ", 31) },
  prosecutionPilot:   { label: { zh: "审查起诉阶段辩护全覆盖试点地区", en: "Pilot area for defence at prosecution review" }, unit: "flag", default: false, mark: "V2", source: law("COV") },
  caseGranularity:    { label: { zh: "按诉讼阶段分别立案", en: "What counts as one case" }, unit: "code", default: "stage", choices: ["stage", "matter"], mark: "U", source: law("DESIGN") },
  emergencyFailEffect: { label: { zh: "先行提供后不符合条件的费用", en: "Costs when emergency aid fails the examination" }, unit: "code", default: "none", choices: ["none", "recover"], mark: "U", source: law("LAL", 64) },
  silenceRemindDays:  { label: { zh: "办案日志无记录提醒天数", en: "Days without a log entry until a reminder" }, unit: "day", default: 30, mark: "D", source: law("DESIGN") },
  silenceQualityDays: { label: { zh: "办案日志无记录质量检查天数", en: "Days without a log entry until a quality check" }, unit: "day", default: 60, mark: "D", source: law("DESIGN") },
  objectionWarnDays:  { label: { zh: "提出异议较晚的提示天数", en: "Days after service at which an objection is remarked as late" }, unit: "day", default: 60, mark: "D", source: law("DESIGN") },
  earlyEndPercent:    { label: { zh: "提前终止案件补贴比例", en: "Share of the subsidy when a case ends early" }, unit: "percent", default: 100, mark: "U", source: law("SUB") },
  archiveTransferYears: { label: { zh: "县级档案移交档案馆年限", en: "Years until files go to the county archives" }, unit: "year", default: 10, mark: "V1", source: law("ARCHR", 20) },
  approvalStages:     { label: { zh: "审批级数", en: "Approval stages" }, unit: "count", default: 1, mark: "D", source: law("DESIGN") },
  groupCaseCounts:    { label: { zh: "群体案件计件", en: "How a group case counts" }, unit: "code", default: "one", choices: ["one", "perRecipient"], mark: "U", source: law("DESIGN") },
  closingDayBasis:    { label: { zh: "统计结案日", en: "The day on which a case counts as closed" }, unit: "code", default: "result", choices: ["result", "review"], mark: "U", source: law("DESIGN") },
  publishSmallCounts: { label: { zh: "公示时隐去具体数字的下限", en: "Counts below this are not published as numbers" }, unit: "count", default: 3, mark: "D", source: law("DESIGN") },
} as const satisfies Record<string, ParameterRow>;

export type ParameterName = keyof typeof PARAMETERS;

type Widened<T> = T extends boolean ? boolean : T extends number ? number : string;

/** The parameters in force at one bureau on one day. */
export type Parameters = {
  readonly [N in ParameterName]: Widened<(typeof PARAMETERS)[N]["default"]>;
} & {
  /** Lengths that replace the defaults of marked deadline rows, in the row's own unit. */
  readonly periods: Readonly<Partial<Record<DeadlineId, number>>>;
  readonly hardshipStandards: readonly HardshipStandard[];
  /** The approved schedule of retention by kind of aid; nothing is known of a kind that is not here (条例第十九条). */
  readonly retentions: Readonly<Partial<Record<AidForm, Retention>>>;
  /** The bureau's own closing file by kind of aid; the shipped list stands for kinds that are not here. */
  readonly closingLists: Readonly<Partial<Record<AidForm, ClosingList>>>;
};

const defaults = Object.fromEntries(Object.entries(PARAMETERS).map(([name, row]) => [name, row.default]));

/** What applies where the bureau has set nothing. No hardship standard is invented: without one the result is MANUAL. */
export const DEFAULT_PARAMETERS = {
  ...defaults,
  periods: {},
  hardshipStandards: [],
  retentions: {},
  closingLists: {},
} as unknown as Parameters;

/** The deadline rows whose length a bureau may set. */
export const PERIOD_PARAMETERS: readonly Deadline[] = DEADLINES.filter(({ parameter }) => parameter === true);

/** The row of a named parameter, with the general shape. */
export const parameterRow = (name: ParameterName): ParameterRow => PARAMETERS[name];
