/**
 * How the center regards this desk's feed: it takes ops; it waits for a person to settle a fork; it takes none; or the
 * enrolment has ended, and what comes is kept for a person until that is renewed.
 */
export type FeedStanding = "open" | "frozen" | "revoked" | "ended";

/** What a desk may still do where its feed stands: read the book, and hand over its own ops. */
const MAY: Readonly<Record<FeedStanding, { readonly reads: boolean; readonly delivers: boolean }>> = {
  open: { reads: true, delivers: true },
  frozen: { reads: true, delivers: false },
  revoked: { reads: false, delivers: false },
  ended: { reads: false, delivers: true },
};

/** All that the decision "what next?" depends on. Times are durations in milliseconds, never clock readings (I22). */
export type SyncFacts = {
  readonly isEnrolled: boolean;
  /** What the machine believes; it is often wrong behind a proxy, so it only slows the asking down. */
  readonly isOnline: boolean;
  readonly standing: FeedStanding;
  /** The book holds ops this version must not read: it goes on delivering its own. */
  readonly needsUpgrade: boolean;
  /** The handshake of this connection is done and nothing has failed since. */
  readonly isGreeted: boolean;
  /** The center's book is known to be longer than ours. */
  readonly isBehind: boolean;
  /** Nothing of the book is here yet, and a snapshot may bring most of it at once. */
  readonly mayBootstrap: boolean;
  /** Ops below a snapshot that histories still lack. */
  readonly historyLeft: number;
  /** The center's book was restored and waits for what desks bring back: it books nothing new. */
  readonly isRecovering: boolean;
  /** Ops of an earlier epoch that were not offered yet. */
  readonly rescueCount: number;
  /** Own ops without proof that the center has them. */
  readonly pendingCount: number;
  /** Some block of official numbers runs low. */
  readonly needsNumbers: boolean;
  /** Rounds that failed in a row, and the time since the last of them. */
  readonly failureCount: number;
  readonly sinceFailureMs: number;
  /** Drawn once per failure, 0 to 1: spreads the desks of a county that all lost the center at once (R13, F81). */
  readonly chance: number;
  /** What the center asked to wait for at the last failure; 0 for nothing. */
  readonly askedWaitMs: number;
  /** Time since the last handshake, and since the last attempt of anything. */
  readonly sinceHelloMs: number;
  readonly sinceAttemptMs: number;
};

/** What the loop does next. */
export type SyncStep =
  | { readonly do: "hello" | "bootstrap" | "pull" | "rescue" | "push" | "numbers" | "history" }
  | { readonly do: "wait"; readonly forMs: number };

/**
 * How often a desk asks although nothing seems to be new (R13, R15): a colleague's work shows up while one waits for it,
 * and a province of a thousand desks asks its center fifty times a second.
 */
export const ASK_MS = 20_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 15 * 60_000;
/** Even the luckiest draw waits this long: a center that answers at once with an error is not asked in a tight loop. */
const RETRY_LEAST_MS = 500;

/**
 * How long to rest after a number of failures: full jitter over a doubling bound, on top of what the center asked for.
 * Desks that were all told the same would otherwise all come back in the same moment (F81).
 */
export const restAfterMs = (failureCount: number, chance: number, askedWaitMs: number): number => {
  if (failureCount === 0) return 0;
  const bound = Math.min(RETRY_FIRST_MS * 2 ** Math.min(failureCount - 1, 20), RETRY_MAX_MS);
  const restMs = Math.round(chance * bound) + Math.min(askedWaitMs, RETRY_MAX_MS);
  return Math.min(Math.max(RETRY_LEAST_MS, restMs), RETRY_MAX_MS);
};

const wait = (forMs: number): SyncStep => ({ do: "wait", forMs: Math.max(1, forMs) });

/**
 * What to do next. Pure, so every path through the loop is one line of a test. Learn before speaking: greet, pull what
 * is known to be new, offer what a restored center lost, then push; a frozen or revoked feed
 * pushes nothing, a revoked or ended one reads nothing, a desk that needs an upgrade pulls nothing.
 */
export const nextSyncStep = (facts: SyncFacts): SyncStep => {
  if (!facts.isEnrolled) return wait(ASK_MS);
  const restMs = restAfterMs(facts.failureCount, facts.chance, facts.askedWaitMs) - facts.sinceFailureMs;
  if (facts.failureCount > 0 && restMs > 0) return wait(restMs);
  if (!facts.isOnline && facts.sinceAttemptMs < ASK_MS) return wait(ASK_MS - facts.sinceAttemptMs);
  if (!facts.isGreeted) return { do: "hello" };
  const { reads, delivers } = MAY[facts.standing];
  if (facts.isBehind && !facts.needsUpgrade && reads)
    return { do: facts.mayBootstrap && !facts.isRecovering ? "bootstrap" : "pull" };
  if (facts.rescueCount > 0 && reads) return { do: "rescue" };
  if (facts.pendingCount > 0 && delivers && !facts.isRecovering) return { do: "push" };
  if (facts.needsNumbers && facts.standing === "open" && !facts.isRecovering) return { do: "numbers" };
  if (facts.sinceHelloMs >= ASK_MS) return { do: "hello" };
  // after everything else: people wait for none of it
  if (facts.historyLeft > 0 && !facts.needsUpgrade && reads) return { do: "history" };
  return wait(ASK_MS - facts.sinceHelloMs);
};

const BATCH_MIN = 1;

/** The next batch size: half after a time-out or "too large", half as much again after a success (F28). */
export const nextBatch = (batch: number, went: "well" | "badly", most: number): number => {
  const next = went === "well" ? Math.ceil(batch * 1.5) : Math.floor(batch / 2);
  return Math.min(Math.max(next, BATCH_MIN), Math.max(most, BATCH_MIN));
};
