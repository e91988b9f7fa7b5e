import type { Actor, LawScene, Scene } from "../../shared/commands/scene.ts";
import type { StaffFacts } from "../../shared/dictionary/registers.ts";
import { day } from "../../shared/kernel/day.ts";
import { SHIPPED_CALENDAR } from "../../shared/law/calendar.ts";
import { parametersFrom } from "../../shared/law/readParameters.ts";
import { nameReplaced } from "../../shared/ops/draft.ts";
import { applyOp, recordsOf } from "../../shared/ops/fold.ts";
import type { FoldOp, Mut } from "../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { lookedUp } from "./lookUps.ts";
import { BUREAU, type Registers } from "./registers.ts";
import { openShelf, type Shelf } from "./shelf.ts";
import type { Act, LateInput } from "./teller.ts";

/** What an act wrote: who, when, and the changes, ready to become an op. */
export type Written = { readonly act: Act; readonly actor: Actor; readonly muts: readonly Mut[] };
/** Where ops go: into a journal, or nowhere. Answers with the op as the fold takes it. */
export type Writer = (written: Written) => FoldOp;

/** A desk that lives through the year in memory: it performs acts by the product's own commands and keeps what they add up to. */
export type DeskOfYear = {
  readonly perform: (act: Act) => void;
  readonly states: () => readonly RecordState[];
  readonly views: (t: string) => readonly RecordView[];
};

const LAW: LawScene = {
  calendar: SHIPPED_CALENDAR,
  parameters: parametersFrom(String(BUREAU.parameters), day("2026-01-01")),
  bureau: BUREAU as LawScene["bureau"],
};

const describe = ({ by, at, t, id, input, command }: Act): string =>
  `${at} ${by} ${command.name} ${t} ${id} ${JSON.stringify(input).slice(0, 400)}`;

const withInput = (act: Act, shelf: Shelf): Act =>
  typeof act.input === "function" ? { ...act, input: (act.input as LateInput)(shelf, LAW) } : act;

const keep = (shelf: Shelf, states: Map<string, RecordState>, op: FoldOp): void => {
  for (const [t, id] of recordsOf(op.muts)) {
    const key = `${t}/${id}`;
    const after = applyOp(states.get(key) ?? emptyState(t, id), op);
    states.set(key, after);
    shelf.put(viewOf(after));
  }
};

/** Opens the desk. An act that is refused throws: then the invented year itself is wrong. */
export const deskOfYear = (registers: Registers, write: Writer): DeskOfYear => {
  const states = new Map<string, RecordState>();
  const shelf = openShelf();
  const actors = new Map(
    registers.staff.map(({ login, id, name, roles, section }): [string, Actor] => [
      login,
      { id, name, roles, section },
    ]),
  );
  const staff: Readonly<Record<string, StaffFacts>> = Object.fromEntries(
    registers.staff.map(({ id, ...facts }) => [id, facts as StaffFacts]),
  );
  const sceneOf = (act: Act, actor: Actor, view: RecordView): Scene => ({
    actor,
    now: act.at,
    law: { ...LAW, staff, ...lookedUp({ act, view, shelf, law: LAW }) },
  });
  return {
    perform: (told) => {
      const act = withInput(told, shelf);
      const actor = actors.get(act.by);
      if (actor === undefined) throw new Error(`nobody is called ${act.by}`);
      const view = shelf.view(act.t, act.id);
      const decided = act.command(view, act.input as never, sceneOf(act, actor, view));
      if (!decided.ok) throw new Error(`${JSON.stringify(decided.refusal)}: ${describe(act)}`);
      keep(
        shelf,
        states,
        write({ act, actor, muts: nameReplaced(decided.value, (t, id) => states.get(`${t}/${id}`)) }),
      );
    },
    states: () => [...states.values()],
    views: (t) => shelf.all(t),
  };
};
