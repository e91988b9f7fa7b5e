import { describe, expect, it } from "vitest";
import type { Desk } from "../../../renderer/data/desk.ts";
import type { OpRow } from "../../../renderer/data/deskDb.ts";
import { erasedWith, ownOp } from "../../../renderer/data/firstBuild.ts";
import { offerErased } from "../../../renderer/sync/offerErased.ts";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import { PENDING } from "../../../shared/ops/op.ts";

const FEED = "f".repeat(24);
const hash = (n: number): string => String(n).repeat(64);
const header = (n: number, seq: number): string => canonicalJson({ n, feed: FEED, seen: { seq } });
const WRITES = canonicalJson({ muts: [] });
const kept = { facts: {}, stages: {} };
const purge = { k: "purge", t: "aidFile", id: "file-0001", of: "archive-0001", ops: [], kept };
const DESTROYS = canonicalJson({ muts: [purge] });
const signed = { sig: "", actorSig: "" };

/** A desk whose own ops wait as its journal had them: by position, what each says and where its author's book ended. */
const aDesk = (
  ops: readonly (readonly [payload: string, seen: number])[],
  rescue: readonly object[] = [],
) => {
  const rows = ops.map(([payload, seen], at) => ({
    h: hash(at + 1),
    seq: PENDING + at + 1,
    refused: undefined,
    sealed: { h: hash(at + 1), header: header(at + 1, seen), payload, ...signed, recv: "", verdict: "ok" },
  }));
  const written: Record<string, unknown> = {};
  const asked: string[] = [];
  const waiting = {
    toArray: async () => {
      asked.push("waiting");
      return rows as unknown as OpRow[];
    },
  };
  const desk = {
    session: { feed: FEED, earlier: [] },
    seal: { open: async (_: string, __: string, sealed: unknown) => sealed },
    db: {
      ops: { where: () => ({ between: () => waiting }) },
      meta: {
        toArray: async () => [{ key: "rescue", value: rescue }],
        bulkPut: async (all: readonly { key: string; value: unknown }[]) => {
          for (const { key, value } of all) written[key] = value;
        },
      },
    },
  } as unknown as Desk;
  return { desk, written, asked };
};

describe("own ops without their payload that a restored center has forgotten (F79, I6)", () => {
  it("F79, I6: are offered back with what they follow and the orders to destroy, behind all that their author had seen", async () => {
    const { desk, written } = aDesk([
      [WRITES, 4],
      ["", 9],
      ["", 7],
      [DESTROYS, 12],
      [WRITES, 13],
    ]);
    await offerErased(desk, { n: 0 }, { [FEED]: 3 });
    expect(written.rescue).toEqual([
      { h: hash(1), seq: 5 },
      { h: hash(2), seq: 10 },
      { h: hash(3), seq: 10 },
      { h: hash(4), seq: 13 },
    ]);
  });

  it("F79: what waits to be offered back already keeps the number it had", async () => {
    const known = { h: hash(1), seq: 3 };
    const { desk, written } = aDesk([["", 9]], [known]);
    await offerErased(desk, { n: 0 }, { [FEED]: 1 });
    expect(written).toEqual({});
  });

  it("F79: where the center has them, or none was destroyed, nothing is looked at", async () => {
    const { desk, written, asked } = aDesk([["", 9]]);
    await offerErased(desk, { n: 1 }, { [FEED]: 1 });
    await offerErased(desk, { n: 0 }, {});
    expect([asked, written]).toEqual([[], {}]);
  });

  it("F79: a database that is built from the journal remembers the last of them, by feed", () => {
    const own = ["", "{}", "", "{}"].map((payload, at) =>
      ownOp({ h: hash(at), header: "{}", payload, ...signed }, at + 1, 0),
    );
    expect(erasedWith({ other: 7 }, FEED, own)).toEqual({ erased: { other: 7, [FEED]: 3 } });
    expect(erasedWith({ other: 7 }, FEED, own.slice(1, 2))).toEqual({});
  });
});
