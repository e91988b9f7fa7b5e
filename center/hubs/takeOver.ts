import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { lockBook } from "../book/books.ts";
import type { Center } from "../context.ts";
import { beginEpoch } from "../epochs/beginEpoch.ts";
import { signTerm } from "./terms.ts";

/** Why: the hub is broken for good, or it was stolen and its key proves nothing any more. */
export type TakeOver = { readonly isStolen: boolean };

/**
 * The province keeps this bureau's book from now on: a term signed by it, and a new epoch that begins where the copy ends.
 * As after a restore, desks bring back what the hub had not shipped before anything new is booked (F41). The hub is
 * refused when it comes back; what it has and we do not it may still offer (F42). `not-found` unless a hub keeps the book.
 */
export const takeOver = async (
  center: Center,
  bureau: string,
  { isStolen }: TakeOver,
): Promise<Result<void>> => {
  const taken = await center.db.inBureau(bureau, async (tx): Promise<Result<string>> => {
    const { home, seq, chain } = await lockBook(tx, bureau);
    if (home !== "hub") return refuse("not-found");
    const row = await tx.one<{ hub: string }>("select hub from bureau_log where bureau = $1", [bureau]);
    await signTerm(center, tx, { bureau, key: center.key.publicKey, seq, chain });
    await tx.run("update bureau_log set home = 'here', is_hub_revoked = $2 where bureau = $1", [
      bureau,
      isStolen,
    ]);
    await beginEpoch({ center, tx, bureau });
    return done(row?.hub ?? "");
  });
  if (!taken.ok) return taken;
  if (isStolen)
    await center.db.atGate((tx) => tx.run("update hub set state = 'revoked' where hub = $1", [taken.value]));
  center.log.warn({ bureau }, "hub.takenOver");
  return done(undefined);
};
