import type { z } from "zod";
import type { Caller } from "../../../center/book/caller.ts";
import { hello } from "../../../center/book/hello.ts";
import { grantNumbers } from "../../../center/book/numbers.ts";
import { push } from "../../../center/book/push.ts";
import { readSince } from "../../../center/book/readSince.ts";
import type { Center } from "../../../center/context.ts";
import type { Database } from "../../../center/db/database.ts";
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
import { aProcess, type Computer, inProcess, type Process } from "../machine/process.ts";
import { centerKey } from "./centerKey.ts";
import { databaseOf } from "./database.ts";
import { type Loads, loadRoutes } from "./loadRoutes.ts";
import { aStore, begin, commit, copyOfTables, putRow, type Store, type Tables } from "./tables.ts";

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
  /** Set where books have snapshots: from how many ops on, and in chunks of how many bytes. */
  readonly loads: Loads | undefined;
  /** The routes about snapshots of the program that runs; none where books have none, and before it has started. */
  loadRoutes: Partial<Record<Route, Answers>>;
};
type Answers = (caller: Caller, body: Call["body"]) => Promise<Result<unknown>>;

const silent = (): void => undefined;

/** A center that has just been installed. `turn` lets other transactions go first, where a trace wants them to race. */
export const aCenter = (turn: () => Promise<void>, loads?: Loads): SimulatedCenter => {
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
      ...loads,
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
    loads,
    loadRoutes: {},
  };
};

/** The last step of the program's start: from now on it makes snapshots, at night and when it is asked. */
export const openLoads = (one: SimulatedCenter): void => {
  if (one.loads !== undefined) one.loadRoutes = inProcess(one.process, () => loadRoutes(one.center));
};

/** The center's program starts anew; what no transaction committed is gone. */
export const restartCenter = (one: SimulatedCenter): void => {
  one.process.kill();
  one.store.locks.clear();
  one.process = aProcess("center", one.computer);
  one.beginning = undefined;
  one.loadRoutes = {};
  if (!one.mustBegin) openLoads(one);
};

/** Last night's backup is put back: everything since is gone there. */
export const restoreCenter = (one: SimulatedCenter, backup: Tables): void => {
  one.mustBegin = true;
  restartCenter(one);
  one.store.tables = copyOfTables(backup);
  one.store.dead.clear();
  one.beginning = undefined;
};

const callerOf = ({ store }: SimulatedCenter, feed: string): Caller | undefined => {
  const row = store.tables.get("feed")?.get(feed);
  return row === undefined ? undefined : { bureau: String(row.bureau), feed, key: String(row.key) };
};

/** What a desk's program sends, and what comes back: bytes for pages, text for everything else. */
export type Route = "hello" | "push" | "rescue" | "pull" | "numbers" | "snapshot" | "chunk";
export type Call = { readonly route: Route; readonly feed: string; readonly body: string | Uint8Array };

const parsed = <T>(shape: z.ZodType<T>, body: Call["body"]): Result<T> => {
  const checked = shape.safeParse(JSON.parse(String(body)));
  return checked.success ? { ok: true, value: checked.data } : refuse("malformed");
};

const ROUTES: Readonly<
  Record<
    Exclude<Route, "snapshot" | "chunk">,
    (center: Center, caller: Caller, body: Call["body"]) => Promise<Result<unknown>>
  >
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
  if (!one.mustBegin) return;
  one.mustBegin = false;
  openLoads(one);
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
    if (route === "snapshot" || route === "chunk")
      return one.loadRoutes[route]?.(caller, body) ?? refuse("not-found");
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
