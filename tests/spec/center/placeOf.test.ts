import { describe, expect, it } from "vitest";
import type { Authentic } from "../../../center/book/envelope.ts";
import { placeOf, type Standing } from "../../../center/book/place.ts";

const op = (h: string, n: number, prev: string): Authentic =>
  ({ op: { h }, header: { n, prev } }) as unknown as Authentic;
const booked = (...hashes: readonly string[]): Standing["booked"] =>
  new Map(hashes.map((h, at) => [h, { seq: at + 1, verdict: "ok" }]));

/** A main line of one op, `a1`, beside a released branch of two, `b1` and `b2`. */
const branched: Standing = {
  state: "open",
  n: 1,
  h: "a1",
  booked: booked("a1", "b1", "b2"),
  held: new Set(),
  tips: new Map([["b2", 2]]),
};

describe("where an op belongs in its feed (sync design §3.9)", () => {
  it("F47, I24: what leaves a released branch in its middle is a fork, however short the main line is", () => {
    expect(placeOf(op("c2", 2, "b1"), branched)).toBe("fork");
    expect(placeOf(op("c1", 1, ""), branched)).toBe("fork");
  });

  it("F47: the main line and the branch grow on at their ends", () => {
    expect(placeOf(op("a2", 2, "a1"), branched)).toBe("append");
    expect(placeOf(op("b3", 3, "b2"), branched)).toBe("append");
  });

  it("R12, F24: what follows nothing that is known waits for what stands before it", () => {
    expect(placeOf(op("x4", 4, "x3"), branched)).toBe("gap");
    const plain: Standing = { ...branched, booked: booked("a1"), tips: new Map() };
    expect(placeOf(op("a3", 3, "a2"), plain)).toBe("gap");
  });
});
