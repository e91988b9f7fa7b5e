import type { RegisterBlock, VoidedRange } from "../../../shared/law/numberRegister.ts";
import { readMeta } from "../meta.ts";
import type { Question } from "../useAnswer.ts";
import { latest } from "./records.ts";

/** Blocks and voids of one bureau over the years. */
const MAX = 5000;

/** Every block of official numbers with how far it is used, and every voided range. */
export const numberBlocks =
  (): Question<{ readonly blocks: readonly RegisterBlock[]; readonly voids: readonly VoidedRange[] }> =>
  async (desk) => {
    const [grants, voided, { numbers }] = await Promise.all([
      latest("grant", { limit: MAX })(desk),
      latest("numberVoid", { limit: MAX })(desk),
      readMeta(desk.db),
    ]);
    return {
      blocks: grants.map(({ id, facts: { series = "", year = 0, from = 1, to = 0 } }) => ({
        grant: id,
        series,
        year,
        from,
        to,
        next: Math.max(from, numbers[id] ?? from),
      })),
      voids: voided.map(({ facts: { series = "", year = 0, from = 1, to = 0, reason = "" } }) => ({
        series,
        year,
        from,
        to,
        reason,
      })),
    };
  };
