import { z } from "zod";
import { REFERRAL_MAX, REFERRAL_SCANS, referralManifest } from "../api/referralApi.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Base64 takes four marks for three bytes. */
const file = z.base64().max(Math.ceil(REFERRAL_MAX / 3) * 4);
const code = z.string().min(6).max(40);

/** The host calls about files that go to another agency with a case (移送卷宗文件, docs/decisions/0054). */
export const REFERRAL_CALLS = {
  /**
   * Seals a content and the scans named, as far as they lie here and fit, under a new code, into the export folder. The
   * code is answered this once. `name` says nothing of anybody.
   */
  "referral.write": {
    input: z.strictObject({
      name: z.string().regex(/^[0-9a-f]{8}-[0-9]{1,3}$/),
      content: z.string().min(2).max(1_000_000),
      scans: z.array(hash).max(REFERRAL_SCANS),
    }),
    output: z.strictObject({
      path: z.string(),
      name: z.string(),
      code: z.string(),
      sha256: hash,
      writtenAt: z.string(),
      /** The scans that are in it. */
      scans: z.array(hash),
    }),
  },
  /**
   * Opens such a file with its code; nothing is stored. `referral-unknown`, `referral-damaged`, `referral-code`,
   * `referral-own`, `version-unknown`, `too-large`.
   */
  "referral.open": {
    input: z.strictObject({ data: file, code }),
    output: referralManifest.pick({ from: true, createdAt: true, content: true, scans: true }).extend({
      /** SHA-256 of the file, as the slip that goes with it says. */
      sha256: hash,
    }),
  },
  /** Opens it again and keeps the scans inside it, sealed, like scans that were added here. Refuses as `referral.open`. */
  "referral.keepScans": {
    input: z.strictObject({ data: file, code }),
    output: z.strictObject({ scans: z.array(hash) }),
  },
} as const;
