import { emptyState } from "../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";

/** All records by kind, and by the references that look-ups ask for. */
export type Shelf = {
  readonly put: (view: RecordView) => void;
  readonly view: (t: string, id: string) => RecordView;
  readonly all: (t: string) => readonly RecordView[];
  /** The records of a kind whose fact `f` has this value. */
  readonly by: (t: string, f: string, value: string) => readonly RecordView[];
};

/** References by which records are looked up, so that a year need not be searched for each of them. */
const INDEXED = ["fileId", "lawyerId", "providerId"] as const;

/** An empty shelf. */
export const openShelf = (): Shelf => {
  const kinds = new Map<string, Map<string, RecordView>>();
  const index = new Map<string, Set<string>>();
  const kind = (t: string): Map<string, RecordView> => {
    const found = kinds.get(t) ?? new Map<string, RecordView>();
    kinds.set(t, found);
    return found;
  };
  const setOf = (key: string): Set<string> => {
    const found = index.get(key) ?? new Set<string>();
    index.set(key, found);
    return found;
  };
  return {
    put: (view) => {
      const before = kind(view.t).get(view.id);
      for (const f of INDEXED) {
        if (before?.facts[f] !== undefined) setOf(`${view.t} ${f} ${before.facts[f]}`).delete(view.id);
        if (view.facts[f] !== undefined) setOf(`${view.t} ${f} ${view.facts[f]}`).add(view.id);
      }
      kind(view.t).set(view.id, view);
    },
    view: (t, id) => kind(t).get(id) ?? viewOf(emptyState(t, id)),
    all: (t) => [...kind(t).values()],
    by: (t, f, value) => [...setOf(`${t} ${f} ${value}`)].flatMap((id) => kind(t).get(id) ?? []),
  };
};
