import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { added, NO_SUMS, reportOf, type Sums } from "./sums.ts";

/** Traces one program plays before it ends: its memory goes with it, and a run that is stopped loses no more than that. */
const BLOCK = 1000;
/** A sound product fails no trace: after so many the rest says no more. */
const FAILURES_MAX = 5;
/** The line by which a program hands over its figures. */
export const SUMS_LINE = "sums ";

const MAIN = join(import.meta.dirname, "main.ts");
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** A long run: how many traces from which seed, in how many programs at once, and a file that remembers what is done. */
export type Spread = {
  readonly world: string;
  readonly traces: number;
  readonly seed: number;
  readonly workers: number;
  readonly keep: string | undefined;
};
type Block = { readonly world: string; readonly seed: number; readonly traces: number };

const blocksOf = ({ world, traces, seed, workers }: Spread): readonly Block[] => {
  const size = Math.max(1, Math.min(BLOCK, Math.ceil(traces / workers)));
  return Array.from({ length: Math.ceil(traces / size) }, (_, at) => ({
    world,
    seed: seed + at * size,
    traces: Math.min(size, traces - at * size),
  }));
};

/** The blocks of the first world bear no name: files that are kept know them so. */
const nameOf = ({ world, seed, traces }: Block): string =>
  `${world === "province" ? "" : `${world} `}${seed}+${traces}`;

/** What an earlier run with this file finished without a failure, block by block. */
const keptIn = (file: string | undefined): ReadonlyMap<string, Sums> => {
  if (file === undefined || !existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line) => {
      const { block, sums } = JSON.parse(line) as { readonly block: string; readonly sums: Sums };
      return [block, sums];
    }),
  );
};

/** Plays one block in a program of its own; what it says of failures is passed on. */
const playBlock = ({ world, seed, traces }: Block): Promise<Sums> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        "--max-semi-space-size=32",
        MAIN,
        ...["--world", world, "--traces", String(traces), "--seed", String(seed), "--sums"],
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const lines = text.split("\n").filter(Boolean);
      const told = lines.findLast((line) => line.startsWith(SUMS_LINE));
      for (const line of lines) if (!line.startsWith(SUMS_LINE)) say(line);
      if (told === undefined) reject(new Error(`seed ${seed}+${traces} ended with ${signal ?? code}`));
      else resolve(JSON.parse(told.slice(SUMS_LINE.length)));
    });
  });

/** Plays all traces in several programs and adds up what they say. 0 when every trace holds. */
export const spread = async (run: Spread): Promise<number> => {
  const begun = performance.now();
  const kept = keptIn(run.keep);
  const blocks = blocksOf(run);
  const left = blocks.filter((block) => !kept.has(nameOf(block)));
  let sums = blocks.map((block) => kept.get(nameOf(block)) ?? NO_SUMS).reduce(added, NO_SUMS);
  const already = sums.traces;
  if (already > 0) say(`${already} traces were played before, see ${run.keep}`);
  const seconds = (): number => (performance.now() - begun) / 1000;
  const work = async (): Promise<void> => {
    for (let block = left.shift(); block !== undefined && sums.failed < FAILURES_MAX; block = left.shift()) {
      const played = await playBlock(block);
      sums = added(sums, played);
      if (run.keep !== undefined && played.failed === 0)
        appendFileSync(run.keep, `${JSON.stringify({ block: nameOf(block), sums: played })}\n`);
      const rate = ((sums.traces - already) / seconds()).toFixed(1);
      if (left.length > 0) say(`${sums.traces} traces, ${sums.failed} failed, ${rate} a second`);
    }
  };
  await Promise.all(Array.from({ length: run.workers }, work));
  say(reportOf(sums, { seed: run.seed, seconds: seconds() }));
  return sums.failed > 0 ? 1 : 0;
};
