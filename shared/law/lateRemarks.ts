import type { AidFacts } from "../dictionary/aidFile.ts";
import { dayOf } from "../kernel/instant.ts";
import type { Clock } from "./clock.ts";
import { deadline } from "./deadlines.ts";
import type { RecordRemark } from "./recordRemark.ts";
import { law } from "./sources.ts";

/** Whose lateness the agency answers for: its own, and that of the unit and the person it has assigned. */
const OURS: ReadonlySet<string> = new Set(["legal_aid_agency", "handling_unit", "handler"]);

/**
 * What was done late and nobody has said why yet (a design rule): the act stands, and its reason is owed. Measured by
 * the date without roll-over, on which the product relies.
 */
export const lateRemarks = (clocks: readonly Clock[], { lateReason }: AidFacts): readonly RecordRemark[] => {
  if (lateReason !== undefined && lateReason.trim() !== "") return [];
  return clocks.flatMap(({ id, metAt, breach, hard }): RecordRemark[] => {
    const row = deadline(id);
    if (metAt === undefined || breach === "none" || row.monitored === true || !OURS.has(row.party)) return [];
    const days = { done: dayOf(metAt), due: hard.replace("T", " ") };
    return [
      {
        id: `DSN-LATE ${id}`,
        severity: "warn",
        say: {
          zh: `${row.zh}：期限 ${days.due}，${days.done} 办理，逾期，请写明原因`,
          en: `${row.en}: due ${days.due}, done ${days.done}, late: state why`,
        },
        source: row.sources.length === 0 ? [law("DESIGN")] : row.sources,
      },
    ];
  });
};
