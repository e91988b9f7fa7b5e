import { APPLICATION_DEADLINES } from "./applicationDeadlines.ts";
import { ASSIGNMENT_DEADLINES } from "./assignmentDeadlines.ts";
import type { DeadlineRow } from "./deadlineRow.ts";
import { FURTHER_DEADLINES } from "./furtherDeadlines.ts";
import { HANDLING_DEADLINES } from "./handlingDeadlines.ts";
import { LATER_DEADLINES } from "./laterDeadlines.ts";
import { ORGAN_DEADLINES } from "./organDeadlines.ts";

const ROWS = [
  ...APPLICATION_DEADLINES,
  ...ASSIGNMENT_DEADLINES,
  ...ORGAN_DEADLINES,
  ...HANDLING_DEADLINES,
  ...LATER_DEADLINES,
  ...FURTHER_DEADLINES,
] as const;

/** The id of one row of the deadline table. */
export type DeadlineId = (typeof ROWS)[number]["id"];
export type Deadline = DeadlineRow & { readonly id: DeadlineId };

/** Every statutory, local, superseded and placeholder period the product knows. Only some of them run as clocks. */
export const DEADLINES: readonly Deadline[] = ROWS;

const BY_ID: ReadonlyMap<string, Deadline> = new Map(DEADLINES.map((row) => [row.id, row]));

/** The row with this id. */
export const deadline = (id: DeadlineId): Deadline => {
  const row = BY_ID.get(id);
  if (row === undefined) throw new Error(`no deadline ${id}`);
  return row;
};

/** True for a row that may run: in force, or to be verified and then shown with a mark. Superseded rows never run. */
export const isInForce = ({ status }: Deadline): boolean =>
  status === "in_force" || status.startsWith("verify");
