/** Runs what it is given one after another, in the order of asking. */
export type OneByOne = <T>(run: () => Promise<T>) => Promise<T>;

/** A queue of one lane; a run that fails does not stop the next. */
export const oneByOne = (): OneByOne => {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
};
