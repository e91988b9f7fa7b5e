import { chmodSync } from "node:fs";
import { makeFolder } from "./files.ts";

const DATA_MODE = 0o711;

/** Makes the center's data folder, readable by its own user alone except that PostgreSQL's user may pass. */
export const openFolder = async (dataDir: string): Promise<void> => {
  await makeFolder(dataDir, DATA_MODE);
  // PostgreSQL's own user must be able to pass; the keys inside are readable by us alone
  chmodSync(dataDir, DATA_MODE);
};
