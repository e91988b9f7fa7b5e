import { fieldOf, isEntityType } from "../dictionary/entities.ts";
import { DESTRUCTION, isDestroyed } from "../ops/destroyed.ts";
import type { Mut } from "../ops/op.ts";
import { stepOf, stepsOf } from "../workflow/steps.ts";
import { mayWrite } from "../workflow/writers.ts";
import { type Acting, followsObjection, lastingStepObjection, type Step } from "./judgeStep.ts";
import type { Objection } from "./judgeValue.ts";
import { closesConflict, closingObjection, grantObjection } from "./judgeWrite.ts";
import { mayBeLater } from "./laterValue.ts";

/*
 * What is let pass of an op by a newer dictionary than the judge's (F57). Whoever holds a key can call his op newer: so
 * only what a dictionary alone would know is let pass (a field, a value, a kind, a step without a name here), and never
 * who may do what, what a step owns, a stage, a number, a conflict or a destruction.
 */

const GROUP = "#";
const isStageOf = ({ t, lane, to }: Step): boolean =>
  Object.values(stepsOf(t)).some((rule) => rule.lane === lane && rule.to === to);

/** A step without a name here leads to a stage without one, and brings only facts that nobody here knows. */
const unnamedObjection = (mut: Step, acting: Acting): Objection => {
  if (mut.lane === DESTRUCTION.lane || isStageOf(mut)) return "stage-forbids";
  if (isEntityType(mut.t) && !mayWrite(mut.t, acting.roles)) return "role-forbids";
  if (Object.keys(mut.facts).some((f) => fieldOf(mut.t, f) !== undefined)) return "fact-owned";
  return followsObjection(mut, acting);
};

/** How a field is kept never changes: one value, rows that come and go, or a log. */
const KEPT_AS: Partial<Readonly<Record<Mut["k"], string>>> = { add: "set", drop: "set", append: "append" };
const policyObjection = (mut: Extract<Mut, { readonly f: string }>): Objection => {
  const policy = fieldOf(mut.t, mut.f)?.policy;
  const isList = policy === "set" || policy === "append";
  const wanted = KEPT_AS[mut.k];
  if (policy === undefined || (wanted === undefined ? !isList : policy === wanted)) return undefined;
  return "value-invalid";
};

/** A field that is known here belongs to its own group: under another name it would pass by whoever asks for its own. */
const groupObjection = (mut: Mut): Objection => {
  if ((mut.k !== "put" && mut.k !== "resolve") || !mut.f.startsWith(GROUP)) return undefined;
  const names = typeof mut.new === "object" && mut.new !== null ? Object.keys(mut.new) : [];
  const isForeign = names.some((f) => {
    const field = fieldOf(mut.t, f);
    return field !== undefined && field.group !== mut.f.slice(GROUP.length);
  });
  return isForeign ? "field-unknown" : undefined;
};

/** What speaks against a change whichever dictionary it was written by. */
const lastingObjection = (mut: Mut, acting: Acting): Objection => {
  if (acting.state !== undefined && isDestroyed(acting.state)) return "destroyed";
  if (mut.k === "step")
    return stepOf(mut.t, mut.step) === undefined
      ? unnamedObjection(mut, acting)
      : lastingStepObjection(mut, acting);
  const kept = "f" in mut ? (policyObjection(mut) ?? groupObjection(mut)) : undefined;
  if (kept !== undefined) return kept;
  if (mut.k === "resolve") return closingObjection(mut, acting);
  const isWrite = mut.k === "put" || mut.k === "number";
  if (isWrite && closesConflict(acting, mut.f, mut.sup)) return "field-in-conflict";
  return mut.k === "number" ? grantObjection(mut, acting) : undefined;
};

/** Objections that a newer dictionary may not have. */
const OF_A_DICTIONARY: ReadonlySet<Objection> = new Set(["field-unknown", "value-invalid"]);

/** What is left of an objection to an op whose dictionary is newer; undefined when it is let pass. */
export const newerObjection = (mut: Mut, objection: Objection, acting: Acting): Objection => {
  if (mut.k === "purge") return objection;
  const isUnnamed = mut.k === "step" && stepOf(mut.t, mut.step) === undefined;
  if (!OF_A_DICTIONARY.has(objection) && !isUnnamed) return objection;
  return lastingObjection(mut, acting) ?? (mayBeLater(mut) ? undefined : "value-invalid");
};
