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

export class Encrypter {
  private to = "";
  addRecipient(recipient: string): void {
    this.to = recipient;
  }
  setScryptWorkFactor(_: number): void {}
  setPassphrase(phrase: string): void {
    this.to = `code ${phrase}`;
  }
  async encrypt(bytes: Uint8Array): Promise<Uint8Array> {
    return Buffer.concat([Buffer.from(`${HEAD}${this.to}\n${digestOf(this.to, bytes)}\n`), bytes]);
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
  async decrypt(sealed: Uint8Array): Promise<Uint8Array> {
    for (const to of this.mine) {
      const head = Buffer.from(`${HEAD}${to}\n`);
      const start = head.length + DIGEST + 1;
      const bytes = Uint8Array.from(sealed.subarray(start));
      const tag = Buffer.from(`${digestOf(to, bytes)}\n`);
      if (Buffer.concat([head, tag]).equals(sealed.subarray(0, start))) return bytes;
    }
    throw new Error("no identity matched, or the file is damaged");
  }
}
