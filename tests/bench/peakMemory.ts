import { readdirSync, readFileSync } from "node:fs";

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // it ended while we looked
    return "";
  }
};

/** The most memory one process has held so far, in MiB, by the system's own account. Linux only, as the bench. */
export const peakMemoryOf = (pid: string): number =>
  Number(/VmHWM:\s+(\d+)/u.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** The most that any process held whose command line names `word`. */
export const peakMemoryNaming = (word: string): number =>
  Math.max(
    0,
    ...readdirSync("/proc")
      .filter((pid) => /^\d+$/u.test(pid) && read(`/proc/${pid}/cmdline`).includes(word))
      .map(peakMemoryOf),
  );
