import { describe, expect, it } from "vitest";
import { askedFacts, nextSteps } from "../../../renderer/parts/nextSteps.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import { ROLES } from "../../../shared/dictionary/codes/roles.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { STAGES } from "../../../shared/workflow/stages.ts";
import type { Role, StepRule } from "../../../shared/workflow/stepRule.ts";
import { STEP_TABLES } from "../../../shared/workflow/steps.ts";
import { APPLICATION_FACTS } from "../../builders/aView.ts";
import { valuesOf } from "../../builders/lawfulFacts.ts";
import { aLaw, anActor, aScene } from "../../builders/scene.ts";
import { LAWFUL, type Lawful, view } from "./lawfulSteps.ts";

/** Late enough for every period that a step waits for. */
const NOW = "2026-06-01T09:00";

const steps = Object.entries(STEP_TABLES).flatMap(([t, table]) =>
  Object.entries(table ?? {}).map(([name, rule]) => [t, name, rule] as const),
);
const stagesOf = (lane: string): readonly string[] => [
  ...new Set(["", ...Object.keys((STAGES as Record<string, object>)[lane] ?? {})]),
];
const lawfulOf = (t: string, name: string): Lawful => LAWFUL[`${t}.${name}`] ?? {};

const standing = (t: string, name: string, rule: StepRule, stage: string): RecordView => {
  const [required] = rule.requires;
  const { id = "record-1", facts = {} } = lawfulOf(t, name);
  return {
    t,
    id,
    facts: {
      ...(t === "aidFile" ? APPLICATION_FACTS : {}),
      ...valuesOf(
        t,
        rule.needs.filter((f) => !rule.owns.includes(f)),
      ),
      ...facts,
    },
    stages: { ...(required && { [required[0]]: required[1][0] ?? "" }), [rule.lane]: stage },
    conflicts: [],
    contested: [],
  };
};

const take = (t: string, name: string, rule: StepRule, stage: string) => {
  const { input = {}, law = {} } = lawfulOf(t, name);
  const asked = rule.needs.filter((f) => askedFacts(rule, t).includes(f));
  return takeStep(
    standing(t, name, rule, stage),
    { step: name, facts: { ...valuesOf(t, asked), ...input } },
    aScene(rule.by[0] ?? "CLERK", NOW, { actor: anActor(rule.by[0] ?? "CLERK"), law: aLaw(law) }),
  );
};

describe("步骤表全走一遍：每个阶段办理每个步骤，表中有的都能办，表中没有的都以代码和依据拒绝", () => {
  const kinds = [...new Set(steps.map(([t]) => t))];

  it.each(kinds)("%s", (kind) => {
    const own = steps.filter(([t]) => t === kind);
    for (const [t, name, rule] of own)
      for (const stage of stagesOf(rule.lane)) {
        const answer = take(t, name, rule, stage);
        const pair = `${name} @ ${stage === "" ? "（未开始）" : stage}`;
        if (rule.from.includes(stage)) {
          expect(answer, pair).toMatchObject({ ok: true });
          const [draft] = answer.ok ? answer.value : [];
          expect(draft, pair).toMatchObject({
            k: "step",
            lane: rule.lane,
            step: name,
            from: stage,
            to: rule.to,
          });
        } else
          expect(answer, pair).toMatchObject({
            ok: false,
            refusal: { code: "stage-forbids", source: rule.source },
          });
      }
  });

  it("counts what it walked", () => {
    const pairs = steps.flatMap(([, , rule]) =>
      stagesOf(rule.lane).map((stage) => rule.from.includes(stage)),
    );
    expect(kinds.length).toBeGreaterThanOrEqual(18);
    expect(steps.length).toBeGreaterThanOrEqual(144);
    expect(pairs.length).toBeGreaterThanOrEqual(890);
    expect(pairs.filter(Boolean).length).toBeGreaterThanOrEqual(190);
  });

  it.each(steps.filter(([, , { by }]) => by.length < Object.keys(ROLES).length))(
    "%s.%s: a role that the table does not name is refused by the article",
    (t, name, rule) => {
      const stage = rule.from[0] ?? "";
      const others = (Object.keys(ROLES) as Role[]).filter((role) => !rule.by.includes(role));
      for (const role of others)
        expect(
          takeStep(standing(t, name, rule, stage), { step: name, facts: {} }, aScene(role, NOW)),
          role,
        ).toMatchObject({ ok: false, refusal: { code: "role-forbids", source: rule.source } });
    },
  );
});

describe("任何不能按的按钮都说明原因和依据", () => {
  const blankView = (t: string): RecordView => view(t, "record-1", {});
  /** Everybody may note a look at personal data, at any time: no button of it is ever closed. */
  const closable = [...new Set(steps.map(([t]) => t))].filter((t) => t !== "look");
  it.each(closable)("%s: every step that is not open says why and under what", (t) => {
    const lanes = [...new Set(steps.filter(([kind]) => kind === t).map(([, , { lane }]) => lane))];
    let closed = 0;
    for (const lane of lanes)
      for (const stage of stagesOf(lane))
        for (const role of Object.keys(ROLES) as Role[]) {
          const at = { ...blankView(t), stages: stage === "" ? {} : { [lane]: stage } };
          for (const step of nextSteps(at, { id: "staff-x", roles: [role] })) {
            if (step.closed === null) continue;
            closed += 1;
            expect(step.closed.why.zh, step.name).not.toMatch(/[：，]$|^$/);
            expect(step.closed.why.en, step.name).not.toMatch(/[:,] ?$|^$/);
            expect(step.closed.source, step.name).not.toBe("");
          }
        }
    expect(closed).toBeGreaterThan(0);
  });
});
