import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import {
  calendarWith,
  type Published,
  parametersWith,
  publishedFrom,
} from "../../shared/law/publications.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import type { DeskLaw } from "./deskLaw.ts";
import { keptAt, type Memory } from "./memory.ts";
import { openRecordRow, type Store, shownState } from "./recordStore.ts";

const MIN = "";
const MAX = "\uffff";

/** The bureau's own record, or undefined before the first start is finished. */
export const bureauView = async ({ db, seal }: Store): Promise<RecordView | undefined> => {
  const row = await db.records.where("[t+on]").between(["bureau", MIN], ["bureau", MAX]).first();
  return row === undefined ? undefined : viewOf(shownState(await openRecordRow(seal, row)));
};

/** The same, as the only writer knows it. */
export const bureauKept = async (store: Store, memory: Memory): Promise<RecordView | undefined> => {
  if (memory.bureau === undefined) {
    const range = store.db.records.where("[t+on]").between(["bureau", MIN], ["bureau", MAX]);
    const [key] = await range.limit(1).primaryKeys();
    memory.bureau = key === undefined ? null : { t: key[0], id: key[1] };
  }
  if (memory.bureau === null) return undefined;
  const [kept] = await keptAt(store, memory, [memory.bureau]);
  return kept === undefined ? undefined : viewOf(shownState(kept.held));
};

/** Everything the province has published, as this desk knows it. */
const publishedTo = async ({ db, seal }: Store): Promise<Published> => {
  const range = db.records.where("[t+on]").between(["publication", MIN], ["publication", MAX]);
  const rows = await range.toArray();
  const held = await Promise.all(rows.map((row) => openRecordRow(seal, row)));
  return publishedFrom(held.map((one) => viewOf(shownState(one)).facts));
};

/** The same, as the only writer knows it. */
export const publishedKept = async (store: Store, memory: Memory): Promise<Published> => {
  memory.published ??= await publishedTo(store);
  return memory.published;
};

/** What the law on a desk rests on besides the shipped tables. */
export type LawGrounds = { readonly bureau: RecordView | undefined; readonly published: Published };

/** Nothing published, as on a desk that has not heard from its province yet. */
export const NOTHING_PUBLISHED: Published = { years: [], settings: [] };

/** The law that follows from the province's publications and the bureau's record, on the day of the machine's clock. */
export const lawFrom = ({ bureau, published }: LawGrounds, wallMs: number): DeskLaw => {
  const text = bureau?.facts.parameters;
  const today = dayOf(instantOfMs(wallMs));
  return {
    calendar: calendarWith(published),
    parameters: parametersWith(published, typeof text === "string" ? text : undefined, today),
  };
};

/** The law on this desk now: the shipped and the published calendar, and the parameters of province and bureau. */
export const lawOf = async (store: Store): Promise<DeskLaw> => {
  const [bureau, published] = await Promise.all([bureauView(store), publishedTo(store)]);
  return lawFrom({ bureau, published }, store.wallMs());
};
