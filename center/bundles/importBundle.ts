import { randomUUID } from "node:crypto";
import { manifestText } from "../../shared/api/bundleApi.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Center } from "../context.ts";
import { sealBundle } from "./box.ts";
import { fromShelf, shelve, shelved, unshelve } from "./shelf.ts";
import { type Taken, takeBundle } from "./takeBundle.ts";

const settle = async (center: Center, bytes: Uint8Array, taken: Result<Taken>): Promise<void> => {
  center.log.info(
    {
      ok: taken.ok,
      ...(taken.ok ? { is: taken.value.is, bureau: taken.value.bureau } : { code: taken.refusal.code }),
    },
    "bundle.taken",
  );
  if (!taken.ok) return;
  const { value } = taken;
  const { bundleId: id, bureauName, deskName } = value;
  if (value.is === "parked")
    await shelve(center, "parked", { id, bytes, label: { bureauName, deskName, needs: [...value.needs] } });
  else {
    await shelve(center, "answers", { id, bytes: value.answer, label: { bureauName, deskName, needs: [] } });
    unshelve(center, "parked", value.bundleId);
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
      await settle(center, bytes, taken);
      moved = true;
    }
  }
};

/**
 * Takes a bundle file and keeps what came of it: the answer on its shelf, or the bundle itself until what it builds upon
 * is there. Whatever waited for this one is taken with it.
 */
export const importBundle = async (center: Center, bytes: Uint8Array): Promise<Result<Taken>> => {
  const taken = await takeBundle(center, bytes);
  await settle(center, bytes, taken);
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
