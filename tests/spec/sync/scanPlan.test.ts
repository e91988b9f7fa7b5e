import { expect, it } from "vitest";
import {
  blobManifest,
  CHUNK_BYTES,
  CHUNKS_MAX,
  chunkCount,
  chunkLength,
} from "../../../shared/api/blobApi.ts";
import { SCAN_FORMATS } from "../../../shared/dictionary/codes/scanFormats.ts";
import { nextScanStep, type ScanStanding } from "../../../shared/sync/scanPlan.ts";

const scan = (id: string, over: Partial<ScanStanding> = {}): ScanStanding => ({
  id,
  isHere: true,
  atCenter: "held",
  isAsked: false,
  ...over,
});

it.each<[string, readonly ScanStanding[], unknown]>([
  ["nothing to do", [scan("a")], { do: "wait" }],
  ["only here, and the book names it", [scan("a", { atCenter: "wanted" })], { do: "send", id: "a" }],
  [
    "only here, and its op is not booked yet: ops go first",
    [scan("a", { atCenter: "unknown" })],
    { do: "wait" },
  ],
  ["at the center alone", [scan("a", { isHere: false })], { do: "fetch", id: "a" }],
  ["nowhere within reach", [scan("a", { isHere: false, atCenter: "wanted" })], { do: "wait" }],
  [
    "what only this desk has goes before what can be fetched at any time",
    [scan("a", { isHere: false }), scan("b", { atCenter: "wanted" })],
    { do: "send", id: "b" },
  ],
  [
    "what a person waits for goes before everything",
    [
      scan("b", { atCenter: "wanted" }),
      scan("c", { isHere: false }),
      scan("a", { isHere: false, isAsked: true }),
    ],
    { do: "fetch", id: "a" },
  ],
])("R23, sync design §3.16: %s", (_, scans, expected) => {
  expect(nextScanStep(scans)).toEqual(expected);
});

it.each([
  [1, 1, 1],
  [CHUNK_BYTES, 1, CHUNK_BYTES],
  [CHUNK_BYTES + 1, 2, 1],
  [3 * CHUNK_BYTES - 1, 3, CHUNK_BYTES - 1],
])("%i bytes are %i chunks, the last of %i bytes", (size, count, last) => {
  expect(chunkCount(size)).toBe(count);
  expect(chunkLength(size, count - 1)).toBe(last);
  expect(chunkLength(size, count)).toBe(0);
  const chunks = Array.from({ length: count }, () => "0".repeat(64));
  expect(blobManifest.safeParse({ bytes: size, chunks }).success).toBe(true);
  expect(blobManifest.safeParse({ bytes: size, chunks: [...chunks, "0".repeat(64)] }).success).toBe(false);
});

it("the largest scan that is taken fits into the chunks of one attachment, and no larger one does", () => {
  const largest = Math.max(...Object.values(SCAN_FORMATS).map(({ bytesMax }) => bytesMax));
  expect(chunkCount(largest)).toBe(CHUNKS_MAX);
});
