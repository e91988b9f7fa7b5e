import { chanceOf, itemAt } from "../../../../build/year/chance.ts";
import { type Invented, personsOf, recipientFacts } from "../../../../build/year/persons.ts";
import type { Json } from "../../../../shared/kernel/canonicalJson.ts";
import { APPLICATION } from "../aCase.ts";

type Facts = { readonly [f: string]: Json };

/** One wish of a clerk, as the page takes it: which call, and with what. */
export type Wish =
  | readonly ["create" | "record", t: string, id: string, facts: Facts]
  | readonly ["addRow", id: string, f: string, row: Facts]
  | readonly ["step", id: string, step: string, facts: Facts];

/** How much ten desks do without a line: `conflicts` field groups that every desk writes otherwise than all others. */
export type Weeks = {
  readonly desks: number;
  readonly ops: number;
  readonly conflicts: number;
  readonly seed: number;
};

/** A field group that all desks write, each its own way. */
export type Disputed = { readonly id: string; readonly f: "residence" | "#identity" };
/** A fact that one desk alone writes, on a record that all of them write. */
export type Alone = { readonly id: string; readonly f: string; readonly v: string };

/** Everything told beforehand: what is shared before the line goes, what each desk then does, and what must come out. */
export type ToldWeeks = {
  readonly shared: readonly Wish[];
  readonly of: readonly (readonly Wish[])[];
  readonly disputed: readonly Disputed[];
  readonly alone: readonly Alone[];
  /** The values that desk `at` wrote into what is disputed, in its order. */
  readonly said: (disputed: Disputed, at: number) => Json;
};

/** Free fields of a case, one for each desk: ten people who each fill in another line of one form disagree on nothing. */
const LINES = [
  "employer",
  "occupation",
  "ethnicity",
  "nationality",
  "alternativeContact",
  "householdAddress",
  "formerName",
  "health",
  "languageNeed",
  "disabilityType",
] as const;
const SAME = "支付拖欠的工资";

const fileAt = (at: number): string => `shared-${String(at).padStart(6, "0")}`;

/** Every second file is disputed in two groups: four hundred conflicts are on more records than one list shows. */
const disputedOf = (conflicts: number): readonly Disputed[] => {
  const all: Disputed[] = [];
  for (let at = 0; all.length < conflicts; at += 1) {
    all.push({ id: fileAt(at), f: "residence" });
    if (at % 2 === 1 && all.length < conflicts) all.push({ id: fileAt(at), f: "#identity" });
  }
  return all;
};

/** A case of the desk's own, from the counter to the receipt, with what is corrected in it afterwards. */
const ownCase = (id: string, who: Invented): readonly Wish[] => [
  ["create", "aidFile", id, { ...APPLICATION, ...recipientFacts(who), track: "T3_EXEMPT42" }],
  ["addRow", id, "materials", { kind: "FORM", title: "申请表", copies: 1 }],
  ["step", id, "receive", {}],
  ["record", "aidFile", id, { caseFacts: `${who.name}在工地做工三个月，没有书面合同，工资至今未付。` }],
  ["record", "aidFile", id, { phone: `199${who.phone.slice(3)}`, occupation: "建筑工人" }],
  ["record", "aidFile", id, { employer: "甲县宏远建筑有限公司", mailingAddress: who.residence }],
  ["record", "aidFile", id, { caseFacts: `${who.name}等十二人的工资自三月起未付，工头出具了欠条。` }],
  ["create", "consultation", `asked-${id}`, { channel: "WINDOW", matter: "M31_5B" }],
];

/** Tells what ten desks do in three weeks without a line. The same seed tells the same. */
export const tellWeeks = ({ desks, ops, conflicts, seed }: Weeks): ToldWeeks => {
  const chance = chanceOf(seed);
  const persons = personsOf(chance);
  const disputed = disputedOf(conflicts);
  const files = [...new Set(disputed.map(({ id }) => id))];
  const people = new Map(files.map((id) => [id, persons.person()]));
  const numbers = new Map(files.map((id) => [id, Array.from({ length: desks }, () => persons.person())]));
  const said = ({ id, f }: Disputed, at: number): Json => {
    const other = itemAt(numbers.get(id) ?? [], at);
    if (f === "residence") return `${other.residence}（${at + 1}号工位记）`;
    return { personName: people.get(id)?.name ?? "", certType: "ID", certNo: other.certNo };
  };
  const factsOf = (each: Disputed, at: number): Facts => {
    const v = said(each, at);
    return each.f === "residence" ? { residence: v } : (v as Facts);
  };
  const alone: Alone[] = [];
  const onShared = (at: number): readonly Wish[] => [
    ...disputed.map((each): Wish => ["record", "aidFile", each.id, factsOf(each, at)]),
    ...files.map((id): Wish => {
      const line = { id, f: itemAt(LINES, at), v: `${itemAt(LINES, at)} ${chance.whole(1, 999)}` };
      alone.push(line);
      return ["record", "aidFile", id, { [line.f]: line.v, request: SAME }];
    }),
  ];
  const weeksOf = (at: number): readonly Wish[] => {
    const wishes = [...onShared(at)];
    while (wishes.length < ops) wishes.push(...ownCase(chance.id(), persons.person()));
    return wishes.slice(0, ops);
  };
  return {
    shared: files.map((id): Wish => {
      const who = people.get(id);
      if (who === undefined) throw new Error("every file has a person");
      return ["create", "aidFile", id, { ...APPLICATION, ...recipientFacts(who) }];
    }),
    of: Array.from({ length: desks }, (_, at) => weeksOf(at)),
    disputed,
    alone,
    said,
  };
};
