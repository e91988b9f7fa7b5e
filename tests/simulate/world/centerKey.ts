import type { Signer } from "../../../center/keys/ed25519.ts";
import { ageIdentity } from "../../../host/identity/deviceKey.ts";
import { keyOf, sign } from "../machine/nodeCrypto.ts";

/** The key of the province's center. */
export const centerKey = (): Signer => {
  const { publicKey, privateKey } = keyOf("center");
  return {
    publicKey,
    sign: (bytes) => sign(null, Buffer.from(bytes as string), privateKey).toString("hex"),
    // the key store of a desk and that of a center derive the same
    identity: () => ageIdentity(privateKey),
  };
};
