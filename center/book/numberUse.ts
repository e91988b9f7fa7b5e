import { OK } from "../../shared/sync/judge.ts";
import type { Tx } from "../db/database.ts";
import type { Booking } from "./insertOps.ts";

/** Keeps who holds which official number; a second holder is listed as a dispute, both stay (I17, F66). */
export const recordNumbers = async (tx: Tx, bureau: string, bookings: readonly Booking[]): Promise<void> => {
  for (const { op, seq, verdict, payload } of bookings)
    for (const mut of verdict === OK ? (payload?.muts ?? []) : []) {
      if (mut.k !== "number" || mut.grant === "") continue;
      const { t, id, f, series, year, no } = mut;
      const holders = await tx.all<{ h: string }>(
        "select h from number_use where bureau = $1 and series = $2 and year = $3 and no = $4 and (t, id) <> ($5, $6)",
        [bureau, series, year, no, t, id],
      );
      await tx.run(
        "insert into number_use (bureau, series, year, no, h, t, id, f) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        [bureau, series, year, no, op.h, t, id, f],
      );
      if (holders.length > 0)
        await tx.run(
          "insert into dispute (bureau, t, id, kind, f, heads, opened_seq) values ($1, $2, $3, 'number', $4, $5, $6) on conflict do nothing",
          [bureau, t, id, f, [...holders.map(({ h }) => h), op.h], seq],
        );
    }
};
