import type { HelloRequest } from "../../shared/api/syncApi.ts";
import { FOLD } from "../../shared/ops/state.ts";
import { bookHead } from "./books.ts";
import type { Caller } from "./caller.ts";
import type { OwnBook } from "./ownOp.ts";
import { hashOfState } from "./stateHash.ts";

/**
 * Whether a desk that stands where our book ends makes the same of it (F60, F77). Undefined when there is nothing to
 * compare: another end, another version of the fold, a book that is being brought back, or one that grew meanwhile. A
 * difference stays with the feed, for the console, until the two are equal again.
 */
export const compareState = async (
  { center, tx, bureau }: OwnBook,
  { feed }: Caller,
  { cursor, state }: HelloRequest,
): Promise<boolean | undefined> => {
  const { epoch, seq, chain, isRecovering } = await bookHead(tx, bureau);
  const isAtEnd = cursor.epoch === epoch && cursor.seq === seq && cursor.chain === chain;
  if (state === undefined || state.fold !== FOLD || !isAtEnd || isRecovering) return undefined;
  const ours = await hashOfState(tx, bureau);
  // what was committed while we read would make an honest desk look wrong
  if ((await bookHead(tx, bureau)).seq !== seq) return undefined;
  const isSame = ours === state.hash;
  if (!isSame) center.log.warn({ bureau, feed, seq }, "state.differs");
  await tx.run("update feed set differs_seq = $3, differs_at = $4 where bureau = $1 and feed = $2", [
    bureau,
    feed,
    isSame ? null : seq,
    isSame ? null : new Date(center.now()).toISOString(),
  ]);
  return isSame;
};
