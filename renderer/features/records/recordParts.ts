import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import type { Shape } from "../../../shared/dictionary/field.ts";
import { ISSUED_FIELDS } from "../../../shared/dictionary/issued.ts";
import { ownedFacts, stepsOf } from "../../../shared/workflow/steps.ts";

/** The fields of a kind of record by how they are written: entered freely, row by row, or only by a step. */
export type RecordParts = {
  readonly free: readonly string[];
  readonly lists: readonly string[];
  readonly owned: readonly string[];
  /** What issuing and serving letters records. */
  readonly ofLetters: readonly string[];
  /** What a referral file brought: shown with the file that it became. */
  readonly ofReferral: readonly string[];
  /** Free fields without which no first step is possible. */
  readonly required: readonly string[];
};

/** Letters, their services and their numbers are written by issuing and serving, and shown in the letter section. */
const isOfLetters = (name: string): boolean =>
  Object.hasOwn(ISSUED_FIELDS, name) || /^number(FZ|LA)/.test(name);

const REFERRAL: ReadonlySet<string> = new Set([
  "fromBureau",
  "fromNo",
  "parcels",
  "parcelTexts",
  "parcelReviewed",
]);
const isOfReferral = (t: EntityType, name: string): boolean => t === "transfer" && REFERRAL.has(name);

/** How the fields of a kind of record are written, in the order of the dictionary. */
export const partsOf = (t: EntityType): RecordParts => {
  const shape: Shape = ENTITIES[t].shape;
  const byStep = ownedFacts(t);
  const ofReferral = Object.keys(shape).filter((name) => isOfReferral(t, name));
  const names = Object.keys(shape).filter((name) => !isOfLetters(name) && !ofReferral.includes(name));
  const ofLetters = Object.keys(shape).filter(isOfLetters);
  const open = names.filter((name) => !byStep.has(name));
  const first = Object.values(stepsOf(t)).filter(({ from }) => from.includes(""));
  const free = open.filter((name) => shape[name]?.row === undefined);
  return {
    free,
    lists: open.filter((name) => shape[name]?.row !== undefined),
    owned: names.filter((name) => byStep.has(name)),
    ofLetters,
    ofReferral,
    required: free.filter((name) => first.some(({ needs }) => needs.includes(name))),
  };
};
