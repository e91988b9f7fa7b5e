import { describe, expect, it } from "vitest";
import type { Command } from "../../../shared/commands/command.ts";
import { convertConsultation } from "../../../shared/commands/convertConsultation.ts";
import { issueLetter } from "../../../shared/commands/issueLetter.ts";
import { openRecord } from "../../../shared/commands/openRecord.ts";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import { resolveConflict } from "../../../shared/commands/resolveConflict.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import { ROLES } from "../../../shared/dictionary/codes/roles.ts";
import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import type { Shape } from "../../../shared/dictionary/field.ts";
import { ISSUED_FIELDS } from "../../../shared/dictionary/issued.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Draft } from "../../../shared/ops/draft.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import type { Role, StepRule } from "../../../shared/workflow/stepRule.ts";
import { ownedFacts, STEP_TABLES } from "../../../shared/workflow/steps.ts";
import { mayWrite, mayWriteField, WRITERS } from "../../../shared/workflow/writers.ts";
import { aScene } from "../../builders/scene.ts";
import { ID, verdictOf, whoActs } from "./aJudge.ts";

const ROLE_NAMES = Object.keys(ROLES) as Role[];
const KINDS = Object.keys(ENTITIES) as EntityType[];
const CENTER_ONLY = ["device", "grant", "publication"];
const HASHES = ["1".repeat(64), "2".repeat(64)] as const;

const emptyView = (t: string): RecordView => ({
  t,
  id: ID,
  facts: {},
  stages: {},
  conflicts: [],
  contested: [],
});
const freeFields = (t: EntityType, policy: string) =>
  Object.entries(ENTITIES[t].shape as Shape).filter(
    ([f, field]) => field.policy === policy && !ownedFacts(t).has(f) && !Object.hasOwn(ISSUED_FIELDS, f),
  );

/** One way to write without a step: what the desk is asked for. Undefined where a kind of record has no such field. */
type Wish = (t: EntityType) => ((role: Role) => ReturnType<Command<never>>) | undefined;
const dispute = (t: EntityType, f: string): RecordView => ({
  ...emptyView(t),
  conflicts: [
    { f, heads: HASHES.map((h, index) => ({ h, v: `${index}`, rank: index, seq: index, feed: "" })) },
  ],
});

const WISHES: Readonly<Record<string, Wish>> = {
  recordFacts: (t) => {
    const f = freeFields(t, "human")[0]?.[0];
    return f === undefined
      ? undefined
      : (role) => recordFacts(emptyView(t), { facts: { [f]: null } }, aScene(role));
  },
  openRecord: (t) => {
    const f = freeFields(t, "human")[0]?.[0];
    return f === undefined
      ? undefined
      : (role) => openRecord(emptyView(t), { facts: { [f]: null } }, aScene(role));
  },
  recordRow: (t) => {
    // confidants are named by the head alone: tests/spec/privacy/confidentiality.test.ts
    const sets = freeFields(t, "set").filter(([name]) => mayWriteField(t, name, ["CLERK"]));
    const f = (sets[0] ?? freeFields(t, "append")[0])?.[0];
    return f === undefined ? undefined : (role) => recordRow(emptyView(t), { f, row: {} }, aScene(role));
  },
  resolveConflict: (t) => {
    const f = freeFields(t, "human")[0]?.[0];
    return f === undefined
      ? undefined
      : (role) => resolveConflict(dispute(t, f), { f, choose: HASHES[0] }, aScene(role));
  },
  issueLetter: (t) => {
    const letter = {
      form: "FZ-009",
      templateVersion: "1",
      templateHash: HASHES[0],
      pdfHash: HASHES[0],
      docxHash: HASHES[1],
    } as const;
    return Object.hasOwn(ENTITIES[t].shape, "letters")
      ? (role) => issueLetter(emptyView(t), letter, aScene(role))
      : undefined;
  },
};
const rows = Object.entries(WISHES).flatMap(([name, wish]) =>
  KINDS.flatMap((t) => {
    const asked = wish(t);
    return asked === undefined ? [] : [[name, t, asked] as const];
  }),
);

/** The drafts of whoever may: what somebody who may not would have to forge. */
const forged = (asked: NonNullable<ReturnType<Wish>>): readonly Draft[] =>
  ROLE_NAMES.map((role) => asked(role)).find(({ ok }) => ok)?.value ?? [];
const isRefusedForRole = (verdict: string): boolean => verdict === "role-forbids";

describe("security S13: who may write freely, on the desk and at the center alike", () => {
  it("looks at every kind of record and at every command that writes without a step", () => {
    const seen = new Set<string>(rows.map(([, t]) => t));
    expect(KINDS.filter((t) => !seen.has(t))).toEqual([
      "fundEntry",
      "look",
      "exportApproval",
      "samePerson",
      "statPeriod",
      "template",
      "numberVoid",
    ]);
    expect(new Set(rows.map(([name]) => name)).size).toBe(Object.keys(WISHES).length);
  });

  it.each(rows)("%s on %s", (_, t, asked) => {
    const drafts = forged(asked);
    expect(drafts.length > 0).toBe(WRITERS[t].length > 0);
    for (const role of ROLE_NAMES) {
      const answer = asked(role);
      expect(answer.ok, role).toBe(mayWrite(t, [role]));
      if (!answer.ok) expect(answer.refusal.code, role).toBe("role-forbids");
      if (drafts.length > 0) expect(isRefusedForRole(verdictOf([role], drafts)), role).toBe(!answer.ok);
    }
  });

  it.each(CENTER_ONLY)("%s is written by nobody on a desk", (t) => {
    const drafts: readonly Draft[] = [{ k: "put", t, id: ID, f: "name", v: null }];
    for (const role of ROLE_NAMES) expect(verdictOf([role], drafts)).toBe("role-forbids");
  });

  it("security row 39: the auditor reads, and stands in no table of those who change anything", () => {
    const writers = Object.values(WRITERS).flat();
    // that somebody looked is noted for everybody, the auditor too; it changes no record but its own
    const takers = Object.entries(STEP_TABLES).flatMap(([t, table]) =>
      t === "look" ? [] : Object.values(table ?? {}).flatMap(({ by }) => by),
    );
    expect(writers.length * takers.length).toBeGreaterThan(0);
    expect([...writers, ...takers]).not.toContain("AUDITOR");
  });

  it("security row 39: the administrator keeps registers and takes no step of a case", () => {
    const kinds = KINDS.filter((t) => mayWrite(t, ["SYSADMIN"]));
    expect(kinds).not.toContain("aidFile");
    expect(kinds).toContain("staff");
    for (const { by } of Object.values(STEP_TABLES.aidFile ?? {})) expect(by).not.toContain("SYSADMIN");
  });
});

const steps = Object.entries(STEP_TABLES).flatMap(([t, table]) =>
  Object.entries(table ?? {}).map(([name, rule]) => [t as EntityType, name, rule] as const),
);
const standing = (t: EntityType, { lane, from, requires }: StepRule): RecordView => {
  const other = requires[0];
  const stages = { ...(other && { [other[0]]: other[1][0] ?? "" }), [lane]: from[0] ?? "" };
  return { ...emptyView(t), stages };
};

/** Steps that the center measures by the records they name say so where a forged one names none. */
const WITHOUT_WHAT_IT_IS_ABOUT: Readonly<Record<string, string>> = {
  independentReviewer: "not-found",
  pairFits: "value-invalid",
};

describe("security S13: who may take which step, on the desk and at the center alike", () => {
  it.each(steps)("%s.%s", (t, name, rule) => {
    const view = standing(t, rule);
    let refused = 0;
    for (const role of ROLE_NAMES) {
      const answer = takeStep(view, { step: name, facts: {} }, aScene(role));
      const facts: Record<string, Json> = { ...rule.sets };
      if (rule.actorIn !== undefined) facts[rule.actorIn] = whoActs;
      if (rule.checks.includes("recusal")) facts.recusalChecked = true;
      const draft: Draft = {
        k: "step",
        t,
        id: ID,
        lane: rule.lane,
        step: name,
        from: rule.from[0] ?? "",
        to: rule.to,
        outcome: {},
        facts,
      };
      const verdict = verdictOf([role], [draft], view);
      if (rule.by.includes(role)) {
        // what speaks against the person comes first; a forged step may still lack what the step is about
        const about = rule.checks.find((check) => Object.hasOwn(WITHOUT_WHAT_IT_IS_ABOUT, check)) ?? "";
        expect(verdict, role).toBe(WITHOUT_WHAT_IT_IS_ABOUT[about] ?? "ok");
        if (!answer.ok) expect(answer.refusal.code, role).not.toBe("role-forbids");
      } else {
        refused += 1;
        expect(verdict, role).toBe("role-forbids");
        expect(answer, role).toMatchObject({ ok: false, refusal: { code: "role-forbids" } });
      }
    }
    expect(refused).toBe(ROLE_NAMES.length - rule.by.length);
  });

  it("a consultation becomes an application only by who may do both", () => {
    const rule = STEP_TABLES.consultation?.convert;
    for (const role of ROLE_NAMES) {
      const answer = convertConsultation(
        { ...emptyView("consultation"), stages: { consultation: rule?.from[0] ?? "" } },
        { fileId: "file-0001" },
        aScene(role),
      );
      const may = rule?.by.includes(role) === true && mayWrite("aidFile", [role]);
      expect(!answer.ok && answer.refusal.code === "role-forbids", role).toBe(!may);
    }
  });
});
