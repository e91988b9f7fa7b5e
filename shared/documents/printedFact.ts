import type { CodeList } from "../dictionary/codeList.ts";
import { codeLabel } from "../dictionary/codeList.ts";
import type { Field, Shape } from "../dictionary/field.ts";
import type { Day } from "../kernel/day.ts";
import type { Fen } from "../kernel/fen.ts";
import type { Moment } from "../kernel/instant.ts";
import { moneyInText } from "./capitalMoney.ts";
import { dayInText, momentInText } from "./chineseDate.ts";

/** What a template receives for one slot: text, a condition, or the rows of a list. */
export type Printed = string | boolean | readonly PrintedRow[];
export type PrintedRow = { readonly [slot: string]: string };

/** Stands where an optional fact is unknown: an empty cell would look as if somebody had forgotten it. */
export const NOT_STATED = "—";

/** Words for yes-or-no facts that read badly as 是 and 否. */
const FLAG_WORDS: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  isOriginal: ["原件", "复印件"],
  isOrganisation: ["单位", "个人"],
  toldRightToApply: ["已告知", "未告知"],
  hasAgentAlready: ["已委托", "未委托"],
  scopeOk: ["属于", "不属于"],
  recusalChecked: ["已核对，无须回避", "尚未核对"],
};

/** A missing relation in the household table is the applicant's own row (shared/law/hardship.ts). */
const MISSING_WORDS: Readonly<Record<string, string>> = { relation: "本人" };

const labelOf = (field: Field, code: unknown): string =>
  codeLabel(field.choices as CodeList, String(code), "zh")
    .replaceAll("(", "（")
    .replaceAll(")", "）");

type NameOf = (id: string) => string | undefined;
type Entry = { readonly name: string; readonly field: Field; readonly value: unknown };

/** One fact as it is printed: a code's label, a day in Chinese, money with 大写, a person's name instead of an id. */
export const printedFact = ({ name, field, value }: Entry, nameOf: NameOf): Printed => {
  if (field.kind === "list") return printedRows(field.row ?? {}, value, nameOf);
  if (value === undefined || value === null || value === "") return MISSING_WORDS[name] ?? NOT_STATED;
  switch (field.kind) {
    case "day":
      return dayInText(value as Day);
    case "instant":
      return momentInText(value as Moment);
    case "fen":
      return moneyInText(value as Fen);
    case "flag":
      return (FLAG_WORDS[name] ?? ["是", "否"])[value === true ? 0 : 1];
    case "code":
      return labelOf(field, value);
    case "codes":
      return (value as readonly unknown[]).map((code) => labelOf(field, code)).join("、") || NOT_STATED;
    case "ref":
      return nameOf(String(value)) ?? NOT_STATED;
    default:
      return String(value);
  }
};

/** The rows of a list, numbered from 1 in the slot `no`. Amounts in rows are plain yuan: a table has no room for 大写. */
const printedRows = (row: Shape, value: unknown, nameOf: NameOf): readonly PrintedRow[] => {
  const rows = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
  return rows.map((facts, at) => ({
    no: String(at + 1),
    ...Object.fromEntries(
      Object.entries(row).map(([name, field]) => {
        const text = printedFact({ name, field, value: facts[name] }, nameOf) as string;
        return [name, field.kind === "fen" ? text.replace(/元（大写.*$/, "") : text];
      }),
    ),
  }));
};

/** Every fact of a record under its dictionary name, unknown ones as `NOT_STATED`, unknown lists as no rows. */
export const printedFacts = (
  shape: Shape,
  facts: Readonly<Record<string, unknown>>,
  nameOf: NameOf,
): Readonly<Record<string, Printed>> =>
  Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [
      name,
      printedFact({ name, field, value: facts[name] }, nameOf),
    ]),
  );
