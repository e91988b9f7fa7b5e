import Dexie, { type EntityTable, type Table } from "dexie";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Hash } from "../../shared/ops/op.ts";

type Sealed = Uint8Array<ArrayBuffer>;

/**
 * One record as stored. Everything known of it is in `sealed`; what stands beside it in clear are ids, codes and days of
 * open dictionary fields, because an index must be readable (a test holds the list of indexes).
 */
export type RecordRow = {
  readonly t: string;
  readonly id: string;
  /** `t/lane/stage/day`: where each procedure stands, with the due day last, so that one range is one sorted list. */
  readonly stages: readonly string[];
  /** The sort of record, such as application or notification; "" where there is only one. */
  readonly kind: string;
  /** When it began, for "newest first"; "" when unknown. */
  readonly on: string;
  /** Due day, then "!" for custody or a minor and "~" otherwise: the soonest first and the gravest first within a day. */
  readonly due?: string;
  /** 1 when people disagree on a field; absent otherwise (a boolean cannot be indexed). */
  readonly disputed?: 1;
  /** 1 when two steps compete. */
  readonly contested?: 1;
  /** The block of the search sheet that holds its line; 0 for none. */
  readonly sheet: number;
  /**
   * The number of this writing, the next after `Meta.edition`, which the same transaction moves on: of two rows the one
   * written later has the higher one, none has the same. Volumes and what screens remember rest on it.
   */
  readonly edition: number;
  readonly sealed: Sealed;
};

/** One op as stored: the exact bytes are sealed. Position and records are in clear, no content. */
export type OpRow = {
  readonly h: Hash;
  readonly feed: string;
  readonly n: number;
  /** Number in the book, or PENDING + n until the book has it. */
  readonly seq: number;
  /** `t/id` of every record it changes. */
  readonly records: readonly string[];
  /** The same, only while the op is not in the book. */
  readonly open?: readonly string[];
  /** Its n, only while the center has not acknowledged it: the outbox is this index. */
  readonly waiting?: number;
  /** 1 when the book keeps it without effect, or this version cannot read it. */
  readonly refused?: 1;
  /** 1 when attachments belong to it. */
  readonly scans?: 1;
  readonly sealed: Sealed;
};

/** A block of prepared search lines. `rev` grows with every change, so that readers fetch only what is new. */
export type SheetRow = { readonly no: number; readonly rev: number; readonly sealed: Sealed };
/**
 * A volume of bound views (合订本): what records of one kind with an edition above `from` and up to `upTo` looked like
 * when it was bound. It never becomes wrong: a record written since has an edition above `upTo`.
 */
export type VolumeRow = {
  readonly t: string;
  readonly from: number;
  readonly upTo: number;
  readonly sealed: Sealed;
};
/** A fact about this database; never about a person. */
export type MetaRow = { readonly key: string; readonly value: Json };

/** The one schema. Data changes are rebuilt into a new database name, so its version is never raised (complaint 45). */
export const STORES = {
  records: "[t+id], [t+on], [t+kind+on], [t+due], [t+edition], *stages, disputed, contested",
  ops: "h, seq, [feed+n], [feed+waiting], *records, *open, refused, scans",
  sheets: "no, rev",
  volumes: "[t+upTo]",
  meta: "key",
} as const;

/** This desk's database: a projection of the journal and the book. It is never the only place where anything is. */
export class DeskDb extends Dexie {
  declare readonly records: Table<RecordRow, [string, string]>;
  declare readonly ops: EntityTable<OpRow, "h">;
  declare readonly sheets: EntityTable<SheetRow, "no">;
  declare readonly volumes: Table<VolumeRow, [string, number]>;
  declare readonly meta: EntityTable<MetaRow, "key">;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: "strict", cache: "disabled" });
    this.version(1).stores(STORES);
  }
}

const PREFIX = "desk";

/** The name of one generation of this installation's database; a rebuild goes into the next one (R20, R22). */
export const databaseName = (installId: string, generation: number): string =>
  `${PREFIX}.${installId}.${generation}`;

/** Generations of `installId` that exist in this browser, newest first. */
export const generationsOf = async (installId: string): Promise<readonly number[]> => {
  const start = `${PREFIX}.${installId}.`;
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(start));
  return names
    .map((name) => Number(name.slice(start.length)))
    .filter(Number.isSafeInteger)
    .sort((a, b) => b - a);
};

/** True when the browser holds a database of another installation: left alone, but worth a note. */
export const hasForeignDatabase = async (installId: string): Promise<boolean> =>
  (await Dexie.getDatabaseNames()).some(
    (name) => name.startsWith(`${PREFIX}.`) && !name.startsWith(`${PREFIX}.${installId}.`),
  );
