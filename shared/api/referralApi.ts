import { z } from "zod";
import { SCAN_FORMATS, type ScanFormat } from "../dictionary/codes/scanFormats.ts";
import { assert } from "../kernel/assert.ts";
import { canonicalJson, checkJson, parseCanonical } from "../kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import { CHUNK_BYTES, CHUNKS_MAX } from "./blobApi.ts";

/** Version of the file that this program writes; it reads no newer one. */
export const REFERRAL_FORMAT = 1;
/** A referral file is opened whole, in memory, and crosses to the host as base64: longer ones are not ours. */
export const REFERRAL_MAX = 16 * 1024 * 1024;
/** Bytes of scans that such a file takes; the others go on paper. */
export const REFERRAL_SCANS_MAX = 11 * 1024 * 1024;
/** The file's name ends so; the rest is a number and says nothing about anybody. */
export const REFERRAL_ENDING = ".ladr";
/** Most scans of one file. */
export const REFERRAL_SCANS = 50;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const scan = z.strictObject({
  /** SHA-256 of the content. */
  id: hash,
  bytes: z
    .number()
    .int()
    .min(1)
    .max(CHUNK_BYTES * CHUNKS_MAX),
  format: z.enum(Object.keys(SCAN_FORMATS) as [ScanFormat]),
});

/** What a referral file says of itself, once age has opened it. The scans follow as parts, one each, in this order. */
export const referralManifest = z.strictObject({
  v: z.literal(REFERRAL_FORMAT),
  suite: z.literal("age-scrypt-ed25519"),
  kind: z.literal("referral"),
  /** The bureau that referred the file, and the desk whose key signed it: evidence, for no center vouches for it. */
  from: z.strictObject({ bureau: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/), feed: z.string(), key: hash }),
  createdAt: z.string().max(30),
  /** The content, as shared/workflow/referral.ts reads it. */
  content: z.string().max(1_000_000),
  scans: z.array(scan).max(REFERRAL_SCANS),
});

export type ReferralManifest = z.infer<typeof referralManifest>;

/** The text a sender signs: `sha256` (hex) of manifest and parts. Not the text of a bundle: neither passes for the other. */
export const referralSigned = (sha256: string): string => `LAD referral\n${sha256}`;

/** The one text of a manifest. Throws on a value that canonical JSON cannot hold: our own code made it. */
export const referralManifestText = (manifest: ReferralManifest): string => {
  const checked = checkJson(JSON.parse(JSON.stringify(manifest)));
  assert(checked.ok, "a manifest is JSON");
  return canonicalJson(checked.value);
};

/** Reads a manifest: canonical, and of this version; `version-unknown` for one of a newer version. */
export const parseReferralManifest = (text: string): Result<ReferralManifest> => {
  const parsed = parseCanonical(text);
  if (!parsed.ok) return refuse("referral-damaged", undefined, parsed.refusal.code);
  const manifest = referralManifest.safeParse(parsed.value);
  if (manifest.success) return done(manifest.data);
  const { v } = z.looseObject({ v: z.number() }).catch({ v: 0 }).parse(parsed.value);
  return v > REFERRAL_FORMAT ? refuse("version-unknown") : refuse("referral-damaged", undefined, "manifest");
};
