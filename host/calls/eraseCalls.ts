import type { Host, HostInput } from "../../shared/host/contract.ts";
import { done } from "../../shared/kernel/result.ts";
import { removeBlob } from "../blobs.ts";
import type { SignedIn } from "../identity/keys.ts";
import { type Erasing, eraseInFolder, withoutPayloads } from "../journal/erasePayloads.ts";
import { removeScan } from "../scans.ts";
import { type Scene, writable } from "../scene.ts";
import { writing } from "./storeCalls.ts";

const eraseOps = async (scene: Scene, { keys }: SignedIn, ops: readonly string[]): Promise<number> => {
  const erasing: Erasing = { key: keys.journal, hashes: new Set(ops), count: 0 };
  if (ops.length === 0) return 0;
  await scene.journal.rewrite((segment, bytes) => withoutPayloads(erasing, segment, bytes));
  for (const { folder } of scene.earlier) await eraseInFolder(folder, erasing);
  return erasing.count;
};

const erase = async (scene: Scene, who: SignedIn, { ops, blobs }: HostInput<"journal.erase">) => {
  const may = writable(scene);
  if (!may.ok) return may;
  const count = await eraseOps(scene, who, ops);
  const store = { folder: scene.folders.blobs, keys: who.keys };
  for (const id of blobs) {
    await removeScan(store, id);
    await removeBlob(store.folder, store.keys, id);
  }
  scene.log("destroyed", { count });
  return done({ ops: count });
};

/** Destruction by law on this computer (I39). */
export const eraseCalls = (scene: Scene): Pick<Host, "journal.erase"> => ({
  "journal.erase": (input) => writing(scene, (who) => erase(scene, who, input)),
});
