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
};
