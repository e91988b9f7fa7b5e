import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Signer, signerOf } from "./ed25519.ts";

/** The center's Ed25519 key from its data folder, made at the first start. Only the center's own user may read it. */
export const centerKey = (dataDir: string): Signer => {
  const file = join(dataDir, "center-key.pem");
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(file, privateKey.export({ format: "pem", type: "pkcs8" }), {
      mode: 0o600,
      flag: "wx",
      flush: true,
    });
  }
  return signerOf(readFileSync(file, "utf8"));
};
