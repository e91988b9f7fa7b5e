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

/** Persons of whom no plea statement is asked: the grounds above, and minors whose guardian or defender objects. */
const needsNoPlea = ({ protectedGrounds = [], pleaContested }: DutyServiceFacts): boolean =>
  pleaContested === true || protectedGrounds.some((ground) => NEEDS_DEFENCE.has(ground));

/** V15 and V16: they warn, and the answer is written down. */
// biome-ignore format: a table is read by columns
const ROWS: readonly Row[] = [
  { id: "V15", source: [law("CPL", 174, 2), law("LAL", 25)],
    say: { zh: "该人不需要签署具结书（盲聋哑、限制行为能力，或者未成年人的法定代理人、辩护人有异议），应当通知辩护，而不是由值班律师在场", en: "No plea statement is asked of this person (blind, deaf, mute, partly incapacitated, or a minor whose guardian or defender objects): notified defence, not a duty lawyer" },
    applies: (facts) => isPlea(facts) && needsNoPlea(facts) },
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
