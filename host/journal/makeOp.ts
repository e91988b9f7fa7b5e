import { createHash, type KeyObject, randomBytes, sign } from "node:crypto";
import { release } from "node:os";
import type { HostInput } from "../../shared/host/contract.ts";
import { canonicalJson, parseCanonical } from "../../shared/kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { type Hlc, nextHlc } from "../../shared/ops/hlc.ts";
import { type Header, OP_BYTES_MAX, OP_FORMAT, type Op, SUITE } from "../../shared/ops/op.ts";
import type { Head } from "./scanJournal.ts";

/** Who signs: the desk's place in the world and its private key. */
export type Signer = {
  readonly bureau: string;
  readonly feed: string;
  readonly deskName: string;
  readonly version: string;
  readonly privateKey: KeyObject;
};
/** The person at the desk. */
export type Author = { readonly staffId: string; readonly sessionId: string };
/** What the machine's clocks say. `boot` names this run of the host, `uptimeMs` counts from its start. */
export type Clocks = { readonly wallMs: number; readonly boot: string; readonly uptimeMs: number };
/** Everything an op is made of besides its place in the chain. */
export type Wish = {
  readonly input: HostInput<"journal.commit">;
  readonly signer: Signer;
  readonly author: Author;
  readonly clocks: Clocks;
};

/** Readers refuse longer names of systems. */
const OS_MAX = 80;
const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Refuses a payload that is no canonical JSON object or, with room for its header, too long for an op. */
export const checkPayload = (payload: string): Result<void> => {
  /** A header is about 900 bytes; nobody's names make it four times as long. */
  const headerRoom = 4096;
  if (Buffer.byteLength(payload, "utf8") > OP_BYTES_MAX - headerRoom)
    return refuse("too-large", undefined, "payload");
  const parsed = parseCanonical(payload);
  if (!parsed.ok) return parsed;
  const isObject = typeof parsed.value === "object" && parsed.value !== null && !Array.isArray(parsed.value);
  return isObject ? done(undefined) : refuse("malformed", undefined, "payload");
};

const headerOf = ({ input, signer, author, clocks }: Wish, head: Head, hlc: Hlc): Header => ({
  v: OP_FORMAT,
  suite: SUITE,
  bureau: signer.bureau,
  feed: signer.feed,
  n: head.n + 1,
  prev: head.h,
  rnd: randomBytes(16).toString("hex"),
  intent: input.intent,
  actor: author.staffId,
  session: author.sessionId,
  ...(input.onBehalf !== undefined && { onBehalf: input.onBehalf }),
  desk: signer.deskName,
  app: signer.version,
  os: `${process.platform} ${release()}`.slice(0, OS_MAX),
  wall: new Date(clocks.wallMs).toISOString(),
  tzo: 0 - new Date(clocks.wallMs).getTimezoneOffset(),
  hlc,
  mono: { boot: clocks.boot, ms: Math.trunc(clocks.uptimeMs) },
  seen: input.seen,
  schema: input.schema,
  minReader: input.minReader,
  ph: sha256(input.payload),
});

/** Positions, hashes and signs one op behind `head`: the bytes that leave here are never written again differently. */
export const makeOp = (wish: Wish, head: Head, lastHlc: Hlc): { readonly op: Op; readonly hlc: Hlc } => {
  const hlc = nextHlc(lastHlc, wish.clocks.wallMs);
  const header = canonicalJson(headerOf(wish, head, hlc));
  const sig = sign(null, Buffer.from(header, "utf8"), wish.signer.privateKey).toString("hex");
  return { op: { h: sha256(header), header, payload: wish.input.payload, sig, actorSig: "" }, hlc };
};
