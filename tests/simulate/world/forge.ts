import { manifestText, parseManifest, type UpManifest } from "../../../shared/api/bundleApi.ts";
import { recipientOf } from "../../../shared/sync/ageKeys.ts";
import { bundleText, decodeBundle, encodeBundle, signedBundle } from "../../../shared/sync/bundle.ts";
import { sha256 } from "../checks/check.ts";
import { Encrypter } from "../machine/age.ts";
import { keyOf, sign } from "../machine/nodeCrypto.ts";
import { now } from "../machine/now.ts";
import type { CarriedFile } from "./bag.ts";
import type { Identity } from "./host.ts";

/* How files come to harm: on a bad stick, and in the hands of somebody who can do more than a stick (I27, F51, F52). */

/** Who may have a hand in it: the desk that wrote a file, another one, and the center it is for. */
export type Hands = { readonly own: Identity; readonly other: Identity; readonly center: string };
type Opened = { readonly manifest: UpManifest; readonly parts: readonly Uint8Array[]; readonly sig: string };

const flipped = (bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = now.chance.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << now.chance.below(8));
  return copy;
};
const cut = (bytes: Uint8Array): Uint8Array => bytes.slice(0, now.chance.below(bytes.length));

/** The envelope of our age is legible: three lines, then what is inside. */
const insideOf = (sealed: Uint8Array): Uint8Array => {
  let at = 0;
  for (let line = 0; line < 3; line += 1) at = sealed.indexOf(10, at) + 1;
  return sealed.slice(at);
};
const enveloped = (bytes: Uint8Array, key: string): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipientOf(key));
  return encrypter.encrypt(bytes);
};

const openedOf = (sealed: Uint8Array): Opened | undefined => {
  const bundle = decodeBundle(insideOf(sealed));
  const manifest = bundle.ok ? parseManifest(bundle.value.manifest) : bundle;
  if (!bundle.ok || !manifest.ok || manifest.value.kind !== "up") return undefined;
  return { manifest: manifest.value, parts: bundle.value.parts, sig: bundle.value.sig };
};

const signedBy = ({ manifest, parts }: Omit<Opened, "sig">, { privateKey }: Identity): Uint8Array => {
  const plain = encodeBundle(manifestText(manifest), parts);
  const sig = sign(null, Buffer.from(bundleText(sha256(plain))), privateKey).toString("hex");
  return signedBundle(plain, sig);
};

type Forgery = (opened: Opened, hands: Hands) => Uint8Array | undefined;
const rangeAs =
  (change: (range: UpManifest["ranges"][number]) => Partial<UpManifest["ranges"][number]>): Forgery =>
  ({ manifest, parts }, { own }) => {
    const [first, ...rest] = manifest.ranges;
    if (first === undefined) return undefined;
    const ranges = [{ ...first, ...change(first) }, ...rest];
    return signedBy({ manifest: { ...manifest, ranges }, parts }, own);
  };

/** What is inside, by what was done to it; undefined where there is nothing to do it to. */
const FORGERIES: Readonly<Record<string, Forgery>> = {
  "signed by another": (opened, { other }) => signedBy(opened, other),
  "sent in another's name": ({ manifest, parts }, { other }) =>
    signedBy({ manifest: { ...manifest, from: { ...manifest.from, key: other.publicKey } }, parts }, other),
  "for another province": ({ manifest, parts }, { own }) =>
    signedBy({ manifest: { ...manifest, to: keyOf("elsewhere").publicKey }, parts }, own),
  "of another bureau": ({ manifest, parts }, { own, other }) =>
    own.bureau === other.bureau
      ? undefined
      : signedBy({ manifest: { ...manifest, bureau: other.bureau }, parts }, own),
  "without its parts": ({ manifest, sig }) =>
    manifest.ranges.length === 0 ? undefined : signedBundle(encodeBundle(manifestText(manifest), []), sig),
  "with a range that begins elsewhere": rangeAs(({ from, to }) => ({ from: from + 1, to: to + 1 })),
  "with a range that ends elsewhere": rangeAs(({ to }) => ({ to: to + 1 })),
  "with a range of another end": rangeAs(({ last }) => ({ last: sha256(last) })),
  "with another's range": (opened, hands) => rangeAs(() => ({ feed: hands.other.feed }))(opened, hands),
};

/** A file as it comes out of bad hands; undefined where this one cannot be harmed so. */
export const harmed = async (file: CarriedFile, hands: Hands): Promise<CarriedFile | undefined> => {
  const how = now.chance.pick(["flipped", "cut", "flipped inside", "cut inside", "forged", "forged"]);
  const key = file.is === "up" ? hands.center : hands.own.publicKey;
  const inside = insideOf(file.bytes);
  if (how === "flipped") return { ...file, bytes: flipped(file.bytes), damage: how };
  if (how === "cut") return { ...file, bytes: cut(file.bytes), damage: how };
  if (how === "flipped inside") return { ...file, bytes: await enveloped(flipped(inside), key), damage: how };
  if (how === "cut inside") return { ...file, bytes: await enveloped(cut(inside), key), damage: how };
  const opened = openedOf(file.bytes);
  const damage = now.chance.pick(Object.keys(FORGERIES));
  const plain = opened && FORGERIES[damage]?.(opened, hands);
  return plain && { ...file, bytes: await enveloped(plain, key), damage };
};
