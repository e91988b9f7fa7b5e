import fs from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import type { DiskNotes } from "./diskNotes.ts";

/*
 * Stands between a host and node:fs. A write is noted before it is made, for it may be on the disk from then on; a sync
 * when it has ended, for only then is it relied on; a name when it has changed.
 */

type Call = (...given: unknown[]) => unknown;
type Seat = Record<string, Call>;
type Around = (call: Call, given: unknown[]) => unknown;

const wrap = (seat: object, name: string, around: Around): void => {
  const calls = seat as Seat;
  const call = calls[name] as Call;
  calls[name] = function (this: unknown, ...given: unknown[]) {
    return around.call(this, (...again) => call.apply(this, again), given);
  };
};

const bytesOf = (data: unknown, offset: unknown = 0, length?: unknown): Uint8Array => {
  const bytes = Buffer.from(data as Uint8Array);
  return bytes.subarray(Number(offset), length === undefined ? undefined : Number(offset) + Number(length));
};

/** Calls that answer when they are done. */
const hookSync = (notes: DiskNotes): void => {
  wrap(fs, "openSync", (call, [path, flags = "r", mode]) => {
    const fd = call(path, flags, mode) as number;
    notes.opened(path, flags, fd);
    return fd;
  });
  wrap(fs, "writeSync", (call, [fd, data, offset, length, at]) => {
    notes.wrote(fd as number, bytesOf(data, offset, length), at as number | undefined);
    return call(fd, data, offset, length, at);
  });
  for (const name of ["fsyncSync", "fdatasyncSync"])
    wrap(fs, name, (call, [fd]) => {
      const ended = notes.syncing(fd as number);
      call(fd);
      ended();
    });
  wrap(fs, "mkdirSync", (call, given) => {
    const made = call(...given);
    notes.folders(given[0]);
    return made;
  });
  wrap(fs, "unlinkSync", (call, [path]) => {
    call(path);
    notes.removed(path);
  });
};

/** Calls that answer with a promise. */
const hookPromises = (notes: DiskNotes): void => {
  const after = (name: string, note: (...given: unknown[]) => void): void =>
    wrap(fs.promises, name, async (call, given) => {
      const answer = await call(...given);
      note(...given);
      return answer;
    });
  after("mkdir", notes.folders);
  after("unlink", notes.removed);
  after("rm", notes.removed);
  after("rename", notes.moved);
  wrap(fs.promises, "open", async (call, [path, flags = "r", mode]) => {
    const handle = (await call(path, flags, mode)) as FileHandle;
    notes.opened(path, flags, handle.fd);
    return handle;
  });
};

/** What an open file of `node:fs/promises` does by itself. */
const hookHandles = async (notes: DiskNotes): Promise<void> => {
  const one = await fs.promises.open(import.meta.filename, "r");
  const handle = Object.getPrototypeOf(one) as object;
  await one.close();
  wrap(handle, "writeFile", function (this: FileHandle, call, given) {
    notes.wrote(this.fd, bytesOf(given[0]), undefined);
    return call(...given);
  } as Around);
  wrap(handle, "truncate", function (this: FileHandle, call, given) {
    notes.cut(this.fd, Number(given[0] ?? 0));
    return call(...given);
  } as Around);
  for (const name of ["sync", "datasync"])
    wrap(handle, name, async function (this: FileHandle, call: Call) {
      const ended = notes.syncing(this.fd);
      await call();
      ended();
    } as Around);
};

/** Calls with an answer handed over, as streams make them. */
const hookCallbacks = (notes: DiskNotes): void => {
  wrap(fs, "open", (call, given) => {
    const answer = given.at(-1) as Call;
    call(...given.slice(0, -1), (cause: unknown, fd: unknown) => {
      if (cause === null) notes.opened(given[0], given[1], fd as number);
      answer(cause, fd);
    });
  });
  wrap(fs, "fsync", (call, given) => {
    const ended = notes.syncing(given[0] as number);
    const answer = given.at(-1) as Call;
    call(given[0], (cause: unknown) => {
      if (cause === null || cause === undefined) ended();
      answer(cause);
    });
  });
  wrap(fs, "write", (call, given) => {
    const [fd, data, offset, length, at] = given;
    notes.wrote(fd as number, bytesOf(data, offset, length), at as number | undefined);
    return call(...given);
  });
  wrap(fs, "writev", (call, given) => {
    const [fd, parts, at] = given;
    notes.wrote(fd as number, Buffer.concat(parts as Uint8Array[]), at as number | undefined);
    return call(...given);
  });
};

/** From now on everything this process does to the disk is noted. */
export const watchDisk = async (notes: DiskNotes): Promise<void> => {
  await hookHandles(notes);
  hookSync(notes);
  hookPromises(notes);
  hookCallbacks(notes);
  syncBuiltinESMExports();
};
