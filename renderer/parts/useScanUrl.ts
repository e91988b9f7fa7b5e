import { useEffect, useState } from "react";
import type { KeptScan } from "../../shared/host/scanCalls.ts";
import { useDesk } from "../data/deskContext.ts";
import { readScan } from "../data/scans.ts";

/** An address of the bytes within this page, while they are being read, or that a part of them is damaged. */
export type ScanUrl =
  | { readonly is: "loading" }
  | { readonly is: "damaged" }
  | { readonly is: "ready"; readonly url: string };

const LOADING: ScanUrl = { is: "loading" };

/**
 * A damaged scan is fetched again, as far as it is damaged, and read once more when there is news of it.
 *
 * A `blob:` address of a scan on this computer, given back when it is no longer shown: nobody else can open it, and
 * nothing of it is kept by the browser. `loading` while there is nothing to read.
 */
export const useScanUrl = (kept: KeptScan | undefined): ScanUrl => {
  const desk = useDesk();
  const [shown, setShown] = useState<ScanUrl>(LOADING);
  const id = kept?.id;
  const retry = shown.is === "damaged" ? kept : null;
  // the list of chunks belongs to the id: the same id is the same content
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (kept === undefined) return;
    let [isLive, url] = [true, ""];
    const show = (next: ScanUrl): void => {
      if (isLive) setShown(next);
    };
    readScan(desk, kept).then(
      (read) => {
        if (!isLive) return;
        if (!read.ok) {
          desk.sync.want(kept.id);
          return show({ is: "damaged" });
        }
        url = URL.createObjectURL(read.value);
        show({ is: "ready", url });
      },
      (cause: unknown) => {
        show({ is: "damaged" });
        desk.onTrouble(cause);
      },
    );
    return () => {
      isLive = false;
      if (url !== "") URL.revokeObjectURL(url);
    };
  }, [desk, id, retry]);
  return shown;
};
