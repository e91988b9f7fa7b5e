import {
  abortNow,
  aMemoryDb,
  commitNow,
  deleteRow,
  type MemoryDb,
  ordersOf,
  putRow,
  type Row,
  type Rows,
} from "./memoryDb.ts";
import { currentProcess, inTransaction, type Process, port, thisProcess } from "./process.ts";

/* As much of Dexie as renderer/data uses, over rows in memory. A call that is missing here fails loudly. */

type Key = string | number | readonly Key[];
type Reader = (row: Row) => readonly Key[];

const names = (index: string): readonly string[] =>
  index.startsWith("[") ? index.slice(1, -1).split("+") : [index];
const keyText = (key: unknown): string => JSON.stringify(key);

/** The keys of a row in an index: none when a part is missing, several for a list. */
const readerOf = (index: string): Reader => {
  const [name = "", ...more] = names(index.replace("*", ""));
  const parts = names(index);
  if (more.length > 0)
    return (row) => {
      const key = parts.map((each) => row[each]);
      return key.every((part) => part !== undefined) ? [key as unknown as Key] : [];
    };
  return (row) => {
    const value = row[name];
    if (value === undefined) return [];
    return Array.isArray(value) ? (value as readonly Key[]) : [value as Key];
  };
};

const rankOf = (key: Key): number => (Array.isArray(key) ? 2 : typeof key === "string" ? 1 : 0);
/** The order of IndexedDB: numbers, texts by code units, lists part by part. */
const compare = (a: Key, b: Key): number => {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  if (!Array.isArray(a) || !Array.isArray(b)) return a < b ? -1 : a > b ? 1 : 0;
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = compare(a[at] as Key, b[at] as Key);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

type Found = { readonly key: Key; readonly primary: string; readonly row: Row };
type Query = {
  readonly table: { readonly db: MemoryDb; readonly rows: Rows };
  readonly index: string;
  readonly fits: (key: Key) => boolean;
  readonly cut: (found: readonly Found[]) => readonly Found[];
};

const indexed = (rows: Rows, index: string): readonly Found[] => {
  const reader = readerOf(index);
  const found: Found[] = [];
  for (const [primary, row] of rows) for (const key of reader(row)) found.push({ key, primary, row });
  return found.sort((a, b) => compare(a.key, b.key) || compare(JSON.parse(a.primary), JSON.parse(b.primary)));
};

/** All entries of an index in its order, as long as no row changes. */
const indexOf = ({ rows }: Query["table"], index: string): readonly Found[] => {
  const orders = ordersOf(rows);
  const order = orders.get(index) ?? indexed(rows, index);
  orders.set(index, order);
  return order as readonly Found[];
};

const answer = async ({ table, index, fits, cut }: Query): Promise<readonly Found[]> => {
  await port();
  return cut(indexOf(table, index).filter(({ key }) => fits(key)));
};

const collectionOf = (query: Query) => {
  const then = (cut: Query["cut"]) => collectionOf({ ...query, cut: (found) => cut(query.cut(found)) });
  return {
    toArray: async () => (await answer(query)).map(({ row }) => row),
    sortBy: async (field: string) =>
      (await answer(query))
        .map(({ row }) => row)
        .toSorted((a, b) => compare(a[field] as Key, b[field] as Key)),
    first: async () => (await answer(query))[0]?.row,
    last: async () => (await answer(query)).at(-1)?.row,
    count: async () => (await answer(query)).length,
    primaryKeys: async () => (await answer(query)).map(({ primary }) => JSON.parse(primary)),
    clone: () => collectionOf(query),
    limit: (most: number) => then((found) => found.slice(0, most)),
    offset: (from: number) => then((found) => found.slice(from)),
    reverse: () => then((found) => found.toReversed()),
    distinct: () => then((found) => [...new Map(found.map((each) => [each.primary, each])).values()]),
    delete: async () => {
      for (const { primary } of await answer(query)) deleteRow(query.table.db, query.table.rows, primary);
    },
    modify: async (change: (row: Row) => void) => {
      for (const { primary, row } of await answer(query)) {
        const next = { ...row };
        change(next);
        putRow(query.table.db, query.table.rows, primary, next);
      }
    },
  };
};

/** What a browser says that has no room on its disk: nothing of the transaction is stored. */
export const isNoRoom = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === "QuotaExceededError";
const commitIfRoom = (db: MemoryDb): void => {
  const writes = db.open?.length ?? 0;
  if (writes > 0 && currentProcess()?.computer.isBrowserFull === true) {
    abortNow(db);
    throw Object.assign(new Error("no room for the transaction"), { name: "QuotaExceededError" });
  }
  commitNow(db);
};

const tableOf = (db: MemoryDb, name: string, schema: string) => {
  const rows: Rows = db.tables.get(name) ?? new Map();
  db.tables.set(name, rows);
  const primaryParts = names(schema.split(",")[0] ?? "");
  const primaryOf = (row: Row): string =>
    keyText(primaryParts.length > 1 ? primaryParts.map((part) => row[part]) : row[primaryParts[0] ?? ""]);
  const base = { db, rows };
  const all = (index: string): Query => ({
    table: base,
    index,
    fits: () => true,
    cut: (found) => found,
  });
  const where = (index: string) => {
    const of = (fits: Query["fits"]) => collectionOf({ ...all(index), fits });
    return {
      equals: (key: Key) => of((each) => compare(each, key) === 0),
      anyOf: (keys: readonly Key[]) => of((each) => keys.some((key) => compare(each, key) === 0)),
      above: (key: Key) => of((each) => compare(each, key) > 0),
      below: (key: Key) => of((each) => compare(each, key) < 0),
      startsWith: (start: string) => of((each) => typeof each === "string" && each.startsWith(start)),
      between: (from: Key, to: Key, isFrom = true, isTo = false) =>
        of((each) => {
          const [low, high] = [compare(each, from), compare(each, to)];
          return (isFrom ? low >= 0 : low > 0) && (isTo ? high <= 0 : high < 0);
        }),
    };
  };
  const byKey = all(schema.split(",")[0] ?? "");
  return {
    name,
    where,
    orderBy: (index: string) => collectionOf(all(index)),
    toArray: () => collectionOf(byKey).toArray(),
    count: () => collectionOf(byKey).count(),
    limit: (most: number) => collectionOf(byKey).limit(most),
    clear: () => collectionOf(byKey).delete(),
    delete: async (key: Key) => {
      await port();
      deleteRow(db, rows, keyText(key));
    },
    get: async (key: Key) => {
      await port();
      return rows.get(keyText(key));
    },
    bulkGet: async (keys: readonly Key[]) => {
      await port();
      return keys.map((key) => rows.get(keyText(key)));
    },
    bulkPut: async (list: readonly Row[]) => {
      await port();
      const isOwn = db.open === undefined;
      if (isOwn) db.open = [];
      for (const row of list) putRow(db, rows, primaryOf(row), structuredCloneLight(row));
      if (isOwn) commitIfRoom(db);
    },
  };
};

/** Rows are never changed in place by the product; a shallow copy is what storing leaves of them. */
const structuredCloneLight = (row: Row): Row => ({ ...row });

/** Dexie as renderer/data knows it. Databases belong to the computer of the program that opens them. */
export class Dexie {
  readonly name: string;
  private readonly process: Process;
  private readonly memory: MemoryDb;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    this.name = name;
    this.process = thisProcess();
    const { databases } = this.process.computer;
    this.memory = databases.get(name) ?? aMemoryDb();
    databases.set(name, this.memory);
  }

  version(_: number): { readonly stores: (stores: Readonly<Record<string, string>>) => void } {
    return {
      stores: (stores) => {
        for (const [name, schema] of Object.entries(stores))
          Object.defineProperty(this, name, { value: tableOf(this.memory, name, schema) });
      },
    };
  }

  on(_: string, __: () => void): void {}
  close(): void {}
  isOpen(): boolean {
    return false;
  }

  async delete(): Promise<void> {
    await port();
    this.process.computer.databases.delete(this.name);
  }

  /** All of it or nothing, one after another: a program that dies inside leaves nothing behind. */
  transaction<T>(_: string, __: readonly unknown[], work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(async () => {
      await port();
      this.memory.open = [];
      const mark = { isBroken: false };
      try {
        const result = await inTransaction(mark, work);
        await port();
        if (mark.isBroken)
          throw new Error("the transaction had committed: something foreign was awaited in it");
        commitIfRoom(this.memory);
        return result;
      } catch (cause) {
        abortNow(this.memory);
        throw cause;
      }
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  static async getDatabaseNames(): Promise<string[]> {
    await port();
    return [...(currentProcess()?.computer.databases.keys() ?? [])];
  }
}
