import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { dayOf } from "../../../shared/kernel/instant.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import type { Hardship } from "../../../shared/law/hardship.ts";
import { hardshipOf } from "../../../shared/law/hardship.ts";
import { type HardshipStandard, standardOn } from "../../../shared/law/hardshipStandard.ts";
import { mayAsk } from "../../../shared/law/questions.ts";
import { fileById, lawScene } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";
import { eligibilityTable } from "./eligibilityTable.ts";

/** The hardship of a file by the standard in force when it was received; null where means are not examined or none is loaded. */
const measured = (facts: AidFacts, standards: readonly HardshipStandard[], today: Day): Hardship | null => {
  if (facts.track === undefined || !mayAsk("hardship", facts.track).ok) return null;
  const standard = standardOn(standards, facts.receivedAt === undefined ? today : dayOf(facts.receivedAt));
  return standard === null ? null : hardshipOf(facts, standard);
};

/** One application under examination: undefined while loading, null when there is none. */
export const useExamination = (id: string) => {
  const card = useAnswer(fileById(id), [id]);
  const law = useAnswer(lawScene(), []);
  const today = useToday();
  if (card === null) return null;
  if (card === undefined || law === undefined) return undefined;
  const hardship = measured(card.facts, law.parameters.hardshipStandards, today);
  const facts: AidFacts = hardship === null ? card.facts : { ...card.facts, hardshipResult: hardship.result };
  const rows = eligibilityTable(facts, today);
  return {
    card,
    facts: card.facts,
    law,
    today,
    hardship,
    asksHardship: card.facts.track !== undefined && mayAsk("hardship", card.facts.track).ok,
    rows,
    verdict: rows.find(({ state }) => state === "answers")?.verdict,
    clock: clocksOf(card.facts, law.calendar, law.parameters).find((each) => each.id === "EXM-7D"),
  };
};

/** The loaded application, as the parts of the screen take it. */
export type Examination = NonNullable<ReturnType<typeof useExamination>>;
