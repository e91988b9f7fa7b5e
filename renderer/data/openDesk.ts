import type { Host, Session } from "../../shared/host/contract.ts";
import { type Desk, quietSync } from "./desk.ts";
import type { DeskDb } from "./deskDb.ts";
import { finishErasing } from "./finishErasing.ts";
import { storeLaterOps } from "./laterOps.ts";
import { catchUp, findDatabase } from "./recover.ts";
import { reindexIfLawChanged } from "./reindex.ts";
import { makeSeal } from "./seal.ts";

/** What opening reports while it works, and how the desk says that its database is gone under it. */
export type OpenOptions = {
  readonly wallMs?: () => number;
  /** Own ops replayed so far, while a lost database is rebuilt. */
  readonly onProgress?: (doneCount: number, allCount: number) => void;
  /** The browser closed the database or another window replaced it: the page must load again. */
  readonly onGone?: () => void;
  readonly onTrouble?: (cause: unknown) => void;
};

const nothing = (): void => undefined;

/** Databases that this page closed itself. */
const LEFT = new WeakSet<DeskDb>();

/** Closes the database of a desk that goes over to another one: nobody is told that it is gone. */
export const leaveDesk = ({ db }: Pick<Desk, "db">): void => {
  LEFT.add(db);
  db.close();
};

const watch = (db: DeskDb, whenGone: () => void): void => {
  const onGone = (): void => {
    if (!LEFT.has(db)) whenGone();
  };
  db.on("versionchange", () => {
    // another window deletes or replaces this database: give way at once, or it waits for ever
    db.close();
    onGone();
  });
  db.on("close", onGone);
};

/**
 * Opens this desk's database for a session. Ops the journal has and the database lacks are replayed; when the database
 * is missing, empty or of another version, it is built anew under another name and the old one deleted afterwards.
 */
export const openDesk = async (session: Session, host: Host, options: OpenOptions = {}): Promise<Desk> => {
  const { wallMs = Date.now, onProgress = nothing, onGone = nothing, onTrouble = nothing } = options;
  const seal = await makeSeal(session.pageKey);
  const base = {
    seal,
    host,
    session,
    wallMs,
    health: { isBehind: false },
    sync: quietSync(),
    onTrouble,
  };
  const db = await findDatabase(base, onProgress);
  const desk: Desk = { ...base, db };
  watch(db, onGone);
  await catchUp(desk);
  // not awaited: only histories and sync need what is still to be stored
  storeLaterOps(desk).catch(onTrouble);
  // not awaited: what a destruction left to be done on this computer when it was killed
  finishErasing(desk).catch(onTrouble);
  // not awaited: the dashboard comes first, and changes with the new days when they are there
  reindexIfLawChanged(desk).catch(onTrouble);
  return desk;
};
