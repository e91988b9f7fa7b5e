import type { Clock } from "../../../shared/law/clock.ts";
import { clocksOf, dueOf, isToDo } from "../../../shared/law/clocksOf.ts";
import type { DeskLaw } from "../../data/deskLaw.ts";
import { dueFiles, type FileCard, lawScene } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";

/** A file with the clocks that run on it, the most urgent first. */
export type DueFile = { readonly card: FileCard; readonly clocks: readonly Clock[] };

/** As many as can be worked through in a day; the rest is found by lists and search. */
export const DUE_LIMIT = 60;

const urgency = ({ clocks: [first], card }: DueFile): string =>
  first === undefined ? (card.dueOn ?? "~") : dueOf(first);

/** Files with running clocks, worst first: custody and minors apart, because they come before everything. */
export const dueFilesOf = (
  cards: readonly FileCard[],
  { calendar, parameters }: DeskLaw,
): { readonly grave: readonly DueFile[]; readonly others: readonly DueFile[] } => {
  const all = cards
    .map((card) => ({ card, clocks: clocksOf(card.facts, calendar, parameters).filter(isToDo) }))
    .filter(({ clocks }) => clocks.length > 0)
    .sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1));
  return { grave: all.filter(({ card }) => card.isGrave), others: all.filter(({ card }) => !card.isGrave) };
};

/** The same, live; undefined while reading. */
export const useDueFiles = () => {
  const cards = useAnswer(dueFiles({ limit: DUE_LIMIT }), []);
  const law = useAnswer(lawScene(), []);
  return cards === undefined || law === undefined ? undefined : { ...dueFilesOf(cards, law), law };
};
