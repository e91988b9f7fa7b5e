import { readdirSync, readFileSync } from "node:fs";

const parentOf = (pid: number): number => {
  try {
    // the name in brackets may hold anything; the parent is the second word after it
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    // it ended while we looked
    return 0;
  }
};
/** A process and all that it started, and they. */
export const familyOf = (pid: number): readonly number[] => {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(Number(name))] as const);
  const below = (of: number): readonly number[] =>
    all.flatMap(([child, parent]) => (parent === of ? [child, ...below(child)] : []));
  return [pid, ...below(pid)];
};
