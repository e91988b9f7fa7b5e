const isPlain = (value: object): boolean => {
  const made = Object.getPrototypeOf(value);
  return made === Object.prototype || made === null;
};

const sameMembers = (a: object, b: object): boolean => {
  const [own, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(own);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameAnswer(own[name], other[name]))
  );
};

const sameEntries = (a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.has(key) && isSameAnswer(value, b.get(key)));

/**
 * Do two answers of the database say the same? Most of what a screen asks has not changed when something else was
 * written, and drawing it again is what costs an old computer most. Whatever is no plain data is never the same.
 */
export const isSameAnswer = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((each, at) => isSameAnswer(each, b[at]))
    );
  if (a instanceof Map && b instanceof Map) return sameEntries(a, b);
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((each) => b.has(each));
  return isPlain(a) && isPlain(b) && sameMembers(a, b);
};
