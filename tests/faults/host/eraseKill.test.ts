import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import type { Host } from "../../../shared/host/contract.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { answered, newFolder, removeFolder, setUp, signIn, wish } from "../../contract/host/machines.ts";
import { run, stop } from "./running.ts";

const folder = newFolder();
afterAll(() => removeFolder(folder));

const ROUNDS = 10;
/** Ops of one round: enough that replacing their segment takes a while. */
const OPS = 60;

const read = async (host: Host): Promise<readonly Op[]> =>
  answered(await host["journal.read"]({ after: 0, limit: 1000 })).ops;

it(`F79, I39: kill -9 at ${ROUNDS} random moments while payloads are taken out of the journal: every op is there, whole or without its payload, and asked again they all go`, async () => {
  const saved = new Map<string, Op>();
  const gone = new Set<string>();
  let [cut, done] = [0, 0];
  let { child, visitor } = await run(folder);
  await setUp(visitor.host);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { host } = visitor;
    const fresh: string[] = [];
    for (let at = 0; at < OPS; at += 1) {
      const { op } = answered(await host["journal.commit"](wish(`${round} ${at} ${"字".repeat(3000)}`)));
      saved.set(op.h, op);
      fresh.push(op.h);
    }
    const erasing = host["journal.erase"]({ ops: fresh, blobs: [] }).catch(() => undefined);
    await wait(Math.random() * 40);
    await stop(child, "SIGKILL");
    const answer = await erasing;
    ({ child, visitor } = await run(folder));
    answered(await signIn(visitor.host));
    if (answer === undefined) cut += 1;
    else for (const h of fresh) gone.add(h);
    const ops = await read(visitor.host);
    expect(ops.map(({ h }) => h)).toEqual([...saved.keys()]);
    for (const op of ops)
      expect(op).toEqual({ ...saved.get(op.h), ...(op.payload === "" && { payload: "" }) });
    for (const { h, payload } of ops) if (gone.has(h)) expect(payload).toBe("");
    answered(await visitor.host["journal.erase"]({ ops: fresh, blobs: [] }));
    const after = await read(visitor.host);
    expect(after.every(({ payload }) => payload === "")).toBe(true);
    for (const h of fresh) gone.add(h);
    done += 1;
  }
  expect([cut > 0, done]).toEqual([true, ROUNDS]);
  expect(await stop(child, "SIGTERM")).toBe(0);
});
