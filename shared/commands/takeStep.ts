import { fieldOf } from "../dictionary/entities.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import type { Draft } from "../ops/draft.ts";
import type { RecordView } from "../ops/view.ts";
import type { StepRule } from "../workflow/stepRule.ts";
import { stepAllowed, stepOf } from "../workflow/steps.ts";
import { runChecks } from "./checks.ts";
import type { Command } from "./command.ts";
import type { Scene } from "./scene.ts";

const isEmpty = (v: Json | undefined): boolean =>
  v === undefined || v === null || v === "" || (Array.isArray(v) && v.length === 0);

/** A step by name, and the facts it owns as the person states them. */
export type StepInput = { readonly step: string; readonly facts: { readonly [f: string]: Json } };

/** The step's own facts: as stated, then the moment and the actor where the rule stamps them, then what it fixes. */
const ownedBy = (rule: StepRule, stated: StepInput["facts"], { actor, now }: Scene): StepInput["facts"] => ({
  ...(rule.nowIn !== undefined && { [rule.nowIn]: now }),
  ...stated,
  ...(rule.actorIn !== undefined && { [rule.actorIn]: actor.id }),
  ...rule.sets,
});

/** What the step takes over from the records it looked up; what is not known there stays unknown here. */
const copiedBy = ({ copies = {} }: StepRule, { law: { related = {} } }: Scene): StepInput["facts"] =>
  Object.fromEntries(
    Object.entries(copies).flatMap(([own, [f, theirs]]): [string, Json][] => {
      const value = related[f]?.facts[theirs];
      return value === undefined ? [] : [[own, value]];
    }),
  );

/** What the step replaces and keeps: nothing where it is taken for the first time. */
const keptBy = ({ keeps }: StepRule, { facts }: RecordView): StepInput["facts"] => {
  const parts = keeps?.of.map((f) => facts[f]) ?? [];
  if (keeps === undefined || parts.some(isEmpty)) return {};
  const earlier = facts[keeps.into];
  return { [keeps.into]: [...(isEmpty(earlier) ? [] : [earlier]), parts.join("/")].join(";") };
};

const fits = (view: RecordView, rule: StepRule, facts: StepInput["facts"]): Result<void> => {
  const allowed = new Set([...rule.owns, ...Object.keys(rule.sets ?? {})]);
  for (const f of [rule.keeps?.into, ...Object.keys(rule.copies ?? {})]) allowed.delete(f ?? "");
  for (const [f, v] of Object.entries(facts)) {
    if (!allowed.has(f)) return refuse("fact-owned", rule.source, f);
    const field = fieldOf(view.t, f);
    if (field === undefined) return refuse("field-unknown", undefined, f);
    if (!field.schema.safeParse(v).success) return refuse("value-invalid", field.source ?? rule.source, f);
  }
  return done(undefined);
};

/** The first needed fact that is still unknown, or undefined. */
export const firstMissing = (rule: StepRule, facts: StepInput["facts"]): string | undefined =>
  rule.needs.find((f) => isEmpty(facts[f]));

/** A step with its rule and everything it will record. */
type Taken = { readonly step: string; readonly rule: StepRule; readonly facts: StepInput["facts"] };

const draftOf = (view: RecordView, { step, rule, facts }: Taken): Draft => ({
  k: "step",
  t: view.t,
  id: view.id,
  lane: rule.lane,
  step,
  from: view.stages[rule.lane] ?? "",
  to: rule.to,
  outcome: Object.fromEntries(
    rule.outcome.flatMap((f) => (facts[f] === undefined ? [] : [[f, facts[f] as Json]])),
  ),
  facts,
});

/** The view as it will be once the step is taken: what needs, checks and letters look at. */
export const afterStep = (view: RecordView, rule: StepRule, facts: StepInput["facts"]): RecordView => ({
  ...view,
  facts: { ...view.facts, ...facts },
  stages: { ...view.stages, [rule.lane]: rule.to },
});

const alongDraft = (view: RecordView, rule: StepRule, scene: Scene): readonly Draft[] => {
  const other = rule.along === undefined ? undefined : stepOf(view.t, rule.along);
  if (rule.along === undefined || other === undefined || !stepAllowed(other, view, scene.actor.roles).ok)
    return [];
  return [draftOf(view, { step: rule.along, rule: other, facts: ownedBy(other, {}, scene) })];
};

/**
 * Takes a step of a record's procedure and records the facts that belong to it, all in one op. Refused, with the
 * article, when stage, role or another lane forbids it, a needed fact is unknown, a value does not fit, or one of the
 * step's machine checks (V01–V28) blocks.
 */
export const takeStep: Command<StepInput> = (view, { step, facts }, scene) => {
  const rule = stepOf(view.t, step);
  if (rule === undefined) return refuse("version-unknown", undefined, step);
  const allowed = stepAllowed(rule, view, scene.actor.roles);
  if (!allowed.ok) return allowed;
  const fitting = fits(view, rule, facts);
  if (!fitting.ok) return fitting;
  const owned = { ...ownedBy(rule, facts, scene), ...copiedBy(rule, scene), ...keptBy(rule, view) };
  const after = afterStep(view, rule, owned);
  const missing = firstMissing(rule, after.facts);
  if (missing !== undefined) return refuse("facts-missing", rule.source, missing);
  const checked = runChecks(rule.checks, { before: view, after, rule, scene });
  if (!checked.ok) return checked;
  return done([draftOf(view, { step, rule, facts: owned }), ...alongDraft(after, rule, scene)]);
};
