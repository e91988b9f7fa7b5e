import { assert } from "../../shared/kernel/assert.ts";
import type { Whole } from "../db/database.ts";
import type { BackupPage } from "./lines.ts";

const ROWS_PER_PAGE = 200;
/** The book is read in its order, so that its chain can be followed. */
const ORDERS: Readonly<Record<string, string>> = { op: "order by bureau, seq" };

/** Every table of ours, those that others refer to first: tables are made in that order. */
export const tablesOf = async ({ all }: Whole): Promise<readonly string[]> =>
  (
    await all<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname <> 'migration' order by c.oid`,
    )
  ).map(({ name }) => name);

/** Throws where the owner of the database would not see all rows: a backup that misses some is none. */
const assertSeesAll = async ({ all }: Whole): Promise<void> => {
  const [role] = await all<{ sees: boolean }>(
    "select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user",
  );
  assert(
    role?.sees === true,
    "backups need a database role with BYPASSRLS; without one, back up with the tools of your PostgreSQL",
  );
};

/** Every row of every table, in pages. */
export async function* pagesOf(whole: Whole): AsyncGenerator<BackupPage> {
  await assertSeesAll(whole);
  for (const table of await tablesOf(whole)) {
    await whole.run(
      `declare page no scroll cursor for select to_jsonb(x) as row from "${table}" x ${ORDERS[table] ?? ""}`,
    );
    for (;;) {
      const rows = await whole.all<{ row: BackupPage["rows"][number] }>(`fetch ${ROWS_PER_PAGE} from page`);
      if (rows.length === 0) break;
      yield { table, rows: rows.map(({ row }) => row) };
    }
    await whole.run("close page");
  }
}

/** The columns of a table that a page knows, quoted: a page of an earlier version lacks those that came since. */
const columnsIn = async ({ all }: Whole, { table, rows }: BackupPage): Promise<string> => {
  const columns = await all<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum",
    [`"${table}"`],
  );
  const known = Object.keys(rows[0] ?? {});
  return columns.flatMap(({ name }) => (known.includes(name) ? [`"${name}"`] : [])).join(", ");
};

/**
 * Puts rows back as they were; what a column that came since stands at is its default. The names of tables are checked
 * against those of this version first.
 */
export const putPage = async (whole: Whole, page: BackupPage): Promise<void> => {
  const columns = await columnsIn(whole, page);
  if (columns === "") return;
  await whole.run(
    `insert into "${page.table}" (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::"${page.table}", $1)`,
    [JSON.stringify(page.rows)],
  );
};

/** Counters go on behind what was put back. */
export const raiseCounters = async (whole: Whole): Promise<void> => {
  const counters = await whole.all<{ name: string; f: string }>(
    `select c.relname as name, a.attname as f from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and a.attidentity <> ''`,
  );
  for (const { name, f } of counters)
    await whole.run(
      `select setval(pg_get_serial_sequence('"${name}"', '${f}'), greatest(1, (select max("${f}") from "${name}")))`,
    );
};
