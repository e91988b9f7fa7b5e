import { type HelloReply, type HelloRequest, PROTOCOLS } from "../../shared/api/syncApi.ts";
import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import type { Desk } from "../data/desk.ts";
import { asOnlyWriter } from "../data/lock.ts";
import { readMeta, writeMeta } from "../data/meta.ts";
import { disputeCounts } from "../data/questions/disputes.ts";
import { syncFigures } from "../data/questions/outbox.ts";
import { rollBack } from "../data/rollBack.ts";
import { startOver } from "../data/startOver.ts";
import { noteCascade } from "./cascade.ts";
import type { Center } from "./centerClient.ts";
import { noteComparison, stateClaim } from "./compareState.ts";
import { meaningOf, offerAgain, settleTo } from "./feedHead.ts";
import { offerErased } from "./offerErased.ts";
import { isSigned } from "./proof.ts";
import { leftToOffer } from "./rescue.ts";
import { limitsOf, type SyncMind, type SyncTools } from "./syncMind.ts";
import { came, rough, type Weather } from "./weather.ts";

const SECOND_MS = 1000;

const reportOf = async (desk: Desk, mind: SyncMind): Promise<HelloRequest["report"]> => {
  const [figures, disputes] = await Promise.all([syncFigures()(desk), disputeCounts()(desk)]);
  const { stableSeq: stable } = figures;
  const since = figures.oldestUnsentAt === "" ? desk.wallMs() : Date.parse(figures.oldestUnsentAt);
  const oldestUnsentS = Math.max(0, Math.floor((desk.wallMs() - since) / SECOND_MS));
  return {
    unsent: figures.unsent,
    oldestUnsentS,
    conflicts: disputes.conflicts,
    contested: disputes.contested,
    stable,
    rescue: (await leftToOffer(desk, mind)).length,
  };
};

/** What this desk tells a center of itself when it greets. */
export const requestOf = async (desk: Desk, mind: SyncMind): Promise<HelloRequest> => {
  const { cursor, points, journal, signed } = await readMeta(desk.db);
  const isOwn = journal?.feed === desk.session.feed;
  return {
    proto: [...PROTOCOLS],
    schema: DICTIONARY,
    head: isOwn ? { n: journal.n, h: journal.h } : { n: 0, h: "" },
    cursor: { ...cursor, chain: cursor.seq === 0 ? "" : cursor.chain },
    sparse: [...points],
    report: await reportOf(desk, mind),
    ...(signed !== undefined && { signed }),
    ...(await stateClaim(desk, mind)),
    clock: new Date(desk.wallMs()).toISOString(),
  };
};

/** A province restores its center a few times in its life; older files than these are on no stick. */
const ENDED_MAX = 50;

/** The book that a desk leaves for another one has ended; noted before it leaves, so that no older file leads back (F49). */
const noteEnded = async ({ db }: Desk, epoch: string): Promise<void> => {
  const { cursor, ended } = await readMeta(db);
  if (cursor.epoch === "" || cursor.epoch === epoch) return;
  const others = ended.filter((each) => each !== epoch && each !== cursor.epoch);
  await writeMeta(db, { ended: [...others, cursor.epoch].slice(-ENDED_MAX) });
};

/** The book as the center has it now: adopt its epoch, and give up what it no longer shares with us (I20, I36). */
const reconcile = async (desk: Desk, { epoch, common }: HelloReply): Promise<void> => {
  const { cursor, points, history } = await readMeta(desk.db);
  const shared = Math.min(Math.max(common, 0), cursor.seq);
  if (shared < cursor.seq && history.seq < history.to) await startOver(desk, { epoch, shared });
  else if (shared < cursor.seq) {
    const chain = points.find(({ seq }) => seq === shared)?.chain ?? CHAIN_START;
    await rollBack(desk, { epoch, seq: shared, chain });
  } else if (cursor.epoch !== epoch)
    await writeMeta(desk.db, { cursor: { ...cursor, epoch, chain: cursor.chain || CHAIN_START } });
};

/** The center came back with less than it had told us is in verified backups (F40): a declared disaster. */
const isBelowStable = (
  { cursor, stable }: Pick<Awaited<ReturnType<typeof readMeta>>, "cursor" | "stable">,
  { epoch, common }: HelloReply,
): boolean => cursor.epoch !== epoch && Math.max(common, 0) < Math.min(stable, cursor.seq);

/** What the center signs of its book's end: nobody between us can make an old or another book look like the present one. */
const headText = ({ session }: Desk, { epoch, head }: HelloReply): string =>
  `LAD head\n${session.bureau}\n${epoch}\n${head.seq}\n${head.chain}`;

const alarmOf = (meaning: "fork" | "ahead"): string => (meaning === "fork" ? "fork" : "journal-rolled-back");

/**
 * The handshake: who we are, where our book and our feed end, and how it is going. Afterwards the loop knows what the
 * center has of ours, how long its book is, and whether it may read and write it.
 */
export const hello = async (
  desk: Desk,
  center: Center,
  { mind, centerKey, provinceKey }: SyncTools,
): Promise<Weather<void>> => {
  const reply = await center.hello(await requestOf(desk, mind));
  if (!reply.ok) return reply;
  if (!(await isSigned(centerKey, reply.value.head.sig, headText(desk, reply.value))))
    return rough({ code: "signature-invalid", detail: "head" });
  const { feedHead, head, stable, minReader, minWriter } = reply.value;
  const before = await readMeta(desk.db);
  if (reply.value.common > before.cursor.seq) return rough({ code: "malformed", detail: "common" });
  return asOnlyWriter(desk.session.installId, async () => {
    await noteEnded(desk, reply.value.epoch);
    await reconcile(desk, reply.value);
    if (isBelowStable(before, reply.value)) await writeMeta(desk.db, { alarm: "below-stable" });
    await writeMeta(desk.db, { signed: { epoch: reply.value.epoch, ...head } });
    if (mind.offered.epoch !== reply.value.epoch)
      mind.offered = { epoch: reply.value.epoch, hashes: new Set() };
    mind.isRecovering = reply.value.recovering;
    const meaning = await meaningOf(desk, feedHead);
    const { feed, earlier } = desk.session;
    await offerAgain(desk, meaning === "proved" ? earlier : [feed, ...earlier]);
    if (meaning === "proved") await settleTo(desk, feedHead, { stable });
    // an open feed that ends elsewhere has a released branch: what this desk writes on its own is proved by its pushes
    else if (meaning === "fork" && feedHead.state === "open") await writeMeta(desk.db, { stable });
    else await writeMeta(desk.db, { stable, alarm: alarmOf(meaning) });
    await offerErased(desk, feedHead, before.erased);
    await noteCascade(desk, reply.value, provinceKey);
    await noteComparison(desk, mind, reply.value);
    mind.standing = feedHead.state;
    mind.needsUpgrade = minReader > DICTIONARY || minWriter > DICTIONARY;
    mind.bookSeq = head.seq;
    mind.limits = limitsOf(reply.value);
    // what an ended enrolment delivers is held: delivering the same again would change nothing
    if (feedHead.state !== "ended") mind.stuck = [];
    mind.isGreeted = true;
    return came(undefined);
  });
};
