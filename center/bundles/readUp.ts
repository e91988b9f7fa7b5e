import { chunksIn, parseManifest, type UpManifest } from "../../shared/api/bundleApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { BookedOp, Op } from "../../shared/ops/op.ts";
import { BUNDLE_MAX, type Bundle, bundleText, decodeBundle } from "../../shared/sync/bundle.ts";
import type { Caller } from "../book/caller.ts";
import { type Authentic, checkEnvelope } from "../book/envelope.ts";
import type { Center } from "../context.ts";
import { sha256 } from "../hash.ts";
import { isSigned, publicKeyOf } from "../keys/ed25519.ts";
import { welcome } from "../reference/welcome.ts";
import { bookedOfBody, opsOfBody } from "../routes/body.ts";
import { openAge } from "./box.ts";

/** The ops of one part, as a push would bring them, and whose they are. */
export type Run = {
  readonly caller: Caller;
  readonly ops: readonly Omit<Op, "h">[];
  readonly first: Authentic;
};

/** An upward bundle of which everything was proved, and the desk that sent it. */
export type UpBundle = {
  readonly manifest: UpManifest;
  readonly caller: Caller;
  readonly runs: readonly Run[];
  /** What the desk offers back of a book that was restored, request by request; each op is proved when it is taken. */
  readonly rescued: readonly (readonly BookedOp[])[];
  /** Chunks of attachments, in the order of the manifest. Their hashes are proved one by one when they are taken. */
  readonly chunks: Bundle["chunks"];
};

/** Who sent a file, and what they said and asked in it, without its content. */
export type Sender = Pick<UpBundle, "manifest" | "caller">;

type Feed = {
  readonly bureau: string;
  readonly feed: string;
  readonly key: string;
};

const DAMAGED = (detail: string) => refuse("bundle-damaged", undefined, detail);

const isGenuine = (plain: Uint8Array, bundle: Bundle, key: string): boolean => {
  try {
    return isSigned(publicKeyOf(key), bundleText(sha256(plain.subarray(0, bundle.signed))), bundle.sig);
  } catch {
    // 32 bytes that are no point of the curve: not a key at all
    return false;
  }
};

/** The bundle opened, addressed to this center and signed by the key it names; whose key that is, is asked next. */
const openUp = async (
  center: Center,
  sealed: Uint8Array,
): Promise<Result<{ readonly manifest: UpManifest; readonly bundle: Bundle }>> => {
  if (sealed.length > BUNDLE_MAX) return refuse("too-large", undefined, "bundle");
  const plain = await openAge(sealed, center.key.identity());
  if (plain === undefined) return DAMAGED("age");
  const bundle = decodeBundle(plain);
  if (!bundle.ok) return DAMAGED(bundle.refusal.detail ?? "");
  const manifest = parseManifest(bundle.value.manifest);
  if (!manifest.ok || manifest.value.kind !== "up") return DAMAGED("manifest");
  if (manifest.value.to !== center.key.publicKey) return DAMAGED("recipient");
  if (!isGenuine(plain, bundle.value, manifest.value.from.key)) return DAMAGED("signature");
  const { ranges, rescue = 0 } = manifest.value;
  if (ranges.length + rescue !== bundle.value.parts.length) return DAMAGED("parts");
  if (chunksIn(manifest.value) !== bundle.value.chunks.length) return DAMAGED("chunks");
  return done({ manifest: manifest.value, bundle: bundle.value });
};

const feedsOf = (center: Center, feeds: readonly string[]): Promise<readonly Feed[]> =>
  center.db.atGate((tx) =>
    tx.all<Feed>("select bureau, feed, key from feed where feed = any($1) and not is_center", [[...feeds]]),
  );

type Known = { readonly feeds: readonly Feed[]; readonly manifest: UpManifest };

/** The ops of one part, every one checked as a push checks it: one that does not hold refuses the whole bundle (I27). */
const runOf = async (
  part: Uint8Array,
  range: UpManifest["ranges"][number],
  { feeds, manifest }: Known,
): Promise<Result<Run>> => {
  const sender = feeds.find(({ feed }) => feed === range.feed);
  if (sender === undefined) return refuse("device-unknown", undefined, range.feed);
  if (sender.bureau !== manifest.bureau) return refuse("wrong-bureau");
  const ops = await opsOfBody(part, undefined);
  if (!ops.ok) return DAMAGED(ops.refusal.code);
  const source = { bureau: sender.bureau, feed: sender.feed, key: publicKeyOf(sender.key) };
  const checked = ops.value.map((op) => checkEnvelope(op, source));
  const bad = checked.find((one) => !one.ok);
  if (bad?.ok === false) return bad;
  const authentic = checked.flatMap((one) => (one.ok ? [one.value] : []));
  const [first, last] = [authentic[0], authentic.at(-1)];
  const isAsSaid =
    first?.header.n === range.from &&
    first.header.prev === range.prev &&
    last?.header.n === range.to &&
    last.op.h === range.last;
  return isAsSaid && first !== undefined
    ? done({ caller: { bureau: sender.bureau, feed: sender.feed, key: sender.key }, ops: ops.value, first })
    : DAMAGED("range");
};

const runsOf = async (parts: Bundle["parts"], known: Known): Promise<Result<readonly Run[]>> => {
  const runs: Run[] = [];
  for (const [index, range] of known.manifest.ranges.entries()) {
    const run = await runOf(parts[index] ?? new Uint8Array(), range, known);
    if (!run.ok) return run;
    runs.push(run.value);
  }
  return done(runs);
};

const rescuedOf = async (parts: Bundle["parts"]): Promise<Result<UpBundle["rescued"]>> => {
  const rescued: (readonly BookedOp[])[] = [];
  for (const part of parts) {
    const ops = await bookedOfBody(part, undefined);
    if (!ops.ok) return DAMAGED(ops.refusal.code);
    rescued.push(ops.value);
  }
  return done(rescued);
};

const hasOwnEnrolment = ({ enrol: asked, from, bureau }: UpManifest): boolean =>
  asked !== undefined && asked.feed === from.feed && asked.key === from.key && asked.bureau === bureau;

/**
 * Opens a desk's bundle and proves all of it before anything happens: encryption, address, signature, sender, bureau,
 * every op. A desk that was never heard of is enrolled by the request inside, through the same door as over the network.
 * `bundle-damaged`, `device-unknown`, `wrong-bureau`, `code-invalid` and the codes of a bad op; then nothing was taken.
 */
export const readUp = async (center: Center, sealed: Uint8Array): Promise<Result<UpBundle>> => {
  const opened = await openUp(center, sealed);
  if (!opened.ok) return opened;
  const { manifest, bundle } = opened.value;
  const wanted = [manifest.from.feed, ...manifest.ranges.map(({ feed }) => feed)];
  const known = await feedsOf(center, wanted);
  const isKnown = known.some(({ feed }) => feed === manifest.from.feed);
  const own: Feed = { bureau: manifest.bureau, ...manifest.from };
  if (!isKnown && !hasOwnEnrolment(manifest)) return refuse("device-unknown");
  const feeds = isKnown ? known : [...known, own];
  const sender = feeds.find(({ feed }) => feed === manifest.from.feed) ?? own;
  if (sender.key !== manifest.from.key) return refuse("signature-invalid", undefined, "sender");
  if (sender.bureau !== manifest.bureau) return refuse("wrong-bureau");
  const runs = await runsOf(bundle.parts, { feeds, manifest });
  if (!runs.ok) return runs;
  const rescued = await rescuedOf(bundle.parts.slice(manifest.ranges.length));
  if (!rescued.ok) return rescued;
  const asked = isKnown || manifest.enrol === undefined ? undefined : await welcome(center, manifest.enrol);
  if (asked?.ok === false) return asked;
  const caller = { bureau: sender.bureau, feed: sender.feed, key: sender.key };
  return done({ manifest, caller, runs: runs.value, rescued: rescued.value, chunks: bundle.chunks });
};
