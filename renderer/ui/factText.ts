import { type CodeList, codeLabel } from "../../shared/dictionary/codeList.ts";
import type { Field } from "../../shared/dictionary/field.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { type Fen, fenOfYuan, isFen, yuanOfFen } from "../../shared/kernel/fen.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Language } from "./language.tsx";

type Reader = (text: string) => Json | undefined;

const NUMBER = /^\d{1,10}$/;
/** People type 20260309, 2026.3.9, 2026/3/9 and 2026年3月9日; all mean one day. */
const LOOSE_DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;
const TIGHT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const LOOSE_TIME = /^(\d{1,2})[:：点时]?(\d{2})分?$/;

const narrow = (text: string): string =>
  text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[－—]/gu, "-");

/** A day as people type it, in the form it is stored; the text itself when it is no day. */
export const dayOfText = (text: string): string => {
  const parts = TIGHT_DAY.exec(narrow(text)) ?? LOOSE_DAY.exec(narrow(text));
  if (parts === null) return text;
  const [, year = "", month = "", date = ""] = parts;
  return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
};

/** A civil minute as people type it, in the form it is stored; the text itself when it is none. */
export const instantOfText = (text: string): string => {
  const [date = "", time = ""] = narrow(text.trim()).split(/[T\s]+/u);
  const parts = LOOSE_TIME.exec(time);
  return parts === null ? text : `${dayOfText(date)}T${(parts[1] ?? "").padStart(2, "0")}:${parts[2]}`;
};

const READERS: Partial<Readonly<Record<Field["kind"], Reader>>> = {
  day: dayOfText,
  instant: instantOfText,
  whole: (text) => (NUMBER.test(narrow(text)) ? Number(narrow(text)) : undefined),
  fen: (text) => fenOfYuan(narrow(text)) ?? undefined,
  citizenId: (text) => narrow(text).replace(/\s/gu, "").toUpperCase(),
};

/**
 * The value a typed text stands for; empty text is null, which clears the fact. Refused when the dictionary does not
 * accept it, so that nothing half-typed is ever saved as a fact.
 */
export const readFact = (field: Field, text: string): Result<Json> => {
  const trimmed = text.trim();
  if (trimmed === "") return done(null);
  const value = READERS[field.kind]?.(trimmed) ?? (field.kind in READERS ? undefined : trimmed);
  if (value === undefined || !field.schema.safeParse(value).success) {
    return refuse(field.kind === "citizenId" ? "check-digit" : "value-invalid", field.source);
  }
  return done(value);
};

/** The text in which a fact is typed again: amounts in yuan without grouping, minutes with a blank. */
export const editText = ({ kind }: Field, value: Json | undefined): string => {
  if (value === undefined || value === null) return "";
  if (kind === "fen" && isFen(value))
    return yuanOfFen(value as Fen)
      .replaceAll(",", "")
      .replace(/\.00$/, "");
  return kind === "instant" ? String(value).replace("T", " ") : String(value);
};

const labels = (choices: CodeList, codes: readonly string[], language: Language): string =>
  codes.map((code) => codeLabel(choices, code, language)).join(language === "zh" ? "、" : ", ");

/** A fact as a screen states it: the label of a code, yuan for fen, 是/否 for a flag; "" when unknown. */
export const factText = (
  { kind, choices = {} }: Field,
  value: Json | undefined,
  language: Language,
): string => {
  if (value === undefined || value === null) return "";
  if (kind === "code") return codeLabel(choices, String(value), language);
  if (kind === "codes" && Array.isArray(value)) return labels(choices, value.map(String), language);
  if (kind === "flag")
    return value === true ? { zh: "是", en: "Yes" }[language] : { zh: "否", en: "No" }[language];
  if (kind === "fen" && isFen(value))
    return `${yuanOfFen(value as Fen)} ${{ zh: "元", en: "yuan" }[language]}`;
  return kind === "instant" ? String(value).replace("T", " ") : String(value);
};
