import Dexie from "dexie";
import { allViews } from "../../../../renderer/data/allViews.ts";
import { lawOf } from "../../../../renderer/data/bureau.ts";
import type { Desk } from "../../../../renderer/data/desk.ts";
import { DeskDb } from "../../../../renderer/data/deskDb.ts";
import { readMeta } from "../../../../renderer/data/meta.ts";
import { nextNumber } from "../../../../renderer/data/numbers.ts";
import { openDesk } from "../../../../renderer/data/openDesk.ts";
import { acknowledgeOutcome } from "../../../../renderer/data/outcomes.ts";
import { begin, perform } from "../../../../renderer/data/perform.ts";
import { conflicts, contested, disputeCounts } from "../../../../renderer/data/questions/disputes.ts";
import { dueFiles, filesByStage, stageCounts } from "../../../../renderer/data/questions/files.ts";
import { historyOf } from "../../../../renderer/data/questions/history.ts";
import { ledger } from "../../../../renderer/data/questions/ledger.ts";
import { rescuedOps, syncFigures } from "../../../../renderer/data/questions/outbox.ts";
import { changedOutcomes } from "../../../../renderer/data/questions/outcomes.ts";
import { recordById } from "../../../../renderer/data/questions/records.ts";
import { search } from "../../../../renderer/data/questions/search.ts";
import { stateOfBook } from "../../../../renderer/data/stateOfBook.ts";
import { host } from "../../../../renderer/host.ts";
import { startSync } from "../../../../renderer/sync/startSync.ts";
import type { SyncReport } from "../../../../renderer/sync/syncReport.ts";
import { issueLetter, type TakenNumber } from "../../../../shared/commands/issueLetter.ts";
import { openRecord } from "../../../../shared/commands/openRecord.ts";
import { recordFacts } from "../../../../shared/commands/recordFacts.ts";
import { recordRow } from "../../../../shared/commands/recordRow.ts";
import { resolveConflict } from "../../../../shared/commands/resolveConflict.ts";
import { takeStep } from "../../../../shared/commands/takeStep.ts";
import type { EntityType } from "../../../../shared/dictionary/entities.ts";
import type { Session } from "../../../../shared/host/contract.ts";
import { assert } from "../../../../shared/kernel/assert.ts";
import type { Json } from "../../../../shared/kernel/canonicalJson.ts";
import type { Day } from "../../../../shared/kernel/day.ts";
import type { Result } from "../../../../shared/kernel/result.ts";
import { isCovered } from "../../../../shared/law/calendar.ts";
import type { RecordView } from "../../../../shared/ops/view.ts";
import { binding } from "./binding.ts";
import { breaks } from "./breaks.ts";
import { builds } from "./builds.ts";
import { counting } from "./counting.ts";
import { destroys } from "./destroys.ts";
import { loads } from "./loads.ts";
import { pulses } from "./pulse.ts";
import { scans } from "./scans.ts";

/* What a test in a real browser may do with the real desk: the same calls as the screens make. */
type Facts = { readonly [f: string]: Json };

let session: Session | undefined;
let desk: Desk | undefined;
const troubles: string[] = [];
const reports: SyncReport[] = [];
let stopSync = (): void => undefined;
let recoveryKey = "";
let isGone = false;

const open = (): Desk => {
  assert(desk !== undefined, "the test has not opened the desk");
  return desk;
};
const must = <T>(result: Result<T>): T => {
  assert(result.ok, result.ok ? "" : `refused: ${result.refusal.code} ${result.refusal.detail ?? ""}`);
  return result.value;
};
const entity = (t: string): EntityType => t as EntityType;

const bench = {
  ...loads(open),
  /** As the app does when a first load is ready: the present database is closed and the newest opened. */
  reopen: async (): Promise<string> => {
    stopSync();
    open().db.close();
    return bench.openDesk();
  },
  ...builds(() => {
    assert(session !== undefined, "the test has not signed in");
    return session;
  }),
  ...binding(() => open()),
  ...counting(() => open()),
  ...scans(() => open()),
  ...breaks(open),
  ...destroys(open),
  ...pulses(open),
  setUp: async (login: string, password: string): Promise<void> => {
    const begun = must(
      await host["desk.setUp"]({ login, password, staffName: "和志强", deskName: "一号工位" }),
    );
    ({ session, recoveryKey } = begun);
  },
  recoveryKey: (): string => recoveryKey,
  recover: async (login: string, key: string, newPassword: string): Promise<void> => {
    must(await host["user.recover"]({ login, recoveryKey: key, newPassword }));
  },
  join: async (profile: {
    login: string;
    password: string;
    deskName: string;
    centerUrl: string;
    code: string;
  }): Promise<void> => {
    session = must(await host["desk.join"]({ ...profile, staffName: "李玉兰" })).session;
  },
  /** Begins a new journal behind a damaged one; how many own ops could be read. */
  renew: async (): Promise<number> => must(await host["journal.renew"]({})).opCount,
  signIn: async (login: string, password: string): Promise<void> => {
    session = must(await host["user.signIn"]({ login, password }));
  },
  enrol: async (url: string, code: string): Promise<string> =>
    must(await host["center.enrol"]({ url, code })).bureau,
  /** Connects to the center that keeps the book now; the code of the refusal, or "". */
  move: async (url: string): Promise<string> => {
    const moved = await host["center.move"]({ url });
    return moved.ok ? "" : moved.refusal.code;
  },
  /** `aheadMs`: how far this page's clock is from the machine's. */
  openDesk: async (aheadMs = 0): Promise<string> => {
    assert(session !== undefined, "the test has not signed in");
    desk = await openDesk(session, host, {
      onTrouble: (cause) => troubles.push(String(cause)),
      wallMs: () => Date.now() + aheadMs,
      onGone: () => {
        isGone = true;
      },
    });
    return desk.db.name;
  },
  isGone: (): boolean => isGone,
  sync: (): void => {
    stopSync = startSync(open(), {
      onReport: (report) => reports.push(report),
      onBug: (bug) => troubles.push(bug.message),
    });
  },
  stopSync: (): void => stopSync(),
  centerUrl: async (): Promise<string> => must(await host["center.status"]({})).url,
  carryEnrolment: async (data: string, code: string): Promise<void> => {
    must(await host["bundle.enrol"]({ data, code }));
  },
  isCovered: async (on: Day): Promise<boolean> => isCovered(on, (await lawOf(open())).calendar),
  askNow: (): void => open().sync.askNow(),
  lastReport: (): SyncReport | null => reports.at(-1) ?? null,
  troubles: (): readonly string[] => troubles,
  staffId: (): string => session?.staffId ?? "",
  bureauId: (): string => session?.bureau ?? "",
  create: (t: string, id: string, facts: Facts) =>
    perform(open(), openRecord, { t: entity(t), id, input: { facts } }),
  record: (t: string, id: string, facts: Facts) =>
    perform(open(), recordFacts, { t: entity(t), id, input: { facts } }),
  /** How long one field takes until the form says saved, and until every list shows it (milliseconds). */
  timedRecord: async (t: string, id: string, facts: Facts): Promise<{ saved: number; shown: number }> => {
    const start = performance.now();
    const under = begin(open(), recordFacts, { t: entity(t), id, input: { facts } });
    must(await under.saved);
    const saved = performance.now() - start;
    await under.shown;
    return { saved, shown: performance.now() - start };
  },
  addRow: (id: string, f: string, row: Facts) =>
    perform(open(), recordRow, { t: "aidFile", id, input: { f, row } }),
  step: (id: string, step: string, facts: Facts) =>
    perform(open(), takeStep, { t: "aidFile", id, input: { step, facts } }),
  /** A step of any kind of record. */
  take: (t: string, id: string, step: string, facts: Facts) =>
    perform(open(), takeStep, { t: entity(t), id, input: { step, facts } }),
  /** The ledger as its page and the page of conflicts read it. */
  ledger: () => ledger()(open()),
  resolve: (id: string, f: string, choose: string) =>
    perform(open(), resolveConflict, { t: "aidFile", id, input: { f, choose } }),
  card: (t: string, id: string) => recordById(entity(t), id)(open()),
  due: () => dueFiles({ limit: 20 })(open()),
  atStage: (lane: string, stage: string) => filesByStage({ lane, stage, limit: 20 })(open()),
  counts: () =>
    stageCounts("aidFile", [
      ["application", "received"],
      ["application", "granted"],
    ])(open()),
  history: (t: string, id: string) => historyOf(t, id)(open()),
  conflicts: (limit?: number) => conflicts(limit)(open()),
  disputeCounts: () => disputeCounts()(open()),
  contested: () => contested()(open()),
  search: (text: string) => search(text)(open()),
  figures: () => syncFigures()(open()),
  changed: () => changedOutcomes()(open()),
  seeChanged: async (): Promise<void> => {
    for (const { outcome } of await changedOutcomes()(open()))
      await acknowledgeOutcome(open(), outcome, session?.staffId ?? "");
  },
  rescued: () => rescuedOps(100)(open()),
  meta: () => readMeta(open().db),
  number: (series: string) => nextNumber(open(), series),
  /** Issues a letter with a number, as the letters screen does after printing. */
  letter: (id: string, number: TakenNumber) =>
    perform(open(), issueLetter, {
      t: "aidFile",
      id,
      input: {
        form: "FZ-009",
        templateVersion: "1",
        templateHash: "0".repeat(64),
        pdfHash: "0".repeat(64),
        docxHash: "0".repeat(64),
        number,
        numberFact: "numberFZ009",
      },
    }),
  stateHash: () => stateOfBook(open()),
  lossNotes: async () =>
    must(await host["journal.notes"]({ kind: "projectionLost", limit: 10 })).notes.map(({ body }) => body),
  databases: () => Dexie.getDatabaseNames(),
  /** What Chromium does to a profile on a full disk: the database is suddenly empty, or gone. */
  loseDatabases: async (): Promise<void> => {
    open().db.close();
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  },
  /** Every record of a kind, as known from earlier looks and as read anew. */
  viewsTwice: async (t: string): Promise<readonly (readonly RecordView[])[]> => {
    const anew = new DeskDb(open().db.name);
    const [known, fresh] = await Promise.all([
      allViews(open(), entity(t)),
      allViews({ ...open(), db: anew }, entity(t)),
    ]);
    anew.close();
    return [known, fresh].map((views) => [...views.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  },
  /** Every stored row as it lies in the browser, sealed bytes left out: what a thief reads without the key. */
  inClear: async (): Promise<string> => {
    const { db } = open();
    const rows = await Promise.all(db.tables.map((table) => table.toArray()));
    return JSON.stringify(rows, (key, value: unknown) => (key === "sealed" ? undefined : value));
  },
  /** Moves the sealed bytes of one record onto another, as somebody with access to the profile could. */
  swapSealed: async (from: string, to: string): Promise<void> => {
    const { db } = open();
    const [a, b] = await Promise.all([db.records.get(["aidFile", from]), db.records.get(["aidFile", to])]);
    assert(a !== undefined && b !== undefined, "both files exist");
    await db.records.put({ ...b, sealed: a.sealed });
  },
} as const;

/** The type of the bench, for the tests that call it from outside. */
export type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
  }
}
window.bench = bench;
