import { describe, expect, it } from "vitest";
import {
  ASK_MS,
  nextBatch,
  nextSyncStep,
  restAfterMs,
  type SyncFacts,
  type SyncStep,
} from "../../../shared/sync/plan.ts";

const quiet: SyncFacts = {
  isEnrolled: true,
  isOnline: true,
  standing: "open",
  needsUpgrade: false,
  isGreeted: true,
  isBehind: false,
  isRecovering: false,
  mayBootstrap: false,
  historyLeft: 0,
  rescueCount: 0,
  pendingCount: 0,
  needsNumbers: false,
  failureCount: 0,
  sinceFailureMs: Infinity,
  chance: 0.5,
  askedWaitMs: 0,
  sinceHelloMs: 0,
  sinceAttemptMs: 0,
};
const wait = (forMs: number): SyncStep => ({ do: "wait", forMs });

describe("what a desk does next", () => {
  // biome-ignore format: a table is read by columns
  it.each<[string, Partial<SyncFacts>, SyncStep]>([
    ["no center is set: it only waits",            { isEnrolled: false, pendingCount: 9, isBehind: true },                   wait(ASK_MS)],
    ["a new connection greets first",              { isGreeted: false, pendingCount: 9, isBehind: true },                    { do: "hello" }],
    ["it learns before it speaks",                 { isBehind: true, pendingCount: 9 },                                      { do: "pull" }],
    ["then it delivers",                           { pendingCount: 1 },                                                      { do: "push" }],
    ["numbers come after the work",                { needsNumbers: true, pendingCount: 1 },                                  { do: "push" }],
    ["numbers when all is even",                   { needsNumbers: true },                                                   { do: "numbers" }],
    ["R13: it asks again by the clock alone",      { sinceHelloMs: ASK_MS },                                                 { do: "hello" }],
    ["nothing to do",                              { sinceHelloMs: 5_000 },                                                  wait(ASK_MS - 5_000)],
    ["F38: what a center lost comes before new work", { rescueCount: 1, pendingCount: 1 },                                  { do: "rescue" }],
    ["F38: a recovering center is given nothing new", { isRecovering: true, pendingCount: 1, needsNumbers: true, sinceHelloMs: 0 }, wait(ASK_MS)],
    ["F38: a forked desk brings back what it read", { standing: "frozen", rescueCount: 1 },                                 { do: "rescue" }],
    ["F48: a frozen feed delivers nothing",        { standing: "frozen", pendingCount: 9, sinceHelloMs: 5_000 },             wait(ASK_MS - 5_000)],
    ["F48: but it still learns",                   { standing: "frozen", isBehind: true },                                   { do: "pull" }],
    ["F53: a revoked feed does neither",           { standing: "revoked", isBehind: true, pendingCount: 9, sinceHelloMs: 0 }, wait(ASK_MS)],
    ["F83: an ended enrolment still delivers",     { standing: "ended", isBehind: true, rescueCount: 1, pendingCount: 1 },  { do: "push" }],
    ["F83: but reads nothing and gets no numbers", { standing: "ended", isBehind: true, rescueCount: 1, historyLeft: 9, needsNumbers: true, sinceHelloMs: 0 }, wait(ASK_MS)],
    ["F57: before an upgrade it only delivers",    { needsUpgrade: true, isBehind: true, pendingCount: 1 },                  { do: "push" }],
    ["the machine says offline: it asks rarely",   { isOnline: false, sinceAttemptMs: 1_000, pendingCount: 1 },              wait(ASK_MS - 1_000)],
    ["but it does ask: the machine may be wrong",  { isOnline: false, sinceAttemptMs: ASK_MS, pendingCount: 1 },             { do: "push" }],
    ["after a failure it rests",                   { failureCount: 3, sinceFailureMs: 500, chance: 0.5, isBehind: true },    wait(1_500)],
    ["and goes on when it has rested",             { failureCount: 3, sinceFailureMs: 2_000, chance: 0.5, isBehind: true },  { do: "pull" }],
    ["the center's own wish counts",               { failureCount: 1, sinceFailureMs: 0, askedWaitMs: 30_000 },              wait(30_500)],
  ])("%s", (_, facts, step) => {
    expect(nextSyncStep({ ...quiet, ...facts })).toEqual(step);
  });

  it("R13: the rest doubles up to a quarter of an hour, is spread by chance, and is never nothing", () => {
    expect([1, 2, 3, 10, 11, 60].map((count) => restAfterMs(count, 1, 0))).toEqual([
      1_000, 2_000, 4_000, 512_000, 900_000, 900_000,
    ]);
    expect(restAfterMs(9, 0, 0)).toBe(500);
    expect(restAfterMs(1, 0, 86_400_000)).toBe(900_000);
    expect(restAfterMs(0, 1, 5_000)).toBe(0);
  });

  it("F81: desks that were all told to wait the same come back spread, and none before that", () => {
    const rests = Array.from({ length: 11 }, (_, tenth) => restAfterMs(4, tenth / 10, 5_000));
    expect(rests).toEqual([5_000, 5_800, 6_600, 7_400, 8_200, 9_000, 9_800, 10_600, 11_400, 12_200, 13_000]);
    expect(restAfterMs(60, 1, 86_400_000)).toBe(900_000);
  });

  it("F28: a flapping line brings the batch down to one op, and success back to the limit", () => {
    const down = Array.from({ length: 12 }).reduce<number>((batch) => nextBatch(batch, "badly", 500), 500);
    const up = Array.from({ length: 20 }).reduce<number>((batch) => nextBatch(batch, "well", 500), down);
    expect([down, up]).toEqual([1, 500]);
  });
});
