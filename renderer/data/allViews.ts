import { ENTITIES, type EntityType } from "../../shared/dictionary/entities.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import type { DeskDb } from "./deskDb.ts";
import type { Store } from "./recordStore.ts";
import { type Bound, openVolumes, rowsAfter, startedOverAt, viewsIn } from "./volumes.ts";
import { giveWay } from "./yielding.ts";

/** Rows opened at once: enough to keep the browser's cipher threads busy, little enough to let the page breathe. */
const PAGE = 2000;

/** What was read last of each kind. The page only: nothing of it is stored, a lock forgets it. */
const KNOWN = new WeakMap<DeskDb, Map<string, Promise<Bound>>>();

const withChanges = async ({ db, seal }: Store, t: EntityType, known: Bound): Promise<Bound> => {
  const after = (edition: number) => rowsAfter(db, t, edition).limit(PAGE).toArray();
  let { edition } = known;
  let rows = await after(edition);
  if (rows.length === 0) return known;
  const views = new Map(known.views);
  while (rows.length > 0) {
    edition = rows.at(-1)?.edition ?? edition;
    const next = rows.length < PAGE ? Promise.resolve([]) : after(edition);
    for (const view of await viewsIn(seal, rows)) views.set(view.id, view);
    rows = await next;
  }
  return { edition, views };
};

const readOn = async (store: Store, t: EntityType, before: Promise<Bound> | undefined): Promise<Bound> => {
  const known = await before?.catch(() => undefined);
  const isGone = known !== undefined && known.edition <= (await startedOverAt(store.db));
  return withChanges(store, t, known === undefined || isGone ? await openVolumes(store, t) : known);
};

/**
 * Every record of a kind, whole, by id: for a rule or a count that must weigh all there is, never for a list. The first
 * look opens the volumes, and of the records only those written since they were bound; a later look only what is new. Of
 * two at once the second waits for the first and reads on: nothing is opened twice, and nothing written before a call is
 * missing from its answer.
 */
export const allViews = async (store: Store, t: EntityType): Promise<ReadonlyMap<string, RecordView>> => {
  const kinds = KNOWN.get(store.db) ?? new Map<string, Promise<Bound>>();
  KNOWN.set(store.db, kinds);
  const reading = readOn(store, t, kinds.get(t));
  kinds.set(t, reading);
  return (await reading).views;
};

/** Opens ahead what the first rule or count will weigh, one kind after another; call it when the desk is idle. */
export const warmViews = async (store: Store): Promise<void> => {
  for (const t of Object.keys(ENTITIES) as EntityType[]) {
    await giveWay();
    if (store.db.isOpen()) await allViews(store, t);
  }
};
