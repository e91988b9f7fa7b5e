import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";

/** Puts a file or a folder in the place of another, as an administrator would: whole, with its owners. */
export const copyAll = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true });
  execFileSync("cp", ["-a", from, to]);
};
