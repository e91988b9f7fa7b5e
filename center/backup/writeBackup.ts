import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { createGzip } from "node:zlib";
import { Encrypter } from "age-encryption";
import { assert } from "../../shared/kernel/assert.ts";
import type { Center } from "../context.ts";
import type { Whole } from "../db/database.ts";
import { nameDurably } from "../files.ts";
import { centerKeyPem } from "../keys/centerKey.ts";
import { type BookCheck, type BookEnd, createBookCheck } from "./bookCheck.ts";
import { BACKUP_FORMAT, lineOf } from "./lines.ts";
import { pagesOf } from "./wholeDatabase.ts";

/** Files of ours in a place: the newest this many stay. */
const KEPT = 14;
const NAME = /^center-\d{8}T\d{6}Z\.ladc$/u;

/** Where one backup lies, and where the books end in it. */
export type Written = { readonly file: string; readonly ends: readonly BookEnd[] };

const fileNameOf = (at: string): string => `center-${at.slice(0, 19).replaceAll(/[-:]/gu, "")}Z.ladc`;

const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
};

const encrypted = async (plain: Readable, recipient: string): Promise<Readable> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const stream = await encrypter.encrypt(Readable.toWeb(plain) as globalThis.ReadableStream<Uint8Array>);
  return Readable.fromWeb(stream as unknown as ReadableStream);
};

type Content = { readonly takenAt: string; readonly key: string; readonly check: BookCheck };

/** The lines of a backup; every row passes the check on its way. */
async function* linesOf(whole: Whole, { takenAt, key, check }: Content): AsyncGenerator<string> {
  let rows = 0;
  yield lineOf({ is: "backup", format: BACKUP_FORMAT, takenAt, key });
  for await (const page of pagesOf(whole)) {
    check.take(page);
    rows += page.rows.length;
    yield lineOf(page);
  }
  yield lineOf({ is: "end", rows });
}

const hashedBy = (hash: Hash) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      hash.update(bytes);
      yield bytes;
    }
  };

const dropOld = (place: string): void => {
  const files = readdirSync(place).filter((name) => NAME.test(name));
  for (const name of files.toSorted().slice(0, -KEPT)) rmSync(join(place, name));
};

/**
 * Writes the whole database as of one moment into a place, encrypted to the province's recovery key: the books' chains
 * are recomputed from the very rows that are written, and the file is read back before it has its name. What throws
 * leaves no file; the place must be there. The center's own key is inside, because books go on under the key that desks know.
 */
export const writeBackup = async (
  center: Center,
  { place, recipient }: { readonly place: string; readonly recipient: string },
): Promise<Written> => {
  const takenAt = new Date(center.now()).toISOString();
  const file = join(place, fileNameOf(takenAt));
  const part = `${file}.part`;
  const [check, hash] = [createBookCheck(), createHash("sha256")];
  const ends = await center.db
    .whole(async (whole) => {
      const sealed = await encrypted(
        Readable.from(linesOf(whole, { takenAt, key: centerKeyPem(center.config.dataDir), check })).compose(
          createGzip(),
        ),
        recipient,
      );
      await pipeline(
        sealed,
        hashedBy(hash),
        createWriteStream(part, { mode: 0o600, flags: "w", flush: true }),
      );
      return check.ends();
    })
    .catch((error: unknown) => {
      rmSync(part, { force: true });
      throw error;
    });
  assert((await hashOfFile(part)) === hash.digest("hex"), "the backup reads back other than it was written");
  await nameDurably(part, file);
  dropOld(place);
  return { file, ends };
};
