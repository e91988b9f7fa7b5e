import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import type { Host } from "../../../shared/host/contract.ts";
import type { Header, Op } from "../../../shared/ops/op.ts";
import { answered, newFolder, removeFolder, setUp, signIn, wish } from "../../contract/host/machines.ts";
import { run, start, stop } from "./running.ts";

const folder = newFolder();
afterAll(() => removeFolder(folder));

const ROUNDS = 20;
/** Several tabs and a worker commit at once. */
const WRITERS = 3;

/** Commits until the line is cut; keeps what the host said was saved. */
const type = async (host: Host, saved: Map<number, Op>, round: string): Promise<void> => {
  for (let at = 0; ; at += 1) {
    const result = await host["journal.commit"](wish(`${round} ${at} ${"字".repeat(at % 400)}`)).catch(
      () => undefined,
    );
    if (result === undefined) return;
    const { n, op } = answered(result);
    saved.set(n, op);
  }
};

const readAll = async (host: Host): Promise<Op[]> => {
  const all: Op[] = [];
  for (;;) {
    const { ops, headN } = answered(await host["journal.read"]({ after: all.length, limit: 1000 }));
    all.push(...ops);
    if (all.length >= headN) return all;
  }
};

it(`F1–F3: kill -9 at ${ROUNDS} random moments loses nothing that was answered as saved, and shows nothing half`, async () => {
  const saved = new Map<number, Op>();
  const first = await run(folder);
  await setUp(first.visitor.host);
  let { child, visitor } = first;
  for (let round = 0; round < ROUNDS; round += 1) {
    const writers = Array.from({ length: WRITERS }, (_, at) => type(visitor.host, saved, `${round}.${at}`));
    await wait(40 + Math.random() * 300);
    await stop(child, "SIGKILL");
    await Promise.all(writers);
    ({ child, visitor } = await run(folder));
    answered(await signIn(visitor.host));
    const ops = await readAll(visitor.host);
    expect(answered(await visitor.host["app.info"]({})).readOnly).toBe("no");
    for (const [n, op] of saved) expect(ops[n - 1]).toEqual(op);
    const headers = ops.map(({ header }) => JSON.parse(header) as Header);
    expect(headers.every(({ n, prev }, at) => n === at + 1 && prev === (ops[at - 1]?.h ?? ""))).toBe(true);
  }
  expect(saved.size).toBeGreaterThan(ROUNDS * 10);
  expect(await stop(child, "SIGTERM")).toBe(0);
});

it("F18: a second host on the same data folder refuses with one sentence, and takes over when the first is killed", async () => {
  const { child, visitor } = await run(folder);
  const second = start(folder);
  let words = "";
  second.stderr?.on("data", (chunk: Buffer) => {
    words += chunk.toString("utf8");
  });
  const code = await new Promise((resolve) => second.once("exit", resolve));
  expect(code).toBe(4);
  expect(words).toContain("Another desk is already using this data folder.");
  answered(await signIn(visitor.host));
  answered(await visitor.host["journal.commit"](wish("still mine")));
  await stop(child, "SIGKILL");
  const third = await run(folder);
  answered(await signIn(third.visitor.host));
  await stop(third.child, "SIGTERM");
});

it("F11: an older program on a newer one's data folder ends with one sentence that names the newer one", async () => {
  const { child } = await run(folder);
  await stop(child, "SIGTERM");
  writeFileSync(join(folder, "format.json"), JSON.stringify({ format: 99, version: "9.9.9" }));
  const older = start(folder);
  let words = "";
  older.stderr?.on("data", (chunk: Buffer) => {
    words += chunk.toString("utf8");
  });
  expect(await new Promise((resolve) => older.once("exit", resolve))).toBe(4);
  expect(words).toContain("A newer version (9.9.9) wrote this data folder");
});
