import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import type { Header } from "../../shared/ops/op.ts";
import { PENDING } from "../../shared/ops/op.ts";
import { type DeskOfYear, deskOfYear, type Writer } from "./deskOfYear.ts";
import { type ToldYear, tellYear, type YearPlan } from "./tellYear.ts";

/** The fold reads feed and actor of a header and nothing else. */
const headerOf = (n: number, actor: string): Header =>
  ({ feed: "0".repeat(24), n, actor, schema: DICTIONARY }) as unknown as Header;

/** Ops that are folded and kept nowhere: their hashes only have to differ. */
const nowhere = (): Writer => {
  let n = 0;
  return ({ actor, muts }) => {
    n += 1;
    return { h: n.toString(16).padStart(64, "0"), seq: PENDING + n, header: headerOf(n, actor.id), muts };
  };
};

/** A year lived through by commands without journal, signatures or disk: what tests and statistics read. */
export const yearInMemory = (plan: YearPlan): ToldYear & { readonly desk: DeskOfYear } => {
  const told = tellYear(plan);
  const desk = deskOfYear(told.registers, nowhere());
  for (const act of told.acts) desk.perform(act);
  return { ...told, desk };
};
