import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { lockBook, lockFeed } from "../book/books.ts";
import type { OwnBook } from "../book/ownOp.ts";
import type { Center } from "../context.ts";
import { renew } from "./admit.ts";
import { settleHeld } from "./holds.ts";
import { believedMs } from "./steadyClock.ts";

/** Whose enrolment is renewed, and who at the province says so (the login of the console). */
export type Renewal = { readonly feed: string; readonly by: string };

/**
 * A person at the province renews the enrolment of a desk: what was held because it had ended is booked in the order in
 * which it came, and the desk reads and writes again (F83). `not-found` for a desk that is stopped, forked or not there.
 */
export const renewDesk = (center: Center, bureau: string, { feed: id, by }: Renewal): Promise<Result<void>> =>
  center.db.inBureau(bureau, async (tx) => {
    const { home, isRecovering } = await lockBook(tx, bureau);
    if (home !== "here") return refuse("not-home");
    if (isRecovering) return refuse("busy", undefined, "recovering");
    const feed = await lockFeed(tx, bureau, id);
    if (feed === undefined || feed.isCenter || feed.state !== "open") return refuse("not-found");
    const book: OwnBook = { center, tx, bureau };
    await renew(book, feed, await believedMs(tx, center.now()));
    const count = await settleHeld(book, feed, { decision: "released", by });
    center.log.info({ bureau, feed: id, ops: count }, "desk.renewed");
    return done(undefined);
  });
