import { type DependencyList, useEffect, useState } from "react";
import type { Desk } from "./desk.ts";
import { useDesk } from "./deskContext.ts";
import { isSameAnswer } from "./sameAnswer.ts";
import { watchChanges } from "./watchChanges.ts";
import { forPerson, giveWay } from "./yielding.ts";

/** A bounded question to the desk's database. It only reads. */
export type Question<T> = (desk: Desk) => Promise<T>;

type Asked<T> = { readonly answer: T | undefined; readonly failure: unknown };

/** When a question has its turn. */
type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** After what somebody waits for, and what it shows is drawn. */
const afterOthers: Turn = async (work) => {
  await new Promise((resolve) => requestIdleCallback(resolve));
  await giveWay();
  return work();
};

const useAsked = <T>(question: Question<T>, deps: DependencyList, turn: Turn): T | undefined => {
  const desk = useDesk();
  const [asked, setAsked] = useState<Asked<T>>({ answer: undefined, failure: undefined });
  // the question is made anew with every render; what it depends on is what the caller lists
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let isLive = true;
    let [last, shown] = [0, 0];
    const ask = (): void => {
      last += 1;
      const mine = last;
      const tell = (next: Asked<T>): void => {
        // a slow answer to an older question must not cover a newer one
        if (!isLive || mine < shown) return;
        shown = mine;
        setAsked((before) => (isSameAnswer(before, next) ? before : next));
      };
      turn(() => question(desk)).then(
        (answer) => tell({ answer, failure: undefined }),
        (failure: unknown) => tell({ answer: undefined, failure }),
      );
    };
    ask();
    const unwatch = watchChanges(desk.db.name, ask);
    return () => {
      isLive = false;
      unwatch();
    };
  }, [desk, turn, ...deps]);
  if (asked.failure !== undefined) throw asked.failure;
  return asked.answer;
};

/**
 * The live answer to a question: undefined while loading, then the answer, and a new one whenever the database changes
 * or `deps` do. A question that fails is thrown to the error screen.
 */
export const useAnswer = <T>(question: Question<T>, deps: DependencyList): T | undefined =>
  useAsked(question, deps, forPerson);

/** The same for what weighs every file there is and what nobody waits for: it has its turn after all other answers. */
export const useLaterAnswer = <T>(question: Question<T>, deps: DependencyList): T | undefined =>
  useAsked(question, deps, afterOthers);
