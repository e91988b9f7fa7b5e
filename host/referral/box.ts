import { randomInt } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import {
  parseReferralManifest,
  REFERRAL_FORMAT,
  REFERRAL_MAX,
  type ReferralManifest,
  referralManifestText,
  referralSigned,
} from "../../shared/api/referralApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { decodeBundle, encodeBundle, plainCode, signedBundle } from "../../shared/sync/bundle.ts";
import { paperCode } from "../../shared/sync/paperCode.ts";
import { sha256 } from "../bundles/box.ts";
import { mayTryCode } from "../codeWork.ts";
import { isSignedBy } from "../identity/deviceKey.ts";

/*
 * A referral file (.ladr): magic "LADR", one byte of version, SHA-256 of the rest, then age under a passphrase. The sum is
 * no proof of anything; it tells a cut or spoiled file from a wrong code, before anybody is asked to telephone again.
 */

const MAGIC = Buffer.from("LADR", "latin1");
const SUM_AT = MAGIC.length + 1;
const SUM_BYTES = 32;
const AGE_AT = SUM_AT + SUM_BYTES;
/** Work of opening: the code has 55 bits of chance, a good part of a second each makes guessing hopeless. */
const CODE_WORK = 15;

/** A new code for one file, to be told apart from it. */
export const newReferralCode = (): string => paperCode(randomInt);

/** Signs a manifest with its scans, and seals the whole under a code. */
export const sealReferral = async (
  content: { readonly manifest: ReferralManifest; readonly parts: readonly Uint8Array[] },
  code: string,
  sign: (text: string) => string,
): Promise<Uint8Array> => {
  const plain = encodeBundle(referralManifestText(content.manifest), content.parts);
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(CODE_WORK);
  encrypter.setPassphrase(plainCode(code));
  const sealed = await encrypter.encrypt(signedBundle(plain, sign(referralSigned(sha256(plain)))));
  return Buffer.concat([MAGIC, Buffer.of(REFERRAL_FORMAT), Buffer.from(sha256(sealed), "hex"), sealed]);
};

/** What can be told of a file before the code is tried: the part that age opens. */
const sealedPart = (file: Uint8Array): Result<Uint8Array> => {
  if (file.length > REFERRAL_MAX) return refuse("too-large", undefined, "referral");
  if (!MAGIC.every((byte, index) => file[index] === byte)) return refuse("referral-unknown");
  const version = file[MAGIC.length] ?? 0;
  if (version > REFERRAL_FORMAT) return refuse("version-unknown");
  const sealed = file.subarray(AGE_AT);
  const sum = Buffer.from(file.subarray(SUM_AT, AGE_AT)).toString("hex");
  if (version !== REFERRAL_FORMAT || sum !== sha256(sealed))
    return refuse("referral-damaged", undefined, "sum");
  return mayTryCode(sealed) ? done(sealed) : refuse("referral-damaged", undefined, "head");
};

const decrypted = async (sealed: Uint8Array, code: string): Promise<Uint8Array | undefined> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(plainCode(code));
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    // age says no in many words; the sum was right, so it is the code
    return undefined;
  }
};

/** A file that opened: nothing of what it says is believed beyond that it is as somebody with the code wrote it. */
export type OpenReferral = { readonly manifest: ReferralManifest; readonly parts: readonly Uint8Array[] };

/**
 * Opens a referral file. `referral-unknown` for anything else, `version-unknown` for a newer one, `referral-damaged` when
 * any bit is not as written, `referral-code`, `too-large`.
 */
export const openReferral = async (file: Uint8Array, code: string): Promise<Result<OpenReferral>> => {
  const sealed = sealedPart(file);
  if (!sealed.ok) return sealed;
  const plain = await decrypted(sealed.value, code);
  if (plain === undefined) return refuse("referral-code");
  const bundle = decodeBundle(plain);
  if (!bundle.ok) return refuse("referral-damaged", undefined, bundle.refusal.detail);
  const { signed, sig, parts } = bundle.value;
  const manifest = parseReferralManifest(bundle.value.manifest);
  if (!manifest.ok) return manifest;
  const { from, scans } = manifest.value;
  if (!isSignedBy(from.key, referralSigned(sha256(plain.subarray(0, signed))), sig))
    return refuse("referral-damaged", undefined, "signature");
  const isWhole =
    scans.length === parts.length &&
    scans.every(({ id, bytes }, at) => parts[at]?.length === bytes && sha256(parts[at]) === id);
  return isWhole ? done({ manifest: manifest.value, parts }) : refuse("referral-damaged", undefined, "scans");
};
