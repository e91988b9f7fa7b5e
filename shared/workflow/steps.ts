import type { EntityType } from "../dictionary/entities.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import type { RecordView } from "../ops/view.ts";
import { AID_STEPS } from "./aidSteps.ts";
import { ARCHIVE_STEPS } from "./archiveSteps.ts";
import { CLOSING_STEPS } from "./closingSteps.ts";
import { COMPLAINT_STEPS, QUALITY_STEPS } from "./complaintSteps.ts";
import { CONSULTATION_STEPS } from "./consultationSteps.ts";
import { DUTY_REQUEST_STEPS, DUTY_SERVICE_STEPS, DUTY_SHIFT_STEPS } from "./dutySteps.ts";
import { DONATION_STEPS, FUND_STEPS, SUBSIDY_STEPS } from "./fundSteps.ts";
import { HANDLING_STEPS } from "./handlingSteps.ts";
import { NUMBER_STEPS } from "./numberSteps.ts";
import { OBJECTION_STEPS } from "./objectionSteps.ts";
import { PENALTY_STEPS } from "./penaltySteps.ts";
import { AGENCY_STEPS, EXPORT_STEPS, LOOK_STEPS } from "./privacySteps.ts";
import { REFUSAL_STEPS } from "./refusalSteps.ts";
import { REPLACEMENT_STEPS } from "./replacementSteps.ts";
import { SAME_PERSON_STEPS } from "./samePersonSteps.ts";
import { STAT_STEPS } from "./statSteps.ts";
import type { Role, StepRule, StepTable } from "./stepRule.ts";
import { TEMPLATE_STEPS } from "./templateSteps.ts";
import { COOPERATION_STEPS, TRANSFER_STEPS, VERIFICATION_STEPS } from "./transferSteps.ts";
import { isFiled, mayWrite } from "./writers.ts";

/** The procedures, by kind of record. Registers have none: they are only written to. */
export const STEP_TABLES: Partial<Readonly<Record<EntityType, StepTable>>> = {
  aidFile: { ...AID_STEPS, ...HANDLING_STEPS, ...REFUSAL_STEPS, ...REPLACEMENT_STEPS, ...CLOSING_STEPS },
  consultation: CONSULTATION_STEPS,
  objection: OBJECTION_STEPS,
  transfer: TRANSFER_STEPS,
  cooperation: COOPERATION_STEPS,
  verification: VERIFICATION_STEPS,
  penaltyLead: PENALTY_STEPS,
  dutyShift: DUTY_SHIFT_STEPS,
  dutyRequest: DUTY_REQUEST_STEPS,
  dutyService: DUTY_SERVICE_STEPS,
  complaint: COMPLAINT_STEPS,
  quality: QUALITY_STEPS,
  subsidyClaim: SUBSIDY_STEPS,
  fundEntry: FUND_STEPS,
  donation: DONATION_STEPS,
  archiveFile: ARCHIVE_STEPS,
  numberVoid: NUMBER_STEPS,
  look: LOOK_STEPS,
  exportApproval: EXPORT_STEPS,
  bureau: AGENCY_STEPS,
  samePerson: SAME_PERSON_STEPS,
  statPeriod: STAT_STEPS,
  template: TEMPLATE_STEPS,
};

/** The steps of a kind of record; empty for registers and for kinds this version does not know. */
export const stepsOf = (t: string): StepTable =>
  Object.hasOwn(STEP_TABLES, t) ? (STEP_TABLES[t as EntityType] ?? {}) : {};

/** One step's rule, or undefined when this version has no such step. */
export const stepOf = (t: string, step: string): StepRule | undefined => {
  const table = stepsOf(t);
  return Object.hasOwn(table, step) ? table[step] : undefined;
};

/** The facts of a kind of record that only steps may record. */
export const ownedFacts = (t: string): ReadonlySet<string> =>
  new Set(Object.values(stepsOf(t)).flatMap((rule) => [...rule.owns, ...Object.keys(rule.sets ?? {})]));

/** Whether `role holders` may take `rule` as things stand; if not, the first reason why not, with its article. */
export const stepAllowed = (rule: StepRule, view: RecordView, roles: readonly Role[]): Result<StepRule> => {
  const stage = view.stages[rule.lane] ?? "";
  // what rests on a contested procedure stops with it, until a person has resolved it (I17, F61)
  const rests = new Set([rule.lane, ...rule.requires.map(([lane]) => lane)]);
  const contested = view.contested.find(({ lane }) => rests.has(lane));
  if (contested !== undefined) return refuse("contested", rule.source, contested.lane);
  if (isFiled(view, rule.lane)) return refuse("filed", rule.source, rule.lane);
  if (!rule.from.includes(stage)) return refuse("stage-forbids", rule.source, rule.lane);
  const stands = rule.requires.some(([lane, stages]) => stages.includes(view.stages[lane] ?? ""));
  if (rule.requires.length > 0 && !stands) return refuse("stage-forbids", rule.source, rule.requires[0]?.[0]);
  if (!rule.by.some((role) => roles.includes(role))) return refuse("role-forbids", rule.source);
  return done(rule);
};

/** Every step of the record with whether it may be taken now: what the buttons of a case page show. */
export const stepsFrom = (
  view: RecordView,
  roles: readonly Role[],
): readonly { readonly name: string; readonly rule: StepRule; readonly allowed: Result<StepRule> }[] =>
  Object.entries(stepsOf(view.t)).map(([name, rule]) => ({
    name,
    rule,
    allowed: stepAllowed(rule, view, roles),
  }));

/** Whether somebody with `roles` may begin a record of kind `t`: with its first free fact, or with its first step. */
export const mayStart = (t: EntityType, roles: readonly Role[]): boolean =>
  mayWrite(t, roles) ||
  Object.values(stepsOf(t)).some(
    ({ from, by }) => from.includes("") && by.some((role) => roles.includes(role)),
  );
