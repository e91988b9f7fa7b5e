import { gunzipSync } from "node:zlib";
import type { SnapshotManifest } from "../../../shared/api/snapshotApi.ts";
import type { RecordState } from "../../../shared/ops/state.ts";
import { bookUpTo, differing } from "./lookAtLoaded.ts";
import type { Row } from "./tables.ts";
import type { World } from "./world.ts";

const looked = new WeakSet<Row>();

/** What is not true of a snapshot, in words; undefined when all is well, or when its book has ended. */
const wrongIn = (world: World, { bureau, manifest: text }: Row): string | undefined => {
  const { seq, chain, chunks } = JSON.parse(String(text)) as SnapshotManifest;
  const book = bookUpTo(world, String(bureau), seq);
  if (book.length !== seq || book.at(-1)?.chain !== chain) return undefined;
  const rows = chunks.map(({ id }) =>
    world.center.store.tables.get("snapshot_chunk")?.get(`${bureau}|${id}`),
  );
  const here = rows.flatMap((row) => (row?.is_gone === false ? [row.packed as Uint8Array] : []));
  if (here.length < chunks.length) return undefined;
  const states = here.flatMap((packed) => JSON.parse(`[${gunzipSync(packed)}]`) as readonly RecordState[]);
  const wrong = differing(book, states);
  return wrong.length === 0 ? undefined : `at ${seq}, ${wrong.join()} is not what the book says`;
};

/** Every snapshot that the center has made since is what the ops of its book add up to at that number (I29). */
export const lookAtMade = (world: World): void => {
  for (const row of world.center.store.tables.get("snapshot")?.values() ?? []) {
    if (row.is_gone === true || looked.has(row)) continue;
    looked.add(row);
    const wrong = wrongIn(world, row);
    const { desks = [] } = world.bureaus.find(({ id }) => id === row.bureau) ?? {};
    if (wrong !== undefined) desks[0]?.troubles.push(`I29 snapshot: made ${wrong}`);
  }
};
