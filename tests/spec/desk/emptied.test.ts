import { describe, expect, it } from "vitest";
import { blobsIn, emptiedAfter, moreToErase, namedIn } from "../../../renderer/data/eraseOps.ts";
import type { ReadOp } from "../../../renderer/data/opRow.ts";
import { type Mut, PENDING } from "../../../shared/ops/op.ts";

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
