import { type Meta, type MetaPatch, readMeta } from "../meta.ts";
import { openOp, recordKey } from "../opRow.ts";
import type { Question } from "../useAnswer.ts";
import { unsentCount, waitingRows } from "../waiting.ts";
import { entryOf, type HistoryEntry } from "./history.ts";

/** Ops that are only on this computer, oldest first. The outbox is not a table: it is this question (R14). */
export const pendingOps =
  (limit: number): Question<readonly HistoryEntry[]> =>
  async (desk) => {
    const rows = await waitingRows(desk, limit);
    return (await Promise.all(rows.map((row) => openOp(desk.seal, row)))).map(entryOf);
  };

/**
 * Ops that were in the province's book and are not in it since it was restored from a backup. Every
 * desk offers what it has; what stays here a person must look at (I21, I37).
 */
export const rescuedOps =
  (limit: number): Question<readonly HistoryEntry[]> =>
  async (desk) => {
    const { rescue } = await readMeta(desk.db);
    const rows = await desk.db.ops.bulkGet(rescue.slice(0, limit).map(({ h }) => h));
    return Promise.all(
      rows.flatMap((row) => (row === undefined ? [] : [openOp(desk.seal, row).then(entryOf)])),
    );
  };

/** What the sync screen and the status bar tell. */
export type SyncFigures = {
  /** Ops that are only on this computer. */
  readonly unsent: number;
  /** How many of them only note that somebody looked; 0 when there are too many to tell apart. */
  readonly unsentLooks: number;
  /** The claimed time of the oldest of them (UTC text); "" for none. */
  readonly oldestUnsentAt: string;
  /** How far the province's book is known here. */
  readonly bookSeq: number;
  /** How far the province has it in verified backups. */
  readonly stableSeq: number;
  /** When this desk last proved that both sides have everything (milliseconds UTC); 0 for never. */
  readonly provenAt: number;
  /** The center's last signed receipt, as printed evidence; null before the first. */
  readonly receipt: {
    readonly n: number;
    readonly h: string;
    readonly seq: number;
    readonly at: string;
  } | null;
  /** How far the province itself has the book a hub keeps, and since when; null before its first word. */
  readonly atProvince: { readonly seq: number; readonly at: string } | null;
  /** Ops an epoch change took out of the book and that wait to be booked again. */
  readonly rescued: number;
  /** Ops below the snapshot this desk began with that are still to come: histories lack them. */
  readonly historyLeft: number;
  /** Something a named person must look at; "" for nothing. */
  readonly alarm: string;
};

/** More waiting ops are not told apart: then it is the whole number that matters. */
const TOLD_APART = 200;
const LOOK = recordKey("look", "");

/** Own ops that wait and have no row yet. */
const unstored = ({ opsLater, sent }: Pick<Meta, "opsLater"> & Pick<MetaPatch, "sent">): number =>
  Math.max(0, opsLater.to - Math.max(opsLater.n, sent?.n ?? 0));

/** How sync stands, from the database alone: true also when the network is gone. */
export const syncFigures = (): Question<SyncFigures> => async (desk) => {
  const [meta, unsent, oldest] = await Promise.all([
    readMeta(desk.db),
    unsentCount(desk),
    pendingOps(1)(desk),
  ]);
  const rows = unsent > TOLD_APART ? [] : await waitingRows(desk, TOLD_APART);
  return {
    unsent: unsent + unstored(meta),
    unsentLooks: rows.filter(({ records }) => records.every((key) => key.startsWith(LOOK))).length,
    oldestUnsentAt: oldest[0]?.claimedAt ?? "",
    bookSeq: meta.cursor.seq,
    stableSeq: meta.stable,
    provenAt: meta.provenAt,
    receipt: meta.receipt ?? null,
    atProvince: meta.atProvince ?? null,
    rescued: meta.rescue.length,
    historyLeft: meta.history.to - meta.history.seq,
    alarm: meta.alarm,
  };
};
