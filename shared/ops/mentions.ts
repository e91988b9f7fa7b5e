import { type Json, parseCanonical } from "../kernel/canonicalJson.ts";

const named = ({ t, id }: Readonly<Record<string, Json>>): readonly string[] =>
  typeof t === "string" && typeof id === "string" ? [`${t}/${id}`] : [];

const within = (value: Json): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : named(value as Readonly<Record<string, Json>>);
  return [...own, ...Object.values(value).flatMap(within)];
};

/**
 * `t/id` of every record that a payload speaks of, however deep and whatever its shape: also where no fold can take it
 * and it is about nothing (F59). Each once; none for a payload that is empty.
 */
export const mentionsOf = (payload: string): readonly string[] => {
  const read = parseCanonical(payload);
  return read.ok ? [...new Set(within(read.value))] : [];
};
