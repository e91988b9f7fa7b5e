import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readVault } from "../../../host/identity/vault.ts";
import type { Machine } from "../../../host/machine.ts";
import type { Op } from "../../../shared/ops/op.ts";
import {
  answered,
  codeOf,
  newFolder,
  openMachine,
  removeFolder,
  setUp,
  signIn,
  wish,
} from "../../contract/host/machines.ts";

const OPS = 24;
const SIZES = { segmentBytes: 8 * 1024, reserveBytes: 0 };
let folder = "";
let machine: Machine;
let feed = "";
let ops: readonly Op[] = [];

const read = async (of?: string) =>
  answered(
    await machine.host["journal.read"]({ after: 0, limit: 1000, ...(of !== undefined && { feed: of }) }),
  ).ops;
const reopen = async (): Promise<void> => {
  machine = await openMachine(folder, { sizes: SIZES });
  answered(await signIn(machine.host));
};
const segment = (number: number): string => join(folder, "journal", `0000000${number}.seg`);
/** Turns one bit in the middle of the second segment. */
const spoil = (): void => {
  const bytes = readFileSync(segment(2));
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  writeFileSync(segment(2), bytes);
};

beforeEach(async () => {
  folder = newFolder();
  machine = await openMachine(folder, { sizes: SIZES });
  ({
    session: { feed },
  } = await setUp(machine.host));
  for (let at = 0; at < OPS; at += 1)
    answered(await machine.host["journal.commit"](wish("字".repeat(at * 20))));
  ops = await read();
});
afterEach(async () => {
  await machine.close();
  removeFolder(folder);
});

describe("F13: a desk whose journal is damaged goes on under another feed", () => {
  it("F13: what can be read is kept under the old name, the damaged file as it was, and the desk writes again", async () => {
    await machine.close();
    spoil();
    await reopen();
    const raw = readFileSync(segment(2));
    const { opCount } = answered(await machine.host["journal.renew"]({}));
    expect(opCount).toBeGreaterThan(5);
    expect(opCount).toBeLessThan(OPS);
    expect(codeOf(await machine.host["journal.read"]({ after: 0, limit: 1 }))).toBe("signed-out");
    const session = answered(await signIn(machine.host));
    expect(session.feed).not.toBe(feed);
    expect(session.earlier).toEqual([feed]);
    expect(await read(feed)).toEqual(ops.slice(0, opCount));
    expect(await read()).toEqual([]);
    expect(answered(await machine.host["app.info"]({})).readOnly).toBe("no");
    expect(answered(await machine.host["journal.commit"](wish("next"))).n).toBe(1);
    expect(readFileSync(join(folder, "damaged", feed, "00000002.seg"))).toEqual(raw);
    // and it is all there at the next start
    await machine.close();
    await reopen();
    expect(await read(feed)).toHaveLength(opCount);
    expect(await read()).toHaveLength(1);
    answered(await machine.host["backup.write"]({}));
  });

  it("F13: a second accident keeps what the first had left; a journal without one readable op is renewed, too", async () => {
    for (const [round, left] of [
      [0, OPS],
      [1, 0],
    ] as const) {
      await machine.close();
      truncateSync(segment(1), round === 0 ? readFileSync(segment(1)).length - 1 : 5);
      await reopen();
      expect(answered(await machine.host["app.info"]({})).readOnly).toBe("journal-damaged");
      expect(answered(await machine.host["journal.renew"]({})).opCount).toBeLessThanOrEqual(left);
      answered(await signIn(machine.host));
      answered(await machine.host["journal.commit"](wish(`after accident ${round}`)));
    }
    const earlier = readVault(folder)?.earlier.map(({ feed: each }) => each) ?? [];
    expect(earlier).toHaveLength(2);
    expect((await read(earlier[0])).length).toBeGreaterThan(5);
    expect(await read(earlier[1])).toEqual([]);
  });

  it("F13: a sound journal is not renewed, and nobody without the right does it", async () => {
    expect(codeOf(await machine.host["journal.renew"]({}))).toBe("already-done");
    answered(await machine.host["user.lock"]({}));
    expect(codeOf(await machine.host["journal.renew"]({}))).toBe("signed-out");
    expect(existsSync(join(folder, "damaged"))).toBe(false);
    answered(await signIn(machine.host));
  });
});
