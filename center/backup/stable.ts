import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import type { BookEnd } from "./bookCheck.ts";
import type { Place } from "./places.ts";

/** Places, each on a disk of its own, that must hold a book up to a number before that number is stable. */
export const PLACES_NEEDED = 2;

/** The highest number that enough disks hold, of this very book: what lies in a backup of another lineage does not count. */
const stableOf = async (tx: Tx, bureau: string): Promise<number> => {
  const rows = await tx.all<{ seq: string }>(
    `select max(b.seq) as seq from backup b join op o on o.bureau = b.bureau and o.seq = b.seq and o.chain = b.chain
     where b.bureau = $1 group by b.device order by 1 desc`,
    [bureau],
  );
  return Number(rows[PLACES_NEEDED - 1]?.seq ?? 0);
};

/** Notes how far a verified backup in a place reaches, and what is stable since. */
export const noteVerified = async (
  { db, now, config }: Pick<Center, "db" | "now" | "config">,
  { path, device }: Place,
  ends: readonly BookEnd[],
): Promise<void> => {
  const at = new Date(now()).toISOString();
  for (const { bureau, epoch, seq, chain } of ends)
    await db.inBureau(bureau, async (tx) => {
      await tx.run(
        `insert into backup (bureau, place, device, epoch, seq, chain, verified_at) values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7)
         on conflict (bureau, place) do update set device = excluded.device, epoch = excluded.epoch, seq = excluded.seq, chain = excluded.chain, verified_at = excluded.verified_at`,
        [bureau, path, device, epoch, seq, chain, at],
      );
      // at a hub only the province's backups count: it is where a bureau goes on when the hub's building is gone
      if (config.upstream !== undefined) return;
      await tx.run("update bureau_log set stable_seq = greatest(stable_seq, $2) where bureau = $1", [
        bureau,
        await stableOf(tx, bureau),
      ]);
    });
};
