import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Label } from "../dictionary/field.ts";
import { emergencyFailedAt, failedAidEndedAt } from "./failedEmergency.ts";
import type { Parameters } from "./parameters.ts";
import type { RecordRemark } from "./recordRemark.ts";
import { law } from "./sources.ts";

/** What the bureau says about the cost of emergency aid that stood on nothing (question Q-09). */
const COST: Readonly<Record<string, Label>> = {
  none: {
    zh: "已提供援助的费用不由申请人承担（骗取法律援助的除外）",
    en: "The applicant does not bear its cost, save for fraud",
  },
  recover: {
    zh: "已提供援助的费用依本地规定由申请人承担，终止时一并告知",
    en: "Under the local rule the applicant bears its cost; say so when ending it",
  },
};

const END: Label = {
  zh: "先行提供的法律援助未获准、已撤回或者已失效，应当终止：没有指派的，办理先行提供终止；已经指派的，依第四十八条决定终止并送达、函告",
  en: "Emergency aid was refused, withdrawn or has lapsed and must end: where nobody was assigned, end it; where somebody was, terminate under article 48, serve it and write to the organ",
};

/** What the case page says of emergency aid that failed: that it must end, and who bears the cost; nothing of other files. */
export const emergencyRemarks = (
  facts: AidFacts,
  { emergencyFailEffect }: Pick<Parameters, "emergencyFailEffect">,
): readonly RecordRemark[] => {
  if (emergencyFailedAt(facts) === undefined) return [];
  const isOpen = failedAidEndedAt(facts) === undefined;
  const end: RecordRemark = {
    id: "DSN-EMG-END",
    severity: "alarm",
    say: END,
    source: [law("LAL", 44, 2), law("LAL", 48)],
  };
  const cost: RecordRemark = {
    id: "DSN-EMG-COST",
    severity: "flag",
    say: COST[emergencyFailEffect] ?? (COST.none as Label),
    source:
      emergencyFailEffect === "recover" ? [law("ZJ", 18), law("BJ", 29), law("HZ", 29)] : [law("LAL", 64)],
  };
  return isOpen ? [end, cost] : [cost];
};
