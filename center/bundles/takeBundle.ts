import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { bookHead, readFeed } from "../book/books.ts";
import { grantNumbers } from "../book/numbers.ts";
import { push } from "../book/push.ts";
import type { Center } from "../context.ts";
import { refusalToCaller } from "../desks/admit.ts";
import { rescue } from "../epochs/rescue.ts";
import { answerTo, type Pushed } from "./answerTo.ts";
import { readUp, type Sender, type UpBundle } from "./readUp.ts";
import { hasAnswer } from "./shelf.ts";
import { takeBlobs } from "./takeBlobs.ts";

/** Ops a bundle builds upon that the center does not have: positions `from` to `to` of a feed. */
export type Need = { readonly feed: string; readonly from: number; readonly to: number };

/** What became of a bundle: answered, with the file for the desk; or it waits for what it builds upon. */
export type Taken = {
  readonly bundleId: string;
  readonly bureau: string;
  readonly feed: string;
  readonly bureauName: string;
  readonly deskName: string;
  readonly opCount: number;
} & (
  | {
      readonly is: "answered";
      readonly answer: Uint8Array;
      readonly newCount: number;
      readonly heldCount: number;
      /** Attachments that are whole here since this file, and those of it and before that are still waited for. */
      readonly scanCount: number;
      readonly awaitedCount: number;
    }
  /** `answer`: what its desk has to know meanwhile; none for a desk that may read nothing. */
  | { readonly is: "parked"; readonly needs: readonly Need[]; readonly answer?: Uint8Array }
);

const needsOf = async (center: Center, { caller, runs }: UpBundle): Promise<readonly Need[]> => {
  const needs: Need[] = [];
  const ends = new Map<string, number>();
  await center.db.inBureau(caller.bureau, async (tx) => {
    for (const { caller: whose, first, ops } of runs) {
      const { feed } = whose;
      const end = ends.get(feed) ?? (await readFeed(tx, caller.bureau, feed))?.n ?? 0;
      if (first.header.n > end + 1) needs.push({ feed, from: end + 1, to: first.header.n - 1 });
      ends.set(feed, Math.max(end, first.header.n + ops.length - 1));
    }
  });
  return needs;
};

/** A restored book takes nothing before its desks have been heard, and a file is how such a desk is heard. */
const isRecovering = (center: Center, bureau: string): Promise<boolean> =>
  center.db.inBureau(bureau, async (tx) => {
    const head = await bookHead(tx, bureau);
    return head.home === "here" && head.isRecovering;
  });

const pushAll = async (center: Center, { runs }: UpBundle): Promise<Result<readonly Pushed[]>> => {
  const pushed: Pushed[] = [];
  for (const { caller, ops } of runs) {
    const reply = await push(center, caller, ops);
    if (!reply.ok) return reply;
    pushed.push({ feed: caller.feed, reply: reply.value });
  }
  return done(pushed);
};

/**
 * Takes what the desk offers back, before anything new, as over the network (protocol §9). A desk that may not offer is
 * told so where its own ops are.
 */
const takeRescued = async (center: Center, { caller, rescued }: UpBundle): Promise<void> => {
  for (const ops of rescued) await rescue(center, caller, ops);
};

/** Blocks of numbers are granted once for a bundle, however often the file is handed in. */
const grantAll = async (center: Center, { caller, manifest }: Sender): Promise<void> => {
  if (hasAnswer(center, manifest.bundleId)) return;
  for (const wish of manifest.numbers) await grantNumbers(center, caller, wish);
};

type Names = { readonly bureauName: string; readonly deskName: string };

/** Whose file it is, in words for the people who carry it. */
const namesOf = async (center: Center, { caller: { bureau, feed } }: Sender): Promise<Names> => {
  const row = await center.db.atGate((tx) =>
    tx.one<{ name: string; desk_name: string }>(
      "select b.name, f.desk_name from feed f join bureau b using (bureau) where f.bureau = $1 and f.feed = $2",
      [bureau, feed],
    ),
  );
  return { bureauName: row?.name ?? "", deskName: row?.desk_name ?? "" };
};

const countOf = (pushed: readonly Pushed[], kinds: readonly string[]): number =>
  pushed.flatMap(({ reply }) => reply.results).filter(({ s }) => kinds.includes(s)).length;

type About = Pick<Taken, "bundleId" | "bureau" | "feed" | "bureauName" | "deskName" | "opCount">;

/** What a file came to, and who is to be answered: nothing of its content, which may be as long as the answer. */
type Arrived = { readonly from: Sender; readonly about: About } & (
  | { readonly needs: readonly Need[] }
  | { readonly needs?: never; readonly pushed: readonly Pushed[]; readonly scanCount: number }
);

/** Takes what is in a bundle, up to what its answer has to say. */
const takeIn = async (center: Center, sealed: Uint8Array): Promise<Result<Arrived>> => {
  const up = await readUp(center, sealed);
  if (!up.ok) return up;
  const { manifest, caller, runs } = up.value;
  const from: Sender = { manifest, caller };
  const opCount = runs.reduce((sum, { ops }) => sum + ops.length, 0);
  const names = await namesOf(center, from);
  const about = { bundleId: manifest.bundleId, bureau: caller.bureau, feed: caller.feed, opCount, ...names };
  await takeRescued(center, up.value);
  const needs = await needsOf(center, up.value);
  if (needs.length > 0 || (await isRecovering(center, caller.bureau))) return done({ from, about, needs });
  const pushed = await pushAll(center, up.value);
  if (!pushed.ok) return pushed;
  const stopped = await refusalToCaller(center, caller);
  if (stopped !== undefined) return refuse(stopped);
  await grantAll(center, from);
  // ops first: only what the book names is taken
  const scanCount = await takeBlobs(center, up.value);
  return done({ from, about, pushed: pushed.value, scanCount });
};

/**
 * A bundle that has to wait is answered all the same, with greeting and pages: its desk may be the only one that has what
 * a restored book lacks, and must hear of it to write it again.
 */
const parkedWith = async (
  center: Center,
  from: Sender,
  { about, needs }: { readonly about: About; readonly needs: readonly Need[] },
): Promise<Result<Taken>> => {
  if ((await refusalToCaller(center, from.caller)) !== undefined)
    return done({ ...about, is: "parked", needs });
  await grantAll(center, from);
  const answer = await answerTo(center, from, []);
  return answer.ok ? done({ ...about, is: "parked", needs, answer: answer.value.answer }) : answer;
};

/**
 * Takes a bundle that somebody carried here: everything proved first, then pushed through the same door as over the
 * network and answered with receipts and what the desk does not have of the book (I26). Handed in twice it changes
 * nothing and is answered anew.
 */
export const takeBundle = async (center: Center, sealed: Uint8Array): Promise<Result<Taken>> => {
  const arrived = await takeIn(center, sealed);
  if (!arrived.ok) return arrived;
  const { from, about, needs } = arrived.value;
  if (needs !== undefined) return parkedWith(center, from, { about, needs });
  const { pushed, scanCount } = arrived.value;
  const answer = await answerTo(center, from, pushed);
  if (!answer.ok) return answer;
  return done({
    ...about,
    is: "answered",
    ...answer.value,
    scanCount,
    newCount: countOf(pushed, ["ok", "quarantined"]),
    heldCount: countOf(pushed, ["held"]),
  });
};
