import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeDurably } from "../files.ts";
import { type Signer, signerOf } from "./ed25519.ts";

/** The file of the center's key in its data folder. */
export const KEY_FILE = "center-key.pem";

/** The key as it is kept, for an encrypted backup only. */
export const centerKeyPem = (dataDir: string): string => readFileSync(join(dataDir, KEY_FILE), "utf8");

/** The center's Ed25519 key from its data folder, made at the first start. Only the center's own user may read it. */
export const centerKey = async (dataDir: string): Promise<Signer> => {
  const file = join(dataDir, KEY_FILE);
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    await writeDurably(file, privateKey.export({ format: "pem", type: "pkcs8" }));
  }
  return signerOf(centerKeyPem(dataDir));
};
