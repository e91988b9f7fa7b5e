import Dexie from "dexie";
import { type DependencyList, useEffect, useState } from "react";
import type { Desk } from "./desk.ts";
import { useDesk } from "./deskContext.ts";

/** A bounded question to the desk's database. It only reads. */
export type Question<T> = (desk: Desk) => Promise<T>;

/** A burst of changes, such as a page of the book, is one news. */
const QUIET_MS = 60;

/**
 * Calls `onNews` soon after anything in the database changed, in this window, another one or the worker. Whole database,
 * not key ranges: questions decrypt between their reads, where Dexie's own observation would lose sight of them.
 */
export const watchChanges = (databaseName: string, onNews: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = `idb://${databaseName}/`;
  const heard = (parts: object): void => {
    if (!Object.keys(parts).some((part) => part === "all" || part.startsWith(start))) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      onNews();
    }, QUIET_MS);
  };
  Dexie.on("storagemutated", heard);
  return () => {
    Dexie.on.storagemutated.unsubscribe(heard);
    clearTimeout(timer);
  };
};

type Asked<T> = { readonly answer: T | undefined; readonly failure: unknown };

/**
 * The live answer to a question: undefined while loading, then the answer, and a new one whenever the database changes
 * or `deps` do. A question that fails is thrown to the error screen.
 */
export const useAnswer = <T>(question: Question<T>, deps: DependencyList): T | undefined => {
  const desk = useDesk();
  const [asked, setAsked] = useState<Asked<T>>({ answer: undefined, failure: undefined });
  // the question is made anew with every render; what it depends on is what the caller lists
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let isLive = true;
    const ask = (): void => {
      question(desk).then(
        (answer) => isLive && setAsked({ answer, failure: undefined }),
        (failure: unknown) => isLive && setAsked({ answer: undefined, failure }),
      );
    };
    ask();
    const unwatch = watchChanges(desk.db.name, ask);
    return () => {
      isLive = false;
      unwatch();
    };
  }, [desk, ...deps]);
  if (asked.failure !== undefined) throw asked.failure;
  return asked.answer;
};
