import Dexie from "dexie";

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
