import { ENTITIES, type EntityType, fieldOf } from "../dictionary/entities.ts";
import type { Result } from "../kernel/result.ts";
import { done, refuse } from "../kernel/result.ts";
import type { RecordView } from "../ops/view.ts";
import type { Letter, LetterEntity } from "./letter.ts";
import { isProvisionalNumber, type LetterScene, nameOf } from "./letterScene.ts";
import type { LetterForm } from "./letters.ts";
import { isIssuedFrom, letterOf } from "./letters.ts";
import { type Printed, printedFacts } from "./printedFact.ts";
import type { SlotTable } from "./slot.ts";
import { AGENCY_SLOTS } from "./slotsAgency.ts";
import { ASSIGNMENT_SLOTS } from "./slotsAssignment.ts";
import { COURSE_SLOTS } from "./slotsCourse.ts";
import { DECISION_SLOTS } from "./slotsDecision.ts";
import { LEDGER_SLOTS } from "./slotsLedger.ts";
import { PERSON_SLOTS } from "./slotsPerson.ts";
import { RECORD_SLOTS } from "./slotsRecords.ts";
import { SERVICE_SLOTS } from "./slotsService.ts";

/** What a template receives: dictionary names of the record, `bureau.`, `lawyer.` and `provider.` names, derived slots. */
export type LetterData = { readonly [slot: string]: Printed | Readonly<Record<string, Printed>> };

/** Stands for a number that is still to be given; a provisional one is never shown (V29). */
const NUMBER_TO_COME = "（正式编号待编）";

/** Slots that every kind of record offers. */
const COMMON_SLOTS: SlotTable = { ...AGENCY_SLOTS, ...SERVICE_SLOTS };
/** Slots that read the facts of an aid file (or the few a consultation has in common with it). */
const FILE_SLOTS: SlotTable = { ...PERSON_SLOTS, ...DECISION_SLOTS, ...ASSIGNMENT_SLOTS, ...COURSE_SLOTS };
/** Slots of the other kinds of record, which may read the file they belong to. */
const OTHER_SLOTS: SlotTable = { ...RECORD_SLOTS, ...LEDGER_SLOTS };

/** Every derived slot but the number, which `letterData` adds as `letterNumber`. */
export const DERIVED_SLOTS: SlotTable = { ...COMMON_SLOTS, ...FILE_SLOTS, ...OTHER_SLOTS };

/** The derived slots that letters from records of this kind may use. */
export const derivedSlotsOf = (t: string): SlotTable =>
  t === "aidFile" || t === "consultation"
    ? { ...COMMON_SLOTS, ...FILE_SLOTS }
    : { ...COMMON_SLOTS, ...OTHER_SLOTS };

/** The registers a template may read beside the record, as `bureau.name` and so on, with the kind of record each is. */
export const REGISTERS = {
  bureau: "bureau",
  lawyer: "lawyer",
  provider: "provider",
  file: "aidFile",
} as const satisfies Readonly<Record<string, EntityType>>;

type Register = keyof typeof REGISTERS;

const isRegister = (name: string): name is Register => Object.hasOwn(REGISTERS, name);

const registerFacts = (scene: LetterScene, register: Register): Readonly<Record<string, unknown>> => {
  const facts = {
    bureau: scene.bureau,
    lawyer: scene.lawyer,
    provider: scene.provider,
    file: scene.related?.fileId?.facts,
  };
  return facts[register] ?? {};
};

const isKnown = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

const isRequiredKnown = (name: string, scene: LetterScene): boolean => {
  const [register = "", field] = name.split(".");
  if (field !== undefined)
    return isKnown(isRegister(register) ? registerFacts(scene, register)[field] : undefined);
  const slots = derivedSlotsOf(scene.view.t);
  const slot = Object.hasOwn(slots, name) ? slots[name] : undefined;
  if (slot !== undefined) return isKnown(slot.of(scene));
  const fact = scene.view.facts[name];
  const isPerson = fieldOf(scene.view.t, name)?.kind === "ref";
  return isKnown(isPerson ? nameOf(scene, fact) : fact);
};

/** Everything this letter must state about this file: dictionary names and derived slots, in the order of the table. */
export const requiredFacts = (form: LetterForm, scene: LetterScene): readonly string[] => {
  const { requires, requiresAlso }: Letter = letterOf(form);
  return [...requires, ...(requiresAlso?.(scene.view.facts) ?? [])];
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

const recordNumber = ({ numberFact = "" }: Letter, { number, view }: LetterScene): string | undefined => {
  if (number !== null) return number.text;
  const kept = view.facts[numberFact];
  return typeof kept === "string" ? kept : undefined;
};

const numberText = (letter: Letter, scene: LetterScene): Result<string> => {
  if (letter.numbering === "none") return done("");
  if (letter.numbering === "official") {
    if (scene.number === null) return refuse("facts-missing", "V29", "letterNumber");
    const { text } = scene.number;
    return isProvisionalNumber(text) ? refuse("number-provisional", "V29", "letterNumber") : done(text);
  }
  if (scene.number !== null && isProvisionalNumber(scene.number.text))
    return refuse("number-provisional", "V29", "letterNumber");
  const text = recordNumber(letter, scene);
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
    Object.entries(derivedSlotsOf(scene.view.t)).flatMap(([name, slot]) => {
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
  if (!isIssuedFrom(form, scene.view.t)) return refuse("value-invalid", letter.source, "form");
  if (!letter.isDue(scene.view.facts)) return refuse("stage-forbids", letter.source, letter.step);
  const disputed = dispute(requiredFacts(form, scene), scene);
  if (disputed !== null) return disputed;
  const missing = missingFacts(form, scene)[0];
  if (missing !== undefined) return refuse("facts-missing", letter.source, missing);
  const number = numberText(letter, scene);
  if (!number.ok) return number;
  const named = (id: string): string | undefined => nameOf(scene, id);
  const registers = (Object.keys(REGISTERS) as Register[]).map(
    (name) =>
      [name, printedFacts(ENTITIES[REGISTERS[name]].shape, registerFacts(scene, name), named)] as const,
  );
  return done({
    ...withoutProvisional(printedFacts(ENTITIES[scene.view.t].shape, scene.view.facts, named)),
    ...Object.fromEntries(registers),
    ...derived(scene),
    letterNumber: number.value,
    hasNumber: number.value !== "",
    formTitle: letter.title.zh,
    formCode: form,
  });
};

/** Names that `letterData` adds to every letter. */
const OWN_NAMES: ReadonlySet<string> = new Set(["letterNumber", "hasNumber", "formTitle", "formCode"]);

const isSlotFrom = (t: LetterEntity, name: string): boolean => {
  const [register = "", field] = name.split(".");
  if (field !== undefined) return isRegister(register) && fieldOf(REGISTERS[register], field) !== undefined;
  return OWN_NAMES.has(name) || Object.hasOwn(derivedSlotsOf(t), name) || fieldOf(t, name) !== undefined;
};

/** True for a name a template may use at the top level, from every kind of record the letter is issued from. */
export const isLetterSlot = (form: LetterForm, name: string): boolean =>
  letterOf(form).entities.every((t) => isSlotFrom(t, name));
