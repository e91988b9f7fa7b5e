import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { parametersFrom } from "../../shared/law/readParameters.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { type DeskLaw, SHIPPED_LAW } from "./deskLaw.ts";
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

/** The law that follows from the bureau's record, on the day of the machine's clock. */
export const lawFrom = (bureau: RecordView | undefined, wallMs: number): DeskLaw => {
  const text = bureau?.facts.parameters;
  return {
    ...SHIPPED_LAW,
    parameters: parametersFrom(typeof text === "string" ? text : undefined, dayOf(instantOfMs(wallMs))),
  };
};

/** The law on this desk now: the shipped calendar and the parameters of the bureau. */
export const lawOf = async (store: Store): Promise<DeskLaw> =>
  lawFrom(await bureauView(store), store.wallMs());
