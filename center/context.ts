import type { FastifyBaseLogger } from "fastify";
import type { ChunkStore } from "./blobs/chunkStore.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import type { Signer } from "./keys/ed25519.ts";

/** What every part of the center works with. The clock is an argument: tests bring their own. */
export type Center = {
  readonly db: Database;
  readonly key: Signer;
  readonly config: Config;
  /** Where the sealed chunks of attachments are kept. */
  readonly chunks: ChunkStore;
  readonly log: Pick<FastifyBaseLogger, "info" | "warn" | "error">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};
