import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { DeskDb, MetaRow } from "./deskDb.ts";

/** A verified point of the book's chain. */
export type ChainPoint = { readonly seq: number; readonly chain: string };
/** An op by its name, and the number it had in an earlier epoch. */
export type Lost = { readonly h: string; readonly seq: number };
/**
 * An outcome the book confirmed: of a record, at `@lane` the step that stands or at a field the number it holds, and the
 * op on which it rests.
 */
export type Outcome = { readonly t: string; readonly id: string; readonly at: string; readonly h: string };
/** A position in a feed: the op's number and hash ("" before the first). */
export type FeedPoint = { readonly feed: string; readonly n: number; readonly h: string };

/** What is known of attachments that travel in files. Lost with the database, it is told again with the next answer. */
export type Carried = {
  /** Who told it (the key of a center), and the newest version of bundles it takes. */
  readonly key: string;
  readonly version: number;
  /** Files written since the last one that was answered, oldest first. */
  readonly open: readonly string[];
  /** By attachment that the center waits for: the indexes of the chunks it lacks; all when none are named. */
  readonly missing: { readonly [id: string]: readonly number[] };
  /** Attachments that no op of the book names, such as those of ops that are held: they travel last. */
  readonly unnamed: readonly string[];
  /** Attachments of which a part has come: their chunks. */
  readonly begun: { readonly [id: string]: readonly string[] };
  /** The last one that the center was asked about: the next file goes on behind it. */
  readonly askedTo: string;
};

/** Everything this database knows about itself. None of it is about a person. */
export type Meta = {
  /** Which database this is, and whether its building was finished. */
  readonly desk: {
    readonly installId: string;
    readonly isReady: boolean;
    readonly schema: number;
    readonly fold: number;
  };
  /** How far the book has been verified and stored. */
  readonly cursor: { readonly epoch: string; readonly seq: number; readonly chain: string };
  /** Earlier verified points, newest first, thinning out with age: the common ancestor is found among them. */
  readonly points: readonly ChainPoint[];
  /** How far the journal has been read into this database. */
  readonly journal: FeedPoint;
  /**
   * Own ops whose rows are still being stored: those after `n` up to `to`. A desk with a whole year is usable when its
   * records are there; the history of each follows. Sync waits for it.
   */
  readonly opsLater: { readonly n: number; readonly to: number };
  /**
   * Of a database that is still being loaded from a snapshot: which one (the hash of its manifest), and how many of its
   * chunks are stored. Nobody reads such a database before it is ready.
   */
  readonly staging: { readonly manifest: string; readonly chunks: number };
  /** The point of the book whose states this database began with, and where the own feed ended there. */
  readonly snapshot: ChainPoint & { readonly n: number; readonly h: string };
  /** How far the ops below the snapshot have been fetched and verified since: histories are whole at `to`. */
  readonly history: ChainPoint & { readonly to: number };
  /** Feeds written before a restore whose journals have been read into this database. */
  readonly earlier: readonly string[];
  /** The last own op the center proved to have. */
  readonly sent: FeedPoint;
  /** The last receipt of the center, as signed. */
  readonly receipt: {
    readonly n: number;
    readonly h: string;
    readonly seq: number;
    readonly at: string;
    readonly sig: string;
  };
  /** At a desk of a county's hub: how far the province has proved, by its signature, to have this very book. */
  readonly atProvince: { readonly seq: number; readonly at: string };
  /** Highest number covered by the center's verified backups. */
  readonly stable: number;
  /** When this desk last proved that it holds the whole book and the book all its ops (milliseconds UTC). */
  readonly provenAt: number;
  /** The last search sheet block, how many lines it has, and the last revision given out. */
  readonly sheet: { readonly no: number; readonly count: number; readonly rev: number };
  /** The last edition given to a row of a record; it only grows. */
  readonly edition: number;
  /** The last edition before this database started over: what was bound or remembered up to it is of records that are gone. */
  readonly startedOver: number;
  /** By grant: the next number of the block that this desk has not used. Numbers are never given back. */
  readonly numbers: { readonly [grant: string]: number };
  /** By series and year: how many provisional numbers were given. */
  readonly provisional: { readonly [series: string]: number };
  /** Ops that an epoch change took out of the book, own and others', with the numbers they had: until booked again (R11). */
  readonly rescue: readonly Lost[];
  /**
   * What booked destructions named and is still to go from this computer: ops out of the journal, letters and scans by
   * their hash, bound volumes of these kinds.
   */
  readonly toErase: {
    readonly ops: readonly string[];
    readonly blobs: readonly string[];
    readonly kinds: readonly string[];
  };
  /** By own feed: the last op that its journal had without its payload when it was read into this database. */
  readonly erased: { readonly [feed: string]: number };
  /** Ops of the book that came without payload and that no destruction accounts for yet. */
  readonly emptied: readonly string[];
  /** Those of them that a person was told of, once: the alarm is withdrawn when a destruction accounts for all of them. */
  readonly emptiedTold: readonly string[];
  /** What the book confirmed before an epoch change, to be compared once everything was brought back (I37). */
  readonly watched: readonly Outcome[];
  /** Outcomes that are other ones since: each is a task until the head has seen it. */
  readonly changed: readonly Outcome[];
  /** Books that a restore of the center ended, by epoch, the last ones: nothing of them is news (F49). */
  readonly ended: readonly string[];
  /** The last end of the book that the center signed: shown to it when it comes back with less. */
  readonly signed: ChainPoint & { readonly epoch: string; readonly sig: string };
  /** The law by which the cached due days were computed, as canonical text. */
  readonly law: string;
  /** Something a named person must look at, such as a journal shorter than this database. */
  readonly alarm: string;
  /** Another text after every transaction that changed records or the search sheet; "" before the first. */
  readonly rev: string;
  /** What the last answer that was carried here told of attachments, and what was written since. */
  readonly carried: Carried;
  /** Another number after every attachment that came, or that the center confirmed. */
  readonly scanRev: number;
};

const EMPTY: Omit<
  Meta,
  "desk" | "journal" | "sent" | "receipt" | "signed" | "atProvince" | "staging" | "snapshot"
> = {
  cursor: { epoch: "", seq: 0, chain: "" },
  points: [],
  opsLater: { n: 0, to: 0 },
  history: { seq: 0, chain: "", to: 0 },
  earlier: [],
  stable: 0,
  provenAt: 0,
  sheet: { no: 0, count: 0, rev: 0 },
  edition: 0,
  startedOver: 0,
  numbers: {},
  provisional: {},
  rescue: [],
  emptied: [],
  emptiedTold: [],
  erased: {},
  ended: [],
  toErase: { ops: [], blobs: [], kinds: [] },
  watched: [],
  changed: [],
  law: "",
  alarm: "",
  rev: "",
  scanRev: 0,
  carried: { key: "", version: 1, open: [], missing: {}, unnamed: [], begun: {}, askedTo: "" },
};

/** Some or all facts at once; reading gives every stored fact, with the starting value where nothing was stored. */
export type MetaPatch = Partial<Meta>;

/** The rows of facts, for a transaction that writes them past the library. */
export const metaRows = (patch: MetaPatch): MetaRow[] =>
  Object.entries(patch).map(([key, value]) => ({ key, value: value as Json }));

const metaFrom = (rows: readonly MetaRow[]): typeof EMPTY & MetaPatch => ({
  ...EMPTY,
  ...Object.fromEntries(rows.map(({ key, value }) => [key, value])),
});

/** Everything the database knows about itself. */
export const readMeta = async (db: DeskDb): Promise<typeof EMPTY & MetaPatch> =>
  metaFrom(await db.meta.toArray());

/** The same in half the time, past the library's own bookkeeping: every save waits for it. Not inside a transaction. */
export const readMetaNow = async (db: DeskDb): Promise<typeof EMPTY & MetaPatch> => {
  if (!db.isOpen()) return readMeta(db);
  const { name } = db.meta;
  const request = db.backendDB().transaction(name, "readonly").objectStore(name).getAll();
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(metaFrom(request.result as MetaRow[]));
    request.onerror = () => reject(request.error);
  });
};

/** Writes facts; inside a transaction of the caller, or in one of its own. */
export const writeMeta = async (db: DeskDb, patch: MetaPatch): Promise<void> => {
  await db.meta.bulkPut(metaRows(patch));
};
