import { utf8 } from "../kernel/utf8.ts";
import { stateText } from "../ops/fold.ts";
import type { RecordState } from "../ops/state.ts";

/** A record's kind and id. */
type Name = Pick<RecordState, "t" | "id">;
/** The order of records in the state hash: by kind, then id, by code units. */
export const byName = (a: Name, b: Name): number =>
  a.t === b.t ? Number(a.id > b.id) - Number(a.id < b.id) : Number(a.t > b.t) - Number(a.t < b.t);

/** A record by its name, and the canonical text of its state. */
export type StateText = Name & { readonly text: string };

/**
 * What is hashed (SHA-256) to get the state hash of a book: the canonical JSON array of every record's state, sorted by
 * kind, then id. Replicas with equal chain values and equal FOLD have equal state hashes (I10).
 */
export const stateHashInputOfTexts = (records: readonly StateText[]): Uint8Array<ArrayBuffer> =>
  utf8(
    `[${[...records]
      .sort(byName)
      .map(({ text }) => text)
      .join(",")}]`,
  );

/** The same from the states themselves. */
export const stateHashInput = (states: readonly RecordState[]): Uint8Array<ArrayBuffer> =>
  stateHashInputOfTexts(states.map((state) => ({ t: state.t, id: state.id, text: stateText(state) })));
