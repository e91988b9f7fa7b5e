import type { PushResult } from "../../shared/api/syncApi.ts";
import { utf8 } from "../../shared/kernel/utf8.ts";
import { sha256 } from "../hash.ts";
import { tipsAfter } from "./branches.ts";
import type { Authentic, Checked } from "./envelope.ts";
import { type Place, placeOf, type Standing } from "./place.ts";

/** What is to be done with a batch, and what each op is answered so far. */
export type Placed = {
  readonly results: readonly PushResult[];
  readonly toAppend: readonly Authentic[];
  readonly toHold: readonly Authentic[];
  readonly isForked: boolean;
};

type One = { readonly place: Place | "refused"; readonly result: PushResult; readonly feed: Standing };

const refused = ({ received, code }: Checked, feed: Standing): One => ({
  place: "refused",
  result: {
    h: sha256(utf8(received.header)),
    n: 0,
    s: "refused",
    ...(code !== undefined && { verdict: code }),
  },
  feed,
});

const ANSWERS = {
  append: "ok",
  dup: "dup",
  hold: "held",
  fork: "held",
  gap: "gap",
} as const satisfies Record<Place, PushResult["s"]>;

/** In this batch; its number is given when the whole batch is booked. */
const BOOKED = { seq: 0, verdict: "" };

/** The feed as the next op of the batch will find it. */
const after = (feed: Standing, place: Place, authentic: Authentic): Standing => {
  const { h } = authentic.op;
  if (place === "append") {
    const { main, tips } = tipsAfter({ main: feed, tips: feed.tips }, [authentic]);
    return { ...feed, n: main.n, h: main.h, tips, booked: new Map(feed.booked).set(h, BOOKED) };
  }
  if (place === "hold") return { ...feed, held: new Set(feed.held).add(h) };
  return place === "fork" ? { ...feed, state: "frozen", held: new Set(feed.held).add(h) } : feed;
};

const placed = (authentic: Authentic, feed: Standing): One => {
  const {
    op: { h },
    header: { n },
  } = authentic;
  const place = placeOf(authentic, feed);
  const known = feed.booked.get(h);
  const said = {
    ...(place === "dup" &&
      known !== undefined &&
      known.seq > 0 && { seq: known.seq, verdict: known.verdict }),
    ...(place === "fork" && { verdict: "fork" }),
  };
  return { place, result: { h, n, s: ANSWERS[place], ...said }, feed: after(feed, place, authentic) };
};

/** Goes through the batch in its order; what was taken so far decides the place of what follows (prefix rule). */
export const placeBatch = (ops: readonly Checked[], start: Standing): Placed => {
  let feed = start;
  const all = ops.map((checked) => {
    const one = checked.authentic === undefined ? refused(checked, feed) : placed(checked.authentic, feed);
    const isNew = checked.authentic !== undefined && !feed.held.has(checked.authentic.op.h);
    feed = one.feed;
    return { ...one, isNew, authentic: checked.authentic };
  });
  const pick = (places: readonly One["place"][]): readonly Authentic[] =>
    all.flatMap(({ place, isNew, authentic }) =>
      isNew && authentic !== undefined && places.includes(place) ? [authentic] : [],
    );
  return {
    results: all.map(({ result }) => result),
    toAppend: pick(["append"]),
    toHold: pick(["hold", "fork"]),
    isForked: all.some(({ place }) => place === "fork"),
  };
};
