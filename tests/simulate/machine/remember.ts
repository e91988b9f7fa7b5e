import { frozen } from "./frozen.ts";

/*
 * The same text is checked by every desk and the center, the same state written out again and again. What pure functions
 * of the product answer is remembered here. Arguments and answers are frozen: a program that changed one would fail.
 */

/** Texts remembered at once: more than one trace has. */
const TEXTS_MAX = 5000;

/** A pure function of one text. */
export const ofText = <T>(work: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= TEXTS_MAX) known.clear();
    const answer = frozen(work(text));
    known.set(text, answer);
    return answer;
  };
};

/** A pure function of one value; anything but an object is not remembered. */
export const ofValue = <In, Out>(work: (value: In) => Out): ((value: In) => Out) => {
  const known = new WeakMap<object, Out>();
  return (value) => {
    if (typeof value !== "object" || value === null) return work(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const answer = frozen(work(frozen(value)));
    known.set(value, answer);
    return answer;
  };
};
