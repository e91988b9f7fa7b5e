import { cpSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser, launchArgs } from "../../../build/browsers.mjs";
import { createHost, type Machine } from "../../../host/machine.ts";
import type { MachineOptions } from "../../../host/machineOptions.ts";
import { type Serving, serveDesk } from "../../../host/serve/serveDesk.ts";
import { familyOf } from "../familyOf.ts";
import type { Edit } from "./buildBenchPage.ts";
import type { Bench } from "./page/bench.ts";

/** Everything the tests need once: the page bundled as the product bundles it, and a browser. */
export type Ground = {
  readonly pageFolder: string;
  readonly browserPath: string;
  readonly end: () => void;
  /** How a desk's host is run; in this process unless told. */
  readonly shell?: (folder: string, pageFolder: string) => Promise<Shell>;
  /** Where the browser believes to be, and what it speaks. */
  readonly zone?: { readonly timezoneId: string; readonly locale: string };
};

/** A served desk: an address that lets one browser in, and its end. */
export type Shell = { readonly entry: () => Promise<string>; readonly close: () => Promise<void> };

/** Names the folder of the bench page that is bundled once for the whole suite. */
export const BENCH_PAGE = "LAD_BENCH_PAGE";

/** The bundler is loaded only where a page is bundled. */
const bundled = async (edits: readonly Edit[]): Promise<Pick<Ground, "pageFolder" | "end">> => {
  const pageFolder = mkdtempSync(join(tmpdir(), "lad-bench-"));
  const { buildBenchPage } = await import("./buildBenchPage.ts");
  await buildBenchPage(pageFolder, edits);
  return { pageFolder, end: () => rmSync(pageFolder, { recursive: true, force: true }) };
};

/** The bench page and the browser; throws when there is none, because a skipped fault test proves nothing. */
export const aGround = async (...edits: readonly Edit[]): Promise<Ground> => {
  const made = process.env[BENCH_PAGE];
  const isMade = made !== undefined && edits.length === 0;
  const page = isMade ? { pageFolder: made, end: () => undefined } : await bundled(edits);
  const browser = await findBrowser();
  if (browser === undefined) throw new Error("no browser to test in");
  return { ...page, browserPath: browser.path };
};

type Call = <K extends keyof Bench>(
  name: K,
  ...args: Parameters<Bench[K]>
) => Promise<Awaited<ReturnType<Bench[K]>>>;

/** One desk: the real host, its own data folder, and a real browser with its own profile. */
export type DeskPage = {
  readonly call: Call;
  readonly folder: string;
  readonly profile: string;
  readonly page: () => Page;
  /** Closes the browser as a person does. */
  readonly closeBrowser: () => Promise<void>;
  /** Kills it (kill -9), without a good-bye. */
  readonly killBrowser: () => Promise<void>;
  /** Crashes the page alone; another one takes its place. */
  readonly crashPage: () => Promise<void>;
  /** Stops the whole browser as a suspended system does, and lets it go on. */
  readonly freeze: (isFrozen: boolean) => void;
  /** How many answers of the center to this path have reached the browser since it was opened. */
  readonly answers: (path: string) => number;
  /** Takes every database of the page away while it is open. */
  readonly clearStorage: () => Promise<void>;
  readonly openBrowser: () => Promise<void>;
  readonly end: () => Promise<void>;
};

const noPrinter = {
  pdf: () => Promise.reject(new Error("nothing is printed here")),
  close: async () => undefined,
};

const machineIn = async (folder: string, over: Partial<MachineOptions>): Promise<Machine> => {
  const opened = await createHost({
    folder,
    version: "0.1.0",
    shell: "browser",
    printer: noPrinter,
    minFreeBytes: 0,
    ...over,
  });
  if (!opened.ok) throw new Error(`the host refused to open: ${opened.refusal.code}`);
  return opened.value;
};

const serving = async (machine: Machine, pageFolder: string): Promise<Serving> => {
  const served = await serveDesk({ machine, pageFolder, port: 0 });
  if (!served.ok) throw new Error("the port is taken");
  return served.value;
};

/** A desk's host in this process; `now` is its clock. */
export const shellHere = async (
  ...[folder, pageFolder, now = Date.now, over = {}]: [
    string,
    string,
    (() => number)?,
    Partial<MachineOptions>?,
  ]
): Promise<Shell> => {
  const machine = await machineIn(folder, { now, ...over });
  const served = await serving(machine, pageFolder);
  return {
    entry: async () => served.entry(),
    close: async () => {
      await served.close();
      await machine.close();
    },
  };
};

/** The process that holds a profile, as the profile itself says: this very browser and no other. */
const holderOf = (profile: string): number =>
  Number(readlinkSync(join(profile, "SingletonLock")).split("-").at(-1));

/**
 * Starts a desk. The port, and so the browser's origin, stays the same until `end`. `cloneOf`: with a copy of another
 * desk's data folder, as a cloned disk would have it.
 */
export const aDeskPage = async (
  { pageFolder, browserPath, shell: run = shellHere, zone }: Ground,
  cloneOf?: string,
): Promise<DeskPage> => {
  const folder = mkdtempSync(join(tmpdir(), "lad-desk-"));
  if (cloneOf !== undefined) cpSync(cloneOf, folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), "lad-profile-"));
  const shell = await run(folder, pageFolder);
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  const answered: string[] = [];
  const openBrowser = async (): Promise<void> => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath,
      args: [...launchArgs()],
      headless: true,
      ...zone,
    });
    answered.length = 0;
    context.on("requestfinished", (request) => answered.push(new URL(request.url()).pathname));
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(await shell.entry());
    await page.waitForFunction(() => "bench" in window);
  };
  const closeBrowser = async (): Promise<void> => {
    await context?.close();
    context = undefined;
  };
  const show = async (): Promise<void> => {
    page = await context?.newPage();
    await page?.goto(await shell.entry());
    await page?.waitForFunction(() => "bench" in window);
  };
  const killBrowser = async (): Promise<void> => {
    const gone = context?.waitForEvent("close");
    process.kill(holderOf(profile), "SIGKILL");
    await gone;
    context = undefined;
  };
  const crashPage = async (): Promise<void> => {
    const old = current();
    const crashed = old.waitForEvent("crash");
    // never answered
    void old.goto("chrome://crash").catch(() => undefined);
    await crashed;
    await show();
    await old.close();
  };
  const devTools = async (method: string, params: Record<string, unknown>): Promise<void> => {
    const session = await current().context().newCDPSession(current());
    await session.send(method as "Page.enable", params as never);
  };
  const current = (): Page => {
    if (page === undefined) throw new Error("the browser is not open");
    return page;
  };
  const call = ((name: keyof Bench, ...args: readonly unknown[]) =>
    current().evaluate(
      ([each, input]) =>
        (window.bench[each as keyof Bench] as (...all: unknown[]) => unknown)(...(input as unknown[])),
      [name, args] as const,
    )) as Call;
  const end = async (): Promise<void> => {
    await closeBrowser();
    await shell.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(profile, { recursive: true, force: true });
  };
  await openBrowser();
  return {
    call,
    folder,
    profile,
    page: current,
    closeBrowser,
    openBrowser,
    killBrowser,
    crashPage,
    freeze: (isFrozen) => {
      for (const pid of familyOf(holderOf(profile))) process.kill(pid, isFrozen ? "SIGSTOP" : "SIGCONT");
    },
    answers: (path) => answered.filter((each) => each === `/center${path}`).length,
    clearStorage: () =>
      devTools("Storage.clearDataForOrigin", {
        origin: new URL(current().url()).origin,
        storageTypes: "indexeddb",
      }),
    end,
  };
};
