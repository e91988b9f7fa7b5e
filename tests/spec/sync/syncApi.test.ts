import { describe, expect, it } from "vitest";
import { shipped, term } from "../../../shared/api/hubApi.ts";
import {
  commonProtocol,
  enrolReply,
  helloReply,
  helloRequest,
  numbersReply,
  PROTOCOL,
  PROTOCOLS,
  pushReply,
  rescueReply,
} from "../../../shared/api/syncApi.ts";

const HASH = "a".repeat(64);
const FEED = "0".repeat(24);
const HELLO = {
  epoch: "e",
  head: { seq: 1, chain: HASH, sig: "s" },
  feedHead: { n: 0, h: "", state: "open" },
  common: 0,
  recovering: false,
  stable: 0,
  minReader: 1,
  minWriter: 1,
  limits: {},
  serverTime: "t",
};
const REQUEST = {
  proto: [1, 1],
  schema: 1,
  head: { n: 0, h: "" },
  cursor: { epoch: "", seq: 0, chain: "" },
  sparse: [{ seq: 0, chain: HASH }],
  report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: 0 },
  clock: "t",
};

describe("protocol n and n−1 (I28, F56, F57)", () => {
  it("a program speaks its own version and the one before; there is none before the first", () => {
    expect(PROTOCOLS).toEqual([Math.max(1, PROTOCOL - 1), PROTOCOL]);
  });

  // biome-ignore format: a table is read by columns
  it.each<[string, [number, number], [number, number], number | undefined]>([
    ["the same",                               [3, 4], [3, 4], 4],
    ["a desk of the previous release",         [2, 3], [3, 4], 3],
    ["a center of the previous release",       [3, 4], [2, 3], 3],
    ["a desk that knows one version only",     [3, 3], [3, 4], 3],
    ["a desk two releases behind",             [1, 2], [3, 4], undefined],
    ["a center two releases behind",           [3, 4], [1, 2], undefined],
    ["a range that is none",                   [4, 3], [3, 4], undefined],
  ])("%s", (_, theirs, ours, common) => {
    expect(commonProtocol(theirs, ours)).toBe(common);
  });

  // biome-ignore format: a table is read by columns
  it.each([
    ["hello",   helloReply,   HELLO,                                                                       ["head", "feedHead"]],
    ["push",    pushReply,    { feedHead: { n: 0, h: "" }, results: [], head: { seq: 0, chain: HASH }, stable: 0, receipt: { n: 0, h: "", seq: 0, at: "t", sig: "s" } }, ["feedHead", "head", "receipt"]],
    ["rescue",  rescueReply,  { results: [], head: { seq: 0, chain: HASH } },                              ["head"]],
    ["numbers", numbersReply, { grant: "g", from: 1, to: 2 },                                              []],
    ["enrol",   enrolReply,   { bureau: "bureau-0001", epoch: "e", centerFeed: FEED, centerKey: HASH, deskName: "d", province: { key: HASH, url: "u" } }, ["province"]],
    ["term",    term,         { no: 1, key: HASH, seq: 0, chain: HASH, at: "t", sig: "b".repeat(128) },   []],
    ["shipped", shipped,      { epoch: "e", seq: 0, chain: HASH, at: "t", sig: "b".repeat(128) },         []],
  ] as const)("what a later version adds to the answer of %s is passed over, at any depth", (_, shape, answer, parts) => {
    const deep = Object.fromEntries(parts.map((part) => [part, { ...(answer as Record<string, object>)[part], later: [1] }]));
    expect(shape.safeParse({ ...answer, ...deep, later: { a: 1 } })).toEqual({ success: true, data: answer });
  });

  it("of a request nothing unknown is taken", () => {
    expect(helloRequest.safeParse(REQUEST).success).toBe(true);
    for (const more of [
      { later: 1 },
      { head: { n: 0, h: "", later: 1 } },
      { sparse: [{ seq: 0, chain: HASH, later: 1 }] },
    ])
      expect(helloRequest.safeParse({ ...REQUEST, ...more }).success).toBe(false);
  });
});
