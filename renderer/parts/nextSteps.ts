import { foreseeableRefusal } from "../../shared/commands/checks.ts";
import type { AidFacts } from "../../shared/dictionary/aidFile.ts";
import { ROLES } from "../../shared/dictionary/codes/roles.ts";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Label } from "../../shared/dictionary/field.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Day } from "../../shared/kernel/day.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { REFUSALS, type Refusal } from "../../shared/kernel/refusals.ts";
import type { Calendar } from "../../shared/law/calendar.ts";
import type { Parameters } from "../../shared/law/parameters.ts";
import { opensOn, WAITS_FOR } from "../../shared/law/waitsFor.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { stageLabel } from "../../shared/workflow/stages.ts";
import type { Role, StepRule } from "../../shared/workflow/stepRule.ts";
import { ownedFacts, stepsFrom, stepsOf } from "../../shared/workflow/steps.ts";
import { refusedItem } from "../ui/refusalText.ts";

/** One step of the procedure as the case page lists it: open, or closed with the reason a person can act on. */
export type NextStep = { readonly name: string; readonly rule: StepRule; readonly closed: Closed | null };
/**
 * Why not, and under which article. `isLiftable`: the step's own screen can state what would open
 * it again. `waitsFor`: it could be taken now, by somebody with one of these roles. */
export type Closed = {
  readonly why: Label;
  readonly source: string;
  readonly isLiftable?: true;
  readonly waitsFor?: Label;
};

/** Who looks, and where a step may hang on the day or on what the file lacks: when, under which law. */
type Viewer = { readonly id: string; readonly roles: readonly Role[]; readonly at?: Circumstances };
type Circumstances = {
  readonly now: Instant;
  readonly law: { readonly calendar: Calendar; readonly parameters: Parameters };
};

const say = (zh: string, en: string): Label => ({ zh, en });
const joined = (labels: readonly Label[]): Label => ({
  zh: labels.map(({ zh }) => zh).join("、"),
  en: labels.map(({ en }) => en).join(", "),
});

/** Lanes that files of one origin never pass through: their steps would be noise on the page. */
const NOT_OF_ORIGIN: Readonly<Record<string, readonly string[]>> = {
  APPLICATION: ["notice"],
  NOTIFICATION: ["application", "service", "emergency"],
};

const stand = (lane: string, stages: readonly string[]): Label =>
  joined(stages.map((stage) => stageLabel(lane, stage)));

const notYet = ({ lane, from, requires }: StepRule, view: RecordView): Label => {
  const isWrongStage = !from.includes(view.stages[lane] ?? "");
  const needed = isWrongStage
    ? stand(lane, from.length > 1 ? from.filter((stage) => stage !== "") : from)
    : joined(
        requires
          .filter(([other]) => other in view.stages || requires.length === 1)
          .map(([other, stages]) => stand(other, stages)),
      );
  const wanted = needed.zh === "" ? joined(requires.map(([other, stages]) => stand(other, stages))) : needed;
  return say(`须先到达：${wanted.zh}`, `Possible only at: ${wanted.en}`);
};

/** The short form of a role: without its explanation in brackets. */
const shortRole = ({ zh, en }: Label): Label => ({ zh: zh.replace(/[(（][^)）]*[)）]/gu, ""), en });
const rolesOf = ({ by }: StepRule): Label => joined(by.map((role) => shortRole(ROLES[role])));
const needsRole = (rule: StepRule): Label =>
  say(`须由${rolesOf(rule).zh}办理`, `Only for: ${rolesOf(rule).en}`);

const SAME_PERSON = say(
  "您是本案审查人；审查与决定须由两人分别作出（岗位分离）",
  "You examined this file; examination and decision are two persons' work (separation of duties)",
);
const TWO_PERSONS = say(
  "前一环节由您办理；两个环节须由两人分别办理（岗位分离）",
  "You signed the step before; the two are two persons' work (separation of duties)",
);
const ONE_NOTICE = say(
  "补充材料应当一次性告知，已告知过；只有出现新情况才能再次告知",
  "Materials may be asked for only once, and they were; a second notice needs new facts",
);

/** Nobody can enter such facts: the step that records them comes first. */
const stepFirst = (labels: readonly Label[]): Label => {
  const { zh, en } = joined(labels);
  return say(`须先由相应步骤记载：${zh}`, `First another step records: ${en}`);
};

const waitUntil = (on: Day): Label =>
  say(`期限尚未届满，自 ${on} 起可以办理`, `The period still runs; possible from ${on}`);

/** The day on which the step opens where a period holds it back, or undefined. */
const opening = (rule: StepRule, view: RecordView, { law }: Circumstances): Day | null | undefined => {
  const waits = (Object.keys(WAITS_FOR) as (keyof typeof WAITS_FOR)[]).find((name) =>
    rule.checks.includes(name),
  );
  return waits && opensOn(waits, view.facts as AidFacts, law);
};

/** What the step would refuse whatever its form states: a period that still runs, a paper that is not there. */
const refusedAnyway = (
  rule: StepRule,
  view: RecordView,
  { id, roles, at }: Viewer & { readonly at: Circumstances },
): Closed | null => {
  const actor = { id, roles, name: "", section: "" };
  const refusal = foreseeableRefusal(view, rule, { actor, now: at.now, law: { ...at.law, bureau: {} } });
  if (refusal === null) return null;
  const { code, source = rule.source } = refusal;
  const on = opening(rule, view, at);
  if (on !== undefined && on !== null) return { why: waitUntil(on), source };
  const [zh, en] = [refusedItem(refusal, "zh", view.t), refusedItem(refusal, "en", view.t)];
  return { why: say(`${REFUSALS[code].zh}：${zh}`, `${REFUSALS[code].en}: ${en}`), source };
};

/** Reasons that the step itself would refuse with, told before anybody fills in a form. */
const foreseen = (
  { rule, name }: Pick<NextStep, "rule" | "name">,
  view: RecordView,
  viewer: Viewer,
): Closed | null => {
  const facts = view.facts as AidFacts;
  if (rule.checks.includes("V05") && facts.examinerId === viewer.id)
    return { why: SAME_PERSON, source: "V05（审查与审批分离）" };
  if (rule.apart?.some((name) => view.facts[name] === viewer.id))
    return { why: TWO_PERSONS, source: "内部工作规则：不相容岗位分离" };
  const unknown = missingNeeds(rule, view).filter((need) => ownedFacts(view.t).has(need.name));
  if (unknown.length > 0) return { why: stepFirst(unknown.map(({ label }) => label)), source: rule.source };
  if (name === "askForMaterials" && facts.supplementServedOn !== undefined)
    return { why: ONE_NOTICE, source: rule.source, isLiftable: true };
  return viewer.at === undefined ? null : refusedAnyway(rule, view, { ...viewer, at: viewer.at });
};

const closedBy = ({ code, source }: Refusal, rule: StepRule, view: RecordView): Closed => {
  const why =
    code === "stage-forbids"
      ? notYet(rule, view)
      : code === "role-forbids"
        ? needsRole(rule)
        : REFUSALS[code];
  return { why, source: source ?? rule.source, ...(code === "role-forbids" && { waitsFor: rolesOf(rule) }) };
};

/** Past steps are history, not choices: their stage lies behind and no way leads back to it. */
const isPast = (rule: StepRule, view: RecordView): boolean =>
  view.stages[rule.lane] !== undefined && rule.from.every((stage) => stage === "");

/** Every step that concerns this file, open ones first, each closed one with its reason and article. */
export const nextSteps = (view: RecordView, viewer: Viewer): readonly NextStep[] => {
  const origin = String(view.facts.origin ?? "APPLICATION");
  const foreign = NOT_OF_ORIGIN[origin] ?? [];
  const steps = stepsFrom(view, viewer.roles)
    .filter(({ rule }) => !foreign.includes(rule.lane) && !isPast(rule, view))
    .map(({ name, rule, allowed }) => ({
      name,
      rule,
      closed: allowed.ok ? foreseen({ rule, name }, view, viewer) : closedBy(allowed.refusal, rule, view),
    }));
  return [...steps.filter(({ closed }) => closed === null), ...steps.filter(({ closed }) => closed !== null)];
};

/** Facts that another step of the procedure stamps or asks for: where they are not needed, they are not asked twice. */
const otherwise = (t: string, rule: StepRule): ReadonlySet<string | undefined> =>
  new Set(
    Object.values(stepsOf(t))
      .filter((other) => other.to !== rule.to)
      .flatMap(({ needs, nowIn, actorIn }) => [...needs, nowIn, actorIn]),
  );

/** The facts a person states when taking a step: owned ones that nothing stamps or fixes, in the order asked. */
export const askedFacts = (rule: StepRule, t = "aidFile"): readonly string[] => {
  const { owns, needs, nowIn, actorIn, sets = {}, keeps, copies = {} } = rule;
  const elsewhere = otherwise(t, rule);
  const asked = owns.filter(
    (name) =>
      ![actorIn, nowIn, keeps?.into].includes(name) &&
      !Object.hasOwn(sets, name) &&
      !Object.hasOwn(copies, name),
  );
  const own = asked.filter((name) => !needs.includes(name) && !elsewhere.has(name));
  return [...needs.filter((name) => asked.includes(name)), ...own];
};

/** What the form of a step begins with: whatever of its own facts is known already, from an earlier taking or the free form. */
export const startFacts = (rule: StepRule, view: RecordView): RecordView["facts"] =>
  Object.fromEntries(
    askedFacts(rule, view.t).flatMap((name): [string, Json][] => {
      const value = view.facts[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The labels of facts a step needs and the file does not have, so that the page can say so beforehand. */
export const missingNeeds = (
  { needs, owns }: StepRule,
  view: RecordView,
): readonly { readonly name: string; readonly label: Label }[] =>
  needs
    .filter((name) => !owns.includes(name))
    .filter((name) => {
      const value = view.facts[name];
      return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    })
    .map((name) => ({ name, label: fieldOf(view.t, name)?.label ?? say(name, name) }));
