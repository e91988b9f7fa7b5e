import { done, refuse } from "../kernel/result.ts";
import { PROVISIONAL_NUMBER } from "../law/letterChecks.ts";
import { isFiled, mayWrite } from "../workflow/writers.ts";
import type { Command } from "./command.ts";
import type { TakenNumber } from "./issueLetter.ts";

/** Which number the file gives up (`f`), what it gets instead (null: none until its next letter), and why. */
export type SettleInput = {
  readonly f: string;
  readonly number: TakenNumber | null;
  readonly settleReason: string;
};

const SOURCE = "内部工作规则：文书编号";

/**
 * Settles that two files hold one official number: this file gives it up, for a new one or for none yet, and the other
 * keeps it. The old number stays in the history and on what was printed. Refused where no other file holds it, without
 * a reason, for a provisional number, and where people disagree on the number (then `resolveConflict` settles it).
 */
export const settleNumber: Command<SettleInput> = (view, { f, number, settleReason }, { actor, law }) => {
  if (!mayWrite(view.t, actor.roles)) return refuse("role-forbids");
  if (isFiled(view)) return refuse("filed", "《档案法》第14条", f);
  if (law.twiceNumbered?.includes(view.id) !== true || view.facts[f] === undefined)
    return refuse("already-done", SOURCE, f);
  if (view.conflicts.some((conflict) => conflict.f === f)) return refuse("field-in-conflict", SOURCE, f);
  if (settleReason.trim() === "") return refuse("reason-required", SOURCE, f);
  if (number?.text.startsWith(PROVISIONAL_NUMBER)) return refuse("number-provisional", SOURCE, f);
  const at = { t: view.t, id: view.id, f };
  return done([number === null ? { k: "put", ...at, v: null } : { k: "number", ...at, ...number }]);
};
