import { existsSync, readdirSync, writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { FILE_MODE, syncFolder } from "../files.ts";

/** A segment that has reached this size gets no further record; the next one starts a new file. */
export const SEGMENT_BYTES = 16 * 1024 * 1024;
/** Magic "LADJ", format 1, three zeros, and the number of the segment. */
export const SEGMENT_HEAD = 12;

const NAME = /^(\d{8})\.seg$/;

/** The file of segment `number`, from 1. */
export const segmentPath = (folder: string, number: number): string =>
  join(folder, `${String(number).padStart(8, "0")}.seg`);

/** The numbers of the segments that lie in the folder, ascending. */
export const segmentNumbers = (folder: string): readonly number[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .flatMap((name) => NAME.exec(name)?.[1] ?? [])
        .map(Number)
        .sort((a, b) => a - b)
    : [];

/** The first bytes of segment `number`. */
export const segmentHead = (number: number): Buffer => {
  const head = Buffer.alloc(SEGMENT_HEAD);
  head.write("LADJ", 0, "latin1");
  head.writeUInt8(1, 4);
  head.writeUInt32BE(number, 8);
  return head;
};

/**
 * Writes all bytes at a position of the file; the system may take them in several pieces. Not handed to another thread:
 * the system only copies them into its memory here, and the way to a thread and back costs more. Syncing is what waits.
 */
export const writeAll = ({ fd }: FileHandle, bytes: Uint8Array, position: number): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, position + at);
};

/** Starts segment `number` as an empty, durable file and opens it for appending. */
export const startSegment = async (folder: string, number: number): Promise<FileHandle> => {
  const path = segmentPath(folder, number);
  const file = await open(path, "w+", FILE_MODE);
  try {
    writeAll(file, segmentHead(number), 0);
    await file.sync();
    await syncFolder(folder);
    return file;
  } catch (cause) {
    await file.close();
    throw cause;
  }
};
