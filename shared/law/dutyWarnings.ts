import type { DutyServiceFacts } from "../dictionary/duty.ts";
import type { Label } from "../dictionary/field.ts";
import type { RecordRemark } from "./recordRemark.ts";
import { law, type Source } from "./sources.ts";

type Row = {
  readonly id: string;
  readonly say: Label;
  readonly source: readonly Source[];
  readonly applies: (facts: DutyServiceFacts) => boolean;
};

/** Persons who sign no plea statement without a defender: blind, deaf or mute, or partially incapacitated. */
const NEEDS_DEFENCE: ReadonlySet<string> = new Set(["N25_2", "N25_3"]);

const isPlea = ({ kinds = [], pleaSignedAt }: DutyServiceFacts): boolean =>
  pleaSignedAt !== undefined || kinds.includes("DH_PLEDGE");

/** V15 and V16: they warn, and the answer is written down. */
// biome-ignore format: a table is read by columns
const ROWS: readonly Row[] = [
  { id: "V15", source: [law("CPL", 174), law("LAL", 25)],
    say: { zh: "该人属于应当通知辩护的情形，应当由辩护人而不是值班律师在场", en: "This person needs notified defence, not a duty lawyer, at the plea statement" },
    applies: (facts) => isPlea(facts) && (facts.protectedGrounds ?? []).some((ground) => NEEDS_DEFENCE.has(ground)) },
  { id: "V16", source: [law("LAL", 30)],
    say: { zh: "该人已有辩护人，值班律师法律帮助只提供给没有辩护人的人", en: "This person has a defender; duty help is for persons without one" },
    applies: ({ hasDefender }) => hasDefender === true },
];

/** What to answer in writing when this help is recorded. */
export const dutyWarnings = (facts: DutyServiceFacts): readonly RecordRemark[] =>
  ROWS.filter(({ applies }) => applies(facts)).map(({ id, say, source }) => ({
    id,
    severity: "warn",
    say,
    source,
  }));
