import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import type { Host } from "../../../shared/host/contract.ts";
import { aPdf } from "../../builders/scans.ts";
import { answered, newFolder, removeFolder, setUp, signIn } from "../../contract/host/machines.ts";
import { run, stop } from "./running.ts";

const folder = newFolder();
afterAll(() => removeFolder(folder));

const ROUNDS = 12;
const ANSWER = { timeout: 60_000, interval: 10 } as const;

/** Adds scans until the line is cut; keeps what the host said was kept. */
const add = async (host: Host, kept: Map<string, Buffer>, round: number): Promise<void> => {
  for (let at = 0; ; at += 1) {
    const content = aPdf(`${round} ${at}`, 2 * CHUNK_BYTES);
    const chunks: string[] = [];
    for (let from = 0; from < content.length; from += CHUNK_BYTES) {
      const data = content.subarray(from, from + CHUNK_BYTES).toString("base64");
      const put = await host["blob.put"]({ data }).catch(() => undefined);
      if (put === undefined) return;
      chunks.push(answered(put).id);
    }
    const scan = await host["scan.keep"]({ chunks }).catch(() => undefined);
    if (scan === undefined) return;
    kept.set(answered(scan).id, content);
  }
};

it(`F67, I30: kill -9 at ${ROUNDS} random moments while scans are added loses none that was answered as kept, and shows none half`, async () => {
  const kept = new Map<string, Buffer>();
  let { child, visitor } = await run(folder);
  await setUp(visitor.host);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = kept.size;
    const adding = add(visitor.host, kept, round);
    await wait(150 + Math.random() * 500);
    // every other kill waits for an answer, however slow the machine: what was never answered promises nothing
    if (round % 2 === 1) await expect.poll(() => kept.size, ANSWER).toBeGreaterThan(before);
    await stop(child, "SIGKILL");
    await adding;
    ({ child, visitor } = await run(folder));
    answered(await signIn(visitor.host));
    const { scans } = answered(await visitor.host["scan.list"]({ ids: [...kept.keys()] }));
    expect(scans.map(({ id }) => id)).toEqual([...kept.keys()]);
    for (const { chunks } of scans)
      expect(answered(await visitor.host["blob.missing"]({ ids: chunks })).ids).toEqual([]);
  }
  expect(kept.size).toBeGreaterThanOrEqual(ROUNDS / 2);
  expect(await stop(child, "SIGTERM")).toBe(0);
});
