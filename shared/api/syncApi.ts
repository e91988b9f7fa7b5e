import { z } from "zod";
import { isText } from "../kernel/isText.ts";
import { shipped, term } from "./hubApi.ts";

/** Version of the wire (docs/protocol.md). */
export const PROTOCOL = 1;
/** The oldest and the newest version this program speaks, as a desk and as a center: its own and the one before. */
export const PROTOCOLS: readonly [oldest: number, newest: number] = [Math.max(1, PROTOCOL - 1), PROTOCOL];

/** The newest version that both sides speak; undefined when there is none, and one of them must be upgraded first. */
export const commonProtocol = (
  [oldest, newest]: readonly [number, number],
  [from, to]: readonly [number, number] = PROTOCOLS,
): number | undefined => {
  const common = Math.min(newest, to);
  return common >= Math.max(oldest, from) ? common : undefined;
};

/** Limits a center announces; a desk obeys the announced ones and never exceeds these. */
export const LIMITS = {
  opsPerPush: 500,
  pushBytesPacked: 1024 * 1024,
  pushBytes: 8 * 1024 * 1024,
  /** Inflated bytes per packed byte; text of ours stays below 10. */
  inflateRatio: 100,
  opsPerPull: 1000,
  pullBytes: 4 * 1024 * 1024,
} as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const feed = z.string().regex(/^[0-9a-f]{24}$/);
const bureau = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/);

/** Routes of the center, below its base address. Bodies are JSON unless said otherwise. */
export const ROUTES = {
  enrol: "/v1/enrol",
  challenge: "/v1/challenge",
  session: "/v1/session",
  hello: "/v1/hello",
  push: "/v1/push",
  pull: "/v1/pull",
  rescue: "/v1/rescue",
  numbers: "/v1/numbers",
  /** Attachments: see blobApi.ts. */
  blobs: "/v1/blobs",
  snapshot: "/v1/snapshot",
} as const;

/** A desk asks to be enrolled: single-use code, its own feed id and public key, and who it says it is. */
export const enrolRequest = z.strictObject({
  code: z.string().min(6).max(40),
  feed,
  bureau: bureau.optional(),
  bureauName: z.string().max(80).refine(isText),
  deskName: z.string().min(1).max(40).refine(isText),
  /** Ed25519 public key, 64 hex digits; `proof` signs the UTF-8 text `LAD enrol\n<code>\n<feed>` with it. */
  key: hash,
  proof: z.string().regex(/^[0-9a-f]{128}$/),
});
export const enrolReply = z.object({
  bureau,
  epoch: z.string(),
  centerFeed: feed,
  centerKey: hash,
  deskName: z.string(),
  /** Keys of centers that kept this bureau's book before: what they signed then still holds. */
  formerKeys: z.array(hash).max(100).optional(),
  /** The center is a county's hub of this province, whose signature alone may hand the book over. */
  province: z.object({ key: hash, url: z.string().max(300) }).optional(),
});

export const challengeRequest = z.strictObject({ feed });
export const challengeReply = z.object({ challenge: z.string().regex(/^[0-9a-f]{64}$/) });
/** `sig` signs the UTF-8 text `LAD session\n<challenge>\n<feed>`. Challenges live 60 s and serve once. */
export const sessionRequest = z.strictObject({
  feed,
  challenge: z.string(),
  sig: z.string().regex(/^[0-9a-f]{128}$/),
});
export const sessionReply = z.object({ token: z.string(), expiresInS: z.number().int() });

const point = z.strictObject({ seq: z.number().int().min(0), chain: hash });
/** As an answer holds it: what a later version adds to an answer is passed over (I28). */
const pointReply = z.object(point.shape);

export const helloRequest = z.strictObject({
  proto: z.tuple([z.number().int(), z.number().int()]),
  schema: z.number().int(),
  head: z.strictObject({ n: z.number().int().min(0), h: z.union([hash, z.literal("")]) }),
  cursor: z.strictObject({
    epoch: z.string(),
    seq: z.number().int().min(0),
    chain: z.union([hash, z.literal("")]),
  }),
  /** Up to 32 earlier points of the desk's verified chain, newest first: the common ancestor is found among them. */
  sparse: z.array(point).max(32),
  /** What the desk reports of itself for the province's console: ops not yet delivered, oldest age, open conflicts. */
  report: z.strictObject({
    unsent: z.number().int().min(0),
    oldestUnsentS: z.number().int().min(0),
    conflicts: z.number().int().min(0),
    contested: z.number().int().min(0),
    /** The highest number that this desk was ever told is in verified backups. */
    stable: z.number().int().min(0),
    /** Ops of an earlier epoch that the desk has still to offer. */
    rescue: z.number().int().min(0),
  }),
  /** The last end of the book that the center signed for this desk: proof of what it once had. */
  signed: z
    .strictObject({ epoch: z.string(), seq: z.number().int().min(0), chain: hash, sig: z.string() })
    .optional(),
  /** What the desk makes of the book up to `cursor`: its state hash, and the version of the fold that made it. */
  state: z.strictObject({ fold: z.number().int(), hash }).optional(),
  clock: z.string(),
});
export const helloReply = z.object({
  epoch: z.string(),
  head: pointReply.extend({ sig: z.string() }),
  /** Where the center's copy of this desk's feed ends, and what state it is in. */
  feedHead: z.object({
    n: z.number().int().min(0),
    h: z.union([hash, z.literal("")]),
    state: z.enum(["open", "frozen", "revoked", "ended"]),
  }),
  /** Highest point of the desk's chain that the center shares; -1 when the epoch is unknown and nothing matches. */
  common: z.number().int(),
  /** The book was restored and waits for what desks bring back: pushes and requests for numbers are answered `busy`. */
  recovering: z.boolean(),
  stable: z.number().int(),
  /** Whether the center makes the same of the book; absent when it could not compare. */
  isSameState: z.boolean().optional(),
  minReader: z.number().int(),
  minWriter: z.number().int(),
  limits: z.record(z.string(), z.number()),
  serverTime: z.string(),
  /** At a hub: how far the province has this book, signed by the province (hubApi.ts). */
  shipped: shipped.optional(),
  /** The book was handed over to another keeper, as the province signed it. */
  handedOver: term.optional(),
});

/** What became of one pushed op. `held` ops are kept outside the book until a person releases them. */
export const pushResult = z.object({
  h: hash,
  n: z.number().int(),
  s: z.enum(["ok", "dup", "held", "quarantined", "gap", "refused"]),
  seq: z.number().int().optional(),
  verdict: z.string().optional(),
});
export const pushReply = z.object({
  feedHead: z.object({ n: z.number().int(), h: z.union([hash, z.literal("")]) }),
  results: z.array(pushResult),
  head: pointReply,
  stable: z.number().int(),
  /** Signed by the center's key over the UTF-8 text `LAD receipt\n<bureau>\n<feed>\n<n>\n<h>\n<seq>\n<at>`; kept by the desk. */
  receipt: z.object({
    n: z.number().int(),
    h: z.string(),
    seq: z.number().int(),
    at: z.string(),
    sig: z.string(),
  }),
});

/**
 * What became of an offered op: in the book (`ok`), waiting for those of other desks (`kept`), outside the book until a
 * person decides (`held`), or not authentic (`refused`, with the code).
 */
export const rescueResult = z.object({
  h: hash,
  s: z.enum(["ok", "kept", "held", "refused"]),
  seq: z.number().int().optional(),
  verdict: z.string().optional(),
});
export const rescueReply = z.object({ results: z.array(rescueResult), head: pointReply });

/** Asks for a block of official numbers of one series and year for this desk; granted as an op of the center's feed. */
export const numbersRequest = z.strictObject({
  series: z.string().min(1).max(20).refine(isText),
  year: z.number().int().min(2000).max(2999),
  count: z.number().int().min(1).max(200),
});
export const numbersReply = z.object({
  grant: z.string(),
  from: z.number().int(),
  to: z.number().int(),
});

export type EnrolRequest = z.infer<typeof enrolRequest>;
export type EnrolReply = z.infer<typeof enrolReply>;
export type HelloRequest = z.infer<typeof helloRequest>;
export type HelloReply = z.infer<typeof helloReply>;
export type PushResult = z.infer<typeof pushResult>;
export type PushReply = z.infer<typeof pushReply>;
export type RescueResult = z.infer<typeof rescueResult>;
export type RescueReply = z.infer<typeof rescueReply>;
export type NumbersRequest = z.infer<typeof numbersRequest>;
export type NumbersReply = z.infer<typeof numbersReply>;
