import type { Chance } from "./chance.ts";

/** What a write or cut did that no sync has made durable yet, and how to take it back. */
type Undo = {
  readonly at: number;
  readonly bytes: Uint8Array | null;
  readonly oldLength: number;
  readonly old: Uint8Array;
};
/** One file: what a reader sees, and what a power cut may still take back. */
export type DiskFile = { bytes: Buffer; length: number; undo: Undo[]; isNamed: boolean; atMs?: number };

/** A disk in memory: files that a power cut may tear wherever nobody synced, and space that runs out. */
export type Disk = { readonly files: Map<string, DiskFile>; freeBytes: number };

/** More than any trace needs. */
export const PLENTY = 1024 * 1024 * 1024;

export const aDisk = (): Disk => ({ files: new Map(), freeBytes: PLENTY });

export const aFile = (): DiskFile => ({ bytes: Buffer.alloc(0), length: 0, undo: [], isNamed: false });

const contentOf = ({ bytes, length }: DiskFile): Buffer => bytes.subarray(0, length);

const put = (file: DiskFile, at: number, bytes: Uint8Array): void => {
  const end = at + bytes.length;
  if (end > file.bytes.length) {
    const grown = Buffer.alloc(Math.max(end, file.bytes.length * 2, 4096));
    file.bytes.copy(grown, 0, 0, file.length);
    file.bytes = grown;
  }
  if (at > file.length) file.bytes.fill(0, file.length, at);
  file.bytes.set(bytes, at);
  file.length = Math.max(file.length, end);
};

/** Writes as the system does: into its memory, as far as there is space. Answers with how many bytes it took. */
export const writeAt = (disk: Disk, file: DiskFile, at: number, bytes: Uint8Array): number => {
  const grows = Math.max(0, at + bytes.length - file.length);
  const taken =
    grows > disk.freeBytes ? bytes.subarray(0, Math.max(0, bytes.length - grows + disk.freeBytes)) : bytes;
  if (taken.length === 0) return 0;
  disk.freeBytes -= Math.max(0, at + taken.length - file.length);
  const old = Uint8Array.from(contentOf(file).subarray(at, at + taken.length));
  file.undo.push({ at, bytes: Uint8Array.from(taken), oldLength: file.length, old });
  put(file, at, taken);
  return taken.length;
};

export const cutTo = (disk: Disk, file: DiskFile, length: number): void => {
  if (length >= file.length) return;
  disk.freeBytes += file.length - length;
  file.undo.push({
    at: length,
    bytes: null,
    oldLength: file.length,
    old: Uint8Array.from(contentOf(file).subarray(length)),
  });
  file.length = length;
};

/** Everything written so far survives a power cut. */
export const syncFile = (file: DiskFile): void => {
  file.undo = [];
};

const again = (file: DiskFile, { at, bytes }: Undo, chance: Chance): void => {
  const fate = chance.below(4);
  if (fate === 0) return;
  if (bytes === null) {
    file.length = Math.min(file.length, at);
    return;
  }
  const whole = fate === 1 ? bytes.length : chance.below(bytes.length + 1);
  put(file, at, fate === 2 ? bytes.slice(0, whole) : bytes);
  // a block whose size was written but not its bytes reads as zeros
  if (fate === 3) file.bytes.fill(0, at + whole, at + bytes.length);
};

/** The power fails: what nobody synced is there, or not, or torn, each write for itself. */
export const powerCut = (disk: Disk, chance: Chance): void => {
  for (const [path, file] of disk.files) {
    if (!file.isNamed && chance.once(2)) {
      disk.files.delete(path);
      continue;
    }
    const lost = file.undo;
    file.undo = [];
    for (const { at, bytes, oldLength, old } of lost.toReversed()) {
      if (bytes === null) file.length = oldLength;
      file.bytes.set(old, at);
      file.length = oldLength;
    }
    for (const undo of lost) again(file, undo, chance);
  }
};

/** An image of the disk, as a backup program or a cloning stick makes it. */
export const imageOf = (disk: Disk): Disk => ({
  freeBytes: disk.freeBytes,
  files: new Map(
    [...disk.files].map(([path, file]) => [
      path,
      { bytes: Buffer.from(contentOf(file)), length: file.length, undo: [], isNamed: true },
    ]),
  ),
});
