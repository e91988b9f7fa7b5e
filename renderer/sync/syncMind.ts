import { type HelloReply, LIMITS } from "../../shared/api/syncApi.ts";
import type { HostOutput } from "../../shared/host/contract.ts";
import type { FeedStanding } from "../../shared/sync/plan.ts";
import type { Pace } from "../data/pace.ts";
import type { Bootstrap } from "./bootstrapState.ts";

/** What the loop remembers between rounds. Lost with the worker, and harmless to lose: the next handshake tells it again. */
export type SyncMind = {
  standing: FeedStanding;
  needsUpgrade: boolean;
  isGreeted: boolean;
  /** The center's book was restored and waits for what desks bring back. */
  isRecovering: boolean;
  /** What was offered back since this loop first heard of `epoch`. */
  offered: { readonly epoch: string; readonly hashes: ReadonlySet<string> };
  /** How long the center's book is known to be. */
  bookSeq: number;
  limits: Readonly<Record<keyof typeof LIMITS, number>>;
  pushBatch: number;
  pullBatch: number;
  /** Feeds from before a restore that the center takes no more of; asked again after the next handshake. */
  stuck: readonly string[];
  /** False once this run has found that the log is the way: no snapshot, or none for this desk. */
  mayBootstrap: boolean;
  /** A first load under way, and what people are told of it. */
  bootstrap: Bootstrap | undefined;
  loading: Pace | undefined;
  /** How often in a row a chunk came and was not what the center signed. */
  badChunks: number;
  /** How many loads of this run ended because the center had a chunk no more. */
  goneChunks: number;
  /** A loaded database is ready and the page has not opened it yet: this one fetches nothing more. */
  isStaged: boolean;
  /** The ops below the snapshot do not lead to it: not fetched again before a person has looked. */
  historyDiffers: boolean;
  historyToldAt: number;
  failureCount: number;
  failedAt: number;
  chance: number;
  askedWaitMs: number;
  helloAt: number;
  /** When the center last compared its state of the book with ours, and when we last asked it to (F60). */
  comparedAt: number;
  claimedAt: number;
  attemptAt: number;
  /** The loop waits: nothing of ops is on its way, and attachments may go (R23). */
  isResting: boolean;
  /** Attachments that somebody at this desk waits for. */
  wanted: Set<string>;
  /** How often somebody said so: one more ends the carrying of another attachment for now. */
  wantCount: number;
};

/**
 * What every step works with besides the desk and the center: the loop's memory, the center's pinned key, those of centers
 * that kept the book before it, and the province's where the center is a county's hub ("" where it is not).
 */
export type SyncTools = {
  readonly mind: SyncMind;
  readonly centerKey: string;
  readonly formerKeys: readonly string[];
  readonly provinceKey: string;
};

/** The tools as the host knows them. */
export const toolsOf = (
  {
    centerKey,
    formerKeys,
    province,
  }: Pick<HostOutput<"center.status">, "centerKey" | "formerKeys" | "province">,
  mind: SyncMind,
): SyncTools => ({ mind, centerKey, formerKeys, provinceKey: province.key });

/** A loop that has not asked anything yet. */
export const freshMind = (): SyncMind => ({
  standing: "open",
  needsUpgrade: false,
  isGreeted: false,
  isRecovering: false,
  offered: { epoch: "", hashes: new Set() },
  bookSeq: 0,
  limits: LIMITS,
  pushBatch: LIMITS.opsPerPush,
  pullBatch: LIMITS.opsPerPull,
  stuck: [],
  mayBootstrap: true,
  bootstrap: undefined,
  loading: undefined,
  badChunks: 0,
  goneChunks: 0,
  isStaged: false,
  historyDiffers: false,
  historyToldAt: 0,
  failureCount: 0,
  failedAt: 0,
  chance: 0,
  askedWaitMs: 0,
  helloAt: Number.NEGATIVE_INFINITY,
  comparedAt: Number.NEGATIVE_INFINITY,
  claimedAt: Number.NEGATIVE_INFINITY,
  attemptAt: Number.NEGATIVE_INFINITY,
  isResting: false,
  wanted: new Set(),
  wantCount: 0,
});

const MINIMUM = 1;

/** The limits to obey: what the center announces, never above what this version can do. */
export const limitsOf = ({ limits }: Pick<HelloReply, "limits">): SyncMind["limits"] => {
  const names = Object.keys(LIMITS) as readonly (keyof typeof LIMITS)[];
  const chosen = names.map((name) => [
    name,
    Math.max(MINIMUM, Math.min(limits[name] ?? LIMITS[name], LIMITS[name])),
  ]);
  return Object.fromEntries(chosen) as SyncMind["limits"];
};
