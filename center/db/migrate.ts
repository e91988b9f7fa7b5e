import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { assert } from "../../shared/kernel/assert.ts";

const FOLDER = join(import.meta.dirname, "migrations");
/** One migration at a time, whoever starts first: the key of a PostgreSQL advisory lock. */
const MIGRATION_LOCK = 4_145_001;

type Migration = { readonly number: number; readonly sql: string; readonly checksum: string };

const migrations = (): readonly Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), "utf8");
      return {
        number: Number(name.slice(0, 4)),
        sql,
        checksum: createHash("sha256").update(sql).digest("hex"),
      };
    });

const apply = async (client: Client, { number, sql, checksum }: Migration): Promise<void> => {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into migration (number, checksum) values ($1, $2)", [number, checksum]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(`migration ${number} failed`, { cause });
  }
};

/**
 * Brings the database to the present form, as its owner. Throws when a migration that has already run was edited, or
 * when the database was written by a newer version: neither may be repaired by guessing.
 */
export const migrate = async (client: Client): Promise<number> => {
  await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    await client.query(
      "create table if not exists migration (number integer primary key, checksum text not null, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ number: number; checksum: string }>(
      "select number, checksum from migration",
    );
    const done = new Map(rows.map(({ number, checksum }) => [number, checksum]));
    const known = migrations();
    assert(known.length > 0, "no migrations found");
    assert(
      new Set(known.map(({ number }) => number)).size === known.length,
      "two migrations have one number",
    );
    assert(
      rows.every(({ number }) => known.some((one) => one.number === number)),
      "the database is newer than this center",
    );
    const edited = known.find((one) => done.has(one.number) && done.get(one.number) !== one.checksum);
    assert(edited === undefined, `migration ${edited?.number} was edited after it had run`);
    const open = known.filter(({ number }) => !done.has(number));
    for (const migration of open) await apply(client, migration);
    return open.length;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  }
};
