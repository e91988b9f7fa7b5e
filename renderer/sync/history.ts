import type { BookedOp } from "../../shared/ops/op.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import type { Desk } from "../data/desk.ts";
import { moreToErase, namedIn } from "../data/eraseOps.ts";
import { asOnlyWriter } from "../data/lock.ts";
import { type ChainPoint, type Meta, metaRows, readMeta, writeMeta } from "../data/meta.ts";
import { readOp, rowOfOp } from "../data/opRow.ts";
import { putRows } from "../data/putRows.ts";
import type { Center } from "./centerClient.ts";
import { mergePoint } from "./points.ts";
import { incomingOf, isOfEpoch, keysOf, pageOf } from "./pull.ts";
import type { SyncTools } from "./syncMind.ts";
import { verifyPage } from "./verifyPage.ts";
import { came, rough, type Weather } from "./weather.ts";

/** Ops per page: a fifth of a second, so that a person who saves meanwhile does not notice. */
const PAGE = 200;
/** The line and the disk rest as long as they worked, at most this. */
const REST_MS = 200;
/** How often the screens hear how far it is. */
const TELL_MS = 5000;

type Page = {
  readonly ops: readonly BookedOp[];
  readonly end: ChainPoint;
  readonly from: Pick<Meta["history"], "seq" | "to">;
};

const store = async (desk: Desk, { ops, end, from }: Page, mind: SyncTools["mind"]): Promise<void> => {
  const { db, seal, session } = desk;
  const read = ops.map((op) => readOp(incomingOf(op)));
  const rows = await Promise.all(read.map((op) => rowOfOp(seal, op)));
  const named = namedIn(read);
  await asOnlyWriter(session.installId, async () => {
    const { points, history, toErase } = await readMeta(db);
    // a restored center has made this desk start over meanwhile
    if (history.seq !== from.seq || history.to !== from.to) return;
    const next = { ...end, to: from.to };
    // past the library: no list shows these rows, and there are several such pages a second for minutes
    // the journal of this desk may be older than the snapshot, and still hold what was destroyed below it
    const more = named.length > 0 && { toErase: moreToErase(toErase, { ops: named, blobs: [], kinds: [] }) };
    const meta = metaRows({ points: mergePoint(points, end), history: next, ...more });
    await putRows(db, { ops: rows, meta });
    const now = performance.now();
    if (end.seq < from.to && now - mind.historyToldAt < TELL_MS) return;
    await writeMeta(db, { history: next });
    mind.historyToldAt = now;
  });
};

/**
 * Fetches the next ops from below the snapshot: proved one by one against the chain from its very beginning, and stored
 * for histories. At the snapshot's number the chain must be the signed one, or somebody is told: the state this desk
 * shows would not be the one these ops lead to (I38).
 */
export const fetchHistory = async (
  desk: Desk,
  center: Center,
  { mind, centerKey, formerKeys }: SyncTools,
): Promise<Weather<void>> => {
  const begun = performance.now();
  const { cursor, history, snapshot } = await readMeta(desk.db);
  const max = Math.min(PAGE, history.to - history.seq);
  const bytes = await center.pull({ epoch: cursor.epoch, after: history.seq, max });
  if (!bytes.ok) return bytes;
  const page = await pageOf(bytes.value, max);
  if (!page.ok) return page;
  if (!isOfEpoch(page.value, cursor.epoch)) return rough({ code: "gap", detail: "epoch" });
  const at = { seq: history.seq, chain: history.seq === 0 ? CHAIN_START : history.chain };
  const keys = { feeds: await keysOf(desk), centers: [centerKey, ...formerKeys] };
  const proved = await verifyPage(page.value.booked, { at, bureau: desk.session.bureau, keys });
  if (!proved.ok) return rough(proved.refusal);
  const { ops, end } = proved.value;
  if (ops.length === 0 || end.seq > history.to) return rough({ code: "gap", detail: "history" });
  if (end.seq === history.to && end.chain !== snapshot?.chain) {
    await writeMeta(desk.db, { alarm: "snapshot-differs" });
    mind.historyDiffers = true;
    return came(undefined);
  }
  await store(desk, { ops, end, from: history }, mind);
  const restMs = Math.min(performance.now() - begun, REST_MS);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  return came(undefined);
};
