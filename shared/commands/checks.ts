import type { AidFacts } from "../dictionary/aidFile.ts";
import type { BureauFacts } from "../dictionary/registers.ts";
import { isInstant, dayOf } from "../kernel/instant.ts";
import { isDay } from "../kernel/day.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import type { RefusalCode } from "../kernel/refusals.ts";
import type { RecordView } from "../ops/view.ts";
import type { Calendar } from "../law/calendar.ts";
import { clocksOf } from "../law/clocksOf.ts";
import type { Parameters } from "../law/parameters.ts";
import { type AssignmentContext, type Candidate, qualificationOf } from "../law/qualification.ts";
import { mayAsk } from "../law/questions.ts";
import { sourceText } from "../law/sources.ts";
import { VALIDATIONS } from "../law/validations.ts";
import type { CheckName, StepRule } from "../workflow/stepRule.ts";
import type { Scene } from "./command.ts";

/** What the checks of a command may look at besides the record: loaded by whoever performs it. */
export type CheckContext = {
  readonly calendar: Calendar;
  readonly parameters: Parameters;
  readonly bureau: BureauFacts;
  /** For an assignment: the person chosen, with everything the conflict search found. Absent elsewhere. */
  readonly assignment?: { readonly candidate: Candidate; readonly context: AssignmentContext };
};

/** A step about to be taken: the record before and after it. */
export type Taking = { readonly before: RecordView; readonly after: RecordView; readonly rule: StepRule; readonly scene: Scene };

type Check = (taking: Taking) => Result<void>;

const fine = done(undefined);
const no = (holds: boolean, code: RefusalCode, source: string, detail?: string): Result<void> =>
  holds ? refuse(code, source, detail) : fine;
const factsOf = (view: RecordView): AidFacts => view.facts as AidFacts;
/** The acting person's own clock, to the minute; a day is in the future from the next midnight. */
const isLater = (moment: unknown, { now }: Scene): boolean =>
  isInstant(moment) ? moment > now : isDay(moment) && moment > dayOf(now);

/** V03: what a step records cannot lie in the future, nor before the document it answers. */
const inTime: Check = ({ after, rule, scene }) => {
  const late = rule.owns.find((f) => f !== "supplementDueOn" && f !== "appointmentAt" && isLater(after.facts[f], scene));
  if (late !== undefined) return refuse("in-future", "V03", late);
  const { noticeLetterOn, noticeReceivedAt } = factsOf(after);
  const early = noticeLetterOn !== undefined && noticeReceivedAt !== undefined && dayOf(noticeReceivedAt) < noticeLetterOn;
  return no(early && rule.owns.includes("noticeReceivedAt"), "before-document", "V03", "noticeReceivedAt");
};

/** Q1–Q16 over the person chosen (V10, V11, V12): the first rule that forbids, by number; warnings must have been answered in writing. */
const fitToAct: Check = ({ after, scene }) => {
  const chosen = scene.law.assignment;
  if (chosen === undefined || chosen.candidate.id !== after.facts.lawyerId || !chosen.context.isSearched)
    return refuse("conflict-of-interest", "《办理法律援助案件程序规定》第25条", "Q16");
  const findings = qualificationOf({ facts: factsOf(after), lawyer: chosen.candidate, context: chosen.context });
  const block = findings.find(({ kind }) => kind === "block");
  const source = (block?.source ?? []).map((each) => sourceText(each, "zh")).join("；");
  const FITNESS = ["Q1", "Q2", "Q3", "Q12"];
  if (block !== undefined)
    return refuse(FITNESS.includes(block.rule) ? "qualification" : "conflict-of-interest", source, block.rule);
  const warned = findings.some(({ kind }) => kind === "warn");
  return no(warned && !after.facts.assignWarnings, "reason-required", "Q10–Q15", "assignWarnings");
};

const validation = (id: keyof typeof VALIDATIONS): Check => ({ after, before, scene }) => {
  const row = VALIDATIONS[id];
  const finding = row.check({ facts: factsOf(after), before: factsOf(before), now: scene.now, parameters: scene.law.parameters, calendar: scene.law.calendar });
  return finding === null ? fine : refuse(finding.code, sourceText(row.source, "zh"), finding.field ?? id);
};

/** Every named check of the step tables: what must hold, the refusal, and the rule it rests on. */
const CHECKS: Readonly<Record<CheckName, Check>> = {
  V01: validation("V01"),
  V02: validation("V02"),
  V03: inTime,
  V04: validation("V04"),
  V05: ({ before, scene }) => no(before.facts.examinerId === scene.actor.id, "same-person", "V05（§1.3）", "examinerId"),
  V06: validation("V06"),
  V07: validation("V07"),
  V08: validation("V08"),
  V09: validation("V09"),
  V23: validation("V23"),
  V28: validation("V28"),
  qualified: fitToAct,
  competence: ({ after }) => no(after.facts.competence === "NOT_COMPETENT", "not-competent", "《法律援助法》第38条", "competence"),
  recusal: ({ after }) => no(after.facts.recusalChecked !== true, "recusal", "§1.3", "recusalChecked"),
  toldRightToApply: ({ after }) => no(after.facts.toldRightToApply !== true, "facts-missing", "《法律援助法》第23条", "toldRightToApply"),
  notSecret: ({ after }) => no(after.facts.sensitivity === "SECRET", "secret-case", "《法律援助法》第21条", "sensitivity"),
  noDefender: ({ after }) => no(after.facts.noDefenderConfirmed !== true, "facts-missing", "《法律援助法》第27条", "noDefenderConfirmed"),
  noMeansTest: ({ before }) => {
    const track = factsOf(before).track;
    const asked = track === undefined ? fine : mayAsk("dataQuery", track);
    return asked.ok ? fine : asked;
  },
  supplementOver: ({ before, scene }) => {
    const clock = clocksOf(factsOf(before), scene.law.calendar, scene.law.parameters).find(({ id }) => id === "EXM-SUPPLEMENT-RETURN");
    return no(clock === undefined || dayOf(scene.now) <= (clock.legal ?? clock.hard).slice(0, 10), "stage-forbids", "《法律援助法》第43条第2款", "supplementDueOn");
  },
};

/** Runs the named checks in order; the first that blocks is the answer. */
export const runChecks = (names: readonly CheckName[], taking: Taking): Result<void> => {
  for (const name of names) {
    const checked = CHECKS[name](taking);
    if (!checked.ok) return checked;
  }
  return fine;
};
