import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { FILE_MODE, isDiskFull } from "../files.ts";
import { crc32c } from "./crc32c.ts";

/** Two slots in separate disk blocks, written in turn: a cut through one leaves the other. */
const SLOT_BYTES = 4096;
const FILLED_BYTES = 12;
/** How long the count may stay unsynced. It is only ever too low then, which never hides a saved record for long. */
const SYNC_MS = 1000;

/**
 * How many records were promised so far. Written after each fdatasync of the journal, so it survives the death of the
 * process at once and a power cut after a second. It tells a torn tail (never promised) from damage (promised, gone).
 */
export type Counter = {
  readonly count: () => number;
  readonly raise: (count: number) => void;
  readonly close: () => void;
};

const slotOf = (count: number): Buffer => {
  const slot = Buffer.alloc(FILLED_BYTES);
  slot.writeBigUInt64BE(BigInt(count), 0);
  slot.writeUInt32BE(crc32c(slot.subarray(0, 8)), 8);
  return slot;
};

const countIn = (file: number, slot: number): number => {
  const bytes = Buffer.alloc(FILLED_BYTES);
  const length = readSync(file, bytes, 0, FILLED_BYTES, slot * SLOT_BYTES);
  const isWhole = length === FILLED_BYTES && crc32c(bytes.subarray(0, 8)) === bytes.readUInt32BE(8);
  return isWhole ? Number(bytes.readBigUInt64BE(0)) : 0;
};

/** Both blocks are allocated once, so that counting needs no space on a disk that has none. */
const openOrMake = (path: string): number => {
  closeSync(openSync(path, "a", FILE_MODE));
  const file = openSync(path, "r+");
  if (fstatSync(file).size < 2 * SLOT_BYTES)
    writeSync(file, Buffer.alloc(2 * SLOT_BYTES), 0, 2 * SLOT_BYTES, 0);
  return file;
};

/**
 * Some file systems need room even to write over what is there. A counter that stays behind on a full disk promises less
 * than is saved, and the next record raises it again. False when there was none.
 */
const whereThereIsRoom = (write: () => unknown): boolean => {
  try {
    write();
    return true;
  } catch (cause) {
    if (isDiskFull(cause)) return false;
    throw cause;
  }
};

/** Opens the counter beside a journal; a new or wholly unreadable one counts from 0. */
export const openCounter = (path: string): Counter => {
  const file = openOrMake(path);
  let count = Math.max(countIn(file, 0), countIn(file, 1));
  let slot = countIn(file, 0) === count ? 1 : 0;
  let timer: NodeJS.Timeout | undefined;
  const sync = () => {
    clearTimeout(timer);
    timer = undefined;
    whereThereIsRoom(() => fsyncSync(file));
  };
  return {
    count: () => count,
    raise: (next) => {
      count = next;
      if (!whereThereIsRoom(() => writeSync(file, slotOf(next), 0, FILLED_BYTES, slot * SLOT_BYTES))) return;
      slot = 1 - slot;
      timer ??= setTimeout(sync, SYNC_MS).unref();
    },
    close: () => {
      sync();
      closeSync(file);
    },
  };
};
