import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseFolder, runAs } from "../../../../center/db/binaries.ts";
import { type Embedded, startEmbedded } from "../../../../center/db/embedded.ts";
import { type Running, startCenter } from "../../../../center/startCenter.ts";
import { CHAIN_START, chainInput } from "../../../../shared/sync/chain.ts";
import { aFoundedDesk } from "../../../contract/center/aBureau.ts";
import { aFolder } from "../../../contract/center/aCenter.ts";
import { putsOf, sha256, type TestDesk } from "../../../contract/center/aDesk.ts";
import { chanceOf } from "../../../simulate/machine/chance.ts";
import { diskAfter, type Fate, type Files, filesBelow, held, layOut, type Moment } from "./cutDatabase.ts";

/** What the desk had been told when the power went: the end of its feed, and a block of numbers. */
type Told = { readonly head: { readonly n: number; readonly h: string }; readonly grantTo: number };
type Cut = Moment & { readonly told: Told };

process.env.LAD_LOG ??= "silent";
const folder = aFolder();
const found = aFolder();
const cuts: Cut[] = [];
let embedded: Embedded;
let center: Running;
let owner: pg.Client;
let desk: TestDesk;

const ask = async <T extends pg.QueryResultRow>(text: string): Promise<T> =>
  (await owner.query<T>(text)).rows[0] as T;
const copyOf = async (): Promise<Files> => {
  const root = await databaseFolder(folder.path, runAs());
  const postmaster = Number(readFileSync(join(root, "postmaster.pid"), "utf8").split("\n")[0]);
  return held(postmaster, () => filesBelow(root));
};
const work = async (round: number): Promise<void> => {
  for (let batch = 0; batch < 4; batch += 1)
    await desk.push(
      Array.from({ length: 10 }, (_, n) =>
        desk.op(putsOf("aidFile", `file-${round}-${batch}`, { caseFacts: `${n} ${"字".repeat(200)}` })),
      ),
    );
};
const granted = async (): Promise<number> =>
  ((await desk.post("/v1/numbers", { series: "FY", year: 2026, count: 5 })).body as { readonly to: number })
    .to;

beforeAll(async () => {
  embedded = await startEmbedded(folder.path, () => undefined);
  center = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
  desk = await aFoundedDesk(center, "bureau-fault-032");
  owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
  await work(0);
  await owner.query("checkpoint");
  const synced = await copyOf();
  for (let round = 1; round <= 2; round += 1) {
    await work(round);
    const told = { grantTo: await granted(), head: desk.head() };
    // asked at once: what was answered must be covered by what is flushed by now
    const { flushed } = await ask<{ flushed: string }>("select pg_current_wal_flush_lsn() as flushed");
    cuts.push({ synced, running: await copyOf(), flushed, told });
  }
  await owner.end();
  await center.stop();
  await embedded.stop();
});
afterAll(() => {
  folder.remove();
  found.remove();
});

/** A data folder with the database as the disk has it, and all else as it was. */
const laidOut = async (name: string, files: Files): Promise<string> => {
  const data = join(found.path, name);
  const old = await databaseFolder(folder.path, runAs());
  cpSync(folder.path, data, {
    recursive: true,
    filter: (path) => path !== old && !/database-folder$/.test(path),
  });
  const root = await databaseFolder(data, runAs());
  layOut(files, root);
  const { uid, gid } = runAs();
  if (uid !== undefined) execFileSync("chown", ["-R", `${uid}:${gid}`, root]);
  return data;
};

/** The book as a desk is given it, proved from its beginning. */
const proven = async (): Promise<readonly string[]> => {
  const { epoch } = await desk.hello();
  const { ops, trailer } = await desk.pull(0, epoch);
  const chain = ops.reduce((before, { h, verdict }) => sha256(chainInput(before, h, verdict)), CHAIN_START);
  expect(chain).toBe(trailer.chain);
  expect(trailer.to).toBe(trailer.head);
  return ops.map(({ h }) => h);
};

/** Starts the center on such a disk and answers what it knows of the desk. */
const after = async (data: string) => {
  const next = await startCenter({ dataDir: data, port: 0 });
  try {
    await desk.moveTo(next.url);
    const { feedHead } = await desk.hello();
    return { feedHead, book: await proven(), nextGrant: await granted() };
  } finally {
    await next.stop();
  }
};

it.each<Fate>(["lost", "torn"])(
  "F32, I7: the power goes right after an answer, and every page that no checkpoint has synced is %s: what was answered is in the book, proved, no number is given twice, and the center works on",
  async (fate) => {
    for (const [at, cut] of cuts.entries()) {
      const files = diskAfter(cut, fate, chanceOf(at).next);
      const { feedHead, book, nextGrant } = await after(await laidOut(`${fate}-${at}`, files));
      expect(feedHead).toMatchObject(cut.told.head);
      expect(book).toContain(cut.told.head.h);
      expect(nextGrant).toBeGreaterThan(cut.told.grantTo);
    }
  },
);

it("F32: such a disk shows it when an answer had not waited for the log", async () => {
  const [before, cut] = cuts;
  if (before === undefined || cut === undefined) throw new Error("no cuts");
  const unsynced = diskAfter({ ...cut, flushed: before.flushed }, "lost", () => 0);
  expect((await after(await laidOut("unsynced", unsynced))).feedHead).toMatchObject(before.told.head);
});
