import { assert } from "../../shared/kernel/assert.ts";
import { isDiskFull } from "../files.ts";

/** A chunk as it lies in a store: its name, and when it was written (milliseconds since 1970). */
export type Stored = { readonly name: string; readonly writtenAt: number };

/** Where sealed chunks are kept. A chunk that `put` has answered for survives a power cut. */
export type ChunkStore = {
  readonly put: (bureau: string, name: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes, or undefined when there are none; whether they are whole, their seal says. */
  readonly get: (bureau: string, name: string) => Promise<Buffer | undefined>;
  readonly has: (bureau: string, name: string) => Promise<boolean>;
  /** Every chunk of a bureau, in any order. */
  readonly list: (bureau: string) => AsyncIterable<Stored>;
  /** Takes a chunk away; one that is not there is no error. */
  readonly remove: (bureau: string, name: string) => Promise<void>;
  /** Takes away what a killed `put` left half written before this moment. */
  readonly dropDrafts: (bureau: string, before: number) => Promise<void>;
};

/** Our own mark on the error of a store that does not answer: weather, as a database that cannot be had. */
export const STORE_BUSY = "ECONNSTORE";

/** True when the store takes nothing now: the desk comes again later, and whoever runs the center reads it in the log. */
export const isStoreBusy = (cause: unknown): boolean =>
  isDiskFull(cause) || (cause as { readonly code?: string } | null)?.code === STORE_BUSY;

const BUREAU = /^[0-9a-zA-Z-]{8,64}$/;
const NAME = /^[0-9a-f]{64}$/;

/**
 * Where a chunk lies in a store: `<bureau>/ab/cdef…`, so that a bureau can be moved and counted as a whole. Ids and names
 * come from a session and from hashes; whatever else they may be, they are never a path (F72).
 */
export const chunkPath = (bureau: string, name: string): string => {
  assert(BUREAU.test(bureau) && NAME.test(name), "no name of a chunk");
  return `${bureau}/${name.slice(0, 2)}/${name.slice(2)}`;
};

/** Where a bureau's chunks begin. */
export const bureauPath = (bureau: string): string => {
  assert(BUREAU.test(bureau), "no name of a bureau");
  return `${bureau}/`;
};
