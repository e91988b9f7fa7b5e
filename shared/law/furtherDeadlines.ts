import type { DeadlineRow } from "./deadlineRow.ts";
import { law } from "./sources.ts";

/** Periods that stand in no list we were given: read in the law later on, or rules of our own. */
// biome-ignore format: a table is read by columns
export const FURTHER_DEADLINES = [
  { id: "DSN-EMG-END", zh: "先行提供未获准或者失效后终止援助", en: "End emergency aid that was refused or lapsed", length: 1, unit: "day", sources: [law("LAL", 44, 2), law("LAL", 48)], party: "legal_aid_agency", status: "in_force", evidence: "D", parameter: true, starts: ["emergencyFailedAt"], stops: ["failedAidEndedAt"], basis: "《法律援助法》第44条第2款、第48条未规定天数(设计默认值)", note: "DESIGN DEFAULT. Nobody assigned: the emergency lane is ended; somebody assigned: termination is decided." },
  { id: "HND-ADM-APPEAL-15D", zh: "行政上诉(判决)", en: "Appeal against an administrative judgment", length: 15, unit: "day", sources: [law("ADL", 85)], party: "party", status: "in_force", evidence: "V1", starts: ["resultReceivedOn"], stops: ["appealedOn"], lapses: ["noAppealOn", "closingFiledOn"], when: "adminJudgment" },
  { id: "HND-ADM-APPEAL-10D", zh: "行政上诉(裁定)", en: "Appeal against an administrative ruling", length: 10, unit: "day", sources: [law("ADL", 85)], party: "party", status: "in_force", evidence: "V1", starts: ["resultReceivedOn"], stops: ["appealedOn"], lapses: ["noAppealOn", "closingFiledOn"], when: "adminRuling" },
] as const satisfies readonly DeadlineRow[];
