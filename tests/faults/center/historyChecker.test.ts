import { describe, expect, it } from "vitest";
import { type Event, impossibilities, type Read } from "./history.ts";

const read = (seq: number, feed = "ann", n = seq, h = `h${seq}`): Read => ({
  seq,
  h,
  feed,
  n,
  verdict: "ok",
});
const BOOK = [read(1), read(2), read(3, "ben", 1), read(4, "ann", 3)];
const push = (client: string, at: number, ops: readonly Read[], isAnswered = true): Event => ({
  did: "push",
  client,
  from: at,
  to: isAnswered ? at + 1 : Infinity,
  ops: ops.map(({ h, n }) => ({ h, n })),
  ...(isAnswered && { acked: ops.map(({ h, seq }) => ({ h, seq })) }),
});
const reads = (
  client: string,
  at: number,
  ops: readonly Read[],
  over: Partial<{ after: number; head: number }> = {},
): Event => ({
  did: "read",
  client,
  from: at,
  to: at + 1,
  after: 0,
  head: ops.at(-1)?.seq ?? 0,
  ops,
  ...over,
});
const SOUND: readonly Event[] = [
  push("ann", 0, BOOK.slice(0, 2)),
  reads("ben", 2, BOOK.slice(0, 2)),
  push("ben", 4, BOOK.slice(2, 3)),
  // no answer came, and it is in the book: that is allowed
  push("ann", 6, BOOK.slice(3), false),
  reads("ann", 8, BOOK.slice(2), { after: 2 }),
];

describe("the checker of histories: what a sound center may do, it lets pass", () => {
  it("answers that were lost, readers at different points, ops that were never acknowledged", () => {
    expect(impossibilities(SOUND, BOOK)).toEqual([]);
    expect(impossibilities([...SOUND, push("ann", 10, [read(5, "ann", 4)], false)], BOOK)).toEqual([]);
  });
  it("a read that overlaps an acknowledgement may be from before it", () => {
    const overlapping: Event = { ...reads("ben", 0, []), to: 9 };
    expect(impossibilities([...SOUND, overlapping], BOOK)).toEqual([]);
  });
});

describe("the checker of histories: each planted violation is found, by its name", () => {
  it.each<[string, RegExp, readonly Event[], readonly Read[]]>([
    [
      "an acknowledged op is gone",
      /^lost update: ben/,
      SOUND,
      [...BOOK.slice(0, 2), read(3, "ann", 3, "h4")],
    ],
    [
      "an acknowledged op has another number",
      /^moved: h3/,
      SOUND,
      [read(1), read(2), read(3, "ann", 3, "h4"), read(4, "ben", 1, "h3")],
    ],
    [
      "a page leaves one out",
      /^out of order: cai/,
      [...SOUND, reads("cai", 9, [read(1), read(3, "ben", 1)], { head: 4 })],
      BOOK,
    ],
    [
      "a page is in the wrong order",
      /^out of order: cai/,
      [...SOUND, reads("cai", 9, [read(2), read(1)], { head: 4 })],
      BOOK,
    ],
    [
      "a page begins before where it was asked",
      /^out of order: cai/,
      [...SOUND, reads("cai", 9, [read(2)], { after: 2, head: 4 })],
      BOOK,
    ],
    [
      "one number, two ops",
      /^two histories:/,
      [...SOUND, reads("cai", 9, [read(1, "ann", 1, "other")], { head: 4 })],
      BOOK,
    ],
    [
      "one op, two verdicts",
      /^two histories:/,
      [...SOUND, reads("cai", 9, [{ ...read(1), verdict: "role-forbids" }], { head: 4 })],
      BOOK,
    ],
    ["one op, two numbers", /^twice: the end/, SOUND, [...BOOK, read(5, "ann", 1, "h1")]],
    [
      "the book grows shorter for one reader",
      /^non-monotonic: ben/,
      [...SOUND, reads("ben", 9, [], { after: 4, head: 4 }), reads("ben", 11, [], { after: 3, head: 3 })],
      BOOK,
    ],
    [
      "somebody reads the past after an acknowledgement",
      /^stale: cai/,
      [...SOUND, reads("cai", 9, BOOK.slice(0, 2))],
      BOOK,
    ],
    [
      "a feed out of its order",
      /^feed ann/,
      [push("ann", 0, [read(1, "ann", 2), read(2, "ann", 1)])],
      [read(1, "ann", 2), read(2, "ann", 1)],
    ],
    ["two ops at one place of a feed", /^feed ann/, SOUND, [...BOOK, read(5, "ann", 3, "h5")]],
    ["an op that nobody wrote", /^from nowhere: h5/, SOUND, [...BOOK, read(5, "ann", 4)]],
  ])("%s", (_, name, events, book) => {
    const found = impossibilities(events, book);
    expect(
      found.filter((what) => name.test(what)),
      found.join("\n"),
    ).not.toEqual([]);
  });
});
