import { randomUUID } from "node:crypto";
import { type DownManifest, manifestText } from "../../shared/api/bundleApi.ts";
import { type EnrolReply, LIMITS, type PushReply } from "../../shared/api/syncApi.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { recipientOf } from "../../shared/sync/ageKeys.ts";
import { decodeFrames } from "../../shared/sync/frames.ts";
import { readFeed } from "../book/books.ts";
import { hello } from "../book/hello.ts";
import { grantNumbers } from "../book/numbers.ts";
import { push } from "../book/push.ts";
import { readSince } from "../book/readSince.ts";
import type { Center } from "../context.ts";
import { refusalToCaller } from "../desks/admit.ts";
import { standingFor } from "../desks/enrol.ts";
import { provinceOf } from "../uplink/province.ts";
import { sealBundle } from "./box.ts";
import { readUp, type UpBundle } from "./readUp.ts";
import { hasAnswer } from "./shelf.ts";

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
    }
  | { readonly is: "parked"; readonly needs: readonly Need[] }
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

type Pushed = { readonly feed: string; readonly reply: PushReply };

const pushAll = async (center: Center, { runs }: UpBundle): Promise<Result<readonly Pushed[]>> => {
  const pushed: Pushed[] = [];
  for (const { caller, ops } of runs) {
    const reply = await push(center, caller, ops);
    if (!reply.ok) return reply;
    pushed.push({ feed: caller.feed, reply: reply.value });
  }
  return done(pushed);
};

/** Only the last answer of each feed travels back: its receipt covers the ones before. */
const lastOfEach = (pushed: readonly Pushed[]): readonly Pushed[] => [
  ...new Map(pushed.map((one) => [one.feed, one])).values(),
];

/** Blocks of numbers are granted once for a bundle, however often the file is handed in. */
const grantAll = async (center: Center, { caller, manifest }: UpBundle): Promise<void> => {
  if (hasAnswer(center, manifest.bundleId)) return;
  for (const wish of manifest.numbers) await grantNumbers(center, caller, wish);
};

const pagesSince = async (
  center: Center,
  bureau: string,
  { after, to, epoch }: { readonly after: number; readonly to: number; readonly epoch: string },
): Promise<Result<readonly Uint8Array[]>> => {
  const pages: Uint8Array[] = [];
  for (let at = after; at < to; ) {
    const page = await readSince(center.db, bureau, { after: at, epoch, max: LIMITS.opsPerPull });
    if (!page.ok) return page;
    const frames = decodeFrames(page.value, LIMITS.opsPerPull);
    assert(frames.ok, "our own page");
    pages.push(page.value);
    at = frames.value.booked.at(-1)?.seq ?? to;
  }
  return done(pages);
};

/** What an enrolment answers, told each time: the answer to the first bundle may have been lost on the way. */
const standingOf = (center: Center, { caller }: UpBundle): Promise<EnrolReply> =>
  center.db.atGate(async (tx) => {
    const [province, { bureau }] = [await provinceOf(tx), caller];
    await tx.enter(bureau);
    const deskName = (await readFeed(tx, bureau, caller.feed))?.deskName ?? "";
    return standingFor({ center, tx, bureau }, { deskName, province });
  });

const answerTo = async (
  center: Center,
  up: UpBundle,
  pushed: readonly Pushed[],
): Promise<Result<Uint8Array>> => {
  const { manifest, caller } = up;
  const said = await hello(center, caller, manifest.hello);
  if (!said.ok) return said;
  const { common, head, epoch } = said.value;
  const pages = await pagesSince(center, caller.bureau, { after: Math.max(common, 0), to: head.seq, epoch });
  if (!pages.ok) return pages;
  const answer: DownManifest = {
    v: 1,
    suite: "age-x25519-ed25519",
    kind: "down",
    bundleId: randomUUID(),
    bureau: caller.bureau,
    from: { feed: "", key: center.key.publicKey },
    to: caller.key,
    createdAt: new Date(center.now()).toISOString(),
    counter: 0,
    answers: manifest.bundleId,
    desk: await standingOf(center, up),
    pushes: [...lastOfEach(pushed)],
    hello: said.value,
  };
  const content = { manifest: manifestText(answer), parts: pages.value };
  return done(await sealBundle(center.key, content, { recipient: recipientOf(caller.key) }));
};

type Names = { readonly bureauName: string; readonly deskName: string };

/** Whose file it is, in words for the people who carry it. */
const namesOf = async (center: Center, { caller: { bureau, feed } }: UpBundle): Promise<Names> => {
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

/**
 * Takes a bundle that somebody carried here: everything proved first, then pushed through the same door as over the
 * network and answered with receipts and what the desk does not have of the book (I26). Handed in twice it changes
 * nothing and is answered anew.
 */
export const takeBundle = async (center: Center, sealed: Uint8Array): Promise<Result<Taken>> => {
  const up = await readUp(center, sealed);
  if (!up.ok) return up;
  const { manifest, caller, runs } = up.value;
  const opCount = runs.reduce((sum, { ops }) => sum + ops.length, 0);
  const names = await namesOf(center, up.value);
  const about = { bundleId: manifest.bundleId, bureau: caller.bureau, feed: caller.feed, opCount, ...names };
  const needs = await needsOf(center, up.value);
  if (needs.length > 0) return done({ ...about, is: "parked", needs });
  const outcome = await pushAll(center, up.value);
  if (!outcome.ok) return outcome;
  const pushed = outcome.value;
  const stopped = await refusalToCaller(center, caller);
  if (stopped !== undefined) return refuse(stopped);
  await grantAll(center, up.value);
  const answer = await answerTo(center, up.value, pushed);
  if (!answer.ok) return answer;
  return done({
    ...about,
    is: "answered",
    answer: answer.value,
    newCount: countOf(pushed, ["ok", "quarantined"]),
    heldCount: countOf(pushed, ["held"]),
  });
};
