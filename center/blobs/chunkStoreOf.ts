import { join } from "node:path";
import type { Config } from "../config.ts";
import type { ChunkStore } from "./chunkStore.ts";
import { diskStore } from "./diskStore.ts";

/** The store of a center: beside its database. */
export const chunkStoreOf = ({ dataDir }: Pick<Config, "dataDir">): ChunkStore =>
  diskStore(join(dataDir, "blobs"));
