import { describe, expect, it } from "vitest";
import { beginOf, coveringOf, type KeptReceipt, receiptsOf } from "../../../../renderer/parts/receipts.ts";
import { receiptText } from "../../../../shared/sync/receiptText.ts";

const of = (feed: string, n: number): KeptReceipt => ({
  feed,
  n,
  h: `h${n}`,
  seq: n + 10,
  at: "2026-03-02T01:00:00.000Z",
  sig: `${feed}-${n}`,
});
const KEPT = [of("a", 42), of("b", 30), of("a", 12), of("a", 20)];

describe("receipts of the province (上报回执; R4, I7)", () => {
  it.each([
    [{ feed: "a", n: 1 }, 12],
    [{ feed: "a", n: 12 }, 12],
    [{ feed: "a", n: 13 }, 20],
    [{ feed: "a", n: 42 }, 42],
  ])("%o is covered by the first receipt that reaches it, for each op holds the one before it", (op, n) => {
    expect(coveringOf(KEPT, op)?.n).toBe(n);
  });

  it.each([
    { feed: "a", n: 43 },
    { feed: "b", n: 31 },
    { feed: "c", n: 1 },
  ])("%o is covered by none: nobody signed for it, and another feed's receipt proves nothing", (op) => {
    expect(coveringOf(KEPT, op)).toBeUndefined();
  });

  it("a batch begins where the receipt before it ended, in the same feed", () => {
    expect([of("a", 42), of("a", 20), of("a", 12), of("b", 30)].map((each) => beginOf(KEPT, each))).toEqual([
      20, 12, 0, 0,
    ]);
  });

  it("a note of another shape is no receipt", () => {
    const bodies = [of("a", 1), { n: 1 }, null, "text", { ...of("a", 2), sig: undefined }];
    const notes = bodies.map((body) => ({ body: JSON.stringify(body) }));
    expect(receiptsOf(notes)).toEqual([of("a", 1)]);
  });

  it("what is signed names the bureau, the feed, the number, its hash, the book and the time, each on a line", () => {
    expect(receiptText("bureau-1", of("a", 2))).toBe(
      "LAD receipt\nbureau-1\na\n2\nh2\n12\n2026-03-02T01:00:00.000Z",
    );
  });
});
