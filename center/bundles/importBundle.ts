import { randomUUID } from "node:crypto";
import { manifestText } from "../../shared/api/bundleApi.ts";
import { type Result, refuse } from "../../shared/kernel/result.ts";
import { isStoreBusy } from "../blobs/chunkStore.ts";
import type { Center } from "../context.ts";
import { sealBundle } from "./box.ts";
import { fromShelf, shelve, shelved, thinAnswers, unshelve } from "./shelf.ts";
import { type Taken, takeBundle } from "./takeBundle.ts";

const toShelf = async (center: Center, bytes: Uint8Array, value: Taken): Promise<void> => {
  const { bundleId: id, bureauName, deskName, feed, answer } = value;
  const label = { bureauName, deskName, feed, needs: [] };
  // the answer first: its label remembers that numbers were granted
  if (answer !== undefined) {
    await shelve(center, "answers", { id, bytes: answer, label });
    thinAnswers(center, { feed, latest: id });
  }
  if (value.is === "parked")
    await shelve(center, "parked", { id, bytes, label: { ...label, needs: [...value.needs] } });
  else unshelve(center, "parked", id);
};

/** Keeps what came of a file. `busy` where the disk has no room for it: handed in again, it is answered again. */
const settle = async (center: Center, bytes: Uint8Array, taken: Result<Taken>): Promise<Result<Taken>> => {
  center.log.info(
    {
      ok: taken.ok,
      ...(taken.ok ? { is: taken.value.is, bureau: taken.value.bureau } : { code: taken.refusal.code }),
    },
    "bundle.taken",
  );
  if (!taken.ok) return taken;
  try {
    await toShelf(center, bytes, taken.value);
    return taken;
  } catch (cause) {
    if (!isStoreBusy(cause)) throw cause;
    center.log.error({}, "bundle.busy");
    return refuse("busy", undefined, "bundles");
  }
};

/** Tries every parked bundle again, until none of them moves any more: what was missing may have come by any way (F50). */
export const retryParked = async (center: Center): Promise<void> => {
  for (let moved = true; moved; ) {
    moved = false;
    for (const { id } of shelved(center, "parked").toReversed()) {
      const bytes = fromShelf(center, "parked", id);
      const taken = bytes && (await takeBundle(center, bytes));
      if (bytes === undefined || taken === undefined || !taken.ok || taken.value.is === "parked") continue;
      moved = (await settle(center, bytes, taken)).ok || moved;
    }
  }
};

/**
 * Takes a bundle file and keeps what came of it: the answer on its shelf, or the bundle itself until what it builds upon
 * is there. Whatever waited for this one is taken with it.
 */
export const importBundle = async (center: Center, bytes: Uint8Array): Promise<Result<Taken>> => {
  const taken = await settle(center, bytes, await takeBundle(center, bytes));
  if (taken.ok && taken.value.is === "answered") await retryParked(center);
  return taken;
};

/** The file by which a desk without a network learns whom it reports to: this center's key, opened by the code on paper. */
export const enrolBundle = (center: Center, code: string, bureau: string): Promise<Uint8Array> => {
  const manifest = manifestText({
    v: 1,
    suite: "age-x25519-ed25519",
    kind: "enrol",
    bundleId: randomUUID(),
    bureau,
    from: { feed: "", key: center.key.publicKey },
    to: "",
    createdAt: new Date(center.now()).toISOString(),
    counter: 0,
  });
  return sealBundle(center.key, { manifest, parts: [] }, { code });
};
