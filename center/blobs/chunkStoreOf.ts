import { join } from "node:path";
import type { Config } from "../config.ts";
import type { ChunkStore } from "./chunkStore.ts";
import { diskStore } from "./diskStore.ts";
import { s3Store } from "./s3Store.ts";

/** The store of a center: in its data folder, or in a bucket where one is configured. */
export const chunkStoreOf = ({ dataDir, s3 }: Pick<Config, "dataDir" | "s3">): ChunkStore =>
  s3 === undefined ? diskStore(join(dataDir, "blobs")) : s3Store(s3);
