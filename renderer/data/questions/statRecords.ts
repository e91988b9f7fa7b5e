import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import type { DeskDb } from "../deskDb.ts";
import { readMetaNow } from "../meta.ts";
import { openRecordRow, type Store, shownState } from "../recordStore.ts";

/** Rows opened at once: enough to keep the browser's cipher threads busy, little enough to let the page breathe. */
const PAGE = 2000;
const LAST = "\uffff";

type Known = { readonly rev: string; readonly records: readonly StatRecord[] };
/** What was read last, for as long as no record has changed: looking at another period costs no reading. */
const READ = new WeakMap<DeskDb, Known>();

const pageAfter = ({ db }: Store, t: EntityType, after: string) =>
  db.records.where("[t+id]").between([t, after], [t, LAST], false).limit(PAGE).toArray();

const allOf = async (store: Store, t: EntityType): Promise<readonly StatRecord[]> => {
  const records: StatRecord[] = [];
  let rows = await pageAfter(store, t, "");
  while (rows.length > 0) {
    const last = rows.at(-1)?.id ?? LAST;
    const next = rows.length < PAGE ? Promise.resolve([]) : pageAfter(store, t, last);
    for (const held of await Promise.all(rows.map((row) => openRecordRow(store.seal, row)))) {
      const { id, facts, stages } = viewOf(shownState(held));
      records.push({ t, id, facts, stages });
    }
    rows = await next;
  }
  return records;
};

/** Every record of these kinds as statistics read it. Reads and opens everything once; until a record changes it is kept. */
export const readStatRecords = async (
  store: Store,
  kinds: readonly EntityType[],
): Promise<readonly StatRecord[]> => {
  const { rev } = await readMetaNow(store.db);
  const known = READ.get(store.db);
  if (known !== undefined && known.rev === rev) return known.records;
  const records = (await Promise.all(kinds.map((t) => allOf(store, t)))).flat();
  READ.set(store.db, { rev, records });
  return records;
};
