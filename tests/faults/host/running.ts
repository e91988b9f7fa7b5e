import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { enter, type Visitor } from "../../contract/host/httpHost.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** One real host process, and a browser's way into it. */
export type Running = { readonly child: ChildProcess; readonly visitor: Visitor };

/** What a test adds to the environment of the host, such as an authority it trusts. */
type Environment = Readonly<Record<string, string>>;

const exited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Starts `host/main.ts` on a data folder as a process of its own and enters by the address it prints. */
export const run = async (folder: string, env: Environment = {}): Promise<Running> => {
  const child = start(folder, env);
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const [line] = (await once(lines, "line")) as [string];
  const { url } = JSON.parse(line) as { readonly url: string };
  return { child, visitor: await enter(url) };
};

/** Only starts it. */
export const start = (folder: string, env: Environment = {}): ChildProcess =>
  spawn(process.execPath, [join(ROOT, "host/main.ts"), "--data", folder, "--port", "0", "--no-open"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LAD_MIN_FREE_BYTES: "0", ...env },
  });

/** Ends a process the given way and waits until it is gone; answers its exit code. */
export const stop = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (!exited(child)) {
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
};
