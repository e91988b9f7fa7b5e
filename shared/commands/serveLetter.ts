import { rowSchema } from "../dictionary/field.ts";
import { SERVICE } from "../dictionary/issued.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { dayOf, isInstant } from "../kernel/instant.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import type { Draft } from "../ops/draft.ts";
import type { RecordView } from "../ops/view.ts";
import { stepAllowed, stepOf } from "../workflow/steps.ts";
import { isFiled, mayWrite } from "../workflow/writers.ts";
import type { Command } from "./command.ts";
import { undisputed } from "./numberContested.ts";
import type { Scene } from "./scene.ts";
import { firstMissing, takeStep } from "./takeStep.ts";

/** The step by which a letter's service is recorded, and the fact in which the law's period starts. */
export type ServingStep = { readonly step: string; readonly fact: string };

/** One service: the row of `services`, and the steps of which the first that is due is taken with it. */
export type ServiceInput = {
  readonly row: { readonly [f: string]: Json };
  readonly serves: readonly ServingStep[];
};

const SOURCE = "《刑事诉讼法》第107条（参照）";
/** Somebody takes these from a hand; the others arrive, are left, or are published. */
const HANDED_OVER: ReadonlySet<Json | undefined> = new Set(["DIRECT", "ORGAN"]);

const missingIn = (row: ServiceInput["row"]): string | undefined => {
  const needed = [
    "pdfHash",
    "servedOn",
    "method",
    ...(HANDED_OVER.has(row.method) && row.isRefused !== true ? ["receiver", "relation"] : []),
    ...(row.isRefused === true || row.method === "LEFT" ? ["witness"] : []),
  ];
  return needed.find((f) => row[f] === undefined || row[f] === null || row[f] === "");
};

type Issued = { readonly [f: string]: Json | undefined };

const copyServed = (view: RecordView, pdfHash: Json | undefined): Issued | undefined =>
  ((view.facts.letters ?? []) as readonly Issued[]).find((copy) => copy.pdfHash === pdfHash);

/** Whether the row can be true: it fits its fields, names an issued copy, and lies between issue and today. */
const fitting = (view: RecordView, row: ServiceInput["row"], { now }: Scene): Result<void> => {
  if (!rowSchema(SERVICE).safeParse(row).success) return refuse("value-invalid", SOURCE, "services");
  const missing = missingIn(row);
  if (missing !== undefined) return refuse("facts-missing", SOURCE, missing);
  const issuedAt = copyServed(view, row.pdfHash)?.issuedAt;
  if (!isInstant(issuedAt)) return refuse("value-invalid", SOURCE, "pdfHash");
  const on = String(row.servedOn);
  return on < dayOf(issuedAt) || on > dayOf(now)
    ? refuse("value-invalid", SOURCE, "servedOn")
    : done(undefined);
};

/** The step to take along: the first whose stage and facts are there. Nothing where the service was recorded before. */
const stepDrafts = (
  view: RecordView,
  { row, serves }: ServiceInput,
  scene: Scene,
): Result<readonly Draft[]> => {
  for (const { step, fact } of serves) {
    const rule = stepOf(view.t, step);
    if (rule === undefined) return refuse("version-unknown", undefined, step);
    const facts = { [fact]: row.servedOn ?? null };
    const allowed = stepAllowed(rule, view, scene.actor.roles);
    const isDue = allowed.ok || allowed.refusal.code === "role-forbids";
    if (isDue && firstMissing(rule, { ...view.facts, ...facts }) === undefined)
      return takeStep(view, { step, facts }, scene);
  }
  return done([]);
};

/**
 * Records that an issued letter was served, and with it the step in which the law's period starts. Refused while the
 * record is contested or filed or shares its number, for a letter that was never issued, a day before its issue or after today, a refusal
 * without a witness, and where the step is another role's.
 */
export const serveLetter: Command<ServiceInput> = (view, input, scene) => {
  if (!mayWrite(view.t, scene.actor.roles)) return refuse("role-forbids");
  const settled = undisputed(view, scene);
  if (!settled.ok) return settled;
  if (isFiled(view)) return refuse("filed", "《档案法》第14条", "services");
  const fits = fitting(view, input.row, scene);
  if (!fits.ok) return fits;
  const step = stepDrafts(view, input, scene);
  if (!step.ok) return step;
  return done([{ k: "append", t: view.t, id: view.id, f: "services", v: input.row }, ...step.value]);
};
