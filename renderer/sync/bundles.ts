import type { NumbersRequest } from "../../shared/api/syncApi.ts";
import type { HostInput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { toBase64 } from "../base64.ts";
import { isNews } from "../data/carriedNews.ts";
import { type CarryAsk, type Desk, ownFeeds, type TakenBundle, type WrittenBundle } from "../data/desk.ts";
import { readMeta, writeMeta } from "../data/meta.ts";
import { BLOCK, lowSeries } from "../data/numbers.ts";
import { settleOutcomes } from "../data/outcomes.ts";
import { reindexIfLawChanged } from "../data/reindex.ts";
import { settleEmptied } from "../data/settleEmptied.ts";
import { isUnshown, takeUnshown } from "../data/takeUnshown.ts";
import { unsentCount, waitingOf } from "../data/waiting.ts";
import { carriedRescue } from "./carriedRescue.ts";
import { type Answer, fileCenter, firstSeq, lastSeq, pagesOf } from "./fileCenter.ts";
import { hello, requestOf } from "./hello.ts";
import { pull } from "./pull.ts";
import { push } from "./push.ts";
import { NUMBER_KINDS } from "./refill.ts";
import { leftToOffer } from "./rescue.ts";
import { noteWritten, scansFor, takeScans, type Wanted } from "./scanParcel.ts";
import { freshMind, type SyncTools, toolsOf } from "./syncMind.ts";

type Carried = WrittenBundle | TakenBundle;
type BookNews = Pick<TakenBundle, "newCount" | "bookSeq" | "bookLater">;

const PIECE_BYTES = 4 * 1024 * 1024;

const waitingFeeds = async (desk: Desk): Promise<HostInput<"bundle.write">["feeds"]> => {
  const feeds: HostInput<"bundle.write">["feeds"] = [];
  for (const feed of ownFeeds(desk.session)) {
    const first = await waitingOf(desk, feed).first();
    if (first !== undefined) feeds.push({ feed, after: first.n - 1 });
  }
  return feeds;
};

const lowNumbers = async (desk: Desk): Promise<readonly NumbersRequest[]> => {
  const wishes: NumbersRequest[] = [];
  let kinds = NUMBER_KINDS;
  for (let low = await lowSeries(desk, kinds); low !== undefined; low = await lowSeries(desk, kinds)) {
    const { series } = low;
    wishes.push({ ...low, count: BLOCK });
    kinds = kinds.filter((kind) => kind !== series);
  }
  return wishes;
};

/** Writes what the center is not proved to have into a file for it, with the questions this desk would have asked. */
const writeBundle = async (desk: Desk, wanted: Wanted): Promise<Result<Carried>> => {
  const status = await desk.host["center.status"]({});
  if (!status.ok) return status;
  const { scans, onlyHere } = await scansFor(desk, status.value.centerKey, wanted);
  const mind = freshMind();
  // a center that takes attachments takes these, too
  const rescue = scans === undefined ? [] : await carriedRescue(desk, mind);
  const written = await desk.host["bundle.write"]({
    hello: await requestOf(desk, mind),
    ...(rescue.length > 0 && { rescue: [...rescue] }),
    numbers: [...(await lowNumbers(desk))],
    feeds: await waitingFeeds(desk),
    ...(scans !== undefined && { scans }),
  });
  if (!written.ok) return written;
  const { bundleId, scanCount, cutCount } = written.value;
  await noteWritten(desk, bundleId, scans?.asks.at(-1));
  const laterCount = onlyHere - (scanCount - cutCount);
  return done({ ...written.value, takesScans: scans !== undefined, laterCount });
};

/** At the moment in which the center wrote its file both sides had everything: that is what may be called proven. */
const proveIfEven = async (desk: Desk, { createdAt }: Answer, { mind }: SyncTools): Promise<void> => {
  if (mind.isRecovering || (await leftToOffer(desk, mind)).length > 0) return;
  await settleOutcomes(desk);
  await settleEmptied(desk);
  if ((await unsentCount(desk)) === 0 && !(await isUnshown(desk)))
    await writeMeta(desk.db, { provenAt: Date.parse(createdAt) });
};

/**
 * The answer as it is to a desk that has meanwhile heard more of its own feed, over a line or by another file: what it says
 * of the book may be new all the same, but no receipt and no end of the feed goes back (F49).
 */
const asHeardSince = (answer: Answer, { feed, n, h }: { feed: string; n: number; h: string }): Answer => {
  const { hello: said, pushes } = answer;
  return said.feedHead.n >= n
    ? answer
    : {
        ...answer,
        pushes: pushes.filter((each) => each.feed !== feed),
        hello: { ...said, feedHead: { ...said.feedHead, n, h } },
      };
};

/** Receipts first: the greeting marks as delivered what they speak of. Ops written since then stay waiting. */
const takeBook = async (desk: Desk, file: Answer, tools: SyncTools): Promise<Result<BookNews>> => {
  const pages = pagesOf(file);
  if (!pages.ok) return pages;
  const { cursor, sent } = await readMeta(desk.db);
  const isHeard = cursor.epoch === file.hello.epoch && sent?.feed === desk.session.feed;
  const answer = isHeard ? asHeardSince(file, sent) : file;
  const isSame = cursor.epoch === answer.hello.epoch || cursor.seq === 0;
  const first = firstSeq(pages.value, answer.hello);
  if (isSame && first > cursor.seq + 1)
    return refuse("bundle-early", undefined, `${cursor.seq + 1}–${first - 1}`);
  const center = fileCenter(answer, pages.value);
  for (const _ of answer.pushes) await push(desk, center, tools);
  const greeted = await hello(desk, center, tools);
  if (!greeted.ok) return greeted;
  const before = (await readMeta(desk.db)).cursor.seq;
  let at = before;
  const end = lastSeq(pages.value, answer.hello);
  while (at < end) {
    const pulled = await pull(desk, center, tools);
    if (!pulled.ok) return pulled;
    at = (await readMeta(desk.db)).cursor.seq;
  }
  await reindexIfLawChanged(desk);
  const bookLater = answer.hello.head.seq - at;
  // a page may tell of a longer book: then what destroyed its empty ops is still to come
  if (at >= Math.max(answer.hello.head.seq, tools.mind.bookSeq)) await proveIfEven(desk, answer, tools);
  return done({ newCount: at - before, bookSeq: at, bookLater });
};

/** Hands a file to the host piece by piece: however long it is, one piece of it is in the page. */
const sendFile = async ({ host }: Desk, file: Blob): Promise<Result<unknown>> => {
  for (let at = 0; ; at += PIECE_BYTES) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
    const sent = await host["bundle.part"]({ at, data: toBase64(piece) });
    if (!sent.ok || at + PIECE_BYTES >= file.size) return sent;
  }
};

type Read = Extract<CarryAsk, { readonly do: "read" }>;

/** Takes the center's file: proved as a whole by the host, then taken as if the center had answered over the network. */
const readBundle = async (desk: Desk, ask: Read, wanted: Wanted): Promise<Result<Carried>> => {
  if ("file" in ask) {
    const sent = await sendFile(desk, ask.file);
    if (!sent.ok) return sent;
  }
  const answer = await desk.host["bundle.read"]({ name: "file" in ask ? "" : ask.name });
  if (!answer.ok) return answer;
  const { answers, hello: said } = answer.value;
  const told = { epoch: said.epoch, seq: said.head.seq, n: said.feedHead.n, answers };
  if (!isNews(await readMeta(desk.db), told, desk.session.feed)) return refuse("bundle-old");
  const status = await desk.host["center.status"]({});
  if (!status.ok) return status;
  const book = await takeBook(desk, answer.value, toolsOf(status.value, freshMind()));
  if (!book.ok) return book;
  const scans = await takeScans(desk, answer.value, { centerKey: status.value.centerKey, wanted });
  return scans.ok ? done({ ...book.value, ...scans.value }) : scans;
};

/** Does what the page asks about files that are carried to the center and back. `wanted`: attachments somebody waits for. */
export const carry = async (desk: Desk, ask: CarryAsk, wanted: Wanted): Promise<Result<Carried>> => {
  await takeUnshown(desk);
  return ask.do === "write" ? writeBundle(desk, wanted) : readBundle(desk, ask, wanted);
};
