import type { EntityType } from "../dictionary/entities.ts";
import type { Label } from "../dictionary/field.ts";
import type { LawMark } from "../law/laws.ts";
import type { Source } from "../law/sources.ts";
import type { ClockOutcome } from "./clockEvents.ts";
import type { MeasureName } from "./measures.ts";
import type { MomentName } from "./moments.ts";
import type { SplitName } from "./splits.ts";
import type { TestName } from "./tests.ts";

/** The groups R1 to R11 of the default indicator set. */
export const GROUPS = {
  R1: { zh: "咨询", en: "Consultation" },
  R2: { zh: "申请与审查", en: "Applications" },
  R3: { zh: "案件", en: "Cases" },
  R4: { zh: "受援人", en: "Recipients" },
  R5: { zh: "办理结果", en: "Outcome" },
  R6: { zh: "刑事协作与值班", en: "Criminal cooperation" },
  R7: { zh: "异议与投诉", en: "Objections and complaints" },
  R8: { zh: "机构与人员", en: "People" },
  R9: { zh: "经费", en: "Money" },
  R10: { zh: "质量", en: "Quality" },
  R11: { zh: "期限", en: "Timeliness" },
} as const satisfies Record<string, Label>;

/** The name of a group. */
export type GroupName = keyof typeof GROUPS;

/** In what a figure is counted: cases, persons, persons-times, items, fen, days, percent, or a plain quotient. */
export type Unit = "case" | "person" | "time" | "item" | "fen" | "day" | "percent" | "quotient";

/** A condition on a record, as plain data: a fact among codes, a fact that is known, a stage, or a named test. */
export type Clause =
  | { readonly f: string; readonly in: readonly string[] }
  | { readonly f: string; readonly known: boolean }
  | { readonly lane: string; readonly in: readonly string[] }
  | { readonly test: TestName };

type Words = {
  readonly id: string;
  readonly group: GroupName;
  readonly label: Label;
  /** The rule by which it is counted, in words a clerk can check. */
  readonly rule: Label;
  readonly unit: Unit;
  readonly source: Source;
  /** How far the rule itself can be trusted; the ministry's tables were not found, so none is V1. */
  readonly mark: LawMark;
};

/** A figure counted record by record. */
export type CountRow = Words & {
  readonly is: "count";
  readonly from: EntityType;
  /** The day that places it in a period: a fact (day or minute), or a named moment; "@now" for what stands at present. */
  readonly on: MomentName | (string & {});
  readonly where: readonly Clause[];
  /** How much one record adds. */
  readonly adds: MeasureName;
  /** A further breakdown by a code list. A record with several codes counts under each of them. */
  readonly by?: SplitName;
};

/** A figure counted over the statutory clocks of all records, by period. */
export type ClockRow = Words & {
  readonly is: "clock";
  readonly outcomes: readonly ClockOutcome[];
  /** Whose periods: those of this bureau and its handlers, or those of other organs. */
  readonly party: "own" | "others";
};

/** A quotient of two counted figures. */
export type RatioRow = Words & {
  readonly is: "ratio";
  readonly of: string;
  readonly per: string;
};

/** One row of an indicator table. Plain data, so that the ministry's tables can replace these. */
export type Indicator = CountRow | ClockRow | RatioRow;
