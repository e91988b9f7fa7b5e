import { gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { founding } from "../../contract/center/aBureau.ts";
import { aDataFolder } from "../../contract/center/aCenter.ts";
import { aDesk, putsOf, sha256, type TestDesk } from "../../contract/center/aDesk.ts";
import { centerProcesses } from "./centerProcesses.ts";
import { codeInTheBook } from "./codeInTheBook.ts";

const folder = aDataFolder();
let embedded: Embedded;
let owner: pg.Client;
const centers = centerProcesses();
const spawnCenter = () => centers.start(["--data", folder.path], { DATABASE_URL: embedded.url });

const newCode = (): Promise<string> => codeInTheBook(embedded.url);
const bookedOf = async (bureau: string): Promise<readonly string[]> =>
  (await owner.query<{ h: string }>("select h from op where bureau = $1 order by seq", [bureau])).rows.map(
    ({ h }) => h,
  );
const enrolled = async (url: string, code: string, bureau: string): Promise<TestDesk> => {
  const desk = aDesk(url, bureau);
  expect((await desk.enrol(code)).status).toBe(200);
  await desk.signIn();
  await desk.push([desk.op(founding())]);
  return desk;
};
const packed = (desk: TestDesk, ops: readonly Op[]) => new Uint8Array(gzipSync(desk.bodyOf(ops)));
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let attempt = 0; attempt < 1000 && !(await holds()); attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await holds()).toBe(true);
};

beforeAll(async () => {
  embedded = await startEmbedded(folder.path, () => undefined);
  owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
});
afterEach(() => centers.killAll());
afterAll(async () => {
  await owner.end();
  await embedded.stop();
  folder.remove();
});

describe("the center is killed (kill -9)", () => {
  it("F30: before commit: nothing is booked, nothing was acknowledged, the retry is taken", async () => {
    const code = await newCode();
    const first = await spawnCenter();
    const desk = await enrolled(first.url, code, "bureau-fault-030");
    const before = await bookedOf(desk.bureau);
    const ops = [
      desk.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" })),
      desk.op(putsOf("aidFile", "file-0001", { request: "乙" })),
    ];
    // a lock held by somebody else stops the transaction after its inserts and before its commit
    await owner.query("begin");
    await owner.query("lock table entity in exclusive mode");
    const answer = desk.pushBytes(packed(desk, ops), { "content-encoding": "gzip" }).then(
      ({ status }) => status,
      () => 0,
    );
    await until(
      async () =>
        ((await owner.query("select 1 from pg_stat_activity where wait_event_type = 'Lock'")).rowCount ?? 0) >
        0,
    );
    await first.kill();
    expect(await answer).toBe(0);
    await owner.query("rollback");
    const again = await spawnCenter();
    expect(await bookedOf(desk.bureau)).toEqual(before);
    await desk.moveTo(again.url);
    expect((await desk.push(ops)).results.map(({ s }) => s)).toEqual(["ok", "ok"]);
    expect(await again.end()).toBe(0);
  });

  it("F31: after commit, before the reply arrives: the retry is answered as duplicate, nothing is booked twice", async () => {
    const code = await newCode();
    const first = await spawnCenter();
    const desk = await enrolled(first.url, code, "bureau-fault-031");
    const before = await bookedOf(desk.bureau);
    const ops = Array.from({ length: 200 }, (_, n) =>
      desk.op(putsOf("aidFile", "file-0001", { caseFacts: `${n}` })),
    );
    // the reply is never read: as far as this desk knows it was lost
    const lost = desk.pushBytes(packed(desk, ops), { "content-encoding": "gzip" }).catch(() => undefined);
    await until(async () => (await bookedOf(desk.bureau)).length === before.length + ops.length);
    await first.kill();
    await lost;
    const again = await spawnCenter();
    await desk.moveTo(again.url);
    const reply = await desk.push(ops);
    expect(new Set(reply.results.map(({ s }) => s))).toEqual(new Set(["dup"]));
    expect(reply.feedHead).toEqual(desk.head());
    expect(await bookedOf(desk.bureau)).toEqual([...before, ...ops.map(({ h }) => h)]);
    expect(await again.end()).toBe(0);
  });

  it("I7: killed at random moments while a desk pushes, every acknowledged op is there, in order, once", async () => {
    const code = await newCode();
    let center = await spawnCenter();
    const desk = await enrolled(center.url, code, "bureau-fault-007");
    const all: Op[] = [];
    const acknowledged = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const ops = Array.from({ length: 60 }, (_, n) =>
        desk.op(putsOf("aidFile", `file-${round}${n}`, { caseFacts: "甲" })),
      );
      all.push(...ops);
      // every other time not before it has confirmed something, however slow the machine is
      const answered = Promise.withResolvers<void>();
      if (round % 2 === 0) answered.resolve();
      const killed = answered.promise
        .then(() => new Promise((resolve) => setTimeout(resolve, 5 + 37 * round)))
        .then(() => center.kill());
      for (let at = 0; at < all.length; at += 20) {
        const { status, body } = await desk
          .pushBytes(packed(desk, all.slice(at, at + 20)), { "content-encoding": "gzip" })
          .catch(() => ({ status: 0, body: null }));
        answered.resolve();
        if (status === 200)
          for (const { h, s } of (body as unknown as { results: { h: string; s: string }[] }).results)
            if (s === "ok" || s === "dup") acknowledged.add(h);
      }
      await killed;
      center = await spawnCenter();
      await desk.moveTo(center.url);
    }
    const booked = await bookedOf(desk.bureau);
    expect(acknowledged.size).toBeGreaterThan(0);
    expect([...acknowledged].filter((h) => !booked.includes(h))).toEqual([]);
    for (let at = 0; at < all.length; at += 100) await desk.push(all.slice(at, at + 100));
    const end = await bookedOf(desk.bureau);
    expect(new Set(end).size).toBe(end.length);
    expect(end.filter((h) => all.some((op) => op.h === h))).toEqual(all.map(({ h }) => h));
    expect(await center.end()).toBe(0);
  });
});

it("the chain the killed centers wrote is whole", async () => {
  const { rows } = await owner.query<{ bureau: string; h: string; verdict: string; chain: Buffer }>(
    "select bureau, h, verdict, chain from op order by bureau, seq",
  );
  const last = new Map<string, string>();
  for (const { bureau, h, verdict, chain } of rows) {
    const before = last.get(bureau) ?? "0".repeat(64);
    const now = sha256(
      Buffer.concat([Buffer.from(before, "hex"), Buffer.from(h, "hex"), Buffer.from(verdict)]),
    );
    expect(chain.toString("hex")).toBe(now);
    last.set(bureau, now);
  }
  expect(rows.length).toBeGreaterThan(300);
});
