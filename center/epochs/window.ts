import type { HelloRequest } from "../../shared/api/syncApi.ts";
import { bookHead } from "../book/books.ts";
import type { Caller } from "../book/caller.ts";
import type { OwnBook } from "../book/ownOp.ts";
import type { Tx } from "../db/database.ts";
import { placeRescued } from "./placeRescued.ts";

/** A desk that was not heard of for longer is not waited for. */
const ACTIVE_DAYS = 30;
/** Left free in every series when the window closes before every desk has been heard: one block at its largest. */
const MARGIN = 200;

/** Active desks that have not yet offered what they have, by name. */
export const missingDesks = async (tx: Tx, bureau: string): Promise<readonly string[]> =>
  (
    await tx.all<{ desk_name: string }>(
      `select f.desk_name from feed f join bureau_log l on l.bureau = f.bureau
       where f.bureau = $1 and not f.is_center and f.state = 'open' and f.checked_epoch <> l.epoch
         and f.seen_at > l.recovering_since - make_interval(days => $2) order by f.desk_name`,
      [bureau, ACTIVE_DAYS],
    )
  ).map(({ desk_name }) => desk_name);

/**
 * Numbers to pass over where a series begins in a book that was restored: while a desk has not been heard in this epoch,
 * the restored database may have forgotten the series' first blocks (I18). 0 when every desk has offered what it has.
 */
export const passedOver = async (tx: Tx, bureau: string): Promise<number> =>
  (await bookHead(tx, bureau)).recoveringSince > 0 && (await missingDesks(tx, bureau)).length > 0
    ? MARGIN
    : 0;

/**
 * Ends the recovery of a book: what desks brought back is booked first, in its old order; from now on they push. With
 * desks missing, numbers they may have been granted are passed over (I18).
 */
export const closeWindow = async (book: OwnBook): Promise<void> => {
  const { center, tx, bureau } = book;
  const { isRecovering, home } = await bookHead(tx, bureau);
  if (!isRecovering || home !== "here") return;
  const missing = await missingDesks(tx, bureau);
  await placeRescued(book);
  if (missing.length > 0)
    await tx.run("update number_series set next = next + $2 where bureau = $1", [bureau, MARGIN]);
  await tx.run("update bureau_log set is_recovering = false where bureau = $1", [bureau]);
  center.log.info({ bureau, missing: missing.length }, "book.recovered");
};

/**
 * Notes what a desk says of itself, also when it comes after the window; closes the window when it was the last, or when
 * it has been open long enough.
 */
export const checkIn = async (
  book: OwnBook,
  { feed }: Caller,
  { cursor, report }: Pick<HelloRequest, "cursor" | "report">,
): Promise<void> => {
  const { center, tx, bureau } = book;
  const head = await bookHead(tx, bureau);
  if (head.recoveringSince > 0 && cursor.epoch === head.epoch && report.rescue === 0)
    await tx.run("update feed set checked_epoch = $3 where bureau = $1 and feed = $2", [
      bureau,
      feed,
      head.epoch,
    ]);
  if (!head.isRecovering || head.home !== "here") return;
  const isLate = center.now() - head.recoveringSince > center.config.recoveryMs;
  if (isLate || (await missingDesks(tx, bureau)).length === 0) await closeWindow(book);
};
