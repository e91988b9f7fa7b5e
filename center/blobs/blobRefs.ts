import { blobRefs } from "../../shared/api/blobApi.ts";
import type { Tx } from "../db/database.ts";

/** An op, as far as attachments are concerned. */
type Naming = { readonly h: string; readonly blobs: unknown };

/** Notes which attachments the ops name. A list of another form names none: the op stands in the book all the same. */
export const saveBlobRefs = async (tx: Tx, bureau: string, ops: readonly Naming[]): Promise<void> => {
  const refs = ops.flatMap(({ h, blobs }) => {
    const parsed = blobRefs.safeParse(blobs ?? []);
    return parsed.success ? parsed.data.map(({ id, bytes }) => ({ id, h, bytes })) : [];
  });
  if (refs.length === 0) return;
  await tx.run(
    "insert into blob_ref (bureau, id, h, bytes) select $1, * from unnest($2::text[], $3::text[], $4::int[]) on conflict do nothing",
    [bureau, refs.map(({ id }) => id), refs.map(({ h }) => h), refs.map(({ bytes }) => bytes)],
  );
};
