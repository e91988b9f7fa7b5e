import type { Database, Tx } from "../../../center/db/database.ts";
import { port } from "../machine/process.ts";
import { STATEMENTS } from "./statements.ts";
import {
  asOfNow,
  begin,
  commit,
  DEADLOCK,
  type Row,
  rollBack,
  type Store,
  type Transaction,
} from "./tables.ts";

const clean = (sql: string): string => sql.replace(/\s+/g, " ").trim();
const CLEANED = new Map<string, (typeof STATEMENTS)[string]>();
const statementOf = (sql: string): (typeof STATEMENTS)[string] => {
  const known = CLEANED.get(sql) ?? STATEMENTS[clean(sql)];
  if (known === undefined) throw new Error(`the simulated database does not know: ${clean(sql)}`);
  CLEANED.set(sql, known);
  return known;
};

const txOf = (transaction: Transaction, turn: () => Promise<void>): Tx => {
  const ask = async (sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
    await port();
    await turn();
    return statementOf(sql)(transaction, values);
  };
  return {
    all: (async (sql: string, values?: readonly unknown[]) => ask(sql, values)) as Tx["all"],
    one: (async (sql: string, values?: readonly unknown[]) => (await ask(sql, values))[0]) as Tx["one"],
    run: async (sql, values) => (await ask(sql, values)).length,
    enter: async () => undefined,
  };
};

/** As often as center/db/database.ts tries again after a deadlock (F36). */
const TRIES = 4;
/** Transactions as PostgreSQL gives them at READ COMMITTED: own writes seen at once, others' once committed. */
export const databaseOf = (store: Store, turn: () => Promise<void>): Database => {
  const once = async <T>(work: (tx: Tx) => Promise<T>, isAsOfNow: boolean): Promise<T> => {
    const transaction = isAsOfNow ? asOfNow(store) : begin(store);
    try {
      const result = await work(txOf(transaction, turn));
      await port();
      commit(transaction);
      return result;
    } catch (cause) {
      rollBack(transaction);
      throw cause;
    }
  };
  const transact = async <T>(work: (tx: Tx) => Promise<T>, isAsOfNow = false): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work, isAsOfNow);
      } catch (cause) {
        if (attempt >= TRIES || (cause as { readonly code?: unknown }).code !== DEADLOCK) throw cause;
      }
    }
  };
  return {
    inBureau: (_, work) => transact(work),
    inBureauAsOfNow: (_, work) => transact(work, true),
    atGate: (work) => transact(work),
    inReport: (work) => transact(work),
    rewrite: async (tables) => {
      for (const table of tables) {
        await port();
        store.dead.delete(table);
      }
    },
    whole: () => Promise.reject(new Error("backups of this database are copies of its tables")),
    close: async () => undefined,
  };
};
