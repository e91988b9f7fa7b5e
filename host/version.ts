import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of the product, as its package.json at `root` says; evidence in every op. */
export const versionIn = (root: string): string => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return version;
};
