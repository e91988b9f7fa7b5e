import { fdatasyncSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "../../shared/kernel/assert.ts";
import { isDiskFull, makeFolder, unlessFull } from "../files.ts";
import { type Counter, openCounter } from "./counter.ts";
import { encodeFrame, type FrameType } from "./frame.ts";
import { openEnd } from "./openEnd.ts";
import { openReserve, RESERVE_BYTES, type Reserve } from "./reserve.ts";
import { type Change, dropDrafts, rewriteSegments } from "./rewrite.ts";
import { type Head, type Place, scanJournal } from "./scanJournal.ts";
import { SEGMENT_BYTES, SEGMENT_HEAD, segmentPath, startSegment, writeAll } from "./segments.ts";

/** Where the next record will lie, and the op before it. Sealing binds a record to this spot. */
export type Spot = { readonly segment: number; readonly offset: number; readonly head: Head };
/** A record to append; an op also says the new end of the chain. */
export type Draft = { readonly type: FrameType; readonly bytes: Uint8Array; readonly head?: Head };

/** The desk's append-only file of its own ops and local events. What it has appended is saved (invariants I1, I2). */
export type Journal = {
  /** True when something promised could not be read or the disk failed: nothing is appended any more. */
  readonly isDamaged: () => boolean;
  readonly declareDamaged: () => void;
  readonly head: () => Head;
  readonly places: (type: FrameType) => readonly Place[];
  /**
   * Appends the record that `make` builds for its spot, after all appends asked for earlier, and resolves once it is on
   * the disk. Appends that wait together share one fdatasync. Rejects when the disk is full or fails; then nothing of
   * it remains.
   */
  readonly append: (make: (spot: Spot) => Draft) => Promise<void>;
  /** Every segment with how much of it is durable, for backups. */
  readonly segments: () => readonly { readonly path: string; readonly bytes: number }[];
  /** Puts other bytes of the same length in the place of segments, each as a whole. */
  readonly rewrite: (change: Change) => Promise<void>;
  readonly reserve: Reserve;
  readonly close: () => Promise<void>;
};

type Waiting = { make: (spot: Spot) => Draft; resolve: () => void; reject: (cause: unknown) => void };
type Batch = {
  frames: Buffer[];
  places: { type: FrameType; place: Place }[];
  saved: Waiting[];
  head: Head;
  offset: number;
};
type State = {
  readonly folder: string;
  readonly segmentBytes: number;
  readonly counter: Counter;
  readonly reserve: Reserve;
  readonly places: Map<FrameType, Place[]>;
  readonly waiting: Waiting[];
  file: FileHandle;
  segment: number;
  offset: number;
  head: Head;
  recordCount: number;
  /** How long the last sync took; unknown disks are slow. */
  syncMs: number;
  isDamaged: boolean;
  /** Refused bytes still lie behind the end: some file systems need room even to cut a file, and there was none (F17). */
  isUncut: boolean;
  working: Promise<void> | undefined;
};

/** How much one fdatasync may carry: beyond it the first of the batch would wait for the last. */
const BATCH_BYTES = 1024 * 1024;

/** Builds the records of everything that waits, as far as one batch and one segment reach. */
const gather = (state: State): Batch => {
  const batch: Batch = { frames: [], places: [], saved: [], head: state.head, offset: state.offset };
  while (batch.offset - state.offset < BATCH_BYTES && batch.offset < state.segmentBytes) {
    const next = state.waiting.shift();
    if (next === undefined) break;
    try {
      const spot = { segment: state.segment, offset: batch.offset, head: batch.head };
      const { type, bytes, head = batch.head } = next.make(spot);
      const frame = encodeFrame(type, bytes);
      batch.frames.push(frame);
      batch.places.push({
        type,
        place: { segment: state.segment, offset: batch.offset, length: bytes.length },
      });
      batch.saved.push(next);
      batch.head = head;
      batch.offset += frame.length;
    } catch (cause) {
      next.reject(cause);
    }
  }
  return batch;
};

/**
 * A disk whose last sync took less than this is synced without the way to another thread and back, which costs a clerk
 * more than the disk does; a slow disk must not hold up everything else the host does. Milliseconds, under one frame.
 */
const FAST_MS = 8;

const sync = async (state: State): Promise<void> => {
  const begun = performance.now();
  if (state.syncMs < FAST_MS) fdatasyncSync(state.file.fd);
  else await state.file.datasync();
  state.syncMs = performance.now() - begun;
};

/** Writes and syncs; on a full disk once more with the reserve given free, so that the op in flight is still saved (F16). */
const persist = async (state: State, bytes: Buffer): Promise<void> => {
  const write = async () => {
    writeAll(state.file, bytes, state.offset);
    await sync(state);
  };
  try {
    await write();
  } catch (cause) {
    if (!isDiskFull(cause) || !state.reserve.release()) throw cause;
    await write();
  }
};

const cut = async (state: State): Promise<void> => {
  if (!state.isUncut) return;
  await state.file.truncate(state.offset);
  state.isUncut = false;
};

/** What could not be saved must not look saved after a restart. A disk that fails otherwise is not written again. */
const giveUp = async (state: State, batch: Batch, cause: unknown): Promise<void> => {
  if (!isDiskFull(cause)) state.isDamaged = true;
  state.isUncut = true;
  await cut(state).catch((uncut: unknown) => {
    state.isDamaged ||= !isDiskFull(uncut);
  });
  for (const { reject } of batch.saved) reject(cause);
};

const saveBatch = async (state: State, batch: Batch): Promise<void> => {
  try {
    await persist(state, Buffer.concat(batch.frames));
  } catch (cause) {
    return giveUp(state, batch, cause);
  }
  state.offset = batch.offset;
  state.head = batch.head;
  state.recordCount += batch.frames.length;
  for (const { type, place } of batch.places) {
    const places = state.places.get(type) ?? [];
    places.push(place);
    state.places.set(type, places);
  }
  state.counter.raise(state.recordCount);
  for (const { resolve } of batch.saved) resolve();
};

const roll = async (state: State): Promise<void> => {
  const next = await startSegment(state.folder, state.segment + 1);
  await state.file.close();
  state.file = next;
  state.segment += 1;
  state.offset = SEGMENT_HEAD;
};

const work = async (state: State): Promise<void> => {
  while (state.waiting.length > 0) {
    try {
      assert(!state.isDamaged, "the journal takes no more records");
      await cut(state);
      if (state.offset >= state.segmentBytes) await roll(state);
    } catch (cause) {
      for (const { reject } of state.waiting.splice(0)) reject(cause);
      return;
    }
    const batch = gather(state);
    if (batch.frames.length > 0) await saveBatch(state, batch);
  }
};

const begin = (state: State): void => {
  state.working ??= work(state).finally(() => {
    state.working = undefined;
  });
};

const append = (state: State, make: (spot: Spot) => Draft): Promise<void> => {
  const promise = new Promise<void>((resolve, reject) => state.waiting.push({ make, resolve, reject }));
  begin(state);
  return promise;
};

const segmentsOf = (state: State) =>
  Array.from({ length: state.segment }, (_, index) => ({
    path: segmentPath(state.folder, index + 1),
    bytes: index + 1 === state.segment ? state.offset : Number.MAX_SAFE_INTEGER,
  }));

/** What a test may make smaller. */
export type JournalSizes = { readonly segmentBytes?: number; readonly reserveBytes?: number };

const begun = async (folder: string, sizes: JournalSizes): Promise<State> => {
  makeFolder(folder);
  dropDrafts(folder);
  const counter = openCounter(join(folder, "counter"));
  const scan = await scanJournal(folder, counter.count());
  const state: State = {
    folder,
    segmentBytes: sizes.segmentBytes ?? SEGMENT_BYTES,
    counter,
    reserve: openReserve(join(folder, "reserve"), sizes.reserveBytes ?? RESERVE_BYTES),
    places: new Map(scan.places),
    waiting: [],
    file: await openEnd(folder, scan),
    segment: Math.max(scan.end.segment, 1),
    offset: Math.max(scan.end.offset, SEGMENT_HEAD),
    head: scan.head,
    recordCount: scan.recordCount,
    syncMs: Number.POSITIVE_INFINITY,
    isDamaged: scan.state === "damaged",
    isUncut: scan.state === "torn",
    working: undefined,
  };
  // on a full disk before the next record instead
  await cut(state).catch(unlessFull);
  if (!state.isDamaged) counter.raise(state.recordCount);
  return state;
};

/** Opens or begins the journal in `folder`: scans it, drops a torn tail, and goes on where the last op ended. */
export const openJournal = async (folder: string, sizes: JournalSizes = {}): Promise<Journal> => {
  const state = await begun(folder, sizes);
  return {
    isDamaged: () => state.isDamaged,
    declareDamaged: () => {
      state.isDamaged = true;
    },
    head: () => state.head,
    places: (type) => state.places.get(type) ?? [],
    append: (make) => append(state, make),
    segments: () => segmentsOf(state),
    rewrite: (change) => rewriteSegments(state, () => begin(state), change),
    reserve: state.reserve,
    close: async () => {
      await state.working;
      await state.file.close();
      state.counter.close();
    },
  };
};
