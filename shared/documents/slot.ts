import type { LetterScene } from "./letterScene.ts";
import type { Printed } from "./printedFact.ts";

/**
 * A slot of a template that is no dictionary name: its meaning, and its value in a scene. Null means that a fact it
 * is made of is not known; a template that uses it is then refused, never printed with a gap.
 */
export type Slot = {
  readonly zh: string;
  readonly en: string;
  /** What a row of it offers, where it is a list. */
  readonly columns?: readonly string[];
  readonly of: (scene: LetterScene) => Printed | null;
};

/** A table of derived slots by name. */
export type SlotTable = Readonly<Record<string, Slot>>;
