/** A record as all engines are given it: flat, with an id. */
export type CaseRecord = { readonly id: string } & { readonly [field: string]: string };
/** One field of one record, written anew. */
export type Edit = { readonly id: string; readonly field: string; readonly value: string };

/** What the bench asks of a rival inside its page. */
export type Engine = {
  readonly open: () => Promise<void>;
  readonly fill: (records: readonly CaseRecord[]) => Promise<void>;
  /** Both ways, until nothing is left. */
  readonly sync: () => Promise<void>;
  readonly edit: (edits: readonly Edit[]) => Promise<void>;
  /** The record as its plain reading gives it: what a screen would show that does not ask for revisions. */
  readonly shown: (id: string) => Promise<string>;
  readonly count: () => Promise<number>;
};
