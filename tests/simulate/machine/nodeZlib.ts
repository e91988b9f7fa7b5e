import { gzipSync } from "node:zlib";
import { now } from "./now.ts";

/** How long a chunk takes to be packed, in milliseconds: mostly no time, sometimes longer than a desk waits. */
const TAKES_MS = [0, 0, 0, 0, 400, 3000] as const;

/** gzip of node:zlib: what is packed is there after a while of the world's clock, not of the machine's. */
export const gzip = (bytes: Uint8Array, done: (cause: null, packed: Buffer) => void): void => {
  const takesMs = now.chance.pick(TAKES_MS);
  const finish = (): void => done(null, gzipSync(bytes));
  if (takesMs === 0) finish();
  else setTimeout(finish, takesMs);
};
