import { createReadStream, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createGunzip } from "node:zlib";
import { Decrypter } from "age-encryption";
import { assert } from "../../shared/kernel/assert.ts";
import type { ChunkStore } from "../blobs/chunkStore.ts";
import { diskStore } from "../blobs/diskStore.ts";
import type { Whole } from "../db/database.ts";
import { writeDurably } from "../files.ts";
import { KEY_FILE } from "../keys/centerKey.ts";
import { signerOf } from "../keys/ed25519.ts";
import { CHUNK_FOLDER } from "./backUpChunks.ts";
import { type BookEnd, createBookCheck } from "./bookCheck.ts";
import { readLines } from "./lines.ts";
import { type ChunksRestored, restoreChunks } from "./restoreChunks.ts";
import { putPage, raiseCounters, tablesOf } from "./wholeDatabase.ts";

/** What was restored: when the backup was taken, where the books end, and what came back of the attachments. */
export type Restored = {
  readonly takenAt: string;
  readonly ends: readonly BookEnd[];
  readonly attachments: ChunksRestored;
};

const opened = async (file: string, identity: string): Promise<Readable> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealed = Readable.toWeb(createReadStream(file)) as globalThis.ReadableStream<Uint8Array>;
  const plain = await decrypter.decrypt(sealed);
  return Readable.fromWeb(plain as unknown as ReadableStream).compose(createGunzip());
};

/** Throws where a center lives already: its books and its key are not to be written over. */
export const assertFreshFolder = (dataDir: string): void =>
  assert(
    !existsSync(join(dataDir, KEY_FILE)),
    "this data folder belongs to a center already: restore into an empty one",
  );

/** Throws unless the database is as a center's first start leaves it: a restore never mixes two books. */
const assertEmpty = async ({ all }: Whole): Promise<void> => {
  const [row] = await all<{ found: boolean }>("select exists (select from bureau) as found");
  assert(
    row?.found === false,
    "there are books here already: restore into an empty database and data folder",
  );
};

/** What a restore takes, and where to: `chunks` is the store of the center that is to be. */
export type Restoring = {
  readonly file: string;
  readonly identity: string;
  readonly dataDir: string;
  readonly chunks: ChunkStore;
};

/**
 * Puts a backup back into an empty database and an empty data folder, all or nothing: every book's chain is recomputed
 * on the way. The chunks of attachments come from the folder beside the file; what lacks there is named, not fatal. The next start finds a database that is not its folder's last one, and begins a new epoch in every book.
 */
export const restoreBackup = async (
  whole: Whole,
  { file, identity, dataDir, chunks }: Restoring,
): Promise<Restored> => {
  const keyFile = join(dataDir, KEY_FILE);
  await assertEmpty(whole);
  const known = new Set(await tablesOf(whole));
  const check = createBookCheck();
  let [takenAt, key] = ["", ""];
  await readLines(await opened(file, identity), {
    onHead: (head) => {
      ({ takenAt, key } = head);
    },
    onPage: async (page) => {
      assert(
        known.has(page.table),
        `this version has no table "${page.table}": restore with the version that wrote it`,
      );
      check.take(page);
      await putPage(whole, page);
    },
  });
  await raiseCounters(whole);
  const ends = check.ends();
  const beside = diskStore(join(dirname(file), CHUNK_FOLDER));
  const attachments = await restoreChunks(whole, { from: beside, to: chunks, key: signerOf(key) });
  await writeDurably(keyFile, key);
  return { takenAt, ends, attachments };
};
