/*
 * What the desk does by itself gives way to what a person waits for: both run on the page's one thread, and a table that
 * takes a second would take two beside the storing of history.
 */

/** Work of its own goes on after this, however much is asked: it must end one day. */
const PATIENCE_MS = 3000;

let askedCount = 0;
const resting = new Set<() => void>();

/** Runs what a person waits for. */
export const forPerson = async <T>(work: () => Promise<T>): Promise<T> => {
  askedCount += 1;
  try {
    return await work();
  } finally {
    askedCount -= 1;
    if (askedCount === 0) for (const goOn of [...resting]) goOn();
  }
};

/** For work that nobody waits for, before each of its turns: ends when no person waits any more, or after a few seconds. */
export const giveWay = (): Promise<void> => {
  if (askedCount === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer);
      resting.delete(goOn);
      // what was asked for is still to be drawn
      requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    };
    const timer = setTimeout(goOn, PATIENCE_MS);
    resting.add(goOn);
  });
};

/** For a long count that nobody waits for, before each of its turns: ends when the page has nothing else to do. */
export const whenIdle = async (): Promise<void> => {
  await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS }));
  await giveWay();
};
