import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { makeCounty } from "../../../build/demo/county.ts";
import { createHost } from "../../../host/machine.ts";
import { instant } from "../../../shared/kernel/instant.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** Answers of the first line of a host that starts; a loaded machine takes its time. */
const START_MS = 60_000;

/** A desk's host as a person starts it, on a county with staff, lawyers and organs but without any case. */
export type CountyDesk = {
  readonly url: string;
  readonly folder: string;
  readonly stop: () => Promise<void>;
};

const seed = async (folder: string): Promise<void> => {
  const opened = await createHost({
    folder,
    version: "0.1.0",
    shell: "browser",
    printer: {
      pdf: () => Promise.reject(new Error("the seed prints nothing")),
      close: async () => undefined,
    },
    minFreeBytes: 0,
  });
  if (!opened.ok) throw new Error(`no host: ${opened.refusal.code}`);
  await makeCounty(opened.value.host, instant("2026-01-05T09:00"), []);
  await opened.value.close();
};

/** Makes the county once: hashing the passwords of its staff takes seconds. Every scenario works on a copy. */
export const seedCounty = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "lad-seed-"));
  await seed(folder);
  return folder;
};

/** Starts `host/main.ts` on a copy of the county; no center is configured: the network is off for good. */
export const startCounty = async (seeded: string, port: number): Promise<CountyDesk> => {
  const folder = await mkdtemp(join(tmpdir(), "lad-county-"));
  await cp(seeded, folder, { recursive: true });
  const line = ["host/main.ts", "--no-open", "--data", folder, "--port", String(port)];
  const child = spawn(process.execPath, line, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const first = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the host did not start")), START_MS);
    createInterface({ input: child.stdout }).once("line", (text) => {
      clearTimeout(timer);
      resolve(text);
    });
    child.once("exit", (code) => reject(new Error(`the host ended: ${code}`)));
  });
  const { url } = JSON.parse(first) as { url: string };
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { url, folder, stop };
};
