import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import type { SnapshotManifest, SnapshotReply } from "../../../shared/api/snapshotApi.ts";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import { FOLD } from "../../../shared/ops/state.ts";
import { aFoundedDesk, aFurtherDesk } from "./aBureau.ts";
import { aDataFolder } from "./aCenter.ts";
import { putsOf, type TestDesk } from "./aDesk.ts";
import { ARCHIVIST, archived, archivist, FILE, purgeOf } from "./aDestruction.ts";

const MARK = "I39-a-text-that-must-go";
const WAIT = { timeout: 20_000, interval: 50 };

const folder = aDataFolder();
let center: Running;
let owner: pg.Client;

const asOwner = async (): Promise<pg.Client> => {
  const note = join(folder.path, "database-folder");
  const data = existsSync(note) ? readFileSync(note, "utf8") : join(folder.path, "pg");
  const port = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3]?.trim();
  const password = readFileSync(join(folder.path, "database-password"), "utf8");
  const client = new pg.Client({
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
  });
  await client.connect();
  return client;
};
const ask = async (by: TestDesk): Promise<SnapshotReply> =>
  (await (await by.call(ROUTES.snapshot, { method: "GET" })).json()) as SnapshotReply;
const contentOf = async (by: TestDesk, { chunks }: SnapshotManifest): Promise<string> => {
  const texts: string[] = [];
  for (const { id } of chunks) {
    const bytes = Buffer.from(
      await (await by.call(`${ROUTES.snapshot}/${id}`, { method: "GET" })).arrayBuffer(),
    );
    texts.push((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8"));
  }
  return texts.join();
};
/** How many builds wait for a row of somebody else. */
const waitingCount = async (): Promise<number> =>
  (
    await owner.query<{ count: string }>(
      "select count(*) as count from pg_stat_activity where wait_event_type = 'Lock'",
    )
  ).rows.map(({ count }) => Number(count))[0] ?? 0;

beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  process.env.LAD_SNAPSHOT_FROM = "5";
  center = await startCenter({ dataDir: folder.path, port: 0 });
  owner = await asOwner();
});
afterAll(async () => {
  delete process.env.LAD_SNAPSHOT_FROM;
  await owner?.end();
  await center.stop();
  folder.remove();
});

const manifestOf = async (by: TestDesk): Promise<SnapshotManifest> => {
  await expect.poll(async () => (await ask(by)).state, WAIT).toBe("ready");
  const reply = await ask(by);
  return JSON.parse(reply.state === "ready" ? reply.manifest : "{}");
};
/** A bureau with a case whose destruction is approved, and how somebody destroys it. */
const aCase = async () => {
  const desk = await aFoundedDesk(center);
  const known = desk.op(archivist());
  const opened = desk.op(putsOf(FILE.t, FILE.id, { caseFacts: MARK, applicationNo: "申〔2010〕7号" }));
  await desk.push([known, opened, ...archived(desk, "2020-09-01")]);
  const { epoch, head } = await desk.hello();
  const book = (await desk.pull(0, epoch)).ops;
  const destroy = async (): Promise<void> => {
    const purge = desk.op([purgeOf(book, FILE, [opened.h])], { actor: ARCHIVIST });
    expect((await desk.push([purge])).results.map(({ verdict }) => verdict)).toEqual(["ok"]);
  };
  return { desk, epoch, seq: head.seq, destroy };
};
const keptSeqs = async ({ bureau }: TestDesk): Promise<readonly number[]> =>
  (await owner.query<{ seq: string }>("select seq from snapshot where bureau = $1", [bureau])).rows.map(
    ({ seq }) => Number(seq),
  );

describe("a snapshot that is made while something in it is destroyed", () => {
  it("I39: is withdrawn when it is done, and the next one has nothing of what was destroyed", async () => {
    const { desk, epoch, seq, destroy } = await aCase();
    // the name under which it is to be kept is taken by somebody who has not decided yet
    await owner.query("begin");
    await owner.query(
      "insert into snapshot (bureau, epoch, seq, fold, chunks, manifest, sig) values ($1, $2, $3, $4, '{}', '', '')",
      [desk.bureau, epoch, seq, FOLD],
    );
    expect((await ask(desk)).state).toBe("building");
    await expect.poll(waitingCount, WAIT).toBe(1);
    await destroy();
    await owner.query("rollback");
    const manifest = await manifestOf(desk);
    expect(manifest.seq).toBe((await desk.hello()).head.seq);
    expect(await contentOf(desk, manifest)).not.toContain(MARK);
    expect(await keptSeqs(desk)).toEqual([manifest.seq]);
  });

  it("I39: is withdrawn by the next start where the center was killed before it came to that", async () => {
    const { desk, seq, destroy } = await aCase();
    expect(await contentOf(desk, await manifestOf(desk))).toContain(MARK);
    const of = [desk.bureau];
    const made = (await owner.query("select * from snapshot where bureau = $1", of)).rows[0];
    const chunks = (await owner.query("select * from snapshot_chunk where bureau = $1", of)).rows;
    await destroy();
    await owner.query(
      "insert into snapshot (bureau, epoch, seq, fold, chunks, manifest, sig) values ($1, $2, $3, $4, $5, $6, $7)",
      [made.bureau, made.epoch, made.seq, made.fold, made.chunks, made.manifest, made.sig],
    );
    for (const { bureau, id, packed } of chunks)
      await owner.query("insert into snapshot_chunk (bureau, id, packed) values ($1, $2, $3)", [
        bureau,
        id,
        packed,
      ]);
    await owner.end();
    await center.stop();
    center = await startCenter({ dataDir: folder.path, port: 0 });
    owner = await asOwner();
    const further = await aFurtherDesk(center, desk.bureau, "二号工位");
    const manifest = await manifestOf(further);
    expect(manifest.seq).toBeGreaterThan(seq);
    expect(await contentOf(further, manifest)).not.toContain(MARK);
    expect(await keptSeqs(desk)).toEqual([manifest.seq]);
  });
});
