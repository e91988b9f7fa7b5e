import { createHash, verify } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publicKeyOf } from "../../../center/keys/ed25519.ts";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { BookedOp, Header } from "../../../shared/ops/op.ts";
import { CHAIN_START, chainInput } from "../../../shared/sync/chain.ts";
import { stateHashInput } from "../../../shared/sync/stateHash.ts";
import { aPdf } from "../../builders/scans.ts";
import { aFoundedDesk, aFurtherDesk } from "./aBureau.ts";
import { aDataFolder } from "./aCenter.ts";
import { putsOf, sha256, type TestDesk } from "./aDesk.ts";
import { ARCHIVIST, archived, archivist, FILE, filesWith, foldOf, purgeOf } from "./aDestruction.ts";
import { fetchWhole, handOver, statesOf } from "./attachments.ts";

const folder = aDataFolder();
let center: Running;
let clock = Date.now();
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  center = await startCenter({ dataDir: folder.path, port: 0, now: () => clock });
});
afterAll(async () => {
  await center.stop();
  folder.remove();
});
beforeEach(() => {
  clock += 3_600_000;
});

const MARK = "F79-a-text-that-must-go";
const verdictsOf = async (desk: TestDesk, ...ops: Parameters<TestDesk["push"]>[0]) =>
  (await desk.push(ops)).results.map(({ verdict }) => verdict);
const bookOf = async (desk: TestDesk): Promise<readonly BookedOp[]> =>
  (await desk.pull(0, (await desk.hello()).epoch)).ops;
const hashOf = (ops: readonly BookedOp[]): string => sha256(stateHashInput(foldOf(ops)));
const databaseOf = (): string => {
  const note = join(folder.path, "database-folder");
  return existsSync(note) ? readFileSync(note, "utf8") : join(folder.path, "pg");
};
const ownerOf = async (): Promise<pg.Client> => {
  const [, port = ""] =
    /^(\d+)$/m.exec(readFileSync(join(databaseOf(), "postmaster.pid"), "utf8").split("\n")[3] ?? "") ?? [];
  const password = readFileSync(join(folder.path, "database-password"), "utf8");
  const client = new pg.Client({
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
  });
  await client.connect();
  return client;
};
const asOwner = async (sql: string, values: readonly unknown[]): Promise<void> => {
  const client = await ownerOf();
  await client.query(sql, [...values]);
  await client.end();
};
const isUnswept = async (owner: pg.Client, bureau: string): Promise<unknown> =>
  (await owner.query("select is_unswept from bureau_log where bureau = $1", [bureau])).rows[0]?.is_unswept;
const chunkFiles = (bureau: string): number => {
  const at = join(folder.path, "blobs", bureau);
  return existsSync(at)
    ? readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0;
};

/** A bureau with a case whose text is the mark, and an attachment of it; `ops` are those about the case. */
const aCase = async (destroyedOn = "2020-09-01", isApproved = true) => {
  const desk = await aFoundedDesk(center);
  const content = aPdf(MARK, 40_000);
  const blobs = [{ id: sha256(content), bytes: content.length, type: "application/pdf" }];
  const muts = putsOf(FILE.t, FILE.id, {
    caseFacts: `${MARK} ${desk.bureau}`,
    personName: "木增",
    applicationNo: "申〔2010〕7号",
  });
  const known = desk.op(archivist());
  const opened = desk.op(canonicalJson({ muts, blobs } as unknown as Json));
  const further = desk.op(putsOf(FILE.t, FILE.id, { request: `${MARK} more` }));
  const ops = [opened, further];
  const verdicts = await verdictsOf(desk, known, ...ops, ...archived(desk, destroyedOn, isApproved));
  expect(new Set(verdicts)).toEqual(new Set(["ok"]));
  await handOver(desk, content);
  return { desk, content, ops, hashes: ops.map(({ h }) => h) };
};
type Case = Awaited<ReturnType<typeof aCase>>;
const purged = async ({ desk, hashes }: Case, actor = ARCHIVIST) =>
  desk.op([purgeOf(await bookOf(desk), FILE, hashes)], { actor });

describe("destruction by law at the center (《档案法实施条例》第24条；《个人信息保护法》第四十七条)", () => {
  it("F79, I39: is refused before the approval, before the schedule's end, to others, and for a list that is not the book's", async () => {
    const early = await aCase("2020-09-01", false);
    expect(await verdictsOf(early.desk, await purged(early))).toEqual(["stage-forbids"]);
    const kept = await aCase("2020-05-06");
    expect(await verdictsOf(kept.desk, await purged(kept))).toEqual(["stage-forbids"]);
    const one = await aCase();
    const { desk, hashes } = one;
    const clerk = desk.op(
      putsOf("staff", "staff-clerk-001", { name: "李四", login: "lisi", roles: ["CLERK"], isActive: true }),
    );
    expect(await verdictsOf(desk, clerk, await purged(one, "staff-clerk-001"))).toEqual([
      "ok",
      "role-forbids",
    ]);
    const book = await bookOf(desk);
    const whole = purgeOf(book, FILE, hashes);
    const founding = book.find(({ payload }) => payload.includes("bureau-record-01"))?.h ?? "";
    const wrong = [
      purgeOf(book, FILE, hashes.slice(1)),
      purgeOf(book, FILE, [...hashes, founding]),
      { ...whole, kept: { facts: { decision: "GRANT" }, stages: {} } },
      purgeOf(book, { t: "staff", id: ARCHIVIST }, []),
      purgeOf(book, { t: "archiveFile", id: "archive-0001" }, []),
    ];
    for (const mut of wrong)
      expect(await verdictsOf(desk, desk.op([mut], { actor: ARCHIVIST }))).toEqual(["destroy-list"]);
    const both = desk.op([
      ...putsOf(FILE.t, FILE.id, { request: "same op" }),
      ...putsOf("organ", "organ-0001", { name: "县医院" }),
    ]);
    expect(await verdictsOf(desk, both)).toEqual(["ok"]);
    const shared = purgeOf(await bookOf(desk), FILE, [...hashes, both.h]);
    expect(await verdictsOf(desk, desk.op([shared], { actor: ARCHIVIST }))).toEqual(["destroy-list"]);
    expect((await bookOf(desk)).every(({ payload }) => payload !== "")).toBe(true);
  });

  it("F79, I39: afterwards chain and signatures verify, every fold is the center's, and the entry is what stays", async () => {
    const one = await aCase();
    const { desk, hashes } = one;
    const before = await bookOf(desk);
    const purge = await purged(one);
    expect(await verdictsOf(desk, purge)).toEqual(["ok"]);
    const book = await bookOf(await aFurtherDesk(center, desk.bureau, "二号工位"));
    expect(book.filter(({ payload }) => payload === "").map(({ h }) => h)).toEqual(hashes);
    let chain = CHAIN_START;
    for (const op of book) {
      const { feed, ph } = JSON.parse(op.header) as Header;
      if (op.payload !== "") expect(sha256(op.payload)).toBe(ph);
      if (feed === desk.feed)
        expect(verify(null, Buffer.from(op.header), publicKeyOf(desk.key), Buffer.from(op.sig, "hex"))).toBe(
          true,
        );
      chain = createHash("sha256")
        .update(chainInput(chain, op.h, op.verdict))
        .digest("hex");
    }
    expect((await desk.hello()).head.chain).toBe(chain);
    const ofHere = await center.stateHash(desk.bureau);
    expect(hashOf(book)).toBe(ofHere);
    // whoever had the content before and has the rest since arrives at the same
    const old = book.map((op) => before.find(({ h }) => h === op.h) ?? op);
    expect(old.some(({ payload }) => payload.includes(MARK))).toBe(true);
    expect(hashOf(old)).toBe(ofHere);
    const file = JSON.stringify(foldOf(book).find(({ id }) => id === FILE.id));
    expect(file).toContain("申〔2010〕7号");
    expect(file).not.toMatch(new RegExp(`${MARK}|木增`));
  });

  it("F79, I39: no file of the database and no chunk holds it once its pages were written anew; another file's copy stays", async () => {
    const one = await aCase();
    const other = await aCase();
    const mark = `${MARK} ${one.desk.bureau}`;
    const [there, kept] = [chunkFiles(one.desk.bureau), chunkFiles(other.desk.bureau)];
    expect([there, kept]).toEqual([1, 1]);
    expect(filesWith(databaseOf(), mark).length).toBeGreaterThan(0);
    expect(await verdictsOf(one.desk, await purged(one))).toEqual(["ok"]);
    expect(await statesOf(one.desk, [one.content])).toEqual({ held: [], wanted: [] });
    await center.finishDestruction();
    expect(filesWith(databaseOf(), mark)).toEqual([]);
    expect(filesWith(databaseOf(), `${MARK} ${other.desk.bureau}`).length).toBeGreaterThan(0);
    expect([chunkFiles(one.desk.bureau), chunkFiles(other.desk.bureau)]).toEqual([0, 1]);
    const [held] = (await statesOf(other.desk, [other.content])).held;
    expect((await fetchWhole(other.desk, held?.name ?? "")).equals(other.content)).toBe(true);
    expect(hashOf(await bookOf(one.desk))).toBe(await center.stateHash(one.desk.bureau));
  });

  it("F79: while the tables are written anew their book stays marked, so that a kill loses nothing; longer, when it has grown", async () => {
    const one = await aCase();
    const { desk } = one;
    expect(await verdictsOf(desk, await purged(one))).toEqual(["ok"]);
    const [owner, other] = [await ownerOf(), await ownerOf()];
    await other.query("begin");
    await other.query("lock table snapshot_chunk in access share mode");
    const finishing = center.finishDestruction();
    const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'vacuum%'";
    await expect.poll(async () => (await owner.query(waiting)).rowCount, { timeout: 20_000 }).toBe(1);
    expect(await isUnswept(owner, desk.bureau)).toBe(true);
    expect(await verdictsOf(desk, desk.op(putsOf("organ", "organ-0001", { name: "县医院" })))).toEqual([
      "ok",
    ]);
    await other.query("commit");
    await finishing;
    expect(await isUnswept(owner, desk.bureau)).toBe(true);
    await center.finishDestruction();
    expect(await isUnswept(owner, desk.bureau)).toBe(false);
    await Promise.all([owner.end(), other.end()]);
  });

  it("F79: what another desk brings later is kept without effect, is somebody's task, and can be destroyed as well", async () => {
    const one = await aCase();
    const { desk } = one;
    const second = await aFurtherDesk(center, desk.bureau, "二号工位");
    expect(await verdictsOf(desk, await purged(one))).toEqual(["ok"]);
    const hash = await center.stateHash(desk.bureau);
    const late = second.op(putsOf(FILE.t, FILE.id, { caseFacts: `${MARK} late` }));
    expect(await verdictsOf(second, late)).toEqual(["destroyed"]);
    expect(await center.stateHash(desk.bureau)).toBe(hash);
    expect((await bookOf(desk)).at(-1)?.payload).toContain(`${MARK} late`);
    const again = desk.op([purgeOf(await bookOf(desk), FILE, [late.h])], { actor: ARCHIVIST });
    expect(await verdictsOf(desk, again)).toEqual(["ok"]);
    const book = await bookOf(desk);
    expect(book.find(({ h }) => h === late.h)?.payload).toBe("");
    expect(hashOf(book)).toBe(await center.stateHash(desk.bureau));
  });

  it("F77: a payload that somebody emptied without a destruction is not handed on", async () => {
    const { desk, hashes } = await aCase();
    await asOwner("update op set payload = '' where bureau = $1 and h = $2", [desk.bureau, hashes[0]]);
    const { epoch } = await desk.hello();
    const { ops } = await desk.pull(0, epoch);
    expect(ops.map(({ h }) => h)).not.toContain(hashes[0]);
  });
});
