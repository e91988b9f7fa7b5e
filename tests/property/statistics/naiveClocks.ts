import { deadline } from "../../../shared/law/deadlines.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import { clocks, type Law } from "./naive.ts";

const OURS = new Set([
  "legal_aid_agency",
  "judicial_admin_dept",
  "handling_unit",
  "handler",
  "bureau",
  "duty_lawyer",
]);
const NOBODYS = new Set(["applicant", "recipient", "party", "defendant", "system"]);

/** Each clock of all records that has come due, as a clerk with a calendar would sort them. */
export const dueClocks = (records: readonly StatRecord[], law: Law) =>
  records.flatMap((r) =>
    clocks({ r, law }).flatMap((c) => {
      const { party } = deadline(c.id);
      if (NOBODYS.has(party)) return [];
      const [target, hard, legal] = [c.target?.slice(0, 10), c.hard, c.legal];
      const after = (limit: string, at: string): boolean =>
        limit.length > 10 ? (at.length > 10 ? at : `${at}T00:00`) > limit : at.slice(0, 10) > limit;
      const how =
        c.metAt === undefined
          ? c.isPaused || !after(hard, law.today)
            ? undefined
            : "Overdue"
          : after(legal, c.metAt)
            ? "Late"
            : after(hard, c.metAt)
              ? "Legal"
              : target !== undefined && c.metAt.slice(0, 10) <= target
                ? "Target"
                : "Hard";
      // a request that came in is ours to answer, one that was sent out is the other agency's
      const isOurs = OURS.has(party) || (party === "requested_agency" && r.facts.receivedAt !== undefined);
      return how === undefined ? [] : [{ id: c.id, how, isOurs, on: hard.slice(0, 10) }];
    }),
  );
