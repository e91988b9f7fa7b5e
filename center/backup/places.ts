import { stat } from "node:fs/promises";
import { assert } from "../../shared/kernel/assert.ts";

/** A configured place as it is now. `device` names the disk below it, "" when there is no such folder. */
export type Place = { readonly path: string; readonly device: string };

/**
 * The disk that a folder lies on; "" when it is no folder. Two partitions of one disk are two devices to the system and
 * to us: only folders of one file system are told apart from others.
 */
export const deviceOf = async (path: string): Promise<string> => {
  try {
    const found = await stat(path);
    return found.isDirectory() ? String(found.dev) : "";
  } catch (cause) {
    if (["ENOENT", "ENOTDIR"].includes((cause as { readonly code?: string }).code ?? "")) return "";
    throw cause;
  }
};

/** The places as they are now, in their order. */
export const placesNow = (paths: readonly string[]): Promise<readonly Place[]> =>
  Promise.all(paths.map(async (path) => ({ path, device: await deviceOf(path) })));

/**
 * The disk below a place, or a sentence that names the place. A missing folder is never made: below the mount point of a
 * disk that is not connected it would lie on the system's own disk and pass for a second place.
 */
export const connectedDevice = async (path: string): Promise<string> => {
  const device = await deviceOf(path);
  assert(device !== "", `${path} is no folder: connect its disk, or make the folder`);
  return device;
};

/** The place before this one on the same disk, if any: the two count as one. */
export const sameDiskAs = (places: readonly Place[], place: Place): Place | undefined =>
  places.slice(0, places.indexOf(place)).find(({ device }) => device !== "" && device === place.device);
