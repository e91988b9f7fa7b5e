import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Label } from "../dictionary/field.ts";
import { ageOn } from "../kernel/citizenId.ts";
import type { Day } from "../kernel/day.ts";
import { bornOn, isMinor, sexOfRecipient } from "./persons.ts";
import { law, type Source } from "./sources.ts";

/** Why a file comes before others that are due on the same day. The lower rank comes first. */
export type Priority = {
  readonly id: string;
  readonly rank: number;
  readonly label: Label;
  readonly source: readonly Source[];
};

type Row = Priority & { readonly applies: (facts: AidFacts, on: Day) => boolean };
type Category = NonNullable<AidFacts["categories"]>[number];

/** From this age on a recipient is elderly (老年人权益保障法 and the registers: sixty years). */
const ELDERLY_YEARS = 60;

const isOne =
  (...wanted: readonly Category[]) =>
  ({ categories = [] }: AidFacts): boolean =>
    wanted.some((category) => categories.includes(category));

const isElderly = (facts: AidFacts, on: Day): boolean => {
  const born = bornOn(facts);
  return isOne("ELDERLY")(facts) || (born !== null && ageOn(born, on) >= ELDERLY_YEARS);
};

const claimsPay = ({ matter, secondaryMatter }: AidFacts): boolean =>
  matter === "M31_5B" || secondaryMatter === "M31_5B";

/** Whom the law asks to be aided first, or with particular care: derived from what the file says, never typed in. */
// biome-ignore format: a table is read by columns
const ROWS: readonly Row[] = [
  { id: "PRI-SOLDIER", rank: 1, source: [law("SOLD", 61)], label: { zh: "军人军属优先", en: "Soldiers and families first" },
    applies: isOne("SOLDIER", "MILFAM") },
  { id: "PRI-WAGE", rank: 2, source: [law("WAGE", 45)], label: { zh: "农民工讨薪", en: "Migrant worker's pay" },
    applies: (facts) => isOne("MIGRANT")(facts) && claimsPay(facts) },
  { id: "PRI-BARRIER", rank: 3, source: [law("LAL", 45)], label: { zh: "无障碍服务", en: "Barrier-free service" },
    applies: (facts, on) => isOne("DISABLED")(facts) || isElderly(facts, on) },
  { id: "PRI-CARE", rank: 4, source: [law("MINOR", 104), law("WOMEN", 72), law("VET", 70)], label: { zh: "重点援助对象", en: "Particular care" },
    applies: (facts, on) => isMinor(facts, on) || isOne("WOMAN", "VETERAN")(facts) || sexOfRecipient(facts) === "F" },
];

/** The first reason for priority, or null: foreigners and all others wait their turn (法律援助法第六十九条 is the head's to decide). */
export const priorityOf = (facts: AidFacts, on: Day): Priority | null => {
  const row = ROWS.find(({ applies }) => applies(facts, on));
  if (row === undefined) return null;
  const { id, rank, label, source } = row;
  return { id, rank, label, source };
};
