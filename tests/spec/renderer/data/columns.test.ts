import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromColumns, toColumns } from "../../../../renderer/data/columns.ts";
import type { Json } from "../../../../shared/kernel/canonicalJson.ts";
import type { RecordView } from "../../../../shared/ops/view.ts";
import { aYear } from "../../../builders/aYear.ts";

const anyFact = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("at", "type", "工"), fc.string(), { maxKeys: 2 }),
) as fc.Arbitrary<Json>;
const aHead = { h: "0".repeat(64), v: "甲", rank: 1, seq: 1, feed: "f" };
const anyView: fc.Arbitrary<RecordView> = fc.record({
  t: fc.constant("aidFile"),
  id: fc.uuid(),
  facts: fc.dictionary(fc.constantFrom("origin", "phone", "事由", "activities", "x"), anyFact, {
    maxKeys: 4,
  }),
  stages: fc.dictionary(fc.constantFrom("application", "closing"), fc.string(), { maxKeys: 2 }),
  conflicts: fc.constantFrom([], [{ f: "phone", heads: [aHead] }]),
  contested: fc.constant([]),
});

/** Everything a fact-reading rule may do with facts: look one up, ask whether it is there, list them, spread them. */
const readAll = (facts: RecordView["facts"], names: readonly string[]) => ({
  looked: names.map((name) => facts[name]),
  there: names.map((name) => [name in facts, Object.hasOwn(facts, name)]),
  listed: Object.keys(facts).toSorted(),
  spread: { ...facts },
  written: JSON.parse(JSON.stringify(facts)) as Json,
});

describe("views by columns (decision 50)", () => {
  it("say what was written, whichever way they are read", () => {
    fc.assert(
      fc.property(fc.array(anyView, { minLength: 1, maxLength: 12 }), (views) => {
        const names = [...new Set(views.flatMap(({ facts }) => Object.keys(facts))), "nobody"];
        const again = fromColumns(toColumns(views));
        expect(again.map(({ facts }) => readAll(facts, names))).toEqual(
          views.map(({ facts }) => readAll({ ...facts }, names)),
        );
        expect(again.map((view) => ({ ...view, facts: { ...view.facts } }))).toEqual(
          views.map((view) => ({ ...view, facts: { ...view.facts } })),
        );
      }),
    );
  });

  it("hold every kind of record that a year's commands make", () => {
    const { views } = aYear({ cases: 20, consultations: 40 });
    const kinds = ["aidFile", "consultation", "fundEntry", "statPeriod", "lawyer"];
    for (const t of kinds) {
      const again = fromColumns(toColumns(views(t)));
      expect(again.map((view) => ({ ...view, facts: { ...view.facts } }))).toEqual(views(t));
      expect(again.length).toBeGreaterThan(0);
    }
  });

  it("are only read: nobody changes a bound fact by mistake", () => {
    const [view] = fromColumns(
      toColumns([{ t: "aidFile", id: "a", facts: { x: 1 }, stages: {}, conflicts: [], contested: [] }]),
    );
    expect(() => Object.assign(view?.facts ?? {}, { x: 2 })).toThrow(TypeError);
    expect(view?.facts.x).toBe(1);
  });

  it("written in another way are refused, so that the records are read instead", () => {
    const bytes = toColumns([{ t: "aidFile", id: "a", facts: {}, stages: {}, conflicts: [], contested: [] }]);
    expect(() => fromColumns(bytes.with(0, "[".charCodeAt(0)))).toThrow("views written in way 91");
  });
});
