import { randomUUID } from "node:crypto";
import type { NumbersReply, NumbersRequest } from "../../shared/api/syncApi.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Center } from "../context.ts";
import { refusalTo } from "../desks/admit.ts";
import { passedOver } from "../epochs/window.ts";
import { bookHead, readFeed } from "./books.ts";
import type { Caller } from "./caller.ts";
import { bookOwn, putBy } from "./ownOp.ts";

/**
 * Grants the next block of a series and year to one desk, as an op in its bureau's book. Blocks of one series are
 * disjoint and follow one another without a gap, except after a restore (I18); the row of the series is locked to commit.
 */
export const grantNumbers = (
  center: Center,
  { bureau, feed }: Caller,
  { series, year, count }: NumbersRequest,
): Promise<Result<NumbersReply>> =>
  center.db.inBureau(bureau, async (tx) => {
    const desk = await readFeed(tx, bureau, feed);
    if (desk?.state === "frozen") return refuse("fork");
    const stopped = await refusalTo({ center, tx, bureau }, feed);
    if (stopped !== undefined) return refuse(stopped);
    const { isRecovering, home } = await bookHead(tx, bureau);
    if (home !== "here") return refuse("not-home");
    if (isRecovering) return refuse("busy", undefined, "recovering");
    const row = await tx.one<{ next: string }>(
      `insert into number_series (bureau, series, year, next) values ($1, $2, $3, $5::bigint + $4 + 1)
       on conflict (bureau, series, year) do update set next = number_series.next + $4 returning next`,
      [bureau, series, year, count, await passedOver(tx, bureau)],
    );
    assert(row !== undefined, "series without a row");
    const [grant, to] = [randomUUID(), Number(row.next) - 1];
    const from = to - count + 1;
    await bookOwn(
      { center, tx, bureau },
      {
        intent: "grant.numbers",
        muts: putBy({ t: "grant", id: grant }, { series, year, from, to, feed }),
      },
    );
    return done({ grant, from, to });
  });
