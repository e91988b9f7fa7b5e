import { open } from "node:fs/promises";
import { FRAME_HEAD, frameAt } from "./frame.ts";
import type { Place } from "./scanJournal.ts";
import { segmentPath } from "./segments.ts";

const readSegment = async (
  folder: string,
  segment: number,
  places: readonly Place[],
): Promise<(Buffer | undefined)[]> => {
  const from = Math.min(...places.map(({ offset }) => offset));
  const to = Math.max(...places.map(({ offset, length }) => offset + FRAME_HEAD + length));
  const file = await open(segmentPath(folder, segment), "r");
  try {
    const bytes = Buffer.alloc(to - from);
    await file.read(bytes, 0, bytes.length, from);
    return places.map(({ offset }) => frameAt(bytes, offset - from)?.bytes);
  } finally {
    await file.close();
  }
};

/**
 * The bytes of the records at these places, in the order given, one read per segment; undefined for a record that has
 * been damaged since the journal was scanned.
 */
export const readPlaces = async (
  folder: string,
  places: readonly Place[],
): Promise<readonly (Buffer | undefined)[]> => {
  const found: (Buffer | undefined)[] = [];
  for (let from = 0; from < places.length; ) {
    const segment = places[from]?.segment ?? 0;
    const next = places.findIndex((place, index) => index > from && place.segment !== segment);
    const to = next === -1 ? places.length : next;
    found.push(...(await readSegment(folder, segment, places.slice(from, to))));
    from = to;
  }
  return found;
};
