import type { EntityType, FactsOfType } from "../../../shared/dictionary/entities.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { type RecordView, viewOf } from "../../../shared/ops/view.ts";
import type { RecordRow } from "../deskDb.ts";
import { openRecordRow, type Store, shownState } from "../recordStore.ts";

/** One record as lists and pages show it: its facts by their types, where it stands, and what is the matter with it. */
export type Card<T extends EntityType> = {
  readonly t: T;
  readonly id: string;
  readonly view: RecordView;
  readonly facts: FactsOfType<T>;
  /** By lane: the stage. */
  readonly stages: RecordView["stages"];
  /** The nearest day by which something is to be done; null for none. */
  readonly dueOn: Day | null;
  /** Custody, or a minor. */
  readonly isGrave: boolean;
  readonly isDisputed: boolean;
  readonly isContested: boolean;
  /** Something on it is not in the province's book yet. */
  readonly isPending: boolean;
};

const DAY_LENGTH = 10;

/** Opens one stored row. */
export const cardOf = async <T extends EntityType>({ seal }: Store, row: RecordRow): Promise<Card<T>> => {
  const held = await openRecordRow(seal, row);
  const view = viewOf(shownState(held));
  return {
    t: row.t as T,
    id: row.id,
    view,
    facts: view.facts as FactsOfType<T>,
    stages: view.stages,
    dueOn: row.due === undefined ? null : (row.due.slice(0, DAY_LENGTH) as Day),
    isGrave: row.due?.endsWith("!") ?? false,
    isDisputed: row.disputed === 1,
    isContested: row.contested === 1,
    isPending: held.shown !== null,
  };
};

/** Opens stored rows, in their order. */
export const cardsOf = <T extends EntityType>(
  store: Store,
  rows: readonly RecordRow[],
): Promise<readonly Card<T>[]> => Promise.all(rows.map((row) => cardOf<T>(store, row)));
