import { createHash } from "node:crypto";
import { identityOf, recipientOf } from "../../../shared/sync/ageKeys.ts";
import { KEYS } from "./nodeCrypto.ts";

/*
 * age in place of the age-encryption package: what is sealed stays legible, but only who holds the recipient's identity
 * opens it, and nothing is opened of which a bit is not as it was written.
 */

const HEAD = "simulated-age\n";
const DIGEST = 64;
const SCALAR = 32;

const digestOf = (to: string, bytes: Uint8Array): string =>
  createHash("sha256").update(to).update(bytes).digest("hex");

const RECIPIENTS = new Map<string, Set<string>>();
/** How the holder of an identity is addressed: a secret is that of a named key and of a real one. */
const recipientsFor = (identity: string): ReadonlySet<string> => {
  for (const [publicKey, secret] of KEYS) {
    const own = identityOf(createHash("sha512").update(secret).digest().subarray(0, SCALAR));
    RECIPIENTS.set(own, (RECIPIENTS.get(own) ?? new Set()).add(recipientOf(publicKey)));
  }
  KEYS.clear();
  return RECIPIENTS.get(identity) ?? new Set();
};

type Input = Uint8Array | ReadableStream<Uint8Array>;
type Sized = ReadableStream<Uint8Array> & { readonly size: () => number };

const gathered = async (input: Input): Promise<Uint8Array> => {
  if (input instanceof Uint8Array) return input;
  const pieces: Uint8Array[] = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces);
};
/** As the package answers a stream: with one that knows its length. */
const asGiven = (input: Input, bytes: Uint8Array): Uint8Array | Sized => {
  if (input instanceof Uint8Array) return bytes;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return Object.assign(stream, { size: () => bytes.length });
};

export class Encrypter {
  private to = "";
  addRecipient(recipient: string): void {
    this.to = recipient;
  }
  setScryptWorkFactor(_: number): void {}
  setPassphrase(phrase: string): void {
    this.to = `code ${phrase}`;
  }
  encrypt(input: Uint8Array): Promise<Uint8Array>;
  encrypt(input: Input): Promise<Uint8Array | Sized>;
  async encrypt(input: Input): Promise<Uint8Array | Sized> {
    const bytes = await gathered(input);
    const head = Buffer.from(`${HEAD}${this.to}\n${digestOf(this.to, bytes)}\n`);
    return asGiven(input, Buffer.concat([head, bytes]));
  }
}

export class Decrypter {
  private readonly mine: string[] = [];
  addIdentity(identity: string): void {
    this.mine.push(...recipientsFor(identity));
  }
  addPassphrase(phrase: string): void {
    this.mine.push(`code ${phrase}`);
  }
  async decrypt(input: Input): Promise<Uint8Array | Sized> {
    const sealed = await gathered(input);
    for (const to of this.mine) {
      const head = Buffer.from(`${HEAD}${to}\n`);
      const start = head.length + DIGEST + 1;
      const bytes = Uint8Array.from(sealed.subarray(start));
      const tag = Buffer.from(`${digestOf(to, bytes)}\n`);
      if (Buffer.concat([head, tag]).equals(sealed.subarray(0, start))) return asGiven(input, bytes);
    }
    throw new Error("no identity matched, or the file is damaged");
  }
}
