import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAME = "LAD_TEST_CLUSTER";

/**
 * A PostgreSQL as the center makes it at its first start, made once for a whole suite: making one takes a processor for
 * two seconds, a copy a tenth. Answers how to be rid of it.
 */
export const prepareCluster = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), "lad-cluster-"));
  // PostgreSQL runs as a user of its own when we are root
  chmodSync(folder, 0o711);
  // in a program of its own: what prepares a suite is loaded by its runner, which knows less than Node
  execFileSync(process.execPath, [join(import.meta.dirname, "makeCluster.ts"), folder], { stdio: "inherit" });
  // where that user cannot enter, it lies elsewhere, and every center makes its own
  if (existsSync(join(folder, "pg"))) process.env[NAME] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};

/**
 * Lays a copy into a data folder. Copies are the same server to whoever asks it for its name, so a test that moves a
 * database from one to another takes an empty folder.
 */
export const layCluster = (dataDir: string): void => {
  const from = process.env[NAME];
  if (from === undefined) return;
  execFileSync("cp", ["-a", join(from, "pg"), join(from, "database-password"), dataDir]);
};
