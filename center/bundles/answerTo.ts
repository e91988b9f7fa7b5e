import { randomUUID } from "node:crypto";
import { BUNDLE, type DownManifest, manifestText } from "../../shared/api/bundleApi.ts";
import type { EnrolReply, PushReply } from "../../shared/api/syncApi.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { recipientOf } from "../../shared/sync/ageKeys.ts";
import { bundlePieces, contentRoom, lengthOf } from "../../shared/sync/bundle.ts";
import { readFeed } from "../book/books.ts";
import { hello } from "../book/hello.ts";
import type { Center } from "../context.ts";
import { standingFor } from "../desks/enrol.ts";
import { provinceOf } from "../uplink/province.ts";
import { parcelFor, statesFor } from "./blobAnswer.ts";
import { sealBundle } from "./box.ts";
import { pagesSince } from "./pagesSince.ts";
import type { Sender } from "./readUp.ts";

/** What a push of one run was answered. */
export type Pushed = { readonly feed: string; readonly reply: PushReply };

/** Only the last answer of each feed travels back: its receipt covers the ones before. */
const lastOfEach = (pushed: readonly Pushed[]): readonly Pushed[] => [
  ...new Map(pushed.map((one) => [one.feed, one])).values(),
];

/** What an enrolment answers, told each time: the answer to the first bundle may have been lost on the way. */
const standingOf = (center: Center, { caller }: Sender): Promise<EnrolReply> =>
  center.db.atGate(async (tx) => {
    const [province, { bureau }] = [await provinceOf(tx), caller];
    await tx.enter(bureau);
    const deskName = (await readFeed(tx, bureau, caller.feed))?.deskName ?? "";
    return standingFor({ center, tx, bureau }, { deskName, province });
  });

/** Room that is kept for what is found damaged while the chunks are read, and is then said to be wanted again. */
const SPARE_BYTES = 64 * 1024;

/** The answer with what there is room for of attachments, for a desk that knows them. */
const withBlobs = async (
  center: Center,
  { manifest: asked, caller: { bureau } }: Sender,
  { answer, parts }: { readonly answer: DownManifest; readonly parts: readonly Uint8Array[] },
): Promise<{ readonly answer: DownManifest; readonly chunks: readonly Uint8Array[] }> => {
  const beside = { ...answer, v: BUNDLE, states: await statesFor(center, bureau, asked) } as const;
  const taken = lengthOf(bundlePieces({ manifest: manifestText(beside), parts }));
  const room = contentRoom(center.config.answerBytes) - SPARE_BYTES - taken;
  const { blobs, chunks } = await parcelFor(center, bureau, { wanted: asked.wanted ?? [], room });
  const states = await statesFor(center, bureau, asked);
  return { answer: { ...beside, states, blobs: [...blobs] }, chunks };
};

/** The file for the desk, and how many attachments of its own file are still waited for. */
type Answer = { readonly answer: Uint8Array; readonly awaitedCount: number };

/** What the center says to a desk's file: receipts, greeting, pages of the book, and to a desk that knows them attachments. */
export const answerTo = async (
  center: Center,
  from: Sender,
  pushed: readonly Pushed[],
): Promise<Result<Answer>> => {
  const { manifest, caller } = from;
  const said = await hello(center, caller, manifest.hello);
  if (!said.ok) return said;
  const { common, head, epoch } = said.value;
  const pages = await pagesSince(center, caller.bureau, { after: Math.max(common, 0), to: head.seq, epoch });
  if (!pages.ok) return pages;
  const first: DownManifest = {
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
    desk: await standingOf(center, from),
    pushes: [...lastOfEach(pushed)],
    // a desk of the release before passes this over, and never hears of attachments
    hello: { ...said.value, bundle: BUNDLE },
  };
  const parts = pages.value;
  const { answer, chunks } =
    manifest.v === 1
      ? { answer: first, chunks: [] }
      : await withBlobs(center, from, { answer: first, parts });
  const content = { manifest: manifestText(answer), parts, chunks };
  const wanted = new Set(answer.states?.wanted.map(({ id }) => id));
  return done({
    answer: await sealBundle(center.key, content, { recipient: recipientOf(caller.key) }),
    awaitedCount: (manifest.blobs ?? []).filter(({ id }) => wanted.has(id)).length,
  });
};
