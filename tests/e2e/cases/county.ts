import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { CaseRow } from "../../../build/demo/cases.ts";
import { makeCounty } from "../../../build/demo/county.ts";
import { DEMO_PASSWORD } from "../../../build/demo/staff.ts";
import { createHost } from "../../../host/machine.ts";
import type { Host } from "../../../shared/host/contract.ts";
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

/** Works on a desk's folder while nobody else has it open. */
export const onFolder = async (folder: string, work: (host: Host) => Promise<void>): Promise<void> => {
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
  await work(opened.value.host);
  await opened.value.close();
};

/** Gives the desk of a folder its center, as the administrator does with a code of the province. */
export const enrolCounty = (folder: string, url: string, code: string): Promise<void> =>
  onFolder(folder, async (host) => {
    const signedIn = await host["user.signIn"]({ login: "guan", password: DEMO_PASSWORD });
    const enrolled = signedIn.ok ? await host["center.enrol"]({ url, code }) : signedIn;
    if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.refusal.code}`);
  });

/** Makes the county once: hashing the passwords of its staff takes seconds. Every scenario works on a copy. */
export const seedCounty = async (rows: readonly CaseRow[] = []): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "lad-seed-"));
  await onFolder(folder, async (host) => {
    await makeCounty(host, instant("2026-01-05T09:00"), rows);
  });
  return folder;
};

/**
 * Starts `host/main.ts` on a copy of the county. Unless `prepare` gives it a center, none is configured: the network is
 * off for good.
 */
export const startCounty = async (
  seeded: string,
  port: number,
  prepare: (folder: string) => Promise<void> = async () => undefined,
): Promise<CountyDesk> => {
  const folder = await mkdtemp(join(tmpdir(), "lad-county-"));
  await cp(seeded, folder, { recursive: true });
  await prepare(folder);
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
