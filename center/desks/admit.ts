import type { RefusalCode } from "../../shared/kernel/refusals.ts";
import { nameReplaced } from "../../shared/ops/draft.ts";
import { emptyState, type RecordState } from "../../shared/ops/state.ts";
import { bookHead, type FeedRow, lockFeed, readFeed } from "../book/books.ts";
import type { Caller } from "../book/caller.ts";
import { bookOwn, type OwnBook } from "../book/ownOp.ts";
import type { Center } from "../context.ts";
import { type EndStanding, newEnd, standingOfEnd } from "./enrolmentEnd.ts";
import { believedMs } from "./steadyClock.ts";

/** How a feed stands for whoever speaks through it now: as a person left it, or its enrolment has ended. */
export type FeedState = FeedRow["state"] | "ended";

type Now = { readonly standing: EndStanding; readonly nowMs: number };

/** The clock is only doubted where it matters: nearly every contact is answered by the first line. */
const endOf = async ({ center, tx }: OwnBook, { notAfterMs }: FeedRow): Promise<Now> => {
  const { config, now } = center;
  const claimed = now();
  if (standingOfEnd(notAfterMs, claimed, config) === "lasting")
    return { standing: "lasting", nowMs: claimed };
  const nowMs = await believedMs(tx, claimed);
  return { standing: standingOfEnd(notAfterMs, nowMs, config), nowMs };
};

/** How a feed stands, without changing anything. */
const stateOfFeed = async (book: OwnBook, feed: FeedRow): Promise<FeedState> => {
  if (feed.isCenter || feed.state !== "open") return feed.state;
  return (await endOf(book, feed)).standing === "ended" ? "ended" : "open";
};

/** The desk's record in the book as it stands: what a change of it replaces. Empty while a restored book still lacks it. */
export const deviceOf = async ({ tx, bureau }: OwnBook, feed: string): Promise<RecordState> => {
  const row = await tx.one<{ state: string }>(
    "select state from entity where bureau = $1 and t = 'device' and id = $2",
    [bureau, feed],
  );
  return row === undefined ? emptyState("device", feed) : (JSON.parse(row.state) as RecordState);
};

/** Gives the enrolment of a desk a new end. An op of the center says so, and comes to the desk like any other. */
export const renew = async (book: OwnBook, { feed }: FeedRow, nowMs: number): Promise<void> => {
  const { tx, bureau, center } = book;
  const notAfter = new Date(newEnd(nowMs, center.config)).toISOString();
  await tx.run("update feed set not_after = $3 where bureau = $1 and feed = $2", [bureau, feed, notAfter]);
  const device = await deviceOf(book, feed);
  const change = { k: "put", t: "device", id: feed, f: "notAfter", v: notAfter } as const;
  await bookOwn(book, { intent: "device.renew", muts: nameReplaced([change], () => device) });
};

/**
 * How a feed stands for the desk that makes contact through it, and its renewal when that is due: every contact from half
 * of its life on, days of grace included. A book that takes nothing now renews at the next contact.
 */
export const admit = async (book: OwnBook, feed: FeedRow): Promise<FeedState> => {
  if (feed.isCenter || feed.state !== "open") return feed.state;
  const { standing } = await endOf(book, feed);
  if (standing !== "renew") return standing === "ended" ? "ended" : "open";
  const { home, isRecovering } = await bookHead(book.tx, book.bureau);
  if (home !== "here" || isRecovering) return "open";
  // two contacts of one desk at once: the second finds that it was done
  const locked = await lockFeed(book.tx, book.bureau, feed.feed);
  const again = locked && (await endOf(book, locked));
  if (locked !== undefined && again?.standing === "renew") await renew(book, locked, again.nowMs);
  return "open";
};

/** Why a desk reads nothing and is given nothing: a person stopped it, or its enrolment has ended; undefined when it may. */
export const refusalTo = async (book: OwnBook, feed: string): Promise<RefusalCode | undefined> => {
  const row = await readFeed(book.tx, book.bureau, feed);
  const state = row === undefined ? "open" : await stateOfFeed(book, row);
  if (state === "revoked") return "device-revoked";
  return state === "ended" ? "device-ended" : undefined;
};

/** The same for a request that has no transaction yet. */
export const refusalToCaller = (center: Center, { bureau, feed }: Caller): Promise<RefusalCode | undefined> =>
  center.db.inBureau(bureau, (tx) => refusalTo({ center, tx, bureau }, feed));
