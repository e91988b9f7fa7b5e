import type { EntityType, FactsOfType } from "../../../shared/dictionary/entities.ts";
import { assert } from "../../../shared/kernel/assert.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import type { Veil } from "../../../shared/workflow/confidentiality.ts";
import type { Desk } from "../desk.ts";
import type { RecordRow } from "../deskDb.ts";
import { type Held, openRecordRow, type Store, shownState } from "../recordStore.ts";
import { isListed, type Shown, shownToReader } from "../veil.ts";

/** One record as lists and pages show it: its facts by their types, where it stands, and what is the matter with it. */
export type Card<T extends EntityType> = {
  readonly t: T;
  readonly id: string;
  readonly view: RecordView;
  readonly facts: FactsOfType<T>;
  /** By lane: the stage. */
  readonly stages: RecordView["stages"];
  /** Why only open facts are shown; null when whoever is signed in may read all of it. */
  readonly veil: Veil | null;
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

const cardFrom = <T extends EntityType>(row: RecordRow, held: Held, { view, veil }: Shown): Card<T> => ({
  t: row.t as T,
  id: row.id,
  view,
  facts: view.facts as FactsOfType<T>,
  stages: view.stages,
  veil,
  dueOn: row.due === undefined ? null : (row.due.slice(0, DAY_LENGTH) as Day),
  isGrave: row.due?.endsWith("!") ?? false,
  isDisputed: row.disputed === 1,
  isContested: row.contested === 1,
  isPending: held.shown !== null,
});

const opened = ({ seal }: Store, rows: readonly RecordRow[]): Promise<readonly Held[]> =>
  Promise.all(rows.map((row) => openRecordRow(seal, row)));

/** Opens one stored row, as far as whoever is signed in may read it. */
export const cardOf = async <T extends EntityType>(desk: Desk, row: RecordRow): Promise<Card<T>> => {
  const held = await openRecordRow(desk.seal, row);
  const [shown] = await shownToReader(desk, [shownState(held)]);
  assert(shown !== undefined, "one state, one view");
  return cardFrom<T>(row, held, shown);
};

/** Opens stored rows, in their order, for a list: without the sealed files that nobody but head and archivist is shown. */
export const cardsOf = async <T extends EntityType>(
  desk: Desk,
  rows: readonly RecordRow[],
): Promise<readonly Card<T>[]> => {
  const helds = await opened(desk, rows);
  const shown = await shownToReader(desk, helds.map(shownState));
  const cards = rows.flatMap((row, index) => {
    const [held, each] = [helds[index], shown[index]];
    return held === undefined || each === undefined ? [] : [cardFrom<T>(row, held, each)];
  });
  return cards.filter(await isListed(desk, cards));
};
