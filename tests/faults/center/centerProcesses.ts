import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT } from "../../../build/runScript.mjs";

/** A center as its own process. */
export type CenterProcess = {
  readonly url: string;
  readonly pid: number;
  readonly kill: () => Promise<void>;
  /** Ends it as an administrator does; answers its exit code. */
  readonly end: () => Promise<number | null>;
};

/** Centers as processes of their own, to be killed; `killAll` leaves none behind. */
export const centerProcesses = () => {
  const running = new Set<ChildProcess>();
  const start = async (
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<CenterProcess> => {
    const child = spawn(process.execPath, [join(ROOT, "center/main.ts"), ...args, "--port", "0"], {
      env: { ...process.env, LAD_LOG: "silent", ...env },
      stdio: ["ignore", "pipe", "ignore"],
    });
    running.add(child);
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const { ready, url } = JSON.parse(line.toString()) as { ready: boolean; url: string };
    if (!ready) throw new Error("the center did not start");
    const gone = async (signal: NodeJS.Signals): Promise<number | null> => {
      const ended = once(child, "exit");
      child.kill(signal);
      running.delete(child);
      return (await ended)[0] as number | null;
    };
    const kill = async (): Promise<void> => void (await gone("SIGKILL"));
    return { url, pid: child.pid ?? 0, kill, end: () => gone("SIGTERM") };
  };
  const killAll = (): void => {
    for (const child of running) child.kill("SIGKILL");
  };
  return { start, killAll };
};
