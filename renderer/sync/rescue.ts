import { canonicalJson } from "../../shared/kernel/canonicalJson.ts";
import type { BookedOp } from "../../shared/ops/op.ts";
import { encodeBooked, withTrailer } from "../../shared/sync/frames.ts";
import { withinBytes } from "../../shared/sync/withinBytes.ts";
import type { Desk } from "../data/desk.ts";
import { type Lost, readMeta } from "../data/meta.ts";
import { openOp } from "../data/opRow.ts";
import type { Center } from "./centerClient.ts";
import { sha256 } from "./proof.ts";
import { paced } from "./push.ts";
import type { SyncMind, SyncTools } from "./syncMind.ts";
import { came, type Weather } from "./weather.ts";

/** What the center lost and was not offered yet, in the order of the old book. */
export const leftToOffer = async ({ db }: Desk, { offered }: SyncMind): Promise<readonly Lost[]> =>
  (await readMeta(db)).rescue.filter(({ h }) => !offered.hashes.has(h)).toSorted((a, b) => a.seq - b.seq);

const opened = async ({ db, seal }: Desk, lost: readonly Lost[]): Promise<readonly BookedOp[]> => {
  const rows = await db.ops.bulkGet(lost.map(({ h }) => h));
  return Promise.all(
    rows.flatMap((row, index) =>
      row === undefined
        ? []
        : [openOp(seal, row).then((op): BookedOp => ({ ...op, seq: lost[index]?.seq ?? op.seq }))],
    ),
  );
};

/**
 * Offers back what the center lost: own ops and those of other desks alike, exact bytes, with the numbers they had. Comes
 * before anything new is pushed. They stay on the rescue list until a page of the book brings them again (I21).
 */
export const rescue = async (
  desk: Desk,
  center: Pick<Center, "rescue">,
  { mind }: Pick<SyncTools, "mind">,
): Promise<Weather<void>> => {
  const left = await leftToOffer(desk, mind);
  const batch = left.slice(0, Math.min(mind.pushBatch, mind.limits.opsPerPush));
  const ops = withinBytes(await opened(desk, batch), mind.limits.pushBytes);
  if (ops.length > 0) {
    const body = encodeBooked(ops);
    const trailer = canonicalJson({ count: ops.length, sha256: await sha256(body) });
    const reply = await center.rescue(withTrailer(body, trailer));
    mind.pushBatch = paced(mind, ops.length, reply.ok);
    if (!reply.ok) return reply;
    mind.bookSeq = Math.max(mind.bookSeq, reply.value.head.seq);
  }
  // a name whose op is not here any more cannot be offered: it counts as offered, or the loop would never get past it
  const tried = ops.length === 0 ? batch : batch.slice(0, ops.length);
  mind.offered = {
    ...mind.offered,
    hashes: new Set([...mind.offered.hashes, ...ops.map(({ h }) => h), ...tried.map(({ h }) => h)]),
  };
  // the center waits to hear that this desk has no more
  if (left.length === tried.length) mind.isGreeted = false;
  return came(undefined);
};
