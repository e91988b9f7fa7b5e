import { safeStorage } from "electron";
import type { Keychain } from "../host/identity/stationKey.ts";

/** Stores that belong to a person's session. "basic_text" is a password known to everybody, "unknown" is no store. */
const TRUSTED: ReadonlySet<string> = new Set(["gnome_libsecret", "kwallet", "kwallet5", "kwallet6"]);
/** Systems that always have one; Electron names the store on Linux only. */
const OF_SYSTEM: Readonly<Record<string, string>> = { win32: "dpapi", darwin: "keychain" };

const backend = (): string | undefined => {
  const own = OF_SYSTEM[process.platform];
  if (own !== undefined) return own;
  const name = safeStorage.getSelectedStorageBackend();
  return TRUSTED.has(name) ? name : undefined;
};

/** The key store of the person's session, through Electron's asynchronous interface; the older one is going away. */
export const electronKeychain = (): Keychain => ({
  backend,
  seal: async (secret) => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
    return safeStorage.encryptStringAsync(Buffer.from(secret).toString("base64"));
  },
  unseal: async (sealed) => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
      return { secret: Buffer.from(result, "base64"), isStale: shouldReEncrypt };
    } catch {
      // It rejects for one reason: this store did not seal these bytes, or has lost the key since.
      return undefined;
    }
  },
});
