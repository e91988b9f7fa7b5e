import { ENTITIES, fieldOf } from "../dictionary/entities.ts";
import type { Result } from "../kernel/result.ts";
import { done, refuse } from "../kernel/result.ts";
import type { RecordView } from "../ops/view.ts";
import { aidFactsOf, consultationFactsOf, isProvisionalNumber, type LetterScene } from "./letterScene.ts";
import type { Letter, LetterForm } from "./letters.ts";
import { letterOf } from "./letters.ts";
import { type Printed, printedFacts } from "./printedFact.ts";
import type { SlotTable } from "./slot.ts";
import { AGENCY_SLOTS } from "./slotsAgency.ts";
import { ASSIGNMENT_SLOTS } from "./slotsAssignment.ts";
import { DECISION_SLOTS } from "./slotsDecision.ts";
import { PERSON_SLOTS } from "./slotsPerson.ts";

/** What a template receives: dictionary names of the record, `bureau.`, `lawyer.` and `provider.` names, derived slots. */
export type LetterData = { readonly [slot: string]: Printed | Readonly<Record<string, Printed>> };

/** Stands for a number that is still to be given; a provisional one is never shown (V29). */
const NUMBER_TO_COME = "（正式编号待编）";

/** Every derived slot but the number, which `letterData` adds as `letterNumber`. */
export const DERIVED_SLOTS: SlotTable = {
  ...AGENCY_SLOTS,
  ...PERSON_SLOTS,
  ...DECISION_SLOTS,
  ...ASSIGNMENT_SLOTS,
};

/** The registers a template may read beside the record, as `bureau.name` and so on. */
export const REGISTERS = ["bureau", "lawyer", "provider"] as const;

const registerFacts = (scene: LetterScene, register: string): Readonly<Record<string, unknown>> =>
  register === "bureau" ? scene.bureau : ((register === "lawyer" ? scene.lawyer : scene.provider) ?? {});

const isKnown = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

const isRequiredKnown = (name: string, scene: LetterScene): boolean => {
  const [register, field] = name.split(".");
  if (field !== undefined) return isKnown(registerFacts(scene, register as string)[field]);
  const slot = Object.hasOwn(DERIVED_SLOTS, name) ? DERIVED_SLOTS[name] : undefined;
  if (slot !== undefined) return isKnown(slot.of(scene));
  const fact = scene.view.facts[name];
  const isPerson = fieldOf(scene.view.t, name)?.kind === "ref";
  return isKnown(isPerson ? scene.staff[String(fact)]?.name : fact);
};

/** Everything this letter must state about this file: dictionary names and derived slots, in the order of the table. */
export const requiredFacts = (form: LetterForm, scene: LetterScene): readonly string[] => {
  const { requires, requiresAlso }: Letter = letterOf(form);
  return [...requires, ...(requiresAlso?.(aidFactsOf(scene)) ?? [])];
};

/** What of it is not known yet: a screen can list it all, `letterData` names the first. */
export const missingFacts = (form: LetterForm, scene: LetterScene): readonly string[] =>
  requiredFacts(form, scene).filter((name) => !isRequiredKnown(name, scene));

/**
 * A fact on which two people disagree is not printed. Refuses `field-in-conflict` for the first of these names that is
 * in conflict, by itself or through its group; null when none is. `makeLetter` asks it again for a template's slots.
 */
export const conflictAmong = (names: readonly string[], view: RecordView): Result<never> | null => {
  const groupOf = (name: string): string => {
    const group = fieldOf(view.t, name)?.group;
    return group === undefined ? name : `#${group}`;
  };
  const used = new Set(names.flatMap((name) => [name, groupOf(name)]));
  const conflict = view.conflicts.find(({ f }) => used.has(f));
  return conflict === undefined ? null : refuse("field-in-conflict", undefined, conflict.f);
};

/** Nothing that rests on a contested step is printed, nor a required fact in conflict. */
const dispute = (names: readonly string[], { view }: LetterScene): Result<never> | null => {
  const contested = view.contested[0];
  return contested === undefined
    ? conflictAmong(names, view)
    : refuse("contested", undefined, contested.lane);
};

const recordNumber = (scene: LetterScene): string | undefined =>
  scene.number !== null
    ? scene.number.text
    : scene.view.t === "consultation"
      ? consultationFactsOf(scene).no
      : aidFactsOf(scene).applicationNo;

const numberText = ({ numbering }: Letter, scene: LetterScene): Result<string> => {
  if (numbering === "none") return done("");
  if (numbering === "official") {
    if (scene.number === null) return refuse("facts-missing", "V29", "letterNumber");
    const { text } = scene.number;
    return isProvisionalNumber(text) ? refuse("number-provisional", "V29", "letterNumber") : done(text);
  }
  if (scene.number !== null && isProvisionalNumber(scene.number.text))
    return refuse("number-provisional", "V29", "letterNumber");
  const text = recordNumber(scene);
  return done(text === undefined || isProvisionalNumber(text) ? NUMBER_TO_COME : text);
};

const withoutProvisional = (printed: Readonly<Record<string, Printed>>): Readonly<Record<string, Printed>> =>
  Object.fromEntries(
    Object.entries(printed).map(([name, value]) => [
      name,
      typeof value === "string" && name.endsWith("No") && isProvisionalNumber(value) ? NUMBER_TO_COME : value,
    ]),
  );

const derived = (scene: LetterScene): Readonly<Record<string, Printed>> =>
  Object.fromEntries(
    Object.entries(DERIVED_SLOTS).flatMap(([name, slot]) => {
      const value = slot.of(scene);
      return value === null ? [] : [[name, value] as const];
    }),
  );

/**
 * Everything a template of this form may print, as text. Refuses `facts-missing` naming the first fact the letter must
 * state and cannot, `number-provisional` (V29), and disputes. Pure: the same scene gives the same data.
 */
export const letterData = (form: LetterForm, scene: LetterScene): Result<LetterData> => {
  const letter = letterOf(form);
  if (scene.view.t !== letter.entity) return refuse("value-invalid", letter.source, "form");
  if (!letter.isDue(aidFactsOf(scene))) return refuse("stage-forbids", letter.source, letter.step);
  const disputed = dispute(requiredFacts(form, scene), scene);
  if (disputed !== null) return disputed;
  const missing = missingFacts(form, scene)[0];
  if (missing !== undefined) return refuse("facts-missing", letter.source, missing);
  const number = numberText(letter, scene);
  if (!number.ok) return number;
  const nameOf = (id: string): string | undefined => scene.staff[id]?.name;
  const registers = REGISTERS.map(
    (name) => [name, printedFacts(ENTITIES[name].shape, registerFacts(scene, name), nameOf)] as const,
  );
  return done({
    ...withoutProvisional(printedFacts(ENTITIES[letter.entity].shape, scene.view.facts, nameOf)),
    ...Object.fromEntries(registers),
    ...derived(scene),
    letterNumber: number.value,
    hasNumber: number.value !== "",
    formTitle: letter.title.zh,
    formCode: form,
  });
};

/** True for a name a template may use at the top level: dictionary, register or derived slot. */
export const isLetterSlot = (form: LetterForm, name: string): boolean => {
  if (
    ["letterNumber", "hasNumber", "formTitle", "formCode"].includes(name) ||
    Object.hasOwn(DERIVED_SLOTS, name)
  )
    return true;
  const [register, field] = name.split(".") as [string, string?];
  if (field !== undefined)
    return (REGISTERS as readonly string[]).includes(register) && fieldOf(register, field) !== undefined;
  return fieldOf(letterOf(form).entity, name) !== undefined;
};
