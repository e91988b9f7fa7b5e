import { type BlobKeys, blobName } from "../blobs/blobKeys.ts";
import type { Tx } from "../db/database.ts";

/** An attachment as the book of chunks knows it: its name, and the names of its chunks in order. */
export type Enclosure = {
  readonly name: string;
  readonly chunks: readonly string[];
  readonly isHeld: boolean;
};

type Row = { readonly name: string; readonly chunks: readonly string[]; readonly is_held: boolean };

/** The attachments of a bureau, and which of their chunks the center has stored. */
export type BureauChunks = {
  readonly enclosures: readonly Enclosure[];
  readonly stored: ReadonlySet<string>;
};

/** Reads both; chunks that no attachment consists of are in neither. */
export const bureauChunks = async (
  { all }: Pick<Tx, "all">,
  bureau: string,
  keys: BlobKeys,
): Promise<BureauChunks> => {
  const rows = await all<Row>(
    "select name, chunks, completed_at is not null as is_held from blob where bureau = $1 order by name",
    [bureau],
  );
  const enclosures = rows.map(({ name, chunks, is_held: isHeld }) => ({
    name,
    isHeld,
    chunks: chunks.map((hash) => blobName(keys, hash)),
  }));
  const needed = new Set(enclosures.flatMap(({ chunks }) => chunks));
  const here = await all<{ chunk: string }>("select chunk from blob_chunk where bureau = $1", [bureau]);
  return { enclosures, stored: new Set(here.map(({ chunk }) => chunk).filter((chunk) => needed.has(chunk))) };
};
