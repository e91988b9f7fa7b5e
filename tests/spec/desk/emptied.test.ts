import { describe, expect, it } from "vitest";
import { blobsIn, emptiedAfter, erasureOf, moreToErase, namedIn } from "../../../renderer/data/eraseOps.ts";
import type { ReadOp } from "../../../renderer/data/opRow.ts";
import type { Store } from "../../../renderer/data/recordStore.ts";
import { type Mut, PENDING } from "../../../shared/ops/op.ts";
import { emptyState } from "../../../shared/ops/state.ts";

const hash = (letter: string): string => letter.repeat(64);
const op = (h: string, payload: string, muts: readonly Mut[] = [], seq = 1, verdict = "ok"): ReadOp =>
  ({ h, seq, payload, verdict, payloadRead: { muts } }) as unknown as ReadOp;
const purge = (...ops: readonly string[]): Mut => ({
  k: "purge",
  t: "aidFile",
  id: "file-0001",
  of: "archive-0001",
  ops,
  kept: { facts: {}, stages: {} },
});

describe("what came without its payload (I38, I39)", () => {
  it("I38: is remembered until a booked destruction names it, over pages; whatever is left at the end was emptied without one", () => {
    const first = emptiedAfter([], [op(hash("a"), ""), op(hash("b"), ""), op(hash("c"), "{}")]);
    expect(first).toEqual([hash("a"), hash("b")]);
    expect(emptiedAfter(first, [op(hash("d"), "{}", [purge(hash("a"))])])).toEqual([hash("b")]);
    expect(emptiedAfter([], [op(hash("a"), ""), op(hash("d"), "{}", [purge(hash("a"))])])).toEqual([]);
  });

  it("I39: is forgotten where a restored book brings it again and whole, and kept where it is empty again", () => {
    expect(emptiedAfter([hash("a"), hash("b")], [op(hash("a"), "{}"), op(hash("b"), "")])).toEqual([
      hash("b"),
    ]);
    expect(emptiedAfter([hash("a")], [op(hash("a"), "{}", [], PENDING + 1)])).toEqual([hash("a")]);
  });

  it("I39: a destruction that is pending, or was refused, destroys nothing", () => {
    const pending = op(hash("d"), "{}", [purge(hash("a"))], PENDING + 1);
    const refused = op(hash("d"), "{}", [purge(hash("a"))], 7, "destroy-list");
    expect([...namedIn([pending]), ...namedIn([refused])]).toEqual([]);
    expect(namedIn([op(hash("d"), "{}", [purge(hash("a"), hash("b"))])])).toEqual([hash("a"), hash("b")]);
  });

  it("F79: letters and scans are found by their hash wherever a record or an op names them, and each is noted once", () => {
    const state = {
      rows: { scans: { els: [{ v: { hash: hash("1"), title: hash("9") } }] } },
      logs: { letters: [{ v: { pdfHash: hash("2"), docxHash: hash("3"), templateHash: hash("4") } }] },
    };
    expect(blobsIn(state)).toEqual([hash("1"), hash("2"), hash("3")]);
    const more = { ops: [hash("a")], blobs: [hash("1")], kinds: ["aidFile"] };
    expect(moreToErase(more, more)).toEqual(more);
  });
});

/** A desk that keeps one waiting op about two records, of which those in `gone` are destroyed. */
const aDeskWith = (waiting: string, gone: readonly string[]): Store => {
  const row = {
    h: waiting,
    seq: PENDING + 5,
    records: ["aidFile/file-0001", "transfer/transfer-1"],
    refused: 1,
    sealed: { h: waiting, header: "{}", payload: '{"muts":[]}', verdict: "ok" },
  };
  const stateOf = (t: string, id: string) => {
    const { lanes, ...rest } = emptyState(t, id);
    const lane = { nodes: [], heads: [], gone: [] };
    return { ...rest, lanes: gone.includes(`${t}/${id}`) ? { ...lanes, destruction: lane } : lanes };
  };
  const db = {
    ops: {
      bulkGet: async (hashes: readonly string[]) => hashes.map((h) => (h === waiting ? row : undefined)),
    },
    records: {
      get: async ([t, id]: readonly [string, string]) => ({
        t,
        id,
        sealed: { confirmed: stateOf(t, id), shown: null },
      }),
    },
  };
  const seal = { open: async (_: string, __: string, v: unknown) => v, seal: async () => "sealed" };
  return { db, seal, wallMs: () => 0 } as unknown as Store;
};

describe("an own op that was held while its record was destroyed, and comes back booked without content (I38, I39)", () => {
  const BOTH = ["aidFile/file-0001", "transfer/transfer-1"];
  const nothing = { toErase: { ops: [], blobs: [], kinds: [] }, emptied: [] };
  const comes = (verdict: string, gone: readonly string[]) =>
    erasureOf(aDeskWith(hash("a"), gone), { meta: nothing, news: [op(hash("a"), "", [], 9, verdict)] }, []);

  it("loses its content in this desk's journal too when every record it is about is destroyed, and nobody is alarmed", async () => {
    const { meta } = await comes("destroyed", BOTH);
    expect(meta.toErase?.ops).toEqual([hash("a")]);
    expect(meta.emptied).toBeUndefined();
  });

  it("keeps it, and somebody is told, when one of them is not destroyed, or when it is said to have had an effect", async () => {
    for (const [verdict, gone] of [
      ["destroyed", BOTH.slice(0, 1)],
      ["ok", BOTH],
    ] as const) {
      const { meta } = await comes(verdict, gone);
      expect(meta).toEqual({ emptied: [hash("a")] });
    }
  });
});
