import { ENTITIES, type EntityType, isEntityType } from "../../../shared/dictionary/entities.ts";
import type { Label } from "../../../shared/dictionary/field.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import type { Line } from "../../../shared/statistics/tabulate.ts";
import type { Statistics } from "./useStatistics.ts";

/** One record behind a figure: its kind, its official number, a masked name, and what it added. */
export type CaseLine = {
  readonly t: EntityType;
  readonly id: string;
  readonly kind: Label;
  readonly number: string;
  readonly name: string;
  readonly amount: number;
};

const NUMBERS = [
  "caseNo",
  "applicationNo",
  "no",
  "noticeLetterNo",
  "voucherNo",
  "batch",
  "receiptNo",
] as const;
const NAMES = ["personName", "objectorName", "complainantName"] as const;
const DAYS = [
  "receivedAt",
  "askedAt",
  "servedAt",
  "noticeReceivedAt",
  "submittedAt",
  "openedAt",
  "enteredOn",
] as const;
const MINUTE = 16;

const textOf = ({ facts }: StatRecord, names: readonly string[]): string => {
  const found = names.map((name) => facts[name]).find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
};

/** A name as lists outside the file show it: the surname only. */
export const maskedName = (name: string): string => (name === "" ? "" : `${[...name][0]}某`);

const numberOf = (record: StatRecord): string => {
  const number = textOf(record, NUMBERS);
  return number === "" ? textOf(record, DAYS).replace("T", " ").slice(0, MINUTE) : number;
};

/** The records behind a line's figure of one column, in the order of their numbers. */
export const casesBehind = (line: Line, column: number, { byKey }: Statistics): readonly CaseLine[] =>
  (line.figures[column]?.parts() ?? [])
    .flatMap(({ t, id, amount }) => {
      const record = byKey.get(`${t}/${id}`);
      if (record === undefined || !isEntityType(t)) return [];
      const isRegister = t === "lawyer" || t === "provider" || t === "staff";
      const isPrivate = record.facts.sensitivity === "PRIVACY";
      const person = maskedName(isPrivate ? "某" : textOf(record, NAMES));
      const name = isRegister ? textOf(record, ["name"]) : person;
      return [{ t, id, kind: ENTITIES[t].label, number: numberOf(record), name, amount }];
    })
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
