import type { Readable } from "node:stream";
import { z } from "zod";
import { assert } from "../../shared/kernel/assert.ts";

/** The form of a backup: one JSON line says what it is, pages of rows follow, the last line counts them. */
export const BACKUP_FORMAT = 1;

const head = z.strictObject({
  is: z.literal("backup"),
  format: z.literal(BACKUP_FORMAT),
  takenAt: z.string(),
  /** The center's private key: books go on under the key that desks know. */
  key: z.string(),
});
const page = z.strictObject({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });
const end = z.strictObject({ is: z.literal("end"), rows: z.number().int() });

/** What a backup is, and when it was taken. */
export type BackupHead = z.infer<typeof head>;
/** Rows of one table, as PostgreSQL writes them in JSON. */
export type BackupPage = z.infer<typeof page>;
type Line = BackupHead | BackupPage | z.infer<typeof end>;

/** One line of the file. */
export const lineOf = (line: Line): string => `${JSON.stringify(line)}\n`;

/**
 * The lines of a text, parted at line feeds and nowhere else: inside a JSON text the separators U+2028 and U+2029 stand as
 * they are, and the runtime's own reader of lines parts at them.
 */
async function* linesIn(source: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let parts: string[] = [];
  for await (const bytes of source) {
    const [first = "", ...others] = decoder.decode(bytes as Uint8Array, { stream: true }).split("\n");
    parts.push(first);
    for (const next of others) {
      yield parts.join("");
      parts = [next];
    }
  }
  const last = parts.join("") + decoder.decode();
  if (last !== "") yield last;
}

/** Reads a backup line by line; throws with one sentence when it is none, or does not come to its own end. */
export const readLines = async (
  source: Readable,
  { onHead, onPage }: { onHead: (head: BackupHead) => void; onPage: (page: BackupPage) => Promise<void> },
): Promise<void> => {
  let rows = 0;
  let ended = false;
  let isFirst = true;
  for await (const text of linesIn(source)) {
    const line: unknown = JSON.parse(text);
    if (isFirst) onHead(head.parse(line));
    else if (end.safeParse(line).success) ended = end.parse(line).rows === rows;
    else {
      assert(!ended, "the backup goes on after its end");
      const read = page.parse(line);
      rows += read.rows.length;
      await onPage(read);
    }
    isFirst = false;
  }
  assert(ended, "the backup is cut short");
};
