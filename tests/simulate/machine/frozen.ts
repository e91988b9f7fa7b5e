/** Freezes a value through and through: whoever changes what others may share fails loudly instead of being noticed late. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  // the bytes of a typed array cannot be frozen
  if (ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
};

/** A copy of what JSON can say, as JSON would hand it on: without entries that are undefined. */
export const copied = <T>(value: T): T => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copied) as T;
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error("JSON has no word for this");
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) if (part !== undefined) copy[name] = copied(part);
  return copy as T;
};
