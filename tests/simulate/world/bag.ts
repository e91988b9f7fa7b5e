/** A file that is carried: from the desk of a feed to the center, or an answer for that desk. */
export type CarriedFile = {
  readonly is: "up" | "down";
  readonly feed: string;
  readonly bytes: Uint8Array;
  /** How it was damaged or forged on its way; absent where it was not. */
  readonly damage?: string;
};

/** What couriers have with them, and which desk wrote which file. */
export type Bag = { readonly files: CarriedFile[]; readonly writers: Map<string, string> };

export const aBag = (): Bag => ({ files: [], writers: new Map() });
