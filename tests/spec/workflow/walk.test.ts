import { describe, expect, it } from "vitest";
import { askedFacts, nextSteps } from "../../../renderer/parts/nextSteps.ts";
import type { LawScene } from "../../../shared/commands/scene.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import { ROLES } from "../../../shared/dictionary/codes/roles.ts";
import { CLOSING_ITEMS } from "../../../shared/dictionary/codes/yearCodes.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { pairIdOf } from "../../../shared/law/onePerson.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { STAGES } from "../../../shared/workflow/stages.ts";
import type { Role, StepRule } from "../../../shared/workflow/stepRule.ts";
import { STEP_TABLES } from "../../../shared/workflow/steps.ts";
import { APPLICATION_FACTS } from "../../builders/aView.ts";
import { valuesOf } from "../../builders/lawfulFacts.ts";
import { aLaw, anActor, aScene } from "../../builders/scene.ts";
import { chosen } from "../scenarios/people.ts";

type Facts = { readonly [f: string]: Json };
/** What makes a step lawful beyond some value for each fact it needs: facts of the record, of the step, and its law. */
type Lawful = {
  readonly id?: string;
  readonly facts?: Facts;
  readonly input?: Facts;
  readonly law?: Partial<LawScene>;
};

const view = (t: string, id: string, facts: Facts, stages: RecordView["stages"] = {}): RecordView => ({
  t,
  id,
  facts,
  stages,
  conflicts: [],
  contested: [],
});
const OTHER = "record-other";
const DENIED = view(
  "aidFile",
  OTHER,
  { examinerId: "staff-a", deciderId: "staff-b" },
  { application: "denied" },
);
const OBJECTED: Lawful = {
  facts: { fileId: OTHER, against: "DENIAL", receivedAt: "2026-05-04T08:00", decisionServedOn: "2026-05-01" },
  law: { related: { fileId: DENIED } },
};
const ordered = (against: string): Lawful => ({
  facts: { objectionId: "objection-1" },
  law: {
    related: {
      objectionId: view("objection", "objection-1", { fileId: "record-1", result: "CORRECTED", against }),
    },
  },
});
const CHOSEN = chosen("record-other", "record-1", "2026-06-01");
const GROUND = {
  terminationReason: "TM48_7",
  terminationEvidence: "书面申请",
  terminationDocument: "申请书",
};
const SHIFT = {
  facts: { startsAt: "2026-03-02T08:00", endsAt: "2026-03-02T17:00", checkInAt: "2026-03-02T08:00" },
};
const CLAIM: Lawful = {
  facts: {
    standardId: "standard-1",
    lawyerId: "lawyer-1",
    fileId: OTHER,
    baseFen: 100,
    sharePercent: 100,
    totalFen: 100,
  },
  input: {},
  law: {
    related: {
      standardId: view("subsidyStandard", "standard-1", {
        unit: "CASE",
        amountFen: 100,
        effectiveFromOn: "2026-01-01",
      }),
      lawyerId: view("lawyer", "lawyer-1", { type: "LAWYER" }),
      fileId: view("aidFile", OTHER, {}, { closing: "passed" }),
    },
    peers: [],
  },
};
const ENTRY = { subject: "LS_BUDGET", flow: "IN", fund: "FISCAL", amountFen: 100 };
const COUNTED = {
  period: "2026-Q1",
  table: "指标表",
  figures: JSON.stringify({ table: "指标表", figures: {}, adjustments: {} }),
};
const PAIR: Lawful = {
  id: pairIdOf("file-000a", "file-000b"),
  facts: { fileId: "file-000a", otherFileId: "file-000b" },
  input: { fileId: "file-000a", otherFileId: "file-000b" },
  law: {
    related: {
      fileId: view("aidFile", "file-000a", { personName: "甲某" }),
      otherFileId: view("aidFile", "file-000b", { personName: "甲某" }),
    },
  },
};
const KEPT = { isPermanent: false, retentionYears: 1, extendedYears: 0, closedOn: "2010-01-01" };

/** The steps that need more than some value for each fact; every other lawful taking is made from the table alone. */
// biome-ignore format: a table is read by columns
const LAWFUL: Readonly<Record<string, Lawful>> = {
  "aidFile.deemWithdrawn":      { facts: { supplementServedOn: "2026-03-02", supplementDueOn: "2026-03-12" } },
  "aidFile.assign":             { law: CHOSEN },
  "aidFile.lapseEmergencyAid":  { facts: { emergencyAt: "2026-03-02T08:00" } },
  "aidFile.redecide":           { ...ordered("DENIAL"), input: { objectionId: "objection-1" } },
  "aidFile.replyRenotice":      { facts: { renotifiedAt: "2026-03-01T08:00", reassignedAt: "2026-03-02T08:00" } },
  "aidFile.requestReplacement": { facts: { lawyerId: OTHER } },
  "aidFile.reassign":           { facts: { replacedLawyerId: "lawyer-old" }, law: CHOSEN },
  "aidFile.handOver":           { facts: { replacedLawyerId: "lawyer-old", lawyerId: OTHER } },
  "aidFile.terminate":          { facts: GROUND },
  "aidFile.makeTerminationEffective": { facts: GROUND, law: { peers: [] } },
  "aidFile.revokeTermination":  { ...ordered("TERMINATION"), input: { objectionId: "objection-1" } },
  "aidFile.passClosing":        { facts: { closingItems: Object.keys(CLOSING_ITEMS) } },
  "objection.fileObjection":    OBJECTED,
  "objection.beginReview":      OBJECTED,
  "objection.maintain":         OBJECTED,
  "objection.correct":          OBJECTED,
  "verification.sendVerification": { facts: { purpose: "MEANS", fileId: OTHER }, law: { related: { fileId: view("aidFile", OTHER, { track: "T1_VERIFY" }) } } },
  "dutyShift.planShift":        SHIFT,
  "dutyShift.publishShift":     SHIFT,
  "dutyShift.serveShift":       { ...SHIFT, input: { checkOutAt: "2026-03-02T17:00" } },
  "dutyService.recordService":  { facts: { hasDefender: false } },
  "complaint.mergeComplaint":   { input: { mergedInto: OTHER }, law: { related: { mergedInto: view("complaint", OTHER, {}, { complaint: "accepted" }) } } },
  "quality.openReview":         { facts: { fileId: OTHER }, law: { related: { fileId: view("aidFile", OTHER, { lawyerId: "lawyer-1" }) } } },
  "quality.gradeCase":          { facts: { fileId: OTHER }, law: { related: { fileId: view("aidFile", OTHER, { lawyerId: "lawyer-1" }) } }, input: {} },
  "subsidyClaim.submitClaim":   { ...CLAIM, input: { sharePercent: 100 } },
  "subsidyClaim.approveClaim":  CLAIM,
  "subsidyClaim.payClaim":      { facts: { totalFen: 100 }, input: { entryId: OTHER }, law: { peers: [], related: { entryId: view("fundEntry", OTHER, { claimId: "record-1", amountFen: 100, flow: "OUT", fund: "FISCAL" }, { ledger: "posted" }) } } },
  "fundEntry.enterEntry":       { facts: { fiscalYear: 2026 }, input: { fiscalYear: 2026 } },
  "fundEntry.postEntry":        { facts: ENTRY, law: { peers: [] } },
  "objection.askReconsideration": { facts: { result: "MAINTAINED" } },
  "objection.sue":              { facts: { result: "MAINTAINED" } },
  "objection.overturn":         { facts: { result: "MAINTAINED" } },
  "subsidyClaim.reverseClaim":  { facts: { entryId: OTHER }, law: { peers: [view("fundEntry", "entry-back", { reverses: OTHER }, { ledger: "posted" })] } },
  "archiveFile.fileArchive":    { facts: { retentionYears: 30, isPermanent: false, year: 2026 } },
  "archiveFile.transferArchive": { facts: KEPT, input: { transferredOn: "2026-03-02" } },
  "archiveFile.appraiseArchive": { facts: KEPT },
  "archiveFile.destroyArchive": { facts: KEPT },
  "statPeriod.preparePeriod":   { id: "stat-2026-Q1", input: COUNTED },
  "statPeriod.submitPeriod":    { id: "stat-2026-Q1", facts: COUNTED },
  "samePerson.linkPersons":    PAIR,
  "samePerson.keepApart":      PAIR,
  "samePerson.withdrawFinding": PAIR,
  "bureau.becomeCenter":        { facts: { kind: "DESIGNATED_DEPT" } },
};
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
