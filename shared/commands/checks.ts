import type { AidFacts } from "../dictionary/aidFile.ts";
import { type Day, isDay } from "../kernel/day.ts";
import { dayOf, isInstant } from "../kernel/instant.ts";
import type { Refusal } from "../kernel/refusals.ts";
import { type Result, refuse } from "../kernel/result.ts";
import { NOT_BEFORE } from "../law/dateOrder.ts";
import { qualificationOf } from "../law/qualification.ts";
import { mayAsk } from "../law/questions.ts";
import { sourceText } from "../law/sources.ts";
import { trackFault } from "../law/trackProof.ts";
import { refuseBlocked } from "../law/validations.ts";
import { opensOn } from "../law/waitsFor.ts";
import type { RecordView } from "../ops/view.ts";
import type { CheckName, StepRule } from "../workflow/stepRule.ts";
import { type Check, fine, type Grounds, isLater, refuseIf, type Taking } from "./check.ts";
import { COURSE_CHECKS } from "./courseChecks.ts";
import { RECORD_CHECKS } from "./recordChecks.ts";
import type { Scene } from "./scene.ts";

const factsOf = (view: RecordView): AidFacts => view.facts as AidFacts;

/** Facts that name a day to come, and so may lie in the future. */
const AHEAD: ReadonlySet<string> = new Set(["supplementDueOn", "appointmentAt"]);

const dayIn = (v: unknown): Day | undefined => (isDay(v) || isInstant(v) ? dayOf(v) : undefined);

/** A date that the step records on a day before what it answers, such as a service before the decision. */
const tooEarly = ({ before, after, rule }: Taking): string | undefined =>
  rule.owns.find((f) => {
    const on = dayIn(after.facts[f]);
    const isNew = on !== undefined && after.facts[f] !== before.facts[f];
    return isNew && (NOT_BEFORE[f] ?? []).some((earlier) => (dayIn(after.facts[earlier]) ?? on) > on);
  });

/** V03: what a step records can lie neither in the future nor before the document or act it answers. */
const inTime: Check = (taking) => {
  const { after, rule, scene } = taking;
  const late = rule.owns.find((f) => !AHEAD.has(f) && isLater(after.facts[f], scene));
  if (late !== undefined) return refuse("in-future", "V03", late);
  const early = tooEarly(taking);
  if (early !== undefined) return refuse("before-document", "V03", early);
  const { noticeLetterOn, noticeReceivedAt } = factsOf(after);
  if (!rule.owns.includes("noticeReceivedAt") || noticeLetterOn === undefined) return fine;
  const isEarly = noticeReceivedAt !== undefined && dayOf(noticeReceivedAt) < noticeLetterOn;
  return refuseIf(isEarly, ["before-document", "V03", "noticeReceivedAt"]);
};

/** Rules about the person; the other numbers are about interests. */
const FITNESS: ReadonlySet<string> = new Set(["Q1", "Q2", "Q3", "Q12"]);

/** Q1–Q16 over the person chosen (V10, V11, V12): the first rule that forbids; warnings must be answered in writing. */
const qualified: Check = ({ after, scene }) => {
  const chosen = scene.law.assignment;
  if (chosen === undefined || chosen.candidate.id !== after.facts.lawyerId || !chosen.context.isSearched)
    return refuse("conflict-of-interest", "《律师法》第39条；内部工作规则", "Q16");
  const findings = qualificationOf({
    facts: factsOf(after),
    lawyer: chosen.candidate,
    context: chosen.context,
  });
  const block = findings.find(({ kind }) => kind === "block");
  if (block !== undefined)
    return refuse(
      FITNESS.has(block.rule) ? "qualification" : "conflict-of-interest",
      sourceText(block.source),
      block.rule,
    );
  const isWarned = findings.some(({ kind }) => kind === "warn");
  return refuseIf(isWarned && !after.facts.assignWarnings, [
    "reason-required",
    "《律师法》第39条；内部工作规则",
    "assignWarnings",
  ]);
};

/** A row of the catalogue of machine rules, asked about the record as it will be. */
const rule =
  (id: string): Check =>
  ({ after, scene }) =>
    refuseBlocked({ facts: factsOf(after), now: scene.now, ...scene.law, assignment: [] }, [id]);

/** V09 asks about the record as it was: an earlier notice, and whether this one names new facts. */
const asksOnce: Check = ({ before, after, scene }) => {
  const { supplementNewFacts: earlier, ...facts } = factsOf(before);
  const { supplementNewFacts: now } = factsOf(after);
  const isNew = now !== undefined && now !== earlier;
  const asked = { ...facts, ...(isNew && { supplementNewFacts: now }) };
  return refuseBlocked({ facts: asked, now: scene.now, ...scene.law, assignment: [], asksSupplement: true }, [
    "V09",
  ]);
};

/** The applicant's time to supply materials is over (legal day, roll-over included). */
const supplementOver: Check = ({ before, scene }) => {
  const opens = opensOn("supplementOver", factsOf(before), scene.law);
  const isOpen = opens === null || dayOf(scene.now) < opens;
  return refuseIf(isOpen, ["stage-forbids", "《法律援助法》第43条第2款", "supplementDueOn"]);
};

const must =
  (f: string, grounds: Grounds): Check =>
  ({ after }) =>
    refuseIf(after.facts[f] !== true, grounds);
const mustNotBe =
  (f: string, v: string, grounds: Grounds): Check =>
  ({ after }) =>
    refuseIf(after.facts[f] === v, grounds);

/** Every named check of the step tables: what must hold, the refusal, and the rule it rests on. */
// biome-ignore format: a table is read by columns
const CHECKS: Readonly<Record<CheckName, Check>> = {
  V01: rule("V01"), V02: rule("V02"), V04: rule("V04"), V06: rule("V06"), V07: rule("V07"), V08: rule("V08"),
  V23: rule("V23"), V28: rule("V28"),
  V03: inTime,
  V05: ({ before, scene }) => refuseIf(before.facts.examinerId === scene.actor.id, ["same-person", "V05（审查与审批分离）", "examinerId"]),
  V09: asksOnce,
  qualified,
  supplementOver,
  trackProved: ({ after }) => {
    const fault = trackFault(factsOf(after));
    return fault === null ? fine : refuse(fault.code, sourceText(fault.source), fault.fact);
  },
  competence:       mustNotBe("competence", "NOT_COMPETENT", ["not-competent", "《法律援助法》第38条", "competence"]),
  notSecret:        mustNotBe("sensitivity", "SECRET", ["secret-case", "《法律援助法》第21条", "sensitivity"]),
  recusal:          must("recusalChecked", ["recusal", "内部工作规则：不相容岗位分离", "recusalChecked"]),
  toldRightToApply: must("toldRightToApply", ["facts-missing", "《法律援助法》第23条", "toldRightToApply"]),
  noDefender:       must("noDefenderConfirmed", ["facts-missing", "《法律援助法》第27条", "noDefenderConfirmed"]),
  ...COURSE_CHECKS,
  ...RECORD_CHECKS,
  noMeansTest: ({ before }) => {
    const { track } = factsOf(before);
    return track === undefined ? fine : mayAsk("dataQuery", track);
  },
};

/** The person who gave the other signature of the matter may not give this one too. */
const standsApart: Check = ({ before, rule, scene }) => {
  const own = rule.apart?.find((f) => before.facts[f] === scene.actor.id);
  return own === undefined ? fine : refuse("same-person", "内部工作规则：不相容岗位分离", own);
};

/** Checks that look at nothing a person could still state on the form of their step. */
const FORESEEABLE: ReadonlySet<CheckName> = new Set([
  "supplementOver",
  "makeUpOver",
  "noMeansTest",
  "competence",
  "V17",
  "V21",
]);

/** What would refuse a step whatever is stated on its form: known before anybody opens it. */
export const foreseeableRefusal = (view: RecordView, rule: StepRule, scene: Scene): Refusal | null => {
  const names = rule.checks.filter((name) => FORESEEABLE.has(name));
  const checked = runChecks(names, { before: view, after: view, rule, scene });
  return checked.ok ? null : checked.refusal;
};

/** Runs the named checks in order; the first that blocks is the answer. */
export const runChecks = (names: readonly CheckName[], taking: Taking): Result<unknown> => {
  const apart = standsApart(taking);
  if (!apart.ok) return apart;
  for (const name of names) {
    const checked = CHECKS[name](taking);
    if (!checked.ok) return checked;
  }
  return fine;
};
