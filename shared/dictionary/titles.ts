import type { Json } from "../kernel/canonicalJson.ts";
import type { EntityType } from "./entities.ts";

/** By which facts people call a record, most telling first: plain texts, days and numbers only. */
// biome-ignore format: a table is read by columns
const TITLE_FACTS: Partial<Readonly<Record<EntityType, readonly string[]>>> = {
  aidFile:      ["personName", "caseNo", "applicationNo"],
  consultation: ["personName", "askedAt"],
  objection:    ["objectorName", "no"],
  transfer:     ["personName", "fromOrgan"],
  cooperation:  ["agency", "no"],
  verification: ["addresseeName"],
  penaltyLead:  ["decisionNo", "openedAt"],
  dutyShift:    ["startsAt"],
  dutyRequest:  ["personName", "organ"],
  dutyService:  ["personName", "organ"],
  complaint:    ["complainantName", "no"],
  quality:      ["batch", "openedAt"],
  subsidyClaim: ["submittedAt"],
  fundEntry:    ["voucherNo", "summary"],
  donation:     ["donorName", "receiptNo"],
  commendation: ["award", "year"],
  numberVoid:   ["series", "year", "from"],
  archiveFile:  ["archiveNo"],
  look:         ["lookedAt"],
  exportApproval: ["requestedAt", "untilOn"],
  samePerson:   ["foundAt"],
  statPeriod:   ["period"],
  template:     ["version"],
};
const NAMED = ["name"];

type Titled = { readonly t: string; readonly facts: { readonly [f: string]: Json } };

/** The facts by which people call records of kind `t`. */
export const titleFactsOf = (t: string): readonly string[] =>
  (Object.hasOwn(TITLE_FACTS, t) ? TITLE_FACTS[t as EntityType] : undefined) ?? NAMED;

/** What people call a record; "" while nothing of it is known. */
export const titleOf = ({ t, facts }: Titled): string =>
  titleFactsOf(t)
    .map((f) => String(facts[f] ?? "").replace("T", " "))
    .filter((text) => text !== "")
    .join(" · ");
