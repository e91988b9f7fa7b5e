import { useDeskStore } from "../../state/deskStore.ts";

/** Whether the person signed in is a system administrator. */
export const useIsAdmin = (): boolean =>
  useDeskStore((state) => state.actor?.roles.includes("SYSADMIN") ?? false);
