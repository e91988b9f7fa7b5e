import type { PushReply } from "../../shared/api/syncApi.ts";
import { canonicalJson } from "../../shared/kernel/canonicalJson.ts";
import type { RefusalCode } from "../../shared/kernel/refusals.ts";
import type { Op } from "../../shared/ops/op.ts";
import { encodeOps, withTrailer } from "../../shared/sync/frames.ts";
import { nextBatch } from "../../shared/sync/plan.ts";
import { receiptText } from "../../shared/sync/receiptText.ts";
import { withinBytes } from "../../shared/sync/withinBytes.ts";
import type { Desk } from "../data/desk.ts";
import { asOnlyWriter } from "../data/lock.ts";
import { writeMeta } from "../data/meta.ts";
import { openOps } from "../data/opRow.ts";
import { waitingOf } from "../data/waiting.ts";
import type { Center } from "./centerClient.ts";
import { isTaken, meaningOf, settleEarlier, settleTo } from "./feedHead.ts";
import { isSigned, sha256 } from "./proof.ts";
import type { SyncMind, SyncTools } from "./syncMind.ts";
import { came, rough, type Weather } from "./weather.ts";

const oldest = async (desk: Desk, mind: SyncMind, feed: string): Promise<readonly Op[]> => {
  const rows = await waitingOf(desk, feed).limit(Math.min(mind.pushBatch, mind.limits.opsPerPush)).toArray();
  return withinBytes(await openOps(desk.seal, rows), mind.limits.pushBytes);
};

const streamOf = async (ops: readonly Op[]): Promise<Uint8Array<ArrayBuffer>> => {
  const body = encodeOps(ops);
  const trailer = canonicalJson({ count: ops.length, sha256: await sha256(body) });
  return withTrailer(body, trailer);
};

const keepReceipt = async (desk: Desk, receipt: PushReply["receipt"], centerKey: string): Promise<void> => {
  const { bureau, feed } = desk.session;
  const kept = { feed, ...receipt };
  if (!(await isSigned(centerKey, receipt.sig, receiptText(bureau, kept)))) return;
  const body = JSON.stringify(kept);
  // evidence only: a machine that cannot keep it now refuses in words, and the next receipt says more
  await desk.host["journal.note"]({ kind: "receipt", body });
  await writeMeta(desk.db, { receipt });
};

/** Two ops claim one position: the alarm stays until somebody has looked. */
const forked = async ({ db }: Desk, alarm = "fork"): Promise<Weather<void>> => {
  await writeMeta(db, { alarm });
  return rough({ code: "fork" });
};

const settle = async (
  { desk, mind }: { readonly desk: Desk; readonly mind: SyncMind },
  reply: PushReply,
  first: Op,
): Promise<Weather<void>> => {
  const meaning = await meaningOf(desk, reply.feedHead);
  if (meaning !== "proved") return forked(desk, meaning === "fork" ? "fork" : "journal-rolled-back");
  await settleTo(desk, reply.feedHead, { stable: reply.stable });
  const still = await desk.db.ops.get(first.h);
  if (still?.waiting === undefined) return came(undefined);
  const said = reply.results.find(({ h }) => h === first.h);
  if (said?.s === "held" && mind.standing === "ended") mind.stuck = [...mind.stuck, desk.session.feed];
  if (mind.stuck.includes(desk.session.feed)) return came(undefined);
  // held beside another op is no hurry of the center's: a person is told before a person decides (R8)
  if (said?.s === "held" && (said.verdict === "fork" || (await isTaken(desk, still)))) return forked(desk);
  // no progress is a failure, or the loop would offer the same op for ever without a rest
  return rough({ code: said?.s === "gap" ? "gap" : "busy", detail: said?.s ?? "" });
};

/** What says nothing of the feed that was offered. */
const WEATHER: ReadonlySet<RefusalCode> = new Set([
  "center-unreachable",
  "center-untrusted",
  "busy",
  "too-large",
  "hash-mismatch",
]);

/** The next batch: a success with fewer ops than might have gone proves nothing of the line, and changes nothing. */
export const paced = ({ pushBatch, limits }: SyncMind, sent: number, isWell: boolean): number =>
  isWell && sent < pushBatch ? pushBatch : nextBatch(sent, isWell ? "well" : "badly", limits.opsPerPush);

/**
 * Delivers what a feed from before a restore still has, under its own name: these ops are signed and cannot be signed
 * again. A center that takes none of them (it holds a branch for a person to release) does not hold up the present feed.
 */
const pushEarlier = async (
  desk: Desk,
  center: Center,
  { mind, feed }: { readonly mind: SyncMind; readonly feed: string },
): Promise<Weather<void>> => {
  const ops = await oldest(desk, mind, feed);
  const reply = await center.push(await streamOf(ops), feed);
  mind.pushBatch = paced(mind, ops.length, reply.ok);
  // the line's fault or the center's hurry, not this feed's: rest and try again, with less at once (F28)
  if (!reply.ok && (reply.isPortal || WEATHER.has(reply.refusal.code))) return reply;
  return asOnlyWriter(desk.session.installId, async () => {
    if (reply.ok) await settleEarlier(desk, feed, reply.value.feedHead);
    if (reply.ok) mind.bookSeq = Math.max(mind.bookSeq, reply.value.head.seq);
    const still = await desk.db.ops.get(ops[0]?.h ?? "");
    if (still?.waiting !== undefined) mind.stuck = [...mind.stuck, feed];
    return came(undefined);
  });
};

const pushPresent = async (desk: Desk, center: Center, scene: SyncTools): Promise<Weather<void>> => {
  const { mind, centerKey } = scene;
  const ops = await oldest(desk, mind, desk.session.feed);
  const [first] = ops;
  if (first === undefined) return came(undefined);
  const reply = await center.push(await streamOf(ops));
  mind.pushBatch = paced(mind, ops.length, reply.ok);
  if (!reply.ok) return reply;
  mind.bookSeq = Math.max(mind.bookSeq, reply.value.head.seq);
  return asOnlyWriter(desk.session.installId, async () => {
    const settled = await settle({ desk, mind }, reply.value, first);
    await keepReceipt(desk, reply.value.receipt, centerKey);
    return settled;
  });
};

/**
 * Delivers the oldest waiting own ops, those from before a restore first. Only the feed head the center proves marks
 * anything as delivered (R4).
 */
export const push = async (desk: Desk, center: Center, scene: SyncTools): Promise<Weather<void>> => {
  for (const feed of desk.session.earlier)
    if (!scene.mind.stuck.includes(feed) && (await waitingOf(desk, feed).first()) !== undefined)
      return pushEarlier(desk, center, { mind: scene.mind, feed });
  return pushPresent(desk, center, scene);
};
