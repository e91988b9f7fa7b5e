import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Signer, signerOf } from "./ed25519.ts";

/** The file of the center's key in its data folder. */
export const KEY_FILE = "center-key.pem";

/** The key as it is kept, for an encrypted backup only. */
export const centerKeyPem = (dataDir: string): string => readFileSync(join(dataDir, KEY_FILE), "utf8");

/** The center's Ed25519 key from its data folder, made at the first start. Only the center's own user may read it. */
export const centerKey = (dataDir: string): Signer => {
  const file = join(dataDir, KEY_FILE);
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(file, privateKey.export({ format: "pem", type: "pkcs8" }), {
      mode: 0o600,
      flag: "wx",
      flush: true,
    });
  }
  return signerOf(centerKeyPem(dataDir));
};
