import { z } from "zod";
import { assert } from "../kernel/assert.ts";
import { canonicalJson, checkJson, parseCanonical } from "../kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import { enrolReply, enrolRequest, helloReply, helloRequest, numbersRequest, pushReply } from "./syncApi.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const feed = z.string().regex(/^[0-9a-f]{24}$/);
const id = z.string().regex(/^[0-9a-f-]{36}$/);
const position = z.number().int().min(1);

/** What every bundle says of itself. Sender and recipient are keys, so that a signed bundle cannot be re-addressed. */
const common = {
  v: z.literal(1),
  suite: z.literal("age-x25519-ed25519"),
  bundleId: id,
  /** Ed25519 key of the sender, and the feed it writes ("" for a center). */
  from: z.strictObject({ feed: z.union([feed, z.literal("")]), key: hash }),
  /** Ed25519 key of the recipient; "" when the code on paper opens the file. */
  to: z.union([hash, z.literal("")]),
  createdAt: z.string(),
  /** How many bundles this sender has written, this one included: a missing number shows a bundle that was kept back. */
  counter: z.number().int().min(0),
  /** The place of attachments, whose chunks will follow the parts as records of their own. Version 1 carries none. */
  blobs: z.array(z.never()).max(0).optional(),
};

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
  hello: helloReply,
});

/** From the center, before anything else: whose key answers to this code. No parts. */
const enrol = z.strictObject({ ...common, kind: z.literal("enrol"), bureau: z.string() });

export const bundleManifest = z.discriminatedUnion("kind", [up, down, enrol]);

export type BundleManifest = z.infer<typeof bundleManifest>;
export type UpManifest = z.infer<typeof up>;
export type DownManifest = z.infer<typeof down>;

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
  return manifest.success ? done(manifest.data) : refuse("malformed", undefined, "manifest");
};
