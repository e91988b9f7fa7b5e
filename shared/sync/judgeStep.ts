import type { AidFacts } from "../dictionary/aidFile.ts";
import { DICTIONARY } from "../dictionary/entities.ts";
import type { BureauFacts } from "../dictionary/registers.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { reviewerObjection } from "../law/independence.ts";
import { pairIdOf } from "../law/onePerson.ts";
import type { StateOf } from "../ops/draft.ts";
import type { FoldOp, Hash, Mut } from "../ops/op.ts";
import { emptyState, type Lane, type RecordState, type StepNode } from "../ops/state.ts";
import { type RecordView, viewOf } from "../ops/view.ts";
import type { Role, StepRule } from "../workflow/stepRule.ts";
import { stepOf } from "../workflow/steps.ts";
import { factsObjection, type Objection } from "./judgeValue.ts";

/** A step as an op takes it. */
export type Step = Extract<Mut, { k: "step" }>;

/** Who acts, with which roles, on which record as the book stood before the op, and every step of this op on it. */
export type Acting = {
  readonly actor: string;
  readonly roles: readonly Role[];
  readonly state: RecordState | undefined;
  readonly steps: readonly Step[];
  readonly op: FoldOp;
  readonly bureau: string;
  readonly stateOf: StateOf;
};

const factsOf = (state: RecordState | undefined): RecordView["facts"] =>
  state === undefined ? {} : viewOf(state).facts;

/** What the record says once this op is in the book: as it stood, and everything the op itself brings. */
const factsAfter = ({ state, steps, op }: Acting, { t, id }: Step): RecordView["facts"] => ({
  ...factsOf(state),
  ...Object.fromEntries(
    op.muts.flatMap((mut): (readonly [string, Json])[] => {
      if (mut.t !== t || mut.id !== id) return [];
      if (mut.k === "number") return [[mut.f, mut.text]];
      if (mut.k === "add" || mut.k === "append") return [[mut.f, [mut.v]]];
      if (mut.k !== "put") return [];
      return mut.f.startsWith("#") && mut.new !== null ? Object.entries(mut.new) : [[mut.f, mut.new]];
    }),
  ),
  ...Object.assign({}, ...steps.map(({ facts }) => facts)),
});

const isEmpty = (v: Json | undefined): boolean =>
  v === undefined || v === null || v === "" || (Array.isArray(v) && v.length === 0);

/**
 * Needed facts are known, for ops of the same dictionary: an older desk knew fewer of them and was right to go on (F56).
 */
const needsObjection = (rule: StepRule, after: RecordView["facts"], { op }: Acting): Objection =>
  op.header.schema === DICTIONARY && rule.needs.some((f) => isEmpty(after[f])) ? "facts-missing" : undefined;

/** Who examines says that no interest stands in the way; who reviews sat at no earlier desk of the matter (法律援助法第四十九条). */
const independenceObjection = (rule: StepRule, after: RecordView["facts"], acting: Acting): Objection => {
  if (rule.checks.includes("recusal") && after.recusalChecked !== true) return "recusal";
  if (!rule.checks.includes("independentReviewer")) return undefined;
  const { actor, bureau, stateOf } = acting;
  const file = stateOf("aidFile", String(after.fileId ?? ""));
  if (file === undefined) return "not-found";
  return reviewerObjection({
    reviewerId: actor,
    file: factsOf(file) as AidFacts,
    bureau: factsOf(stateOf("bureau", bureau)) as BureauFacts,
    sectionOf: (id) => String(factsOf(stateOf("staff", id)).section ?? ""),
  });
};

/** A finding about two files stands in the record of these two: what is found twice must meet itself. */
const pairObjection = ({ checks }: StepRule, { id }: Step, after: RecordView["facts"]): Objection => {
  if (!checks.includes("pairFits")) return undefined;
  const { fileId = "", otherFileId = "" } = after;
  const isPair = fileId !== otherFileId && pairIdOf(String(fileId), String(otherFileId)) === id;
  return isPair ? undefined : "value-invalid";
};

const laneOf = (state: RecordState | undefined, name: string): Lane | undefined => {
  const { lanes } = state ?? emptyState("", "");
  return Object.hasOwn(lanes, name) ? lanes[name] : undefined;
};

const lineTo = (lane: Lane | undefined, h: Hash | ""): readonly StepNode[] => {
  const node = lane?.nodes.find((one) => one.h === h);
  return node === undefined ? [] : [node, ...lineTo(lane, node.prev)];
};

/** A step follows none or one, which led to where it says to begin. */
export const followsObjection = (mut: Step, { state }: Acting): Objection => {
  const before = laneOf(state, mut.lane)?.nodes.find(({ h }) => h === mut.sup[0]);
  if (mut.sup.length > 1 || (mut.sup.length === 1 && before === undefined)) return "stage-forbids";
  return (before?.to ?? "") === mut.from ? undefined : "stage-forbids";
};

/**
 * A step is measured by the step it names, not by where the lane stands now: a decision made offline on a true stage is
 * kept as contested, not refused.
 */
const stageObjection = (rule: StepRule, mut: Step, acting: Acting): Objection => {
  const { state, steps } = acting;
  const follows = followsObjection(mut, acting);
  if (follows !== undefined) return follows;
  if (!rule.from.includes(mut.from) || rule.to !== mut.to) return "stage-forbids";
  const stood = rule.requires.some(([lane, stages]) =>
    [...(laneOf(state, lane)?.nodes ?? []), ...steps.filter((step) => step.lane === lane)].some(({ to }) =>
      stages.includes(to),
    ),
  );
  return rule.requires.length === 0 || stood ? undefined : "stage-forbids";
};

/** Step and the facts it owns travel together; nothing else may ride along, and fixed facts are what the table says. */
const ownedObjection = (rule: StepRule, mut: Step, actor: string): Objection => {
  const sets: Readonly<Record<string, Json>> = rule.sets ?? {};
  const owned = new Set([...rule.owns, ...Object.keys(sets)]);
  if (Object.keys(mut.facts).some((f) => !owned.has(f))) return "fact-owned";
  if (Object.entries(sets).some(([f, v]) => mut.facts[f] !== v)) return "value-invalid";
  return rule.actorIn !== undefined && mut.facts[rule.actorIn] !== actor ? "role-forbids" : undefined;
};

/**
 * Two signatures are two persons': whoever examined the application does not decide it (V05, 《法律援助文书格式》格式十六),
 * and the facts a rule sets `apart` name nobody who acts now.
 */
const dutiesObjection = (rule: StepRule, mut: Step, { state, actor }: Acting): Objection => {
  const apart = [...(rule.checks.includes("V05") ? ["examinerId"] : []), ...(rule.apart ?? [])];
  const line = lineTo(laneOf(state, mut.lane), mut.sup[0] ?? "");
  const signed = apart.map((f) => line.map(({ facts }) => facts[f]).find((id) => id !== undefined));
  return signed.includes(actor) ? "same-person" : undefined;
};

const objectionTo = (mut: Step, acting: Acting, values: () => Objection): Objection => {
  const rule = stepOf(mut.t, mut.step);
  if (rule === undefined || rule.lane !== mut.lane) return "stage-forbids";
  if (!rule.by.some((role) => acting.roles.includes(role))) return "role-forbids";
  const after = factsAfter(acting, mut);
  return (
    stageObjection(rule, mut, acting) ??
    ownedObjection(rule, mut, acting.actor) ??
    values() ??
    dutiesObjection(rule, mut, acting) ??
    independenceObjection(rule, after, acting) ??
    pairObjection(rule, mut, after) ??
    needsObjection(rule, after, acting)
  );
};

/** What speaks against a step. A step this version does not know is judged by its caller. */
export const stepObjection = (mut: Step, acting: Acting): Objection =>
  objectionTo(mut, acting, () => factsObjection(mut.t, mut.facts));

/** The same, whatever the values of its facts are: a newer dictionary may know other ones. */
export const lastingStepObjection = (mut: Step, acting: Acting): Objection =>
  objectionTo(mut, acting, () => undefined);
