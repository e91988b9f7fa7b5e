import type { DownManifest } from "../../shared/api/bundleApi.ts";
import type { Parcel } from "../../shared/api/parcel.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { ageIdentity } from "../identity/deviceKey.ts";
import { present, type Scene, vaultOf } from "../scene.ts";
import { openBundle } from "./box.ts";
import { centerKeyOf } from "./carried.ts";

/** An answer of this desk's center, proved as a whole. */
export type OpenAnswer = {
  readonly manifest: DownManifest;
  readonly parts: readonly Uint8Array[];
  readonly chunks: Parcel["chunks"];
};

/**
 * Opens a file as this desk's answer: from the center it is enrolled at (or is to be), addressed to this desk, for its
 * bureau. `center-not-set`, `bundle-damaged`, `wrong-bureau`.
 */
export const openAnswer = async (scene: Scene, file: Uint8Array): Promise<Result<OpenAnswer>> => {
  const [at, who] = [vaultOf(scene), present(scene)];
  if (!at.ok) return at;
  if (!who.ok) return who;
  const [vault, { keys }] = [at.value, who.value];
  const centerKey = centerKeyOf(vault, keys);
  if (centerKey === undefined) return refuse("center-not-set");
  const opened = await openBundle(file, { identity: ageIdentity(keys.device) });
  if (!opened.ok) return opened;
  const { manifest, parts, chunks } = opened.value;
  const isOurs =
    manifest.kind === "down" && manifest.from.key === centerKey && manifest.to === vault.publicKey;
  if (!isOurs) return refuse("bundle-damaged");
  if (manifest.bureau !== vault.bureau || manifest.desk.bureau !== vault.bureau)
    return refuse("wrong-bureau");
  return done({ manifest, parts, chunks });
};
