import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { Actor } from "../../shared/commands/scene.ts";
import type { Session } from "../../shared/host/contract.ts";
import type { Pace } from "../data/pace.ts";

/** The language of the screens; letters and the law are Chinese in both. */
export type Language = "zh" | "en";

/** How sync is doing. Figures are in the database (`syncFigures`); this is only what the loop is at. */
export type SyncPhase =
  | "off"
  | "by-file"
  | "offline"
  | "portal"
  | "working"
  | "idle"
  | "needs-upgrade"
  | "frozen"
  | "revoked"
  | "ended"
  | "failing";

/** Why the desk may not write; "no" when it may. */
export type ReadOnly = "no" | "disk-full" | "journal-damaged";

type DeskState = {
  readonly session: Session | null;
  readonly actor: Actor | null;
  readonly language: Language;
  readonly readOnly: ReadOnly;
  readonly sync: SyncPhase;
  /** The refusal code or bug report number of the last failed round; "" when the last one went well. */
  readonly syncTrouble: string;
  /** A first load of the book under way; null for none. */
  readonly loading: Pace | null;
  /** The browser took the database away under the page: everything must load again. */
  readonly isGone: boolean;
  readonly signedIn: (session: Session) => void;
  readonly actorBecame: (actor: Actor) => void;
  readonly signedOut: () => void;
  readonly speak: (language: Language) => void;
  readonly readOnlyBecame: (readOnly: ReadOnly) => void;
  readonly syncBecame: (sync: SyncPhase, trouble: string) => void;
  readonly loadingBecame: (loading: Pace | null) => void;
  readonly databaseWent: () => void;
};

/** Who sits at this desk and how sync is doing. No case data lives here: that is Dexie's alone. Only the language is kept. */
export const useDeskStore = create<DeskState>()(
  persist(
    (set) => ({
      session: null,
      actor: null,
      language: "zh",
      readOnly: "no",
      sync: "off",
      syncTrouble: "",
      loading: null,
      isGone: false,
      signedIn: (session) => set({ session, loading: null }),
      actorBecame: (actor) => set({ actor }),
      signedOut: () => set({ session: null, actor: null, sync: "off", syncTrouble: "" }),
      speak: (language) => set({ language }),
      readOnlyBecame: (readOnly) => set({ readOnly }),
      syncBecame: (sync, syncTrouble) => set({ sync, syncTrouble }),
      loadingBecame: (loading) => set({ loading }),
      databaseWent: () => set({ isGone: true }),
    }),
    { name: "desk-language", partialize: ({ language }) => ({ language }) },
  ),
);
