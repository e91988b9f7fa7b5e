import { join } from "node:path";
import type { Vault } from "../identity/vault.ts";
import { TYPE } from "./frame.ts";
import { type Head, type Place, scanJournal } from "./scanJournal.ts";

/** The journal of a feed that this desk wrote before it was restored. */
export type EarlierJournal = {
  readonly feed: string;
  readonly folder: string;
  readonly head: Head;
  readonly places: readonly Place[];
};

/** Where the journal of an earlier feed lies below the data folder. */
export const earlierFolder = (data: string, feed: string): string => join(data, "earlier", feed);

/** Opens them for reading. What cannot be read any more is left out; the present journal does not depend on it. */
export const openEarlier = (data: string, vault: Vault | undefined): Promise<readonly EarlierJournal[]> =>
  Promise.all(
    (vault?.earlier ?? []).map(async ({ feed }) => {
      const folder = earlierFolder(data, feed);
      const { head, places } = await scanJournal(folder, 0);
      return { feed, folder, head, places: places.get(TYPE.op) ?? [] };
    }),
  );
