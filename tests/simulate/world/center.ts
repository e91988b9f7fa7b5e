import type { z } from "zod";
import type { Caller } from "../../../center/book/caller.ts";
import { hello } from "../../../center/book/hello.ts";
import { grantNumbers } from "../../../center/book/numbers.ts";
import { push } from "../../../center/book/push.ts";
import { readSince } from "../../../center/book/readSince.ts";
import type { Center } from "../../../center/context.ts";
import type { Database, Tx } from "../../../center/db/database.ts";
import { codeHash } from "../../../center/desks/codes.ts";
import { enrol } from "../../../center/desks/enrol.ts";
import { beginEpochs } from "../../../center/epochs/beginEpoch.ts";
import { rescue } from "../../../center/epochs/rescue.ts";
import { bookedOfBody, opsOfBody } from "../../../center/routes/body.ts";
import type { EnrolRequest } from "../../../shared/api/syncApi.ts";
import { helloRequest, LIMITS, numbersRequest } from "../../../shared/api/syncApi.ts";
import { type Result, refuse } from "../../../shared/kernel/result.ts";
import { aDisk } from "../machine/disk.ts";
import { now } from "../machine/now.ts";
import { aProcess, type Computer, inProcess, type Process, port } from "../machine/process.ts";
import { centerKey } from "./centerKey.ts";
import { STATEMENTS } from "./statements.ts";
import {
  aStore,
  begin,
  commit,
  copyOfTables,
  DEADLOCK,
  putRow,
  type Row,
  rollBack,
  type Store,
  type Tables,
  type Transaction,
} from "./tables.ts";

/** The province's center: real routes' work over tables in memory. */
export type SimulatedCenter = {
  readonly store: Store;
  readonly publicKey: string;
  process: Process;
  readonly computer: Computer;
  readonly center: Center;
  readonly database: Database;
  readonly backups: Tables[];
  /** Set by a restore: its program notices when it starts, before it answers anybody. */
  mustBegin: boolean;
  beginning: Promise<number> | undefined;
};

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
const databaseOf = (store: Store, turn: () => Promise<void>): Database => {
  const once = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const transaction = begin(store);
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
  const transact = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work);
      } catch (cause) {
        if (attempt >= TRIES || (cause as { readonly code?: unknown }).code !== DEADLOCK) throw cause;
      }
    }
  };
  return {
    inBureau: (_, work) => transact(work),
    inBureauAsOfNow: (_, work) => transact(work),
    atGate: (work) => transact(work),
    inReport: (work) => transact(work),
    rewrite: () => Promise.reject(new Error("this database has no pages")),
    whole: () => Promise.reject(new Error("backups of this database are copies of its tables")),
    close: async () => undefined,
  };
};

const silent = (): void => undefined;

/** A center that has just been installed. `turn` lets other transactions go first, where a trace wants them to race. */
export const aCenter = (turn: () => Promise<void>): SimulatedCenter => {
  const computer: Computer = {
    name: "center",
    disk: aDisk(),
    databases: new Map(),
    wallMs: () => now.trueMs,
  };
  const store = aStore();
  const database = databaseOf(store, turn);
  const key = centerKey();
  const center = {
    db: database,
    key,
    config: {
      dataDir: "/center",
      recoveryMs: 86_400_000,
      deskDays: 400,
      deskGraceDays: 90,
      answerBytes: 32_768,
    },
    log: { info: silent, warn: silent, error: silent },
    now: () => now.trueMs,
  } as unknown as Center;
  return {
    store,
    publicKey: key.publicKey,
    computer,
    process: aProcess("center", computer),
    center,
    database,
    backups: [],
    mustBegin: false,
    beginning: undefined,
  };
};

/** The center's program starts anew; what no transaction committed is gone. */
export const restartCenter = (one: SimulatedCenter): void => {
  one.process.kill();
  one.store.locks.clear();
  one.process = aProcess("center", one.computer);
  one.beginning = undefined;
};

/** Last night's backup is put back: everything since is gone there. */
export const restoreCenter = (one: SimulatedCenter, backup: Tables): void => {
  restartCenter(one);
  one.store.tables = copyOfTables(backup);
  one.mustBegin = true;
  one.beginning = undefined;
};

const callerOf = ({ store }: SimulatedCenter, feed: string): Caller | undefined => {
  const row = store.tables.get("feed")?.get(feed);
  return row === undefined ? undefined : { bureau: String(row.bureau), feed, key: String(row.key) };
};

/** What a desk's program sends, and what comes back: bytes for pages, text for everything else. */
export type Route = "hello" | "push" | "rescue" | "pull" | "numbers";
export type Call = { readonly route: Route; readonly feed: string; readonly body: string | Uint8Array };

const parsed = <T>(shape: z.ZodType<T>, body: Call["body"]): Result<T> => {
  const checked = shape.safeParse(JSON.parse(String(body)));
  return checked.success ? { ok: true, value: checked.data } : refuse("malformed");
};

const ROUTES: Readonly<
  Record<Route, (center: Center, caller: Caller, body: Call["body"]) => Promise<Result<unknown>>>
> = {
  hello: async (center, caller, body) => {
    const input = parsed(helloRequest, body);
    return input.ok ? hello(center, caller, input.value) : input;
  },
  push: async (center, caller, body) => {
    const ops = await opsOfBody(body as Uint8Array, undefined);
    return ops.ok ? push(center, caller, ops.value) : ops;
  },
  rescue: async (center, caller, body) => {
    const ops = await bookedOfBody(body as Uint8Array, undefined);
    return ops.ok ? rescue(center, caller, ops.value) : ops;
  },
  pull: async (center, caller, body) => {
    const query = JSON.parse(String(body)) as { after: number; epoch: string; max: number };
    const state = await center.db.inBureau(caller.bureau, (tx) =>
      tx.one<{ state: string }>(
        "select feed, is_center, desk_name, key, state, n, h, head_seq, not_after from feed where bureau = $1 and feed = $2",
        [caller.bureau, caller.feed],
      ),
    );
    if (state?.state === "revoked") return refuse("device-revoked");
    return readSince(center.db, caller.bureau, { ...query, max: Math.min(query.max, LIMITS.opsPerPull) });
  },
  numbers: async (center, caller, body) => {
    const input = parsed(numbersRequest, body);
    return input.ok ? grantNumbers(center, caller, input.value) : input;
  },
};

/** As the center's start does: a database that came back from a backup gets a new epoch in every book. */
export const started = async (one: SimulatedCenter): Promise<void> => {
  if (!one.mustBegin) return;
  one.beginning ??= beginEpochs(one.center);
  await one.beginning;
  one.mustBegin = false;
};

/** One request at the center. A program that dies meanwhile never answers: then "died". */
export const atCenter = (
  one: SimulatedCenter,
  { route, feed, body }: Call,
): Promise<Result<unknown> | "died"> => {
  const { process } = one;
  const work = inProcess(process, async () => {
    await started(one);
    const caller = callerOf(one, feed);
    if (caller === undefined) return refuse("device-unknown");
    return ROUTES[route](one.center, caller, body);
  });
  return Promise.race([work, process.died]);
};

/** Enrols a desk with a fresh code of its bureau; the first desk of a bureau founds it. */
export const enrolDesk = (
  one: SimulatedCenter,
  request: Omit<EnrolRequest, "proof">,
  prove: (text: string) => string,
) =>
  inProcess(one.process, async () => {
    const known = one.store.tables.get("bureau")?.has(request.bureau ?? "") ?? false;
    const transaction = begin(one.store);
    const bureau = known ? request.bureau : null;
    putRow(transaction, "enrol_code", [
      codeHash(request.code),
      { bureau, name: "", used_by: null, is_live: true },
    ]);
    commit(transaction);
    return enrol(one.center, { ...request, proof: prove(`LAD enrol\n${request.code}\n${request.feed}`) });
  });
