import { copyFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { aFolder } from "../../contract/center/aCenter.ts";

const LIVE = "live";
const FILE = "generation.json";

/** A center whose database can be copied and put back, on a real PostgreSQL that outlives it. */
export type Restorable = {
  readonly url: () => string;
  readonly center: () => Running;
  /** Keeps a copy of the database under a name, between two runs of the center. */
  readonly backUp: (name: string) => Promise<void>;
  /** Puts a copy back. `withFolder`: the center's data folder comes back, too, as from an image of the machine. */
  readonly restore: (name: string, withFolder?: boolean) => Promise<void>;
  readonly rows: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  readonly end: () => Promise<void>;
};

/** Starts one; `now` is the center's clock. */
export const aRestorable = async (now: () => number = Date.now): Promise<Restorable> => {
  process.env.LAD_LOG ??= "silent";
  const folder = aFolder();
  const embedded: Embedded = await startEmbedded(folder.path, () => undefined);
  const owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
  await owner.query(`create database ${LIVE}`);
  const databaseUrl = embedded.url.replace(/\/postgres$/, `/${LIVE}`);
  const start = (): Promise<Running> => startCenter({ dataDir: folder.path, port: 0, databaseUrl, now });
  let center = await start();
  const between = async (work: () => Promise<void>): Promise<void> => {
    await center.stop();
    await work();
    center = await start();
  };
  return {
    url: () => center.url,
    center: () => center,
    backUp: (name) =>
      between(async () => {
        await owner.query(`create database ${name} template ${LIVE}`);
        copyFileSync(join(folder.path, FILE), join(folder.path, `${FILE}.${name}`));
      }),
    restore: (name, withFolder = false) =>
      between(async () => {
        await owner.query(`drop database ${LIVE}`);
        await owner.query(`create database ${LIVE} template ${name}`);
        if (withFolder) copyFileSync(join(folder.path, `${FILE}.${name}`), join(folder.path, FILE));
      }),
    rows: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
      const reader = new pg.Client({ connectionString: databaseUrl });
      await reader.connect();
      try {
        return (await reader.query<Row>(sql, [...values])).rows;
      } finally {
        await reader.end();
      }
    },
    end: async () => {
      await center.stop();
      await owner.end();
      await embedded.stop();
      folder.remove();
    },
  };
};
