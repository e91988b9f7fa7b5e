import { found, key, type Statement } from "./statement.ts";
import { rowAt } from "./tables.ts";

/** What a carried file asks of the center's database (center/bundles). */
export const BUNDLE_STATEMENTS: Readonly<Record<string, Statement>> = {
  "select bureau, feed, key from feed where feed = any($1) and not is_center": (tx, [feeds]) =>
    (feeds as readonly string[]).flatMap((feed) =>
      found(rowAt(tx, "feed", key(feed))).filter((row) => row.is_center === false),
    ),
  "select b.name, f.desk_name from feed f join bureau b using (bureau) where f.bureau = $1 and f.feed = $2": (
    tx,
    [bureau, feed],
  ) => {
    const row = rowAt(tx, "feed", key(feed));
    const name = rowAt(tx, "bureau", key(bureau))?.name;
    return row?.bureau === bureau ? [{ name, desk_name: row?.desk_name }] : [];
  },
  // no op of this world names an attachment
  "select r.id, coalesce(bool_or(b.completed_at is not null), false) as is_held, coalesce(bool_or(b.completed_at is not null and b.stable_at is not null), false) as is_stable from blob_ref r left join blob b on b.bureau = r.bureau and b.id = r.id where r.bureau = $1 and r.id = any($2) group by r.id":
    () => [],
};
