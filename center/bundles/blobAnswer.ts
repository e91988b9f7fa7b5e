import type { DownManifest, Lacked, UpManifest } from "../../shared/api/bundleApi.ts";
import { loaded, type Offer, type Parcel, packed } from "../../shared/api/parcel.ts";
import { blobKeysOf, blobName } from "../blobs/blobKeys.ts";
import { blobStates, getChunk, lackingOf, manifestOf } from "../blobs/blobs.ts";
import type { Center } from "../context.ts";

type States = NonNullable<DownManifest["states"]>;

/** How every attachment that a desk's file speaks of stands here: what another bureau has is named by nobody (I19). */
export const statesFor = async (
  center: Center,
  bureau: string,
  { blobs = [], asks = [], wanted = [] }: Pick<UpManifest, "blobs" | "asks" | "wanted">,
): Promise<States> => {
  const ids = new Set([...blobs.map(({ id }) => id), ...asks, ...wanted.map(({ id }) => id)]);
  const said = await blobStates(center, bureau, [...ids]);
  const named = new Set([...said.held.map(({ id }) => id), ...said.wanted]);
  const lacking = await lackingOf(center, bureau, said.wanted);
  return {
    held: said.held.map(({ id, isStable }) => ({ id, isStable })),
    wanted: said.wanted.map((id): Lacked => {
      const missing = lacking.get(id);
      return missing === undefined ? { id } : { id, missing };
    }),
    unnamed: [...ids].filter((id) => !named.has(id)),
  };
};

/** As many chunks of what a desk wants and the center holds as there is room for, in the desk's order. */
export const parcelFor = async (
  center: Center,
  bureau: string,
  { wanted, room }: { readonly wanted: readonly Lacked[]; readonly room: number },
): Promise<Parcel> => {
  const keys = blobKeysOf(center.key, bureau);
  const offers: Offer[] = [];
  for (const { id, missing } of wanted) {
    const manifest = await manifestOf(center, bureau, blobName(keys, id));
    if (!manifest.ok) continue;
    const all = [...manifest.value.chunks.keys()];
    const indexes = missing === undefined ? all : all.filter((index) => missing.includes(index));
    offers.push({ id, manifest: manifest.value, indexes });
  }
  return loaded(packed(offers, room), async ({ id }, index) => {
    const chunk = await getChunk(center, bureau, { name: blobName(keys, id), index });
    return chunk.ok ? chunk.value : undefined;
  });
};
