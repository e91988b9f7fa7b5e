import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { parametersFrom } from "../../shared/law/readParameters.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { type DeskLaw, SHIPPED_LAW } from "./deskLaw.ts";
import { openRecordRow, type Store, shownState } from "./recordStore.ts";

const MIN = "";
const MAX = "\uffff";

/** The bureau's own record, or undefined before the first start is finished. */
export const bureauView = async ({ db, seal }: Store): Promise<RecordView | undefined> => {
  const row = await db.records.where("[t+on]").between(["bureau", MIN], ["bureau", MAX]).first();
  return row === undefined ? undefined : viewOf(shownState(await openRecordRow(seal, row)));
};

/** The law on this desk now: the shipped calendar and the parameters of the bureau. */
export const lawOf = async (store: Store): Promise<DeskLaw> => {
  const text = (await bureauView(store))?.facts.parameters;
  return {
    ...SHIPPED_LAW,
    parameters: parametersFrom(
      typeof text === "string" ? text : undefined,
      dayOf(instantOfMs(store.wallMs())),
    ),
  };
};
