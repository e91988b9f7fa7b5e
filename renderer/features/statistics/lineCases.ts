import { ENTITIES, type EntityType, isEntityType } from "../../../shared/dictionary/entities.ts";
import type { Label } from "../../../shared/dictionary/field.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import type { Line } from "../../../shared/statistics/tabulate.ts";
import { isPrivate, PERSON_NAMES, someName } from "../../../shared/workflow/confidentiality.ts";
import type { Statistics } from "./countPeriod.ts";

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
const REGISTERS: ReadonlySet<string> = new Set(["lawyer", "provider", "staff"]);

const textOf = ({ facts }: StatRecord, names: readonly string[]): string => {
  const found = names.map((name) => facts[name]).find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
};

const numberOf = (record: StatRecord): string => {
  const number = textOf(record, NUMBERS);
  return number === "" ? textOf(record, DAYS).replace("T", " ").slice(0, MINUTE) : number;
};

/** What stands for the name in a minor's case, a private one, and whatever belongs to such a case. */
const NOBODY = "某某";

type ByKey = ReturnType<Statistics["byKey"]>;

const nameOf = (record: StatRecord, byKey: ByKey): string => {
  if (REGISTERS.has(record.t)) return textOf(record, ["name"]);
  const name = textOf(record, PERSON_NAMES);
  const file = record.t === "aidFile" ? record : byKey.get(`aidFile/${String(record.facts.fileId)}`);
  const isKept = file !== undefined && isPrivate(file);
  return name !== "" && isKept ? NOBODY : someName(name);
};

/** The records behind a line's figure of one column, in the order of their numbers. */
export const casesBehind = (line: Line, column: number, { byKey }: Statistics): readonly CaseLine[] => {
  const records = byKey();
  return (line.figures[column]?.parts() ?? [])
    .flatMap(({ t, id, amount }) => {
      const record = records.get(`${t}/${id}`);
      if (record === undefined || !isEntityType(t)) return [];
      const name = nameOf(record, records);
      return [{ t, id, kind: ENTITIES[t].label, number: numberOf(record), name, amount }];
    })
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
};
