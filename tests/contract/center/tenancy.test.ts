import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../center/db/database.ts";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import { startCenter } from "../../../center/startCenter.ts";
import { aFoundedDesk } from "./aBureau.ts";
import { aDataFolder } from "./aCenter.ts";
import { putsOf } from "./aDesk.ts";

const folder = aDataFolder();
let embedded: Embedded;
let db: Database;
let owner: pg.Client;
let bureaus: readonly string[];

beforeAll(async () => {
  embedded = await startEmbedded(folder.path, () => undefined);
  const center = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
  const desks = [await aFoundedDesk(center), await aFoundedDesk(center)];
  for (const desk of desks) await desk.push([desk.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" }))]);
  bureaus = desks.map(({ bureau }) => bureau);
  await center.stop();
  db = await openDatabase(embedded.url, () => undefined);
  owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await embedded.stop();
  folder.remove();
});

const TABLES = [
  "bureau",
  "bureau_log",
  "feed",
  "op",
  "op_entity",
  "held",
  "reject_log",
  "entity",
  "dispute",
  "number_series",
  "number_use",
  "backup",
  "backup_chunk",
  "branch",
  "rescued",
  "term",
  "blob_ref",
  "blob",
  "blob_chunk",
  "snapshot",
  "snapshot_chunk",
  "destroyed_chunk",
  "mended",
];

describe("row-level security (sync design §3.12, security S22)", () => {
  it("every table with a bureau is under forced row-level security, and its key begins with the bureau", async () => {
    const { rows } = await owner.query<{ relname: string; relforcerowsecurity: boolean; first: string }>(
      `select c.relname, c.relforcerowsecurity, (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indrelid = c.oid and i.indisprimary) as first
       from pg_class c join pg_attribute b on b.attrelid = c.oid and b.attname = 'bureau' where c.relkind = 'r' and c.relname <> 'enrol_code' order by 1`,
    );
    expect(rows.map(({ relname }) => relname)).toEqual([...TABLES].sort());
    expect(
      rows.filter(({ relforcerowsecurity, first }) => !relforcerowsecurity || first !== "bureau"),
    ).toEqual([]);
  });

  it.each(["bureau", "bureau_log", "feed", "op", "op_entity", "entity"])(
    "a query on %s without a filter sees its own bureau only",
    async (table) => {
      const [mine, other] = bureaus as [string, string];
      const seen = async (bureau: string) =>
        new Set(
          (await db.inBureau(bureau, (tx) => tx.all<{ bureau: string }>(`select bureau from ${table}`))).map(
            (row) => row.bureau,
          ),
        );
      expect(await seen(mine)).toEqual(new Set([mine]));
      expect(await seen(other)).toEqual(new Set([other]));
      expect(await seen("bureau-of-nobody")).toEqual(new Set());
      const { rows } = await owner.query<{ count: string }>(`select count(distinct bureau) from ${table}`);
      expect(Number(rows[0]?.count)).toBe(2);
    },
  );

  it("writing into another bureau, or over an op that is booked, is not possible at all", async () => {
    const [mine, other] = bureaus as [string, string];
    await expect(
      db.inBureau(mine, (tx) =>
        tx.run("insert into op_entity (bureau, t, id, seq) values ($1, 'x', 'y', 1)", [other]),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(db.inBureau(mine, (tx) => tx.run("update op set verdict = 'ok'"))).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.inBureau(mine, (tx) => tx.run("delete from op"))).rejects.toThrow(/permission denied/);
    expect(await db.inBureau(mine, (tx) => tx.run("update bureau_log set stable_seq = 0"))).toBe(1);
  });

  it("the gate sees no op and the console writes nothing", async () => {
    await expect(db.atGate((tx) => tx.all("select * from op"))).rejects.toThrow(/permission denied/);
    await expect(db.inReport((tx) => tx.run("update feed set state = 'open'"))).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.inReport((tx) => tx.all("select * from enrol_code"))).rejects.toThrow(
      /permission denied/,
    );
    expect((await db.inReport((tx) => tx.all("select distinct bureau from op"))).length).toBe(2);
  });

  it("a migration that was edited after it had run stops the center", async () => {
    await db.close();
    await owner.query("update migration set checksum = 'edited' where number = 1");
    await expect(openDatabase(embedded.url, () => undefined)).rejects.toThrow(/edited/);
    await owner.query("delete from migration where number = 1");
    await expect(openDatabase(embedded.url, () => undefined)).rejects.toThrow();
  });
});
