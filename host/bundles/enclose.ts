import type { Enclosed, Lacked } from "../../shared/api/bundleApi.ts";
import { loaded, type Offer, type Parcel, packed } from "../../shared/api/parcel.ts";
import type { HostInput } from "../../shared/host/contract.ts";
import { getBlob } from "../blobs.ts";
import { missingBlobs, readScan, type ScanStore } from "../scans.ts";

type Scans = NonNullable<HostInput<"bundle.write">["scans"]>;

const offersOf = async (store: ScanStore, asked: Scans["send"]): Promise<readonly Offer[]> => {
  const offers: Offer[] = [];
  for (const { id, missing } of asked) {
    const scan = await readScan(store, id);
    if (scan === undefined) continue;
    const { bytes, chunks } = scan;
    const all = [...chunks.keys()];
    const indexes = missing === undefined ? all : all.filter((index) => missing.includes(index));
    offers.push({ id, manifest: { bytes, chunks }, indexes });
  }
  return offers;
};

/** What this desk lacks, by index where it knows what an attachment consists of. */
const lackedOf = async (store: ScanStore, { id, chunks }: Scans["wanted"][number]): Promise<Lacked> => {
  if (chunks === undefined) return { id };
  const missing = new Set(await missingBlobs(store, chunks));
  return { id, missing: [...chunks.keys()].filter((index) => missing.has(chunks[index] ?? "")) };
};

/** What a bundle carries and asks of attachments, and how many of them end in a later one. */
type Enclosure = {
  readonly blobs: Enclosed[];
  readonly chunks: Parcel["chunks"];
  readonly asks: string[];
  readonly wanted: Lacked[];
  readonly cutCount: number;
};

/** Packs as many chunks of what is to be sent as there is room for (bytes), behind everything else. */
export const enclose = async (
  store: ScanStore,
  { send, asks, wanted }: Scans,
  roomBeside: (about: Pick<Enclosure, "asks" | "wanted">) => number,
): Promise<Enclosure> => {
  const about = { asks, wanted: await Promise.all(wanted.map((each) => lackedOf(store, each))) };
  const offers = await offersOf(store, send);
  const parcel = await loaded(packed(offers, roomBeside(about)), ({ manifest }, index) =>
    getBlob(store.folder, store.keys, manifest.chunks[index] ?? ""),
  );
  const asked = new Map(offers.map(({ id, indexes }) => [id, indexes.length]));
  const cutCount = parcel.blobs.filter(({ id, has }) => has.length < (asked.get(id) ?? 0)).length;
  return { ...about, blobs: [...parcel.blobs], chunks: parcel.chunks, cutCount };
};
