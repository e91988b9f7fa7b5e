import { describe, expect, it } from "vitest";
import { SHIPPED_LAW } from "../../../renderer/data/deskLaw.ts";
import { indexOf, sortFactOf } from "../../../renderer/data/project.ts";
import { lookUpsOf } from "../../../shared/commands/lookUps.ts";
import { ENTITIES, fieldOf, isEntityType } from "../../../shared/dictionary/entities.ts";
import { targetOf } from "../../../shared/dictionary/references.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { STEP_TABLES } from "../../../shared/workflow/steps.ts";

const objection = (facts: RecordView["facts"], stage: string): RecordView => ({
  t: "objection",
  id: "objection-0001",
  facts,
  stages: { objection: stage },
  conflicts: [],
  contested: [],
});
const FILED = { fileId: "file-0001", receivedAt: "2026-05-15T10:00" };

describe("how records of the year's work are found", () => {
  it("S14 《法律援助法》第49条第2款: an objection of 05-15 is due on 05-20, and is found by its file", () => {
    const index = indexOf(objection(FILED, "filed"), SHIPPED_LAW);
    expect([index.due?.slice(0, 10), index.kind, index.on]).toEqual([
      "2026-05-20",
      "file-0001",
      "2026-05-15T10:00",
    ]);
  });

  it("periods of the applicant are no task of the bureau (《行政复议法》第20条)", () => {
    const over = { ...FILED, decidedAt: "2026-05-20T10:00", result: "MAINTAINED", servedOn: "2026-05-20" };
    expect(indexOf(objection(over, "maintained"), SHIPPED_LAW)).not.toHaveProperty("due");
  });

  it("what a check looks up has a kind: every related fact names a record, every sorted peer its own fact", () => {
    const wanted = Object.values(STEP_TABLES).flatMap((table) => Object.values(table).flatMap(lookUpsOf));
    const related = wanted.flatMap((each) => (each.kind === "related" ? [each.f] : []));
    expect(new Set(related).size).toBeGreaterThan(5);
    for (const f of related) expect([f, targetOf(f)]).not.toEqual([f, "staff"]);
    for (const each of wanted) {
      if (each.kind !== "peers" || each.by === undefined) continue;
      expect(isEntityType(each.t) && fieldOf(each.t, each.by)?.kind).toBe("ref");
      expect([each.t, sortFactOf(each.t)]).toEqual([each.t, each.by]);
    }
  });

  it("every reference of the dictionary names a kind of record", () => {
    const refs = Object.values(ENTITIES).flatMap(({ shape }) =>
      Object.entries(shape).flatMap(([f, field]) => (field.kind === "ref" ? [f] : [])),
    );
    expect(refs.length).toBeGreaterThan(50);
    for (const f of refs) expect(isEntityType(targetOf(f))).toBe(true);
  });
});
