import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Database } from "../db/database.ts";
import { writeDurably } from "../files.ts";

const FILE = "generation.json";
/** A backup that is older than this is noticed by the generation alone, also when it was taken within one run. */
const ROTATE_MS = 10 * 60_000;

/** `next` is set while the database is being told: killed in between, either value is ours. */
const kept = z.strictObject({ current: z.string(), next: z.string(), home: z.string() });
type Kept = z.infer<typeof kept>;

const readKept = (folder: string): Kept | undefined => {
  const path = join(folder, FILE);
  return existsSync(path) ? kept.parse(JSON.parse(readFileSync(path, "utf8"))) : undefined;
};

const writeKept = (folder: string, value: Kept): Promise<void> =>
  writeDurably(join(folder, FILE), `${JSON.stringify(value)}\n`);

/** Which database this is: server, its timeline, and the table itself. A dump that is read back makes another one. */
const homeOf = async (db: Database): Promise<string> => {
  const row = await db.atGate((tx) =>
    tx.one<{ home: string }>(
      `select s.system_identifier || '/' || c.timeline_id || '/' || 'op'::regclass::oid as home
       from pg_control_system() s, pg_control_checkpoint() c`,
    ),
  );
  return row?.home ?? "";
};

const generationOf = async (db: Database): Promise<string> =>
  (await db.atGate((tx) => tx.one<{ generation: string }>("select generation from center")))?.generation ??
  "";

/** Which run of which database this is, as the database and the file beside it say. */
export type Generation = {
  /** The database is not the one that this data folder last worked with: restored, copied or moved. */
  readonly isRestored: boolean;
  /** Names a new generation in both places; from now on and again every ten minutes, until `stop`. */
  readonly begin: () => Promise<void>;
  readonly stop: () => void;
};

const rotate = async (db: Database, folder: string, home: string): Promise<void> => {
  const [current, next] = [await generationOf(db), randomUUID()];
  await writeKept(folder, { current, next, home });
  await db.atGate((tx) => tx.run("update center set generation = $1", [next]));
  await writeKept(folder, { current: next, next, home });
};

/**
 * Compares the database with what this data folder remembers of it. A database from before generations, beside a folder
 * that knows none, is taken as it is. `onTrouble`: a later change of generation failed; it is tried again.
 */
export const openGeneration = async (
  db: Database,
  folder: string,
  onTrouble: (cause: unknown) => void,
): Promise<Generation> => {
  const [home, generation, known] = [await homeOf(db), await generationOf(db), readKept(folder)];
  const isOurs =
    known === undefined
      ? generation === ""
      : known.home === home && [known.current, known.next].includes(generation);
  let timer: NodeJS.Timeout | undefined;
  return {
    isRestored: !isOurs,
    begin: async () => {
      await rotate(db, folder, home);
      timer = setInterval(() => void rotate(db, folder, home).catch(onTrouble), ROTATE_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
};
