import { describe, expect, it } from "vitest";
import { CHUNK_BYTES, chunkCount, chunkLength } from "../../../shared/api/blobApi.ts";
import { BUNDLE, manifestText, type UpManifest } from "../../../shared/api/bundleApi.ts";
import { loaded, type Offer, packed, unpacked } from "../../../shared/api/parcel.ts";
import { bundlePieces, contentRoom, lengthOf } from "../../../shared/sync/bundle.ts";

const offer = (name: string, bytes: number, indexes?: readonly number[]): Offer => {
  const chunks = Array.from({ length: chunkCount(bytes) }, (_, at) => `${name}${at}`.padStart(64, "0"));
  return { id: name.padStart(64, "a"), manifest: { bytes, chunks }, indexes: indexes ?? [...chunks.keys()] };
};
const hasOf = (offers: readonly Offer[], room: number) =>
  packed(offers, room).map(({ id, has }) => [id.at(-1), has]);
const LONG = 4 * CHUNK_BYTES - 100;

describe("which chunks of attachments travel in a file (docs/protocol.md §10)", () => {
  it("in order, as many as fit, the last attachment cut; the next file begins with what is left", () => {
    const offers = [offer("1", 1000), offer("2", LONG), offer("3", 10)];
    expect(hasOf(offers, 10 * CHUNK_BYTES)).toEqual([
      ["1", [0]],
      ["2", [0, 1, 2, 3]],
      ["3", [0]],
    ]);
    expect(hasOf(offers, 2.5 * CHUNK_BYTES)).toEqual([
      ["1", [0]],
      ["2", [0, 1]],
    ]);
    expect(hasOf([offer("2", LONG, [2, 3]), offer("3", 10)], 2.5 * CHUNK_BYTES)).toEqual([
      ["2", [2, 3]],
      ["3", [0]],
    ]);
  });

  it("nothing is pushed in where there is no room, and what is whole at the other side takes none", () => {
    expect(hasOf([offer("1", 1000)], 1000)).toEqual([]);
    expect(hasOf([offer("1", 1000)], -5)).toEqual([]);
    expect(hasOf([offer("1", LONG, []), offer("2", 10)], 1000)).toEqual([["2", [0]]]);
  });

  it.each([1, 3, 900_000, 8_000_000])(
    "attachments of %i bytes never make a file longer than its limit",
    (bytes) => {
      const most = 4 * 1024 * 1024;
      const about = { v: BUNDLE, kind: "up", bundleId: "x", ranges: [], asks: [], wanted: [] };
      const sizeOf = (blobs: UpManifest["blobs"], chunks: readonly Uint8Array[]): number =>
        lengthOf(bundlePieces({ manifest: manifestText({ ...about, blobs } as never), parts: [], chunks }));
      const room = contentRoom(most) - sizeOf([], []);
      const offers = Array.from({ length: 500 }, (_, at) => offer(`${at}`, bytes));
      const list = packed(offers, room);
      const chunks = list.flatMap(({ manifest, has }) =>
        has.map((index) => new Uint8Array(chunkLength(manifest.bytes, index))),
      );
      expect(chunks.length).toBeGreaterThan(0);
      expect(sizeOf([...list], chunks)).toBeLessThanOrEqual(contentRoom(most));
    },
  );

  it("F67: a chunk that cannot be read is left out, and every chunk lies where the list says", async () => {
    const list = packed([offer("1", LONG), offer("2", 10), offer("3", 10)], 10 * CHUNK_BYTES);
    const read = async ({ id }: { readonly id: string }, index: number) =>
      index === 1 || id.endsWith("2") ? undefined : new Uint8Array([Number(id.at(-1)), index]);
    const parcel = await loaded(list, read);
    expect(
      unpacked(parcel).map(({ id, has, chunks }) => [id.at(-1), has, chunks.map((one) => [...one])]),
    ).toEqual([
      [
        "1",
        [0, 2, 3],
        [
          [1, 0],
          [1, 2],
          [1, 3],
        ],
      ],
      ["3", [0], [[3, 0]]],
    ]);
  });
});
