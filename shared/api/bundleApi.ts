import { z } from "zod";
import { assert } from "../kernel/assert.ts";
import { canonicalJson, checkJson, parseCanonical } from "../kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import { blobOpenRequest, CHUNKS_MAX } from "./blobApi.ts";
import { enrolReply, enrolRequest, helloReply, helloRequest, numbersRequest, pushReply } from "./syncApi.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const feed = z.string().regex(/^[0-9a-f]{24}$/);
const id = z.string().regex(/^[0-9a-f-]{36}$/);
const position = z.number().int().min(1);

/** The newest version of bundles this program writes; it reads this one and the one before. Version 1 carries no attachments. */
export const BUNDLE = 2;
/** Most requests of a rescue in a bundle. */
export const RESCUE_MAX = 10_000;
/** Most attachments in each list of a bundle. */
export const LISTED_MAX = 1000;

/** What every bundle says of itself. Sender and recipient are keys, so that a signed bundle cannot be re-addressed. */
const common = {
  v: z.union([z.literal(1), z.literal(2)]),
  suite: z.literal("age-x25519-ed25519"),
  bundleId: id,
  /** Ed25519 key of the sender, and the feed it writes ("" for a center). */
  from: z.strictObject({ feed: z.union([feed, z.literal("")]), key: hash }),
  /** Ed25519 key of the recipient; "" when the code on paper opens the file. */
  to: z.union([hash, z.literal("")]),
  createdAt: z.string(),
  /** How many bundles this sender has written, this one included: a missing number shows a bundle that was kept back. */
  counter: z.number().int().min(0),
};

const indexes = z
  .array(z.number().int().min(0))
  .max(CHUNKS_MAX)
  .refine((list) => list.every((index, at) => at === 0 || index > (list[at - 1] ?? index)));

/** An attachment of which chunks are in this file: what it consists of, and the indexes of those chunks, ascending. */
const enclosed = blobOpenRequest
  .extend({ has: indexes })
  .refine(({ manifest, has }) => (has.at(-1) ?? 0) < manifest.chunks.length);
/** An attachment of which chunks are missing: these, or all of them. */
const lacked = z.strictObject({ id: hash, missing: indexes.optional() });

const isOnce = (list: readonly { readonly id: string }[]): boolean =>
  new Set(list.map(({ id: each }) => each)).size === list.length;

/** The attachments whose chunks follow the parts as records "B", chunk by chunk in the order of this list. */
const blobs = z.array(enclosed).max(LISTED_MAX).refine(isOnce);

/** Which ops a part of an upward bundle holds: a run of one feed, and what stands before and at its end. */
const range = z.strictObject({
  feed,
  from: position,
  to: position,
  prev: z.union([hash, z.literal("")]),
  last: hash,
});

/** From a desk: what it would have said over the network. One part per range, each the body of a push. */
const up = z.strictObject({
  ...common,
  kind: z.literal("up"),
  bureau: z.string(),
  ranges: z.array(range).max(10_000),
  enrol: enrolRequest.optional(),
  hello: helloRequest,
  numbers: z.array(numbersRequest).max(100),
  /** How many parts behind those of the ranges offer back what a restored center lost, each the body of a rescue. */
  rescue: z.number().int().min(1).max(RESCUE_MAX).optional(),
  blobs: blobs.optional(),
  /** Does the center hold these? */
  asks: z.array(hash).max(LISTED_MAX).optional(),
  /** What this desk lacks and would have, in this order. */
  wanted: z.array(lacked).max(LISTED_MAX).refine(isOnce).optional(),
});

/** From the center: what it would have answered. One part per page of the book, each the body of a pull. */
const down = z.strictObject({
  ...common,
  kind: z.literal("down"),
  bureau: z.string(),
  /** The upward bundle it answers. */
  answers: id,
  /** Where the desk stands, as its enrolment told or would have told it. */
  desk: enrolReply,
  pushes: z.array(z.strictObject({ feed, reply: pushReply })),
  /** What a greeting answers, and the newest version of bundles that this center takes (absent: 1). */
  hello: helloReply.extend({ bundle: z.number().int().optional() }),
  blobs: blobs.optional(),
  /** How every attachment stands here that the upward file carried, asked about or wanted. `unnamed`: no op of the book does. */
  states: z
    .strictObject({
      held: z.array(z.strictObject({ id: hash, isStable: z.boolean() })),
      wanted: z.array(lacked),
      unnamed: z.array(hash),
    })
    .optional(),
});

/** From the center, before anything else: whose key answers to this code. No parts. */
const enrol = z.strictObject({ ...common, kind: z.literal("enrol"), bureau: z.string() });

export const bundleManifest = z.discriminatedUnion("kind", [up, down, enrol]);

export type BundleManifest = z.infer<typeof bundleManifest>;
export type UpManifest = z.infer<typeof up>;
export type DownManifest = z.infer<typeof down>;
/** An attachment of which chunks are in a bundle. */
export type Enclosed = z.infer<typeof enclosed>;
/** An attachment of which chunks are missing somewhere; all of them when they are not named. */
export type Lacked = z.infer<typeof lacked>;

/** How many chunks of attachments a bundle says to hold. */
export const chunksIn = (manifest: BundleManifest): number =>
  manifest.kind === "enrol" ? 0 : (manifest.blobs ?? []).reduce((sum, { has }) => sum + has.length, 0);

/** True when a manifest says no more than its version may: the first knows attachments only as an empty list. */
const isOfItsVersion = (manifest: BundleManifest): boolean => {
  if (manifest.kind === "enrol") return manifest.v === 1;
  const later =
    manifest.kind === "up" ? (manifest.asks ?? manifest.wanted ?? manifest.rescue) : manifest.states;
  return manifest.v === BUNDLE || (later === undefined && (manifest.blobs ?? []).length === 0);
};

/** The one text of a manifest. Throws on a value that canonical JSON cannot hold: our own code made it. */
export const manifestText = (manifest: BundleManifest): string => {
  const checked = checkJson(JSON.parse(JSON.stringify(manifest)));
  assert(checked.ok, "a manifest is JSON");
  return canonicalJson(checked.value);
};

/** Reads a manifest: canonical, and of one of the three kinds. */
export const parseManifest = (text: string): Result<BundleManifest> => {
  const parsed = parseCanonical(text);
  if (!parsed.ok) return parsed;
  const manifest = bundleManifest.safeParse(parsed.value);
  return manifest.success && isOfItsVersion(manifest.data)
    ? done(manifest.data)
    : refuse("malformed", undefined, "manifest");
};
