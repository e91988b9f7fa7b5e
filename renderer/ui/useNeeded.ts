import { useLabel } from "./language.tsx";
import { filled, UI_WORDS } from "./words.ts";

/** A field by its title, and whether it is filled in. */
export type Needed = readonly [title: string, isThere: boolean];

/** Says which fields of a form are still empty, by their titles; "" when the form is complete. */
export const useNeeded = (): ((...fields: readonly Needed[]) => string) => {
  const t = useLabel();
  return (...fields) => {
    const names = fields.filter(([, isThere]) => !isThere).map(([title]) => title);
    return names.length === 0 ? "" : filled(t(UI_WORDS.needed), { names: names.join(t(UI_WORDS.comma)) });
  };
};
