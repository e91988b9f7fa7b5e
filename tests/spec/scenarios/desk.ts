import { createHash } from "node:crypto";
import type { Command } from "../../../shared/commands/command.ts";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import type { Actor, LawScene, Scene } from "../../../shared/commands/scene.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { StaffFacts } from "../../../shared/dictionary/registers.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import type { Clock } from "../../../shared/law/clock.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../shared/law/parameters.ts";
import { recordClocksOf } from "../../../shared/law/recordClocks.ts";
import { type Draft, nameReplaced } from "../../../shared/ops/draft.ts";
import { applyOp } from "../../../shared/ops/fold.ts";
import type { FoldOp, Header, Mut } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../../shared/ops/view.ts";
import type { Role } from "../../../shared/workflow/stepRule.ts";

type Facts = { readonly [f: string]: Json };

/** Whose hand: a role, with the section the person sits in where it matters. */
export type Hand = Role | Actor;

/** A person of the invented bureau. */
export const person = (role: Role, id: string, section = "法律援助科"): Actor => ({
  id,
  name: `某${id}`,
  roles: [role],
  section,
});

const actorOf = (hand: Hand): Actor =>
  typeof hand === "string" ? person(hand, `staff-${hand.toLowerCase()}`) : hand;

/** The parameters of every scenario: supplement return 10 days, objection period 30 days. */
export const COUNTY: Parameters = {
  ...DEFAULT_PARAMETERS,
  earlyEndPercent: 30,
  periods: { "EXM-SUPPLEMENT-RETURN": 10, "OBJ-FILE-NATIONAL": 30 },
};

/** One desk in memory: commands in, folded records out, by the product's own rules and nothing else. */
export const aDesk = (parameters: Parameters = COUNTY) => {
  const states = new Map<string, RecordState>();
  let seq = 0;
  const stateOf = (t: string, id: string) => states.get(`${t}/${id}`);
  const view = (t: string, id: string): RecordView => viewOf(stateOf(t, id) ?? emptyState(t, id));
  const staff: Record<string, StaffFacts> = {};

  const apply = (muts: readonly Mut[], actor: string): void => {
    seq += 1;
    const h = createHash("sha256").update(String(seq)).digest("hex");
    const header = { feed: "desk", actor } as unknown as Header;
    const op: FoldOp = { seq, h, header, muts };
    for (const { t, id } of muts) states.set(`${t}/${id}`, stateOf(t, id) ?? emptyState(t, id));
    for (const [key, state] of states) states.set(key, applyOp(state, op));
  };
  const book = (drafts: readonly Draft[], actor: string): void => apply(nameReplaced(drafts, stateOf), actor);

  const sceneOf = (hand: Hand, now: string, law: Partial<LawScene>): Scene => ({
    actor: actorOf(hand),
    now: instant(now),
    law: {
      calendar: SHIPPED_CALENDAR,
      parameters,
      bureau: { kind: "DESIGNATED_DEPT", deptName: "法律援助科" },
      staff,
      ...law,
    },
  });

  const run =
    <I>(command: Command<I>, [t, id]: readonly [string, string], input: I) =>
    (hand: Hand, now: string, law: Partial<LawScene> = {}): Result<readonly Draft[]> => {
      const { id: who, section } = actorOf(hand);
      staff[who] ??= { section };
      const answer = command(view(t, id), input, sceneOf(hand, now, law));
      if (answer.ok) book(answer.value, who);
      return answer;
    };

  return {
    view,
    facts: (id: string): AidFacts => view("aidFile", id).facts as AidFacts,
    all: (t: string): readonly RecordView[] =>
      [...states.values()].filter((state) => state.t === t).map(viewOf),
    put: (at: readonly [string, string], facts: Facts) => run(recordFacts, at, { facts }),
    row: (at: readonly [string, string], f: string, row: Facts) => run(recordRow, at, { f, row }),
    /** A write of somebody who knew of nothing that stands here: it stays beside it. */
    conflict: ([t, id]: readonly [string, string], f: string, v: Json): void =>
      apply([{ k: "put", t, id, f, old: null, new: v, sup: [] }], "staff-elsewhere"),
    step: (at: readonly [string, string], step: string, facts: Facts = {}) =>
      run(takeStep, at, { step, facts }),
    clocks: (t: string, id: string): readonly Clock[] =>
      t === "aidFile"
        ? clocksOf(view(t, id).facts as AidFacts, SHIPPED_CALENDAR, parameters)
        : recordClocksOf(t, view(t, id).facts, { calendar: SHIPPED_CALENDAR, parameters }),
  };
};

/** A clock as the scenarios write it: target, hard, legal. */
export const triple = (clocks: readonly Clock[], id: string): readonly (string | null)[] => {
  const found = clocks.find((each) => each.id === id);
  return found === undefined ? [] : [found.target, found.hard, found.legal];
};
