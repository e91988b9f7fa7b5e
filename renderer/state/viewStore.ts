import { create } from "zustand";

/** An open tab: which screen, and of which record. Its title is looked up where it is shown; no name is kept here. */
export type Tab = { readonly key: string; readonly screen: string; readonly id: string };

type Filters = Readonly<Record<string, string>>;

type ViewState = {
  readonly tabs: readonly Tab[];
  /** Key of the tab in front; "" for the dashboard. */
  readonly active: string;
  /** Filters by screen: codes and days, never a typed name. */
  readonly filters: Readonly<Record<string, Filters>>;
  readonly open: (screen: string, id?: string) => void;
  readonly close: (key: string) => void;
  readonly show: (key: string) => void;
  readonly filterBy: (screen: string, filters: Filters) => void;
  readonly clear: () => void;
};

const keyOf = (screen: string, id: string): string => (id === "" ? screen : `${screen}/${id}`);

/** The tab left of the closed one comes to the front. */
const afterClosing = ({ tabs, active }: ViewState, key: string): Pick<ViewState, "tabs" | "active"> => {
  const at = tabs.findIndex((tab) => tab.key === key);
  const left = tabs.filter((tab) => tab.key !== key);
  return { tabs: left, active: active === key ? (left[Math.max(0, at - 1)]?.key ?? "") : active };
};

/** What is open on this page. Kept in memory only; a locked desk forgets it with the page. */
export const useViewStore = create<ViewState>()((set) => ({
  tabs: [],
  active: "",
  filters: {},
  open: (screen, id = "") =>
    set(({ tabs }) => {
      const key = keyOf(screen, id);
      return {
        tabs: tabs.some((tab) => tab.key === key) ? tabs : [...tabs, { key, screen, id }],
        active: key,
      };
    }),
  close: (key) => set((state) => afterClosing(state, key)),
  show: (active) => set({ active }),
  filterBy: (screen, filters) => set((state) => ({ filters: { ...state.filters, [screen]: filters } })),
  clear: () => set({ tabs: [], active: "", filters: {} }),
}));
