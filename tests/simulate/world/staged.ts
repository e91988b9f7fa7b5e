import { metaOf, type SimulatedDesk } from "./desk.ts";

/** A database that was or is being loaded: of which snapshot, how many chunks are stored, and whether that was the end. */
type Staged = {
  readonly name: string;
  readonly manifest: string;
  readonly chunks: number;
  readonly isReady: boolean;
  /** Of an older version, after an upgrade. */
  readonly isOld: boolean;
};
type Named = { readonly isReady?: boolean; readonly fold?: number };

/** What a computer has loaded or is loading. */
export const stagedOf = ({ computer }: SimulatedDesk): readonly Staged[] =>
  [...computer.databases.keys()].flatMap((name) => {
    const staged = metaOf(computer, name, "staging") as Pick<Staged, "manifest" | "chunks"> | undefined;
    const named = metaOf(computer, name, "desk") as Named | undefined;
    const standing = { isReady: named?.isReady === true, isOld: named?.fold === 0 };
    return staged === undefined ? [] : [{ name, ...staged, ...standing }];
  });

/** Whether a load of which something was stored was thrown away, and the same snapshot is loaded into another database. */
export const isBegunAnew = (before: readonly Staged[], after: readonly Staged[]): boolean =>
  before
    .filter(({ chunks, isReady, isOld }) => chunks > 0 && !isReady && !isOld)
    .filter(({ name }) => !after.some((now) => now.name === name))
    .some(({ manifest }) => after.some((now) => now.manifest === manifest));
