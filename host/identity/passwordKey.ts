import { argon2id } from "hash-wasm";
import { KEY_BYTES } from "../seal.ts";

/** The cost of guessing one password; stored with every envelope, so that it can be raised (security list, row 27). */
export type Argon2 = {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: string;
};

/** 64 MiB, three passes: about 0.3 s on an office machine of today. */
const COST = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const;

/** Today's cost with the given salt (base64). */
export const argon2With = (salt: Uint8Array): Argon2 => ({
  ...COST,
  salt: Buffer.from(salt).toString("base64"),
});

/** The key that a password opens its envelope with. The same text typed by another input method is the same password. */
export const passwordKey = async (
  password: string,
  { memoryKiB, passes, lanes, salt }: Argon2,
): Promise<Buffer> =>
  Buffer.from(
    await argon2id({
      password: password.normalize("NFKC"),
      salt: Buffer.from(salt, "base64"),
      memorySize: memoryKiB,
      iterations: passes,
      parallelism: lanes,
      hashLength: KEY_BYTES,
      outputType: "binary",
    }),
  );
