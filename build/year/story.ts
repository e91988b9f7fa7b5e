import type { Chance } from "./chance.ts";
import type { MatterRow } from "./matters.ts";
import type { Invented, Persons } from "./persons.ts";
import type { Registers } from "./registers.ts";
import type { Act, Teller } from "./teller.ts";

/** Everything a story is told from, and the list it is told into. */
export type Kit = {
  readonly chance: Chance;
  readonly persons: Persons;
  readonly registers: Registers;
  readonly acts: Act[];
  /** Every case with the working day on which it came. */
  readonly cases: { readonly id: string; readonly dayIndex: number }[];
  /** How many stories of each table were told: the first of them take every course once. */
  readonly told: Map<string, number>;
};

/** A way a story may go, and how often it does. */
export type Course = { readonly name: string; readonly weight: number };

/** The next way to go: each way once, in the order of the table, then as likely as its weight. */
export const nextCourse = <T extends Pick<Course, "weight">>(
  { chance, told }: Kit,
  table: string,
  ways: readonly T[],
): T => {
  const count = told.get(table) ?? 0;
  told.set(table, count + 1);
  const rare = ways[count];
  return rare ?? chance.weigh(ways);
};

/** The people whose desk a story lies on. */
export type Desk = { readonly clerk: string; readonly examiner: string; readonly head: string };

/** A case on its way: who has it, and its clock. */
export type CaseStory = Desk & { readonly kit: Kit; readonly id: string; readonly tell: Teller };

/** A case that is granted or notified, and whom it is about. */
export type AssignedCase = CaseStory & { readonly row: MatterRow; readonly who: Invented };
