import { type Parcel, unpacked } from "../../shared/api/parcel.ts";
import type { HostOutput } from "../../shared/host/contract.ts";
import { putBlob } from "../blobs.ts";
import { confirmScan, keepScan, missingBlobs, type ScanStore } from "../scans.ts";
import { sha256 } from "./box.ts";

type Kept = HostOutput<"bundle.keep">;

/**
 * Takes attachments out of an opened answer, as if the center had answered chunk by chunk: a chunk that is not what the
 * list names is passed over, and the whole is judged and hashed before it is kept (I30). Taken twice, it is one.
 */
export const keepScans = async (
  store: ScanStore,
  parcel: Parcel,
  ids: ReadonlySet<string>,
): Promise<Kept> => {
  const kept: Kept = { kept: [], begun: [] };
  for (const { id, manifest, has, chunks } of unpacked(parcel)) {
    if (!ids.has(id)) continue;
    for (const [at, index] of has.entries()) {
      const chunk = chunks[at];
      if (chunk !== undefined && sha256(chunk) === manifest.chunks[index])
        await putBlob(store.folder, store.keys, chunk);
    }
    const isWhole = (await missingBlobs(store, manifest.chunks)).length === 0;
    if (!isWhole) kept.begun.push({ id, chunks: manifest.chunks });
    else if ((await keepScan(store, manifest.chunks, id)).ok) {
      // whoever sent it holds it
      await confirmScan(store, id, true);
      kept.kept.push(id);
    }
  }
  return kept;
};
