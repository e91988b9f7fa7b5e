import pg from "pg";
import { assert } from "../../shared/kernel/assert.ts";
import { migrate } from "./migrate.ts";

/** What can be asked inside a transaction. Values travel as parameters only, never in the text. */
export type Tx = {
  readonly all: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  readonly one: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row | undefined>;
  readonly run: (sql: string, values?: readonly unknown[]) => Promise<number>;
  /** From the gate into one bureau, in the same transaction: everything after it sees only that bureau. */
  readonly enter: (bureau: string) => Promise<void>;
};

/** The only doors to the database. Each is one transaction in one role; what throws inside is rolled back whole. */
export type Database = {
  readonly inBureau: <T>(bureau: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The same, but every question in it is answered as of one moment, however long the work takes. */
  readonly inBureauAsOfNow: <T>(bureau: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly atGate: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly inReport: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Everything as of one moment, past row-level security: for a backup of the whole, and for its restore. */
  readonly whole: <T>(work: (whole: Whole) => Promise<T>) => Promise<T>;
  /** Writes these tables anew, so that no page of them holds what was erased (I39). Nobody reads them meanwhile. */
  readonly rewrite: (tables: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What a backup asks of the database. */
export type Whole = Pick<Tx, "all" | "run">;

/** Serialization failure and deadlock: the transaction may simply be tried again (F36). */
const AGAIN: ReadonlySet<unknown> = new Set(["40001", "40P01"]);
const TRIES = 4;
const POOL_SIZE = 12;
const WAIT_FOR_CONNECTION_MS = 10_000;
const STATEMENT_MS = 30_000;
/** Held while a center lives; a second center on the same database would forget the first one's sessions. */
const CENTER_LOCK = 4_145_002;
const LOCK_TRIES = 50;
const LOCK_PAUSE_MS = 200;

/** Our own mark on an error whose connection could not be had or was lost. */
const NO_CONNECTION = "ECONNLOST";

/** True for errors that say "later": busy, restarting, full or unreachable, never for a mistake of ours. */
export const isWeather = (error: unknown): boolean => {
  const code = (error as { readonly code?: unknown }).code;
  return AGAIN.has(code) || (typeof code === "string" && /^(08|53|57|ECONN|EPIPE|ETIMEDOUT)/.test(code));
};

const lost = (cause: unknown): Error =>
  Object.assign(new Error("no database connection", { cause }), { code: NO_CONNECTION });

const txOf = (client: pg.PoolClient): Tx => ({
  all: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(sql, [...values])).rows,
  one: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(sql, [...values])).rows[0],
  run: async (sql, values = []) => (await client.query(sql, [...values])).rowCount ?? 0,
  enter: async (bureau) => {
    await client.query("select set_config('role', 'lad_desk', true), set_config('app.bureau', $1, true)", [
      bureau,
    ]);
  },
});

type Door = {
  readonly role: "lad_desk" | "lad_gate" | "lad_report";
  readonly bureau: string;
  readonly isAsOfNow?: boolean;
};

const once = async <T>(
  pool: pg.Pool,
  { role, bureau, isAsOfNow }: Door,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect().catch((cause: unknown) => {
    throw lost(cause);
  });
  let broken: Error | undefined;
  try {
    await client.query(isAsOfNow === true ? "begin isolation level repeatable read" : "begin");
    await client.query("select set_config('role', $1, true), set_config('app.bureau', $2, true)", [
      role,
      bureau,
    ]);
    const result = await work(txOf(client));
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((cause: Error) => {
      // the connection itself is gone: it must not go back into the pool
      broken = cause;
    });
    throw broken === undefined ? error : lost(error);
  } finally {
    client.release(broken);
  }
};

const transaction = async <T>(pool: pg.Pool, door: Door, work: (tx: Tx) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, door, work);
    } catch (error) {
      if (attempt >= TRIES || !AGAIN.has((error as { readonly code?: unknown }).code)) throw error;
    }
  }
};

/** On a connection of its own, as the owner, without the time limit of requests: a year of a province takes minutes. */
const wholly = async <T>(url: string, work: (whole: Whole) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read");
    const result = await work({
      all: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(sql, [...values])).rows,
      run: async (sql, values = []) => (await client.query(sql, [...values])).rowCount ?? 0,
    });
    await client.query("commit");
    return result;
  } finally {
    // without a commit the connection's end rolls everything back
    await client.end();
  }
};

/**
 * As the owner, outside any transaction. Where we may, the log of the server is begun anew as well: its old segments held
 * the same rows. Indexes are written with their tables.
 */
const rewriteTables = async (url: string, tables: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (const table of tables) await client.query(`vacuum (full) "${table}"`);
    const { rows } = await client.query<{ may: boolean }>(
      "select rolsuper as may from pg_roles where rolname = current_user",
    );
    if (rows[0]?.may !== true) return;
    await client.query("select pg_switch_wal()");
    await client.query("checkpoint");
  } finally {
    await client.end();
  }
};

const holdCenterLock = async (owner: pg.Client): Promise<void> => {
  for (let attempt = 0; attempt < LOCK_TRIES; attempt += 1) {
    const { rows } = await owner.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [
      CENTER_LOCK,
    ]);
    if (rows[0]?.held === true) return;
    await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS));
  }
  assert(false, "another center is running on this database");
};

/**
 * Opens the database, migrates it and holds it for this center alone. `onLost` is told when idle connections break.
 * Throws when another center holds it.
 */
export const openDatabase = async (url: string, onLost: (error: Error) => void): Promise<Database> => {
  const owner = new pg.Client({ connectionString: url });
  owner.on("error", onLost);
  await owner.connect();
  try {
    await holdCenterLock(owner);
    await migrate(owner);
  } catch (error) {
    await owner.end();
    throw error;
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
  });
  pool.on("error", onLost);
  return {
    inBureau: (bureau, work) => transaction(pool, { role: "lad_desk", bureau }, work),
    inBureauAsOfNow: (bureau, work) => transaction(pool, { role: "lad_desk", bureau, isAsOfNow: true }, work),
    atGate: (work) => transaction(pool, { role: "lad_gate", bureau: "" }, work),
    inReport: (work) => transaction(pool, { role: "lad_report", bureau: "" }, work),
    whole: (work) => wholly(url, work),
    rewrite: (tables) => rewriteTables(url, tables),
    close: async () => {
      await pool.end();
      await owner.end();
    },
  };
};
