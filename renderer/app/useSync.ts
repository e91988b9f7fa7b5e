import { useEffect } from "react";
import type { Desk } from "../data/desk.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { startSync } from "../sync/startSync.ts";

/** Syncs for as long as the desk is open: a desk that joined needs it before its first screen. */
export const useSync = (desk: Desk): void => {
  useEffect(() => {
    const { syncBecame, loadingBecame } = useDeskStore.getState();
    return startSync(desk, {
      onReport: ({ phase, trouble, loading }) => {
        syncBecame(phase, trouble);
        loadingBecame(loading ?? null);
      },
      onBug: reportError,
    });
  }, [desk]);
};
