import type { AidFactName, AidFacts } from "../dictionary/aidFile.ts";
import type { CodeOf } from "../dictionary/codeList.ts";
import type { TERMINATION_REASONS } from "../dictionary/codes/terminationReasons.ts";
import type { Label } from "../dictionary/field.ts";
import { isNotified } from "./clockConditions.ts";
import { isWithoutMeansTest } from "./scope.ts";
import { law, type Source } from "./sources.ts";

type Ground = CodeOf<typeof TERMINATION_REASONS>;

/** What must be on file before aid is terminated by one ground, and what the paper is. */
export type TerminationGuard = {
  readonly needs: readonly AidFactName[];
  readonly paper: Label;
  readonly source: Source;
};

const FRAUD: readonly AidFactName[] = ["terminationEvidence", "recipientHeardOn", "recipientStatement"];
const PAPER: readonly AidFactName[] = ["terminationEvidence", "terminationDocument"];

/** The eight grounds of 法律援助法第四十八条第一款 and the papers each needs (the hearing is a design rule). */
// biome-ignore format: a table is read by columns
export const TERMINATION_GUARDS: Readonly<Record<Ground, TerminationGuard>> = {
  TM48_1: { needs: FRAUD, paper: { zh: "查证材料和听取受援人意见的记录", en: "Evidence and the recipient's hearing" }, source: law("LAL", 48, 1, 1) },
  TM48_2: { needs: FRAUD, paper: { zh: "查证材料和听取受援人意见的记录", en: "Evidence and the recipient's hearing" }, source: law("LAL", 48, 1, 2) },
  TM48_3: { needs: FRAUD, paper: { zh: "查证材料和听取受援人意见的记录", en: "Evidence and the recipient's hearing" }, source: law("LAL", 48, 1, 3) },
  TM48_4: { needs: PAPER, paper: { zh: "经济状况变化的材料", en: "Papers on the change of means" }, source: law("LAL", 48, 1, 4) },
  TM48_5: { needs: PAPER, paper: { zh: "办案机关终止审理或者撤销案件的文书", en: "The organ's document" }, source: law("LAL", 48, 1, 5) },
  TM48_6: { needs: PAPER, paper: { zh: "委托手续或者本人声明", en: "The retainer or the recipient's statement" }, source: law("LAL", 48, 1, 6) },
  TM48_7: { needs: PAPER, paper: { zh: "受援人的书面申请", en: "The recipient's written request" }, source: law("LAL", 48, 1, 7) },
  TM48_8: { needs: PAPER, paper: { zh: "法律法规规定情形的依据", en: "The document the other law asks for" }, source: law("LAL", 48, 1, 8) },
};

const isUnknown = (value: unknown): boolean => value === undefined || value === "";

/** The first paper still missing for terminating by the recorded ground (V17), or undefined. */
export const missingForTermination = (facts: AidFacts): AidFactName | undefined => {
  if (facts.terminationReason === undefined) return "terminationReason";
  return TERMINATION_GUARDS[facts.terminationReason].needs.find((name) => isUnknown(facts[name]));
};

/** V18: changed means never end aid that no means test opened (法律援助法第二十五、二十八、三十二条). */
export const endsOnMeansWrongly = (facts: AidFacts): boolean =>
  facts.terminationReason === "TM48_4" &&
  (isNotified(facts) ||
    facts.track === "T4_NO_COND32" ||
    facts.track === "T5_NOTIFIED" ||
    (facts.matter !== undefined && isWithoutMeansTest(facts.matter)));

/** Whether the ground gives the bureau a lead to a penalty (法律援助法第六十四条). */
export const opensPenaltyLead = ({ terminationReason }: Pick<AidFacts, "terminationReason">): boolean =>
  terminationReason === "TM48_1";

/** Highest fine in fen: 3000 yuan (法律援助法第六十四条). */
export const FINE_MAX_FEN = 300_000;
