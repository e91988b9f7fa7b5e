import { type StateText, stateHashInputOfTexts } from "../../shared/sync/stateHash.ts";
import type { Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";

/**
 * The state hash of a book as it stands (I10). States are stored in their canonical text, which is what is hashed: none of
 * them is parsed and written out anew, however long the book is.
 */
export const hashOfState = async (tx: Tx, bureau: string): Promise<string> =>
  sha256(
    stateHashInputOfTexts(
      await tx.all<StateText>("select t, id, state as text from entity where bureau = $1 and last_seq > 0", [
        bureau,
      ]),
    ),
  );
