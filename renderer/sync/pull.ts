import { z } from "zod";
import { parseCanonical } from "../../shared/kernel/canonicalJson.ts";
import { type BookedOp, isErased } from "../../shared/ops/op.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import { decodeFrames } from "../../shared/sync/frames.ts";
import { nextBatch } from "../../shared/sync/plan.ts";
import type { Desk } from "../data/desk.ts";
import { finishErasing } from "../data/finishErasing.ts";
import { asOnlyWriter } from "../data/lock.ts";
import { readMeta } from "../data/meta.ts";
import type { Incoming } from "../data/opRow.ts";
import { devices } from "../data/questions/registers.ts";
import { storeOps } from "../data/store.ts";
import type { Center } from "./centerClient.ts";
import { saysKeptOutside } from "./keptOutside.ts";
import { withPoint } from "./points.ts";
import { sha256 } from "./proof.ts";
import type { SyncTools } from "./syncMind.ts";
import { verifyPage } from "./verifyPage.ts";
import { came, rough, type Weather } from "./weather.ts";

const TRAILER = z.looseObject({
  to: z.number().int(),
  chain: z.string(),
  epoch: z.string(),
  stable: z.number().int().optional(),
  head: z.number().int().optional(),
  sha256: z.string().optional(),
});

type Page = { readonly booked: readonly BookedOp[]; readonly trailer: z.infer<typeof TRAILER> };

/** A page as it came, its trailer read and its bytes proved whole; nothing in it is believed yet. */
export const pageOf = async (bytes: Uint8Array<ArrayBuffer>, opsMax: number): Promise<Weather<Page>> => {
  const frames = decodeFrames(bytes, opsMax);
  if (!frames.ok) return rough(frames.refusal, { isPortal: frames.refusal.detail === "magic" });
  const text = parseCanonical(frames.value.trailer);
  const trailer = text.ok ? TRAILER.safeParse(text.value) : undefined;
  if (trailer === undefined || !trailer.success) return rough({ code: "malformed", detail: "trailer" });
  const said = trailer.data.sha256;
  if (said !== undefined && said !== (await sha256(bytes.slice(0, frames.value.hashed))))
    return rough({ code: "hash-mismatch", detail: "page" });
  return came({ booked: frames.value.booked, trailer: trailer.data });
};

/**
 * Of this lineage of the book? A page that a restore has ended can follow the common point, op by op and link by link: it
 * is another book's all the same, and a cache on the line may still have it (I13, I20).
 */
export const isOfEpoch = ({ trailer }: Page, epoch: string): boolean => trailer.epoch === epoch;

/** Whose key signs what, as the book has said so far. */
export const keysOf = async (desk: Desk): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await devices()(desk)).flatMap(({ id, facts }) => (facts.key === undefined ? [] : [[id, facts.key]])),
  );

/** An op of the book as it is stored. */
export const incomingOf = (op: BookedOp): Incoming => ({ ...op, isWaiting: false });

const take = async (desk: Desk, page: Page, scene: SyncTools): Promise<Weather<void>> => {
  const { cursor, points, stable, rescue, alarm } = await readMeta(desk.db);
  if (!isOfEpoch(page, cursor.epoch)) return rough({ code: "gap", detail: "epoch" });
  const at = { seq: cursor.seq, chain: cursor.seq === 0 ? CHAIN_START : cursor.chain };
  const keys = { feeds: await keysOf(desk), centers: [scene.centerKey, ...scene.formerKeys] };
  const proved = await verifyPage(page.booked, { at, bureau: desk.session.bureau, keys });
  if (!proved.ok) return rough(proved.refusal);
  const { ops, end } = proved.value;
  if (page.trailer.to !== end.seq || page.trailer.chain !== end.chain)
    return rough({ code: "hash-mismatch", detail: "chain" });
  // a book that is longer than its own pages is asked again after a rest, not at once
  if (ops.length === 0) return scene.mind.bookSeq > end.seq ? rough({ code: "gap" }) : came(undefined);
  const booked = new Set(ops.map(({ h }) => h));
  await storeOps(desk, ops.map(incomingOf), {
    cursor: { epoch: cursor.epoch, ...end },
    points: withPoint(points, end),
    stable: page.trailer.stable ?? stable,
    rescue: rescue.filter(({ h }) => !booked.has(h)),
    // whatever else somebody must look at says more
    ...(alarm === "" && saysKeptOutside(desk, ops) && { alarm: "kept-outside" }),
  });
  // the destruction that emptied them was in the book when the page was made: it is read before anybody is alarmed
  if (ops.some(isErased)) scene.mind.bookSeq = Math.max(scene.mind.bookSeq, page.trailer.head ?? 0);
  return came(undefined);
};

/**
 * Takes the next page of the book: verified as a whole, then stored with its effects and the cursor in one transaction
 * (R1, I9). Asked under the write lock, so that the cursor the page follows is still the cursor when it is stored.
 */
export const pull = async (desk: Desk, center: Center, scene: SyncTools): Promise<Weather<void>> => {
  const { mind } = scene;
  const { cursor } = await readMeta(desk.db);
  const max = Math.min(mind.pullBatch, mind.limits.opsPerPull);
  const bytes = await center.pull({ epoch: cursor.epoch, after: cursor.seq, max });
  mind.pullBatch = nextBatch(mind.pullBatch, bytes.ok ? "well" : "badly", mind.limits.opsPerPull);
  if (!bytes.ok) return bytes;
  const page = await pageOf(bytes.value, mind.limits.opsPerPull);
  if (!page.ok) return page;
  const taken = await asOnlyWriter(desk.session.installId, () => take(desk, page.value, scene));
  if (taken.ok) await finishErasing(desk);
  return taken;
};
