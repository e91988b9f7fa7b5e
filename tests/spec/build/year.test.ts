import { describe, expect, it } from "vitest";
import { YEAR_FROM, YEAR_TO } from "../../../build/year/workDays.ts";
import { ENTITIES } from "../../../shared/dictionary/entities.ts";
import { citizenIdFault } from "../../../shared/kernel/citizenId.ts";
import { day } from "../../../shared/kernel/day.ts";
import { stateText } from "../../../shared/ops/fold.ts";
import { STAGES } from "../../../shared/workflow/stages.ts";
import { aYear } from "../../builders/aYear.ts";

/** Acts of the office and not of a case, and the finding that two files are one person's: no two applicants here are alike. */
const OF_NO_CASE = ["template", "numberVoid", "publication", "samePerson"];
/** Turns of the procedure that no story of the year takes: each begins with something that happens once in years. */
const NOT_TOLD = new Set(["refusal", "organChange", "agency", ...OF_NO_CASE]);
/** Devices, number blocks, epochs and holds are the center's. */
const NOT_OF_CASES = new Set(["device", "grant", "epoch", "hold", ...OF_NO_CASE]);

/** A file is destroyed when the years of its schedule are over: no story of one year comes there. */
const IN_LATER_YEARS = new Set(["destruction destroyed"]);

describe("a year of an invented county (issue 3: a year of a busy county)", () => {
  const year = aYear({ cases: 60, consultations: 300, seed: 1 });

  it("holds records of every kind that a desk writes", () => {
    const kinds = new Set(year.states.map(({ t }) => t));
    expect(Object.keys(ENTITIES).filter((t) => !(kinds.has(t) || NOT_OF_CASES.has(t)))).toEqual([]);
    expect(year.views("aidFile")).toHaveLength(60);
    expect(year.views("consultation")).toHaveLength(300);
  });

  it("reaches every stage of every procedure", () => {
    const reached = new Set(
      year.states.flatMap(({ lanes }) =>
        Object.entries(lanes).flatMap(([lane, { nodes }]) => nodes.map(({ to }) => `${lane} ${to}`)),
      ),
    );
    const told = Object.entries(STAGES).filter(([lane]) => !NOT_TOLD.has(lane));
    const stages = told.flatMap(([lane, table]) =>
      Object.keys(table).flatMap((stage) => (stage === "" ? [] : [`${lane} ${stage}`])),
    );
    expect(stages.filter((stage) => !reached.has(stage) && !IN_LATER_YEARS.has(stage))).toEqual([]);
  });

  it("takes every means-test track (§4.1)", () => {
    const tracks = new Set(year.views("aidFile").map(({ facts }) => String(facts.track)));
    expect([...tracks].map((track) => track.slice(0, 2)).sort()).toEqual([
      "T1",
      "T2",
      "T3",
      "T4",
      "T5",
      "T6",
    ]);
  });

  it("names persons with valid identity numbers, no two alike", () => {
    const numbers = year.views("aidFile").map(({ facts }) => String(facts.certNo));
    expect(numbers.filter((certNo) => citizenIdFault(certNo, day("2026-11-20")) !== null)).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("lies wholly within its year, and says why where a decision came late (第四十三条)", () => {
    const receipts = year
      .views("aidFile")
      .flatMap(({ facts }) => [facts.receivedAt, facts.decidedAt, facts.assignedAt, facts.archivedAt])
      .flatMap((at) => (at === undefined ? [] : [String(at).slice(0, 10)]));
    expect(receipts.filter((on) => on < YEAR_FROM || on > YEAR_TO)).toEqual([]);
    expect(
      year.views("aidFile").filter(({ facts }) => facts.lateReason !== undefined).length,
    ).toBeGreaterThan(1);
  });

  it("is the same for the same seed, and another for another", () => {
    const textOf = (seed: number): string =>
      aYear({ cases: 60, consultations: 300, seed }).states.map(stateText).join("\n");
    expect(textOf(1)).toBe(year.states.map(stateText).join("\n"));
    expect(textOf(2)).not.toBe(textOf(1));
  });
});
