import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Label } from "../dictionary/field.ts";
import { isBeforeCourt } from "./clockConditions.ts";
import type { RecordRemark } from "./recordRemark.ts";
import { law, type Source } from "./sources.ts";

type WarningRow = {
  readonly id: string;
  readonly say: Label;
  readonly source: readonly Source[];
  readonly applies: (facts: AidFacts) => boolean;
};

/** Changes of defender that a trial procedure normally allows (最高法刑诉解释第三百一十一条). */
const CHANGES_MAX = 2;

const isMandatory = ({ noticeGround }: AidFacts): boolean => noticeGround?.startsWith("N25_") === true;

/** Refusals before the present one, as the step keeps them: `day;day`. */
const refusalsBefore = ({ refusedEarlier = "" }: AidFacts): number =>
  refusedEarlier.split(";").filter((on) => on !== "").length;

/** How often the defender was changed in this instance: as recorded, or as the refusals on file show. */
const changes = (facts: AidFacts): number => Math.max(facts.changeCount ?? 0, refusalsBefore(facts));

/** What to weigh when a suspect or defendant refuses the lawyer. The organ decides; the desk only warns. */
// biome-ignore format: a table is read by columns
const ROWS: readonly WarningRow[] = [
  { id: "RPW-REASON", source: [law("SPC", 50, 2), law("SPP", 44), law("MPS", 47)],
    say: { zh: "应当通知辩护的案件，拒绝理由由办案机关审查；准许的，五日内自行委托，未委托的办案机关三日内另行通知", en: "Mandatory defence: the organ examines the reason; own counsel within five days, else a new notice within three" },
    applies: isMandatory },
  { id: "RPW-TWICE", source: [law("SPC", 311)],
    say: { zh: "同一审判程序中更换辩护人一般不得超过两次", en: "Within one trial procedure the defender is normally changed at most twice" },
    applies: (facts) => changes(facts) >= CHANGES_MAX },
  { id: "RPW-COURT", source: [law("SPC", 311)],
    say: { zh: "应当通知辩护的被告人重新开庭后再次当庭拒绝辩护的，不予准许", en: "In mandatory defence a second refusal in court is not permitted" },
    applies: (facts) => isMandatory(facts) && facts.refusedInCourt === true && changes(facts) >= 1 },
  { id: "RPW-PREPARE", source: [law("SPC", 313)],
    say: { zh: "另行委托或者指派辩护人的，自宣布延期审理之日起至第十五日止准备辩护", en: "The new defender has until the fifteenth day after the adjournment to prepare" },
    applies: (facts) => isBeforeCourt(facts) && facts.refusedInCourt === true },
];

const warningsOf = (facts: AidFacts): readonly RecordRemark[] =>
  ROWS.filter(({ applies }) => applies(facts)).map(({ id, say, source }) => ({
    id,
    severity: "warn",
    say,
    source,
  }));

/** Everything to be answered in writing before the head replaces a lawyer whom the person refused. */
export const replacementWarnings = (facts: AidFacts): readonly RecordRemark[] =>
  facts.replacementReasons?.includes("RP_REFUSED") === true ? warningsOf(facts) : [];

/** Where a refusal stands that the organ has not settled yet. */
const OPEN: ReadonlySet<string> = new Set(["refused", "permitted", "noCounsel", "renotified"]);

/** The same, shown while a refusal is open that came without a request for replacement: the first, the second or a later one. */
export const refusalRemarks = (
  facts: AidFacts,
  stages: Readonly<Record<string, string>>,
): readonly RecordRemark[] => (OPEN.has(stages.refusal ?? "") ? warningsOf(facts) : []);
