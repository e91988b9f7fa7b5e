import { blobKeysOf } from "../blobs/blobKeys.ts";
import type { Center } from "../context.ts";
import { bureauChunks } from "./bureauChunks.ts";
import { PLACES_NEEDED } from "./stable.ts";

type Copy = { readonly chunk: string; readonly device: string };

/** How many disks have every one of these chunks. */
const disksWithAll = (disks: ReadonlyMap<string, ReadonlySet<string>>, chunks: readonly string[]): number =>
  [...disks.values()].filter((has) => chunks.every((chunk) => has.has(chunk))).length;

/** Notes for each attachment whether two places, on two disks, have all of its chunks: only then it is stable. */
export const noteStableChunks = async (
  { db, key, now }: Pick<Center, "db" | "key" | "now">,
  places: readonly string[],
): Promise<void> => {
  const bureaus = await db.atGate((tx) => tx.all<{ bureau: string }>("select bureau from bureau"));
  for (const { bureau } of bureaus)
    await db.inBureau(bureau, async (tx) => {
      const { enclosures } = await bureauChunks(tx, bureau, blobKeysOf(key, bureau));
      const copies = await tx.all<Copy>(
        `select c.chunk, b.device from backup_chunk c join backup b on b.bureau = c.bureau and b.place = c.place
         where c.bureau = $1 and c.place = any($2)`,
        [bureau, places],
      );
      const disks = new Map<string, Set<string>>();
      for (const { chunk, device } of copies) disks.set(device, (disks.get(device) ?? new Set()).add(chunk));
      const stable = enclosures.filter(
        ({ isHeld, chunks }) => isHeld && disksWithAll(disks, chunks) >= PLACES_NEEDED,
      );
      await tx.run(
        "update blob set stable_at = case when name = any($2) then coalesce(stable_at, $3) end where bureau = $1",
        [bureau, stable.map(({ name }) => name), new Date(now()).toISOString()],
      );
    });
};
