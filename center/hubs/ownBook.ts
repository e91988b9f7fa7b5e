import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { BookHead } from "../book/books.ts";
import type { Tx } from "../db/database.ts";

/** A hub that has proved its key: from its session, never from a body. */
export type HubCaller = { readonly hub: string; readonly key: string };

/**
 * From the gate into a bureau whose book this hub ships, or shipped before it was taken over; everything after it sees
 * only that bureau. `wrong-bureau` for any other, whether there is one or not; `device-revoked` for a stopped hub.
 */
export const enterOwn = async (
  tx: Tx,
  { hub }: HubCaller,
  bureau: string,
): Promise<Result<BookHead["home"]>> => {
  const row = await tx.one<{ state: string; home: BookHead["home"] | null }>(
    `select h.state, l.home from hub h left join bureau_log l on l.bureau = $2 and l.hub = h.hub where h.hub = $1`,
    [hub, bureau],
  );
  if (row?.state !== "open") return refuse("device-revoked");
  if (row.home === null) return refuse("wrong-bureau");
  await tx.enter(bureau);
  return done(row.home);
};
