import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { findBrowser, launchArgs } from "../../../build/browsers.mjs";
import { createHost, type Machine } from "../../../host/machine.ts";
import { type Serving, serveDesk } from "../../../host/serve/serveDesk.ts";
import type { Bench } from "./page/bench.ts";

/** Everything the tests need once: the page bundled as the product bundles it, and a browser. */
export type Ground = {
  readonly pageFolder: string;
  readonly browserPath: string;
  readonly end: () => void;
  /** How a desk's host is run; in this process unless told. */
  readonly shell?: typeof shellHere;
};

/** A served desk: an address that lets one browser in, and its end. */
export type Shell = { readonly entry: () => Promise<string>; readonly close: () => Promise<void> };

/** Bundles the bench page and finds the browser; throws when there is none, because a skipped fault test proves nothing. */
export const aGround = async (): Promise<Ground> => {
  const pageFolder = mkdtempSync(join(tmpdir(), "lad-bench-"));
  await build({
    configFile: false,
    root: join(import.meta.dirname, "page"),
    logLevel: "error",
    base: "/",
    worker: { format: "es" },
    build: {
      outDir: pageFolder,
      emptyOutDir: true,
      target: "chrome120",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: false,
    },
  });
  const browser = await findBrowser();
  if (browser === undefined) throw new Error("no browser to test in");
  return {
    pageFolder,
    browserPath: browser.path,
    end: () => rmSync(pageFolder, { recursive: true, force: true }),
  };
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
  /** Closes the browser; `hard` kills it without a good-bye. */
  readonly closeBrowser: () => Promise<void>;
  readonly openBrowser: () => Promise<void>;
  readonly end: () => Promise<void>;
};

const noPrinter = {
  pdf: () => Promise.reject(new Error("nothing is printed here")),
  close: async () => undefined,
};

const machineIn = async (folder: string): Promise<Machine> => {
  const opened = await createHost({
    folder,
    version: "0.1.0",
    shell: "browser",
    printer: noPrinter,
    minFreeBytes: 0,
  });
  if (!opened.ok) throw new Error(`the host refused to open: ${opened.refusal.code}`);
  return opened.value;
};

const serving = async (machine: Machine, pageFolder: string): Promise<Serving> => {
  const served = await serveDesk({ machine, pageFolder, port: 0 });
  if (!served.ok) throw new Error("the port is taken");
  return served.value;
};

/** A desk's host in this process. */
export const shellHere = async (folder: string, pageFolder: string): Promise<Shell> => {
  const machine = await machineIn(folder);
  const served = await serving(machine, pageFolder);
  return {
    entry: async () => served.entry(),
    close: async () => {
      await served.close();
      await machine.close();
    },
  };
};

/**
 * Starts a desk. The port, and so the browser's origin, stays the same until `end`. `cloneOf`: with a copy of another
 * desk's data folder, as a cloned disk would have it.
 */
export const aDeskPage = async (
  { pageFolder, browserPath, shell: run = shellHere }: Ground,
  cloneOf?: string,
): Promise<DeskPage> => {
  const folder = mkdtempSync(join(tmpdir(), "lad-desk-"));
  if (cloneOf !== undefined) cpSync(cloneOf, folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), "lad-profile-"));
  const shell = await run(folder, pageFolder);
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  const openBrowser = async (): Promise<void> => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath,
      args: [...launchArgs()],
      headless: true,
    });
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(await shell.entry());
    await page.waitForFunction(() => "bench" in window);
  };
  const closeBrowser = async (): Promise<void> => {
    await context?.close();
    context = undefined;
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
  return { call, folder, profile, page: current, closeBrowser, openBrowser, end };
};
