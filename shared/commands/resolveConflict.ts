import { fieldOf } from "../dictionary/entities.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { done, refuse } from "../kernel/result.ts";
import { mayWrite } from "../workflow/writers.ts";
import type { Command } from "./command.ts";

/** Which head stands: of a field or group (`f`), or of a procedure (`f` = "@lane"). `value` settles on a third one. */
export type ResolveInput = { readonly f: string; readonly choose: string; readonly value?: Json };

/**
 * Closes a conflict: a named person says which of the values people entered without knowing of each other is right.
 * Lists every head it closes, so that a value nobody looked at can never vanish (I13, I14). Contested steps are for
 * the head of the agency; fields for anybody who may write this kind of record, as the center's judge asks too.
 */
export const resolveConflict: Command<ResolveInput> = (view, { f, choose, value }, { actor }) => {
  const isLane = f.startsWith("@");
  const mayDecide = isLane ? actor.roles.includes("HEAD") : mayWrite(view.t, actor.roles);
  if (!mayDecide) return refuse("role-forbids");
  const heads = isLane
    ? view.contested.find(({ lane }) => `@${lane}` === f)?.heads
    : view.conflicts.find((conflict) => conflict.f === f)?.heads;
  if (heads === undefined) return refuse("already-done");
  if (choose !== "" && !heads.some(({ h }) => h === choose)) return refuse("not-found");
  if (choose === "" && (isLane || value === undefined)) return refuse("value-invalid");
  const field = fieldOf(view.t, f);
  if (choose === "" && field !== undefined && !field.schema.safeParse(value).success)
    return refuse("value-invalid", field.source, f);
  // the chosen value travels too: when somebody else's resolution is booked first, the head it names is gone by then
  const chosen = view.conflicts.find((conflict) => conflict.f === f)?.heads.find(({ h }) => h === choose);
  return done([
    {
      k: "resolve",
      t: view.t,
      id: view.id,
      f,
      over: heads.map(({ h }) => h),
      choose,
      new: chosen?.v ?? value ?? null,
    },
  ]);
};
