import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { assert } from "../shared/kernel/assert.ts";
import { done, type Result } from "../shared/kernel/result.ts";
import { blobFiles } from "./blobs.ts";
import { FILE_MODE, syncFolder } from "./files.ts";
import { segmentNumbers, segmentPath } from "./journal/segments.ts";
import type { Scene } from "./scene.ts";
import { seal, unseal } from "./seal.ts";

/*
 * A backup file: the line "LAD backup 1", then records of u32be length and bytes. The first record is vault.json as it
 * is, so that a password or the recovery key opens the rest on any machine; each further one is sealed to its position
 * and holds u16be name length, name, content. The first of them is vault.json once more: what is in clear can be edited.
 * The last one names "end" and carries the SHA-256 of all contents in order.
 */
const MAGIC = "LAD backup 1\n";
/** How a backup of any version begins. */
const FAMILY = "LAD backup ";
const END = "end";
/** The vault's name among the sealed files. */
export const VAULT = "vault.json";

/** Why a file is no backup that this version can read. */
export class BadBackup extends Error {
  readonly code: "backup-damaged" | "backup-unknown" | "version-unknown";
  constructor(code: BadBackup["code"], message: string) {
    super(message);
    this.code = code;
  }
}
function claim(isSo: boolean, message: string): asserts isSo {
  if (!isSo) throw new BadBackup("backup-damaged", message);
}

/** One file of a backup, named as it lies below the data folder. */
export type BackupEntry = { readonly name: string; readonly bytes: Buffer };
type Source = { readonly name: string; readonly path: string; readonly limit: number };

const contextOf = (index: number): string => `backup ${index}`;
const lengthOf = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
};
const pack = ({ name, bytes }: BackupEntry): Buffer => {
  const text = Buffer.from(name, "utf8");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  return Buffer.concat([length, text, bytes]);
};
const unpack = (bytes: Buffer): BackupEntry => {
  const end = 2 + bytes.readUInt16BE(0);
  return { name: bytes.toString("utf8", 2, end), bytes: bytes.subarray(end) };
};

const wholeFile = (name: string, path: string): Source => ({ name, path, limit: Number.MAX_SAFE_INTEGER });

const sourcesOf = ({ folders, journal, earlier }: Scene): readonly Source[] => [
  ...journal.segments().map(({ path, bytes }) => ({
    name: path.slice(folders.data.length + 1).replaceAll("\\", "/"),
    path,
    limit: bytes,
  })),
  ...earlier.flatMap(({ feed, folder }) =>
    segmentNumbers(folder)
      .map((number) => segmentPath(folder, number))
      .map((path) => wholeFile(`earlier/${feed}/${basename(path)}`, path)),
  ),
  ...blobFiles(folders.blobs).map((name) => wholeFile(`blobs/${name}`, join(folders.blobs, name))),
];

type Copy = { readonly key: Uint8Array; readonly vault: Buffer; readonly sources: readonly Source[] };

const record = (bytes: Uint8Array): Buffer => Buffer.concat([lengthOf(bytes), bytes]);

/** The bytes of a backup, record by record; `sum` takes the contents on their way. */
async function* bytesOf({ key, vault, sources }: Copy, sum: Hash): AsyncGenerator<Buffer> {
  yield Buffer.concat([Buffer.from(MAGIC, "utf8"), record(vault)]);
  const sealed = (name: string, bytes: Buffer, index: number): Buffer =>
    record(seal(key, pack({ name, bytes }), contextOf(index)));
  const files = [
    { name: VAULT, read: () => Promise.resolve(vault) },
    ...sources.map(({ name, path, limit }) => ({
      name,
      read: async () => (await readFile(path)).subarray(0, limit),
    })),
  ];
  for (const [index, { name, read }] of files.entries()) {
    const bytes = await read();
    sum.update(bytes);
    yield sealed(name, bytes, index);
  }
  yield sealed(END, sum.copy().digest(), files.length);
}

const writeEntries = async (path: string, copy: Copy): Promise<string> => {
  const sum = createHash("sha256");
  await pipeline(bytesOf(copy, sum), createWriteStream(path, { mode: FILE_MODE, flags: "wx" }));
  return sum.digest("hex");
};

async function* recordsOf(path: string): AsyncGenerator<Buffer> {
  let left: Buffer = Buffer.alloc(0);
  let skip = Buffer.byteLength(MAGIC);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    left = Buffer.concat([left, chunk as Buffer]);
    if (skip > 0 && left.length >= skip) {
      const start = left.toString("utf8", 0, skip);
      if (!start.startsWith(FAMILY)) throw new BadBackup("backup-unknown", "no backup of ours");
      if (start !== MAGIC) throw new BadBackup("version-unknown", "a backup of another version");
      left = left.subarray(skip);
      skip = 0;
    }
    while (skip === 0 && left.length >= 4 && left.length >= 4 + left.readUInt32BE(0)) {
      const end = 4 + left.readUInt32BE(0);
      yield left.subarray(4, end);
      left = left.subarray(end);
    }
  }
  if (skip > 0) throw new BadBackup("backup-unknown", "too short for a backup");
  claim(left.length === 0, "the backup is cut");
}

/** Reads the clear vault of a backup: with it a password or the recovery key gives the data key. */
export const readBackupVault = async (path: string): Promise<Buffer> => {
  for await (const vault of recordsOf(path)) return vault;
  throw new BadBackup("backup-damaged", "the backup is empty");
};

/** Every file of a backup in order. Throws at the first sign of damage, at the latest after the last file. */
export async function* readBackup(path: string, key: Uint8Array): AsyncGenerator<BackupEntry> {
  const sum = createHash("sha256");
  let index = -1;
  let end: Buffer | undefined;
  for await (const bytes of recordsOf(path)) {
    const plain = index < 0 ? bytes : unseal(key, bytes, contextOf(index));
    index += 1;
    if (index === 0) continue;
    claim(plain !== undefined && end === undefined, "the backup is damaged");
    const entry = unpack(plain);
    if (entry.name === END) end = entry.bytes;
    else {
      sum.update(entry.bytes);
      yield entry;
    }
  }
  claim(end?.equals(sum.digest()) === true, "the backup is not whole");
}

const verify = async (path: string, key: Uint8Array, expected: string): Promise<void> => {
  const sum = createHash("sha256");
  for await (const { bytes } of readBackup(path, key)) sum.update(bytes);
  assert(sum.digest("hex") === expected, "the backup does not read back as it was written");
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
};

/**
 * Writes an encrypted copy of journal, vault and blobs and reads it back; only then it gets its final name. The journal
 * may grow meanwhile: what is copied is everything that was saved when the copy began.
 */
export const writeBackup = async (
  scene: Scene,
  key: Uint8Array,
): Promise<Result<{ path: string; opCount: number }>> => {
  const opCount = scene.journal.head().n;
  const stamp = new Date(scene.now()).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const path = join(scene.folders.backups, `desk-${stamp}-${opCount}.ladb`);
  const draft = `${path}.part`;
  try {
    const vault = await readFile(join(scene.folders.data, VAULT));
    await verify(draft, key, await writeEntries(draft, { key, vault, sources: sourcesOf(scene) }));
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
  await syncFolder(scene.folders.backups);
  scene.log("backup-written", { count: opCount });
  return done({ path, opCount });
};
