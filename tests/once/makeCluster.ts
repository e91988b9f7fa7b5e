import { startEmbedded } from "../../center/db/embedded.ts";

/** `node makeCluster.ts FOLDER`: makes PostgreSQL in a folder as the center does at its first start, and leaves it stopped. */
await (await startEmbedded(process.argv[2] ?? "", () => undefined)).stop();
