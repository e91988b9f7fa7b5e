import type { SnapshotChunk } from "../../shared/api/snapshotApi.ts";
import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import type { Refusal, RefusalCode } from "../../shared/kernel/refusals.ts";
import { createSha256, type Sha256 } from "../../shared/kernel/sha256.ts";
import { utf8 } from "../../shared/kernel/utf8.ts";
import { FOLD } from "../../shared/ops/state.ts";
import { adopt, mayBegin } from "../data/adopt.ts";
import type { Desk } from "../data/desk.ts";
import type { DeskDb } from "../data/deskDb.ts";
import { readMeta } from "../data/meta.ts";
import { type Pace, paceOf } from "../data/pace.ts";
import { openRecordRow } from "../data/recordStore.ts";
import { openStaging, rowsOfChunk, storeChunk } from "../data/staging.ts";
import type { Bootstrap } from "./bootstrapState.ts";
import type { Center } from "./centerClient.ts";
import { lawIn } from "./lawIn.ts";
import { openChunk, type ProvedManifest, proveManifest } from "./snapshotClient.ts";
import type { SyncTools } from "./syncMind.ts";
import { came, rough, type Weather } from "./weather.ts";

/** Between two looks at a center that is still making the snapshot. */
const PREPARING_MS = 1000;
const PAGE = 1000;
/** How often the screen hears how far it is. */
const TURN_MS = 500;
/** A chunk that comes damaged so often will not come whole: the log has everything, too. */
const TRIES = 3;
const BAD: ReadonlySet<RefusalCode> = new Set(["hash-mismatch", "malformed", "too-large"]);

const recordsIn = (chunks: readonly SnapshotChunk[], upTo: number): number =>
  chunks.slice(0, upTo).reduce((sum, { count }) => sum + count, 0);

const reportOf = ({ manifest, index, beganAt, beganWith }: Bootstrap, stage: Pace["stage"]): Pace =>
  paceOf(
    {
      done: recordsIn(manifest.chunks, index),
      all: manifest.count,
      before: beganWith,
      seconds: (performance.now() - beganAt) / 1000,
    },
    stage,
  );

const hashTexts = (hasher: Sha256, count: number, texts: readonly string[]): void => {
  for (const [at, text] of texts.entries()) hasher.update(utf8(count + at === 0 ? text : `,${text}`));
};

/** Hashes what an earlier run stored, as it lies in the database: a kill must not leave what nobody has looked at. */
const hashStored = async ({ seal }: Desk, db: DeskDb, hasher: Sha256): Promise<number> => {
  let count = 0;
  for (let after: [string, string] = ["", ""]; ; ) {
    const rows = await db.records.where("[t+id]").above(after).limit(PAGE).toArray();
    const last = rows.at(-1);
    if (last === undefined) return count;
    const held = await Promise.all(rows.map((row) => openRecordRow(seal, row)));
    hashTexts(
      hasher,
      count,
      // the order of keys is the one it came in: canonical
      held.map(({ confirmed }) => JSON.stringify(confirmed)),
    );
    count += rows.length;
    after = [last.t, last.id];
  }
};

const begin = async (desk: Desk, center: Center, proved: ProvedManifest): Promise<Weather<Bootstrap>> => {
  const { manifest, hash } = proved;
  const law = await lawIn(desk, center, manifest.chunks);
  if (!law.ok) return law;
  const named = { installId: desk.session.installId, isReady: false, schema: DICTIONARY, fold: FOLD };
  const db = await openStaging(desk, { manifest: hash, desk: named });
  const { staging, sheet, edition } = await readMeta(db);
  const hasher = createSha256();
  hasher.update(utf8("["));
  const index = staging?.chunks ?? 0;
  const beganWith = await hashStored(desk, db, hasher);
  // rows that no longer are what the chunks held would show at the end; fewer or more of them show here
  if (beganWith !== recordsIn(manifest.chunks, index)) {
    await db.delete();
    return begin(desk, center, proved);
  }
  return came({
    ...proved,
    db,
    law: law.value,
    hasher,
    index,
    reached: { sheet, edition },
    storing: Promise.resolve(),
    next: undefined,
    beganAt: performance.now(),
    beganWith,
  });
};

const ask = async (desk: Desk, center: Center, { mind, centerKey }: SyncTools): Promise<Weather<void>> => {
  const { cursor } = await readMeta(desk.db);
  const reply = await center.snapshot();
  if (!reply.ok) return reply;
  if (reply.value.state === "none") {
    mind.mayBootstrap = false;
    return came(undefined);
  }
  if (reply.value.state === "building") {
    const { done, all } = reply.value;
    mind.loading = { stage: "preparing", done, all, rate: 0, leftS: -1 };
    await new Promise((resolve) => setTimeout(resolve, PREPARING_MS));
    return came(undefined);
  }
  const expected = { bureau: desk.session.bureau, epoch: cursor.epoch, centerKey };
  const proved = await proveManifest(reply.value, expected);
  if (!proved.ok) return giveUp(mind, rough(proved.refusal));
  if (!(await mayBegin(desk, proved.value.manifest))) return giveUp(mind, came(undefined));
  const begun = await begin(desk, center, proved.value);
  if (!begun.ok) return unloaded(mind, begun);
  mind.bootstrap = begun.value;
  mind.loading = reportOf(begun.value, "loading");
  return came(undefined);
};

/** This run reads the log instead. */
const giveUp = <T>(mind: SyncTools["mind"], answer: T): T => {
  mind.mayBootstrap = false;
  mind.bootstrap = undefined;
  mind.loading = undefined;
  return answer;
};

/** A chunk came that is not what the center signed: it is asked for again, and after some tries the log is read. */
const damaged = async (mind: SyncTools["mind"], refusal: Refusal): Promise<Weather<void>> => {
  mind.badChunks += 1;
  if (mind.badChunks < TRIES) return rough(refusal);
  if (mind.bootstrap !== undefined) await dropped(mind.bootstrap, mind);
  return giveUp(mind, rough(refusal));
};

/** A chunk did not come. One that the center has no more is not in its next manifest; if it always is, the log is read (I35). */
const unloaded = async (
  mind: SyncTools["mind"],
  answer: Weather<void> & { readonly ok: false },
): Promise<Weather<void>> => {
  const { refusal } = answer;
  if (BAD.has(refusal.code)) return damaged(mind, refusal);
  if (refusal.code !== "not-found") return answer;
  if (mind.bootstrap !== undefined) await dropped(mind.bootstrap, mind);
  mind.goneChunks += 1;
  return mind.goneChunks < TRIES ? answer : giveUp(mind, answer);
};

/** Begins anew with whatever the center has now: a chunk is gone there, or is not what it was signed as. */
const dropped = async (one: Bootstrap, mind: SyncTools["mind"]): Promise<void> => {
  mind.bootstrap = undefined;
  await one.storing.catch(() => undefined);
  await one.db.delete();
};

/** Loads chunks for as long as a person may wait for the next word about it. */
const loadSome = async (desk: Desk, center: Center, mind: SyncTools["mind"]): Promise<Weather<void>> => {
  const begun = performance.now();
  for (;;) {
    const loaded = await load(desk, center, mind);
    const one = mind.bootstrap;
    const isOver = performance.now() - begun > TURN_MS;
    if (!loaded.ok || isOver || one === undefined || one.index >= one.manifest.chunks.length) return loaded;
  }
};

const load = async (desk: Desk, center: Center, mind: SyncTools["mind"]): Promise<Weather<void>> => {
  const one = mind.bootstrap as Bootstrap;
  const chunk = one.manifest.chunks[one.index] as SnapshotChunk;
  const bytes = await (one.next ?? center.chunk(chunk));
  const following = one.manifest.chunks[one.index + 1];
  one.next = bytes.ok && following !== undefined ? center.chunk(following) : undefined;
  // looked at when its turn comes
  one.next?.catch(() => undefined);
  if (!bytes.ok) return unloaded(mind, bytes);
  const opened = await openChunk(bytes.value, chunk);
  if (!opened.ok) {
    one.next = undefined;
    return damaged(mind, opened.refusal);
  }
  mind.badChunks = 0;
  if (one.index > 0) one.hasher.update(utf8(","));
  one.hasher.update(bytes.value);
  const { index, law, reached, hash } = one;
  const ready = await rowsOfChunk(
    desk,
    { records: opened.value, index, law },
    { manifest: hash, ...reached },
  );
  await one.storing;
  // not awaited: the next chunk is opened and sealed while this one is written
  one.storing = storeChunk(one.db, ready.rows);
  one.storing.catch(() => undefined);
  one.reached = ready.reached;
  one.index += 1;
  mind.loading = reportOf(one, "loading");
  return came(undefined);
};

const finish = async (desk: Desk, mind: SyncTools["mind"]): Promise<Weather<void>> => {
  const one = mind.bootstrap as Bootstrap;
  await one.storing;
  one.hasher.update(utf8("]"));
  if (one.hasher.digest() !== one.manifest.stateHash) {
    await dropped(one, mind);
    return giveUp(mind, rough({ code: "hash-mismatch", detail: "snapshot" }));
  }
  if (!(await adopt(desk, one.db, one))) {
    await dropped(one, mind);
    return giveUp(mind, came(undefined));
  }
  one.db.close();
  mind.bootstrap = undefined;
  mind.isStaged = true;
  mind.loading = reportOf(one, "ready");
  return came(undefined);
};

/**
 * One step of a first load (R23, F9): asks for a snapshot, or loads its next chunk into a database beside the present
 * one, or, when all are there and their state hash is the signed one, makes that database the desk's own. Whatever ends
 * it early leaves the present database as it is; the next start goes on behind the last stored chunk.
 */
export const bootstrap = async (desk: Desk, center: Center, tools: SyncTools): Promise<Weather<void>> => {
  const { mind } = tools;
  const one = mind.bootstrap;
  if (one === undefined) return ask(desk, center, tools);
  try {
    return await (one.index < one.manifest.chunks.length ? loadSome(desk, center, mind) : finish(desk, mind));
  } catch (cause) {
    // what is stored is stored; whatever was on the way is asked for again
    mind.bootstrap = undefined;
    throw cause;
  }
};
