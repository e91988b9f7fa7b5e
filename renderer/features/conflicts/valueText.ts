import { ENTITIES, fieldOf, isEntityType } from "../../../shared/dictionary/entities.ts";
import type { Shape } from "../../../shared/dictionary/field.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { factText } from "../../ui/factText.ts";
import type { Language } from "../../ui/language.tsx";

/** The fields a conflict is about: one, or all of a group ("#identity"). */
export const fieldsOf = (t: string, f: string): readonly string[] => {
  if (!f.startsWith("#")) return [f];
  if (!isEntityType(t)) return [];
  const shape: Shape = ENTITIES[t].shape;
  return Object.entries(shape).flatMap(([name, field]) => (`#${field.group}` === f ? [name] : []));
};

/** The fields of a conflict and what one of its heads says of each, as a screen states it. */
export const statedIn = (
  at: { readonly t: string; readonly f: string },
  v: Json,
  language: Language,
): readonly (readonly [name: string, text: string])[] =>
  fieldsOf(at.t, at.f).flatMap((name) => {
    const field = fieldOf(at.t, name);
    const value = at.f.startsWith("#") ? ((v ?? {}) as { readonly [f: string]: Json })[name] : v;
    return field === undefined ? [] : [[field.label[language], factText(field, value, language)] as const];
  });
