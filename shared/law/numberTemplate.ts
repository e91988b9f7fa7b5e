/** What an official number is made of. `n` counts within one year and kind. */
export type NumberParts = {
  readonly year: number;
  readonly shortName: string;
  readonly kind: string;
  readonly n: number;
};

/** The number template that stands while the bureau has set no other; no national rule was found. */
export const DEFAULT_NUMBER_TEMPLATE = "（{year}）{shortName}援{kind}字第{n}号";

/** Without these three, two letters could carry one number. */
const NEEDED = ["year", "kind", "n"] as const;
const SLOTS: readonly string[] = [...NEEDED, "shortName"];
const SLOT = /\{([^{}]*)\}/gu;
/** The longest official number a letter has room for; names and counts are at most this much longer than their slots. */
const LONGEST = 40;

/** True when a text can number letters: year, kind and n once each, no unknown slot, no stray brace. */
export const isNumberTemplate = (template: unknown): template is string => {
  if (typeof template !== "string" || template.length > LONGEST || /[\u0000-\u001f]/u.test(template))
    return false;
  const names = [...template.matchAll(SLOT)].map(([, name = ""]) => name);
  const hasEach = NEEDED.every((name) => names.filter((each) => each === name).length === 1);
  const isKnown = names.every((name) => SLOTS.includes(name));
  return hasEach && isKnown && !/[{}]/u.test(template.replace(SLOT, ""));
};

/** The official number by a template. */
export const numberText = (template: string, parts: NumberParts): string =>
  template.replace(SLOT, (slot, name: string) =>
    Object.hasOwn(parts, name) ? String(parts[name as keyof NumberParts]) : slot,
  );
