import { describe, expect, it } from "vitest";
import { ROLES } from "../../../shared/dictionary/codes/roles.ts";
import { fieldOf, isEntityType } from "../../../shared/dictionary/entities.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { STAGES } from "../../../shared/workflow/stages.ts";
import type { Role, StepRule } from "../../../shared/workflow/stepRule.ts";
import { ownedFacts, STEP_TABLES, stepAllowed, stepsFrom } from "../../../shared/workflow/steps.ts";

const ROLE_NAMES = Object.keys(ROLES) as Role[];
const rows = Object.entries(STEP_TABLES).flatMap(([t, table]) =>
  Object.entries(table ?? {}).map(([name, rule]) => [t, name, rule] as const),
);
const stagesOf = (lane: string): readonly string[] =>
  ["", ...Object.keys((STAGES as Record<string, object>)[lane] ?? {})].filter(
    (x, i, all) => all.indexOf(x) === i,
  );

/** A record standing in `stage` of the rule's lane, with every other lane as the rule requires. */
const standing = (t: string, rule: StepRule, stage: string): RecordView => {
  const required = rule.requires[0];
  const others = required === undefined ? {} : { [required[0]]: required[1][0] ?? "" };
  return {
    t,
    id: "record-1",
    facts: {},
    stages: { ...others, [rule.lane]: stage },
    conflicts: [],
    contested: [],
  };
};

describe("步骤表：每个步骤都有依据，只引用数据字典中的事项和已命名的阶段", () => {
  it.each(rows)("%s.%s", (t, _, rule) => {
    expect(isEntityType(t)).toBe(true);
    expect(rule.source).toMatch(/第.*条|格式十七|条号未核实|法律未作规定/);
    for (const f of [...rule.needs, ...rule.owns]) expect(fieldOf(t, f), f).toBeDefined();
    for (const f of rule.outcome) expect([...rule.owns, ...Object.keys(rule.sets ?? {})]).toContain(f);
    for (const stage of [...rule.from, rule.to]) expect(stagesOf(rule.lane)).toContain(stage);
    for (const [lane, stages] of rule.requires)
      for (const stage of stages) expect(stagesOf(lane)).toContain(stage);
    for (const f of Object.keys(rule.copies ?? {})) expect(rule.owns).toContain(f);
    for (const f of [rule.nowIn, rule.actorIn]) if (f !== undefined) expect(rule.owns).toContain(f);
  });
});

describe("步骤表：凡表中没有的转换，一律以代码和条文拒绝", () => {
  it.each(rows)("%s.%s 从任何其他阶段、由任何其他岗位都不能办理", (t, _, rule) => {
    let allowed = 0;
    let refused = 0;
    for (const stage of stagesOf(rule.lane))
      for (const role of ROLE_NAMES) {
        const answer = stepAllowed(rule, standing(t, rule, stage), [role]);
        const expected = rule.from.includes(stage) && rule.by.includes(role);
        expect(answer.ok, `${stage} ${role}`).toBe(expected);
        if (answer.ok) allowed += 1;
        else {
          refused += 1;
          expect(answer.refusal.code).toBe(rule.from.includes(stage) ? "role-forbids" : "stage-forbids");
          expect(answer.refusal.source).toBe(rule.source);
        }
      }
    expect(allowed).toBe(rule.from.length * rule.by.length);
    expect(refused).toBeGreaterThan(0);
  });

  it.each(rows.filter(([, , rule]) => rule.requires.length > 0))(
    "%s.%s 其他程序未到位时不能办理",
    (t, _, rule) => {
      const alone: RecordView = {
        ...standing(t, rule, rule.from[0] ?? ""),
        stages: { [rule.lane]: rule.from[0] ?? "" },
      };
      expect(stepAllowed(rule, alone, rule.by)).toMatchObject({
        ok: false,
        refusal: { code: "stage-forbids" },
      });
    },
  );

  it.each(rows)("%s.%s 存在争议时停止办理", (t, _, rule) => {
    const view = standing(t, rule, rule.from[0] ?? "");
    const contested: RecordView = { ...view, contested: [{ lane: rule.lane, heads: [] }] };
    expect(stepAllowed(rule, contested, rule.by)).toMatchObject({
      ok: false,
      refusal: { code: "contested" },
    });
  });
});

describe("F61, I17: what rests on a contested procedure stops with it", () => {
  const resting = rows.filter(([, , rule]) => rule.requires.length > 0);
  it.each(resting)("%s.%s 所依据的程序存在争议时停止办理", (t, _, rule) => {
    for (const [lane] of rule.requires) {
      const view = { ...standing(t, rule, rule.from[0] ?? ""), contested: [{ lane, heads: [] }] };
      expect(stepAllowed(rule, view, rule.by)).toMatchObject({
        ok: false,
        refusal: { code: "contested", detail: lane },
      });
    }
  });
  it("and there are such steps", () => {
    expect(resting.length).toBeGreaterThan(10);
  });
});

describe("步骤表整体", () => {
  it("按钮列表包含全部步骤，并说明不能办理的原因", () => {
    const view: RecordView = { t: "aidFile", id: "f", facts: {}, stages: {}, conflicts: [], contested: [] };
    const steps = stepsFrom(view, ["CLERK"]);
    expect(steps.filter(({ allowed }) => allowed.ok).map(({ name }) => name)).toEqual([
      "receive",
      "receiveNotice",
    ]);
    expect(steps.filter(({ allowed }) => !allowed.ok)).toHaveLength(steps.length - 2);
  });

  it("步骤所有的事项不能自由填写", () => {
    expect(ownedFacts("aidFile").has("decidedAt")).toBe(true);
    expect(ownedFacts("aidFile").has("decision")).toBe(true);
    expect(ownedFacts("aidFile").has("personName")).toBe(false);
  });
});
