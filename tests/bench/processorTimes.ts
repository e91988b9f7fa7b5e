import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second of Linux's own accounting. */
const TICKS = 100;

type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly seconds: number;
};

const processAt = (pid: number): readonly Process[] => {
  try {
    const [start = "", rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[A-Z] )/);
    const words = rest.split(" ");
    // user and system time, its own and that of children that ended
    const ticks = words.slice(11, 15).reduce((sum, word) => sum + Number(word), 0);
    return [
      { pid, parent: Number(words[1]), name: start.slice(start.indexOf("(") + 1), seconds: ticks / TICKS },
    ];
  } catch {
    // it ended while we looked
    return [];
  }
};

/** Processor time so far of everything this process has started, in seconds, by what the programs are. */
export type ProcessorTimes = {
  readonly browsers: number;
  readonly hosts: number;
  readonly database: number;
  readonly self: number;
};

const kindOf = ({ name }: Process): keyof ProcessorTimes =>
  name.startsWith("postgres") ? "database" : name.startsWith("chrom") ? "browsers" : "hosts";

/** Reads what the system has accounted to this process and all below it. Linux only, as the bench. */
export const processorTimes = (): ProcessorTimes => {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processAt(Number(name)));
  const below = (of: number): readonly Process[] =>
    all.filter(({ parent }) => parent === of).flatMap((child) => [child, ...below(child.pid)]);
  const times = { browsers: 0, hosts: 0, database: 0, self: 0 };
  for (const each of below(process.pid)) times[kindOf(each)] += each.seconds;
  const { user, system } = process.cpuUsage();
  return { ...times, self: (user + system) / 1_000_000 };
};
