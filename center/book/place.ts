import type { Hash } from "../../shared/ops/op.ts";
import type { FeedState } from "../desks/admit.ts";
import type { Authentic } from "./envelope.ts";

/** What is known of a feed while a batch is placed: where it ends, and which hashes are booked or held. */
export type Standing = {
  readonly state: FeedState;
  readonly n: number;
  readonly h: Hash | "";
  readonly booked: ReadonlyMap<Hash, { readonly seq: number; readonly verdict: string }>;
  readonly held: ReadonlySet<Hash>;
  /** Where branches end that a person released, with their positions: each may grow. */
  readonly tips: ReadonlyMap<Hash, number>;
};

/** What becomes of an authentic op by its place in its feed alone. */
export type Place = "append" | "dup" | "hold" | "fork" | "gap";

/**
 * Decides by position and identity: the same hash is a duplicate; another hash on a taken
 * position is a fork, unless it continues a branch that a person released; an op whose parent is unknown anywhere waits for its parents; on a frozen, revoked
 * or ended feed everything new is held.
 */
export const placeOf = ({ op, header }: Authentic, feed: Standing): Place => {
  if (feed.booked.has(op.h)) return "dup";
  if (feed.held.has(op.h)) return "hold";
  const isNext = header.n === feed.n + 1 && header.prev === feed.h;
  if (isNext) return feed.state === "open" ? "append" : "hold";
  if (feed.state === "open" && feed.tips.get(header.prev) === header.n - 1) return "append";
  if (header.prev !== "" && feed.held.has(header.prev)) return "hold";
  // a released branch may be longer than the main line: what leaves it in its middle is a fork like any other
  const isWithin = header.n <= feed.n || feed.tips.size > 0;
  if (isWithin && (header.prev === "" || feed.booked.has(header.prev))) return "fork";
  return "gap";
};
