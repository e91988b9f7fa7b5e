import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Printer } from "../machineOptions.ts";
import { oneByOne } from "../oneByOne.ts";
import { SUGGESTION_PAGES } from "../serve/browserPlaces.ts";
import { QUIET_ARGS, sandboxArgs } from "../serve/findBrowser.ts";
import { fixPdf } from "./fixPdf.ts";
import { openPipe, type Pipe } from "./pipe.ts";

/** How long the browser stays after a letter: the next one usually follows. */
const IDLE_MS = 60_000;
/**
 * No name resolves and no proxy answers: a letter has nothing to fetch. Nor does anybody type an address here, and the
 * suggestions for one cost more than the letter.
 */
const ALONE_ARGS = [
  `--disable-features=${SUGGESTION_PAGES.join(",")}`,
  "--headless=new",
  "--disable-gpu",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-extensions",
  "--incognito",
] as const;

const target = z.object({ targetId: z.string() });
const session = z.object({ sessionId: z.string() });
const tree = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) });
const evaluated = z.object({ result: z.object({ value: z.literal(true) }) });
const printed = z.object({ data: z.base64() });

/** Fonts and pictures of a letter lie inside its HTML, but they still have to be decoded before the page is printed. */
const IS_SETTLED =
  "Promise.all([document.fonts.ready, ...Array.from(document.images, (image) => image.decode().catch(() => undefined))]).then(() => true)";

/** One letter in a tab of its own: set, wait for its fonts, print, close. Scripts are off, the network is off. */
const printOne = async ({ send }: Pipe, html: string): Promise<Buffer> => {
  const { targetId } = target.parse(await send("Target.createTarget", { url: "about:blank" }));
  try {
    const { sessionId } = session.parse(await send("Target.attachToTarget", { targetId, flatten: true }));
    const page = (method: string, params: object = {}) => send(method, params, sessionId);
    await page("Page.enable");
    await page("Network.enable");
    await page("Network.emulateNetworkConditions", {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    });
    await page("Emulation.setScriptExecutionDisabled", { value: true });
    const { frameTree } = tree.parse(await page("Page.getFrameTree"));
    await page("Page.setDocumentContent", { frameId: frameTree.frame.id, html });
    evaluated.parse(
      await page("Runtime.evaluate", { expression: IS_SETTLED, awaitPromise: true, returnByValue: true }),
    );
    const paper = { preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false };
    return Buffer.from(printed.parse(await page("Page.printToPDF", paper)).data, "base64");
  } finally {
    await send("Target.closeTarget", { targetId });
  }
};

type Running = { readonly pipe: Pipe; readonly profile: string };

const start = async (browser: string): Promise<Running> => {
  const profile = await mkdtemp(join(tmpdir(), "letter-"));
  return {
    profile,
    pipe: openPipe(browser, [...QUIET_ARGS, ...ALONE_ARGS, ...sandboxArgs(), `--user-data-dir=${profile}`]),
  };
};
const stop = async ({ pipe, profile }: Running): Promise<void> => {
  await pipe.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};

/**
 * A printer on the machine's own browser. The browser starts with the first letter and ends when none has come for a
 * minute. Its profile is a private temporary folder that goes with it; the text of a letter only passes through a pipe.
 */
export const chromiumPrinter = (findBrowser: () => string | undefined): Printer => {
  let running: Promise<Running> | undefined;
  let timer: NodeJS.Timeout | undefined;
  // One tab at a time: county machines have little memory.
  const alone = oneByOne();
  const stopNow = async () => {
    clearTimeout(timer);
    const before = running;
    running = undefined;
    if (before !== undefined) await stop(await before);
  };
  const ready = async (): Promise<Pipe> => {
    if (running !== undefined && !(await running).pipe.isAlive()) await stopNow();
    const browser = findBrowser();
    if (browser === undefined)
      throw new Error("no browser to print with: install Chromium, Chrome or Edge, or set CHROME_PATH");
    running ??= start(browser);
    return (await running).pipe;
  };
  const print = async (html: string): Promise<Buffer> => {
    clearTimeout(timer);
    const pdf = await printOne(await ready(), html);
    timer = setTimeout(() => void alone(stopNow), IDLE_MS).unref();
    return fixPdf(pdf);
  };
  return { pdf: (html) => alone(() => print(html)), close: () => alone(stopNow) };
};
