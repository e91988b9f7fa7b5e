import type { Host } from "../../shared/host/contract.ts";
import { done, refuse } from "../../shared/kernel/result.ts";
import type { SignedIn } from "../identity/keys.ts";
import { confirmScan, keepScan, missingBlobs, readScan, type ScanStore } from "../scans.ts";
import { present, type Scene } from "../scene.ts";
import { writing } from "./storeCalls.ts";

type ScanCall = "blob.missing" | "scan.keep" | "scan.list" | "scan.confirm";

/** Attachments: made of chunks, listed, and what the center said of them. */
export const scanCalls = (scene: Scene): Pick<Host, ScanCall> => {
  const storeOf = ({ keys }: SignedIn): ScanStore => ({ folder: scene.folders.blobs, keys });
  return {
    "blob.missing": async ({ ids }) => {
      const who = present(scene);
      return who.ok ? done({ ids: [...(await missingBlobs(storeOf(who.value), ids))] }) : who;
    },
    "scan.keep": ({ chunks, id }) => writing(scene, (who) => keepScan(storeOf(who), chunks, id)),
    "scan.list": async ({ ids }) => {
      const who = present(scene);
      if (!who.ok) return who;
      const found = await Promise.all(ids.map((id) => readScan(storeOf(who.value), id)));
      return done({ scans: found.filter((each) => each !== undefined) });
    },
    "scan.confirm": ({ id, isAtCenter }) =>
      writing(scene, async (who) => {
        const store = storeOf(who);
        if ((await readScan(store, id)) === undefined) return refuse("not-found");
        await confirmScan(store, id, isAtCenter);
        return done({});
      }),
  };
};
