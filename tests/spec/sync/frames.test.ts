import { describe, expect, it } from "vitest";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { decodeFrames, encodeBooked, withTrailer } from "../../../shared/sync/frames.ts";

const op = (seq: number | string): BookedOp => ({
  h: "",
  header: "{}",
  payload: "{}",
  sig: "",
  actorSig: "",
  seq: seq as number,
  recv: "2026-05-06T01:02:04.000Z",
  verdict: "ok",
});
const seqOf = (seq: number | string): number | string => {
  const frames = decodeFrames(withTrailer(encodeBooked([op(seq)]), "{}"), 10);
  return frames.ok
    ? (frames.value.booked[0]?.seq ?? "none")
    : `${frames.refusal.code} ${frames.refusal.detail}`;
};

describe("the number of a booked op on the wire (protocol §4)", () => {
  it.each([1, 7, 1_000_000, 999_999_999_999_999])("%d is read as it is", (seq) => {
    expect(seqOf(seq)).toBe(seq);
  });
  it.each(["", "0", "-1", "01", "+1", " 1", "1 ", "1e3", "0x1", "1.0", "１", "NaN", "1000000000000000"])(
    "F25: “%s” is no number of a book",
    (seq) => {
      expect(seqOf(seq)).toBe("malformed frame");
    },
  );
});
