import type { Day } from "../../../shared/kernel/day.ts";
import type { Clock } from "../../../shared/law/clock.ts";
import { clocksOf, dueOf, isToDo } from "../../../shared/law/clocksOf.ts";
import { priorityOf } from "../../../shared/law/priority.ts";
import type { DeskLaw } from "../../data/deskLaw.ts";
import { dueFiles, type FileCard, lawScene } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";

/** A file with the clocks that run on it, the most urgent first. */
export type DueFile = { readonly card: FileCard; readonly clocks: readonly Clock[] };

/** As many as can be worked through in a day; the rest is found by lists and search. */
export const DUE_LIMIT = 60;

const DAY_LENGTH = 10;

const urgency = ({ clocks: [first], card }: DueFile): string =>
  first === undefined ? (card.dueOn ?? "~") : dueOf(first);

const ranked = ({ card: { facts } }: DueFile, today: Day): number =>
  priorityOf(facts, today)?.rank ?? Infinity;

/**
 * The soonest first; of what is due on the same day, whom the law gives priority. Told from the opened files: in the
 * index, which lies in clear, it would say who is a soldier or disabled.
 */
const byUrgency =
  (today: Day) =>
  (a: DueFile, b: DueFile): number => {
    const [first, second] = [urgency(a), urgency(b)];
    const isSameDay = first.slice(0, DAY_LENGTH) === second.slice(0, DAY_LENGTH);
    const order = isSameDay ? ranked(a, today) - ranked(b, today) : 0;
    if (isSameDay && order !== 0 && !Number.isNaN(order)) return order;
    return first < second ? -1 : 1;
  };

/** Files with running clocks, worst first: custody and minors apart, because they come before everything. */
export const dueFilesOf = (
  cards: readonly FileCard[],
  { calendar, parameters }: DeskLaw,
  today: Day,
): { readonly grave: readonly DueFile[]; readonly others: readonly DueFile[] } => {
  const all = cards
    .map((card) => ({ card, clocks: clocksOf(card.facts, calendar, parameters).filter(isToDo) }))
    .filter(({ clocks }) => clocks.length > 0)
    .sort(byUrgency(today));
  return { grave: all.filter(({ card }) => card.isGrave), others: all.filter(({ card }) => !card.isGrave) };
};

/** The same, live; undefined while reading. */
export const useDueFiles = () => {
  const cards = useAnswer(dueFiles({ limit: DUE_LIMIT }), []);
  const law = useAnswer(lawScene(), []);
  const today = useToday();
  return cards === undefined || law === undefined ? undefined : { ...dueFilesOf(cards, law, today), law };
};
