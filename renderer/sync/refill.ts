import { LETTERS } from "../../shared/documents/letters.ts";
import type { Desk } from "../data/desk.ts";
import { BLOCK, lowSeries } from "../data/numbers.ts";
import type { Center } from "./centerClient.ts";
import type { SyncMind } from "./syncMind.ts";
import { came, type Weather } from "./weather.ts";

/** Every kind (字) under which a letter or a record gets an official number. */
export const NUMBER_KINDS: readonly string[] = [
  ...new Set(Object.values(LETTERS).map(({ series }) => series)),
].filter((series) => series !== "");

/** True when some kind runs low this year. */
export const needsNumbers = async (desk: Desk): Promise<boolean> =>
  (await lowSeries(desk, NUMBER_KINDS)) !== undefined;

/**
 * Asks for a block of the first kind that runs low. The block comes as an op of the center's own feed; how long the book
 * is with it only the center can say, because colleagues write meanwhile. So the next step greets, and the block is pulled
 * before anything is asked again: to count on would ask for block after block, and every one is a gap in the numbers.
 */
export const refill = async (
  desk: Desk,
  center: Center,
  { mind }: { readonly mind: SyncMind },
): Promise<Weather<void>> => {
  const low = await lowSeries(desk, NUMBER_KINDS);
  if (low === undefined) return came(undefined);
  const granted = await center.numbers({ ...low, count: BLOCK });
  if (!granted.ok) return granted;
  mind.isGreeted = false;
  return came(undefined);
};
