import { aFile, cutTo, type Disk, type DiskFile, syncFile, writeAt } from "./disk.ts";
import { portSync, thisProcess } from "./process.ts";

/* What the host asks of node:fs, over the disk of the computer it runs on. Anything it does not know is not there. */

type Open = { readonly path: string; readonly file: DiskFile | undefined; readonly disk: Disk };
const open: Map<number, Open> = new Map();
let lastFd = 100;

/** A new world: no program of the one before has a file open. */
export const closeAll = (): void => open.clear();

export const failure = (code: string, path: string): Error =>
  Object.assign(new Error(`${code} ${path}`), { code });

export const diskNow = (): Disk => {
  portSync();
  return thisProcess().computer.disk;
};
export const fileAt = (path: string): DiskFile => {
  const file = diskNow().files.get(path);
  if (file === undefined) throw failure("ENOENT", path);
  return file;
};
const openOf = (fd: number): Open & { readonly file: DiskFile } => {
  portSync();
  const found = open.get(fd);
  if (found?.file === undefined) throw failure("EBADF", String(fd));
  return found as Open & { readonly file: DiskFile };
};

const isFolder = (disk: Disk, path: string): boolean =>
  [...disk.files.keys()].some((name) => name.startsWith(`${path}/`));

export const openSync = (path: string, flags: string): number => {
  const disk = diskNow();
  if (flags === "wx" && disk.files.has(path)) throw failure("EEXIST", path);
  const makes = flags.startsWith("w") || flags.startsWith("a");
  if (flags.startsWith("w") && disk.files.has(path)) {
    const old = disk.files.get(path) as DiskFile;
    disk.freeBytes += old.length;
    disk.files.delete(path);
  }
  if (!disk.files.has(path) && makes) disk.files.set(path, aFile());
  const file = disk.files.get(path);
  if (file === undefined && !isFolder(disk, path)) throw failure("ENOENT", path);
  lastFd += 1;
  open.set(lastFd, { path, file, disk });
  return lastFd;
};
export const closeSync = (fd: number): void => {
  open.delete(fd);
};
export const fsyncSync = (fd: number): void => {
  portSync();
  const found = open.get(fd);
  if (found === undefined) throw failure("EBADF", String(fd));
  if (found.file !== undefined) syncFile(found.file);
  else
    for (const [path, file] of found.disk.files) if (path.startsWith(`${found.path}/`)) file.isNamed = true;
};
export const fdatasyncSync = (fd: number): void => fsyncSync(fd);
export const fstatSync = (fd: number): { readonly size: number } => ({ size: openOf(fd).file.length });
export const readSync = (
  fd: number,
  into: Buffer,
  offset: number,
  length: number,
  position: number,
): number => {
  const { file } = openOf(fd);
  return file.bytes.copy(into, offset, position, Math.min(file.length, position + length));
};
export const writeSync = (
  fd: number,
  bytes: Uint8Array,
  offset = 0,
  length = bytes.length,
  position?: number,
): number => {
  const { file, disk, path } = openOf(fd);
  const taken = writeAt(disk, file, position ?? file.length, bytes.subarray(offset, offset + length));
  if (taken === 0 && length > 0) throw failure("ENOSPC", path);
  return taken;
};
export const statSync = (path: string): { readonly size: number; readonly mtimeMs: number } | undefined => {
  const file = diskNow().files.get(path);
  return file === undefined ? undefined : { size: file.length, mtimeMs: file.atMs ?? 0 };
};
export const existsSync = (path: string): boolean => {
  const disk = diskNow();
  return disk.files.has(path) || isFolder(disk, path);
};
export const unlinkSync = (path: string): void => {
  const disk = diskNow();
  disk.freeBytes += fileAt(path).length;
  disk.files.delete(path);
};
export const readdirSync = (path: string): string[] =>
  [...diskNow().files.keys()]
    .filter((name) => name.startsWith(`${path}/`))
    .map((name) => name.slice(path.length + 1));
/** Folders are there wherever a file lies. */
export const mkdirSync = (path: string): void => {
  portSync();
  throw failure("EEXIST", path);
};
export const chmodSync = (): void => portSync();

/** The handle of `node:fs/promises`, as far as a journal needs one. */
const handleOf = (fd: number) => ({
  fd,
  truncate: async (length: number): Promise<void> => {
    const { disk, file } = openOf(fd);
    cutTo(disk, file, length);
  },
  writeFile: async (data: Uint8Array | string): Promise<void> => {
    const bytes = typeof data === "string" ? Buffer.from(data) : data;
    if (writeSync(fd, bytes) < bytes.length) throw failure("ENOSPC", openOf(fd).path);
  },
  sync: async (): Promise<void> => fsyncSync(fd),
  datasync: async (): Promise<void> => fsyncSync(fd),
  close: async (): Promise<void> => closeSync(fd),
  read: async (into: Buffer, offset: number, length: number, position: number) => ({
    bytesRead: readSync(fd, into, offset, length, position),
    buffer: into,
  }),
});

/** `open` of node:fs/promises. */
export const openAsync = async (path: string, flags: string) => handleOf(openSync(path, flags));
/** `readFile` of node:fs/promises. */
export const readFileAsync = async (path: string): Promise<Buffer> => {
  const { bytes, length } = fileAt(path);
  return Buffer.from(bytes.subarray(0, length));
};
