import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/* The system's own account of a process's memory, in MiB. Linux only. */

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // it ended while we looked
    return "";
  }
};

const mibOf = (pid: number, line: "VmHWM" | "VmRSS" | "RssAnon"): number =>
  Number(new RegExp(`^${line}:\\s+(\\d+)`, "mu").exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** The most memory one process has held so far, or since `forgetPeak`. */
export const peakMemoryOf = (pid: number): number => mibOf(pid, "VmHWM");

/** What it holds now. */
export const memoryOf = (pid: number): number => mibOf(pid, "VmRSS");

/** What it holds now of its own: neither files nor what it shares with others. */
export const ownMemoryOf = (pid: number): number => mibOf(pid, "RssAnon");

/** The peak of a process begins anew at what it holds now. */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, "5");

/** The most that any process held whose command line names `word`. */
export const peakMemoryNaming = (word: string): number =>
  Math.max(
    0,
    ...readdirSync("/proc")
      .filter((pid) => /^\d+$/u.test(pid) && read(`/proc/${pid}/cmdline`).includes(word))
      .map((pid) => peakMemoryOf(Number(pid))),
  );
