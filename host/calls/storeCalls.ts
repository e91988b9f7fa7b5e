import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Host } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { writeBackup } from "../backup.ts";
import { BLOB_BYTES_MAX, getBlob, putBlob } from "../blobs.ts";
import { saveExport } from "../exports.ts";
import { isDiskFull } from "../files.ts";
import type { SignedIn } from "../identity/keys.ts";
import { pruneBackups } from "../keptBackups.ts";
import { present, type Scene, writable } from "../scene.ts";

/** Letters kept for the preview; more than anybody has open. */
const LETTERS_KEPT = 8;

/** Runs a write for whoever is signed in; a disk without room is a refusal, whenever it is noticed. */
export const writing = async <T>(
  scene: Scene,
  write: (who: SignedIn) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const who = present(scene);
  if (!who.ok) return who;
  if (scene.disk.isFull()) return refuse("disk-full");
  try {
    return await write(who.value);
  } catch (cause) {
    if (isDiskFull(cause)) return refuse("disk-full");
    throw cause;
  }
};

const put = (scene: Scene, data: string) => {
  const bytes = Buffer.from(data, "base64");
  if (bytes.length > BLOB_BYTES_MAX) return Promise.resolve(refuse("too-large"));
  return writing(scene, async ({ keys }) =>
    done({ id: await putBlob(scene.folders.blobs, keys, bytes), bytes: bytes.length }),
  );
};

const get = async (scene: Scene, id: string) => {
  const who = present(scene);
  if (!who.ok) return who;
  const bytes = await getBlob(scene.folders.blobs, who.value.keys, id);
  return bytes === undefined ? refuse("not-found") : done({ data: bytes.toString("base64") });
};

const letter = async (scene: Scene, html: string) => {
  const who = present(scene);
  if (!who.ok) return who;
  const bytes = Buffer.from(await scene.options.printer.pdf(html));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  scene.letters.set(sha256, bytes);
  for (const old of [...scene.letters.keys()].slice(0, -LETTERS_KEPT)) scene.letters.delete(old);
  return done({ data: bytes.toString("base64"), sha256 });
};

/** The PDF of this SHA-256, rendered lately or stored; for whoever is signed in. */
export const pdfOf = async (scene: Scene, sha256: string): Promise<Result<Uint8Array>> => {
  const who = present(scene);
  if (!who.ok) return who;
  const bytes = scene.letters.get(sha256) ?? (await getBlob(scene.folders.blobs, who.value.keys, sha256));
  const isPdf = bytes !== undefined && Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
  return isPdf ? done(bytes) : refuse("not-found");
};

type StoreCall = "blob.put" | "blob.get" | "letter.pdf" | "file.save" | "backup.write";
/** Bytes: scans, letters, exports, backups. */
export const storeCalls = (scene: Scene): Pick<Host, StoreCall> => ({
  "blob.put": ({ data }) => put(scene, data),
  "blob.get": ({ id }) => get(scene, id),
  "letter.pdf": ({ html }) => letter(scene, html),
  "file.save": ({ name, data }) =>
    writing(scene, async () => {
      const saved = await saveExport(scene.folders.exports, name, Buffer.from(data, "base64"));
      return saved.ok ? done({ path: saved.value }) : saved;
    }),
  "backup.write": () =>
    writing(scene, async ({ keys }) => {
      const may = writable(scene);
      if (!may.ok) return may;
      const written = await writeBackup(scene, keys.backup);
      if (!written.ok) return written;
      const gone = pruneBackups(scene.folders.backups, basename(written.value.path));
      if (gone > 0) scene.log("backups-pruned", { count: gone });
      return written;
    }),
});
