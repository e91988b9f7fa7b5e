import { describe, expect, it } from "vitest";
import type { ChainPoint } from "../../../renderer/data/meta.ts";
import { withPoint } from "../../../renderer/sync/points.ts";

const pointsAfter = (seqs: readonly number[]): readonly ChainPoint[] =>
  seqs.reduce<readonly ChainPoint[]>((points, seq) => withPoint(points, { seq, chain: String(seq) }), []);

describe("the points a handshake offers for the common ancestor (§3.6, F39)", () => {
  it("are at most 32, newest first, and keep the first and the last", () => {
    const points = pointsAfter(Array.from({ length: 5000 }, (_, index) => (index + 1) * 7));
    expect(points).toHaveLength(32);
    expect(points[0]?.seq).toBe(35_000);
    expect(points.at(-1)?.seq).toBe(7);
    expect(points.map(({ seq }) => seq)).toEqual(points.map(({ seq }) => seq).toSorted((a, b) => b - a));
  });

  it("stand densely near the end: a center that lost the last night costs one night, not the year", () => {
    const points = pointsAfter(Array.from({ length: 5000 }, (_, index) => index + 1));
    for (const lost of [1, 10, 100, 1000]) {
      const common = points.find(({ seq }) => seq <= 5000 - lost)?.seq ?? 0;
      expect([lost, 5000 - common <= lost * 4 + 4]).toEqual([lost, true]);
    }
  });

  it("forget what a shorter book no longer has", () => {
    expect(withPoint(pointsAfter([10, 20, 30]), { seq: 15, chain: "x" }).map(({ seq }) => seq)).toEqual([
      15, 10,
    ]);
  });
});
