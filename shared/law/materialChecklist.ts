import type { AidFacts } from "../dictionary/aidFile.ts";
import type { MATERIAL_KINDS } from "../dictionary/codes/ours.ts";
import type { Label } from "../dictionary/field.ts";
import { mayAsk } from "./questions.ts";
import type { Source } from "./sources.ts";
import { law } from "./sources.ts";

type Kind = keyof typeof MATERIAL_KINDS;

/** One paper of the application: whether this person needs it, and what the law accepts in its place. */
type ChecklistRow = {
  readonly kind: Kind;
  readonly isOptional?: true;
  readonly instead?: Label;
  readonly source: Source;
};

type Rule = ChecklistRow & { readonly applies: (facts: AidFacts) => boolean };

const always = (): boolean => true;
const asksHardship = ({ track }: AidFacts): boolean => track !== undefined && mayAsk("hardship", track).ok;
const isExempted = ({ track }: AidFacts): boolean => track === "T3_EXEMPT42";
const isForAnother = ({ applyingAs }: AidFacts): boolean => applyingAs !== undefined && applyingAs !== "SELF";

/** Base list of 法律援助条例第十七条, narrowed by track. Hardship papers exist on T1 and T2 only. */
// biome-ignore format: a table is read by columns
const RULES: readonly Rule[] = [
  { kind: "FORM", applies: always, source: law("REG", 17), instead: { zh: "书写确有困难的，口头申请，由工作人员代录", en: "Where writing is truly difficult: an oral application recorded by staff" } },
  { kind: "IDCARD", applies: always, source: law("REG", 17), instead: { zh: "户口簿、临时身份证或者办案机关出具的身份证明", en: "Household register, interim card, or the organ's statement of identity" } },
  { kind: "PROXYPROOF", applies: isForAnother, source: law("REG", 17), instead: { zh: "户口簿或者村（居）民委员会出具的关系证明", en: "Household register or the committee's statement of the relation" } },
  { kind: "HARDSHIP", applies: asksHardship, source: law("LAL", 41, 2), instead: { zh: "信息共享查询，或者个人诚信承诺", en: "A data query, or a personal integrity pledge" } },
  { kind: "HARDSUPP", applies: asksHardship, isOptional: true, source: law("LAL", 41, 2), instead: { zh: "已作承诺的，可以不交", en: "Not needed where a pledge was made" } },
  { kind: "EXEMPT", applies: isExempted, source: law("LAL", 42), instead: { zh: "任何一件证明属于免予核查人员的材料即可", en: "Any one paper that shows the exemption will do" } },
  { kind: "CASEPAPER", applies: always, source: law("REG", 17), instead: { zh: "没有书面材料的，可以提供证人或者线索，由工作人员记录", en: "Without papers: witnesses or leads, recorded by staff" } },
  { kind: "OFFICIAL", applies: always, isOptional: true, source: law("REG", 17), instead: { zh: "尚未作出的，注明即可，不影响接收", en: "If not yet made, say so; it does not prevent receipt" } },
];

/** The papers this applicant is asked for. */
export const checklistOf = (facts: AidFacts): readonly ChecklistRow[] =>
  RULES.filter(({ applies }) => applies(facts)).map(({ applies: _applies, ...row }) => row);

/** True when something of the kind has been handed in. */
export const isHandedIn = ({ materials = [] }: AidFacts, wanted: string): boolean =>
  materials.some(({ kind }) => kind === wanted);

/** Kinds of material this applicant still owes; a reminder, for the law lets them be supplied later (第四十三条第二款). */
export const missingMaterials = (facts: AidFacts): readonly Kind[] =>
  checklistOf(facts)
    .filter(({ kind, isOptional }) => isOptional !== true && !isHandedIn(facts, kind))
    .map(({ kind }) => kind);
