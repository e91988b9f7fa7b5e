import type { Published } from "../../shared/law/publications.ts";
import type { DeskDb } from "./deskDb.ts";
import { type Meta, readMetaNow } from "./meta.ts";
import { recordKey } from "./opRow.ts";
import { type At, type Held, heldOfNone, openRecordRow, type Store } from "./recordStore.ts";
import type { Line } from "./sheets.ts";

/** A record as it lies in the database, opened, and the block of the search sheet that has its line. */
export type Kept = { readonly held: Held; readonly sheet: number };

/**
 * What the only writer knows of the database: every fact of it as just read, and what was opened since the records last
 * changed. Opening costs more than the whole rest of a save, and a clerk writes many fields of one record in a row.
 */
export type Memory = {
  readonly meta: Awaited<ReturnType<typeof readMetaNow>>;
  readonly records: Map<string, Kept>;
  readonly sheets: Map<number, readonly Line[]>;
  /** Where the bureau's own record is; undefined while nobody has looked. */
  bureau: At | null | undefined;
  /** What the province has published; undefined while nobody has looked. */
  published: Published | undefined;
};

type Opened = Omit<Memory, "meta"> & { readonly rev: string };

/** More than the records of one sitting; beyond it everything is opened anew. */
const RECORDS_MAX = 60;
/** A block has a hundred lines. */
const SHEETS_MAX = 10;

const OPENED = new WeakMap<DeskDb, Opened>();

const nothingOpened = (rev: string): Opened => ({
  rev,
  records: new Map(),
  sheets: new Map(),
  bureau: undefined,
  published: undefined,
});

const bound = ({ records, sheets }: Opened): void => {
  if (records.size > RECORDS_MAX) records.clear();
  if (sheets.size > SHEETS_MAX) sheets.clear();
};

/**
 * What is known under the write lock. One read: every transaction that changes records writes a new `rev`, whichever
 * window or worker it is in, so what was opened under the same `rev` still is what is stored.
 */
export const recall = async ({ db }: Store): Promise<Memory> => {
  const meta = await readMetaNow(db);
  const known = OPENED.get(db);
  const opened =
    known !== undefined && known.rev !== "" && known.rev === meta.rev ? known : nothingOpened(meta.rev);
  bound(opened);
  OPENED.set(db, opened);
  const { rev: _, ...rest } = opened;
  return { meta, ...rest };
};

/** Carries what is known over the own transaction that wrote `rev`; call it only once that is complete. */
export const remember = ({ db }: Store, memory: Memory, { rev }: Pick<Meta, "rev">): void => {
  const { records, sheets, bureau, published } = memory;
  OPENED.set(db, { rev, records, sheets, bureau, published });
};

/** Forgets what was opened: a transaction failed, and nobody knows what is stored. */
export const forget = ({ db }: Store): void => void OPENED.delete(db);

/** The name of a new state of the records. */
export const newRev = (): Pick<Meta, "rev"> => ({ rev: crypto.randomUUID() });

/** Records as they are stored, in the order asked for; the database is asked only for those not opened yet. */
export const keptAt = async (
  { db, seal }: Store,
  memory: Memory,
  ats: readonly At[],
): Promise<readonly Kept[]> => {
  const unknown = ats.filter(({ t, id }) => !memory.records.has(recordKey(t, id)));
  const rows = unknown.length === 0 ? [] : await db.records.bulkGet(unknown.map(({ t, id }) => [t, id]));
  const opened = await Promise.all(
    unknown.map(async ({ t, id }, index): Promise<readonly [string, Kept]> => {
      const row = rows[index];
      const held = row === undefined ? heldOfNone(t, id) : await openRecordRow(seal, row);
      return [recordKey(t, id), { held, sheet: row?.sheet ?? 0 }];
    }),
  );
  for (const [key, kept] of opened) memory.records.set(key, kept);
  return ats.map(({ t, id }) => memory.records.get(recordKey(t, id)) as Kept);
};
