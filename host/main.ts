import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultDataFolder } from "./dataFolder.ts";
import { whyNotOpened } from "./dataFormat.ts";
import { MIN_FREE_BYTES } from "./diskGuard.ts";
import { createHost, type Machine } from "./machine.ts";
import { chromiumPrinter } from "./print/chromiumPrinter.ts";
import { hangDoorbell, ring } from "./serve/doorbell.ts";
import { findBrowser } from "./serve/findBrowser.ts";
import { type Opened, openBrowser } from "./serve/openBrowser.ts";
import { DESK_PORT, type Serving, serveDesk } from "./serve/serveDesk.ts";
import { versionIn } from "./version.ts";

/* The browser shell: `node host/main.ts [--data DIR] [--port N] [--no-open]`. One JSON line on stdout when ready. */

const ROOT = join(import.meta.dirname, "..");
const PAGE = join(ROOT, "dist/desk");

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
/** Ends with one sentence for the person at the terminal. */
const give = (sentence: string): never => {
  say(sentence);
  process.exit(4);
};

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      port: { type: "string", default: String(DESK_PORT) },
      "no-open": { type: "boolean", default: false },
      shell: { type: "string" },
    },
  });
  return {
    folder: resolve(values.data ?? defaultDataFolder()),
    port: Number(values.port),
    isSilent: values["no-open"],
  };
};

/** The desk is open already: another window on it, if one is wanted and that host answers the bell. */
const joinRunning = async (folder: string, isSilent: boolean): Promise<never> => {
  const address = isSilent ? undefined : await ring(folder);
  const opened = address === undefined ? { why: "" } : openBrowser(address, folder);
  if (!("window" in opened)) return give(whyNotOpened({ code: "busy" }));
  opened.window.unref();
  say("工作台已在运行，已为其打开窗口。 The desk is running already; a window was opened on it.");
  process.exit(0);
};

const open = async (folder: string, isSilent: boolean): Promise<Machine> => {
  const opened = await createHost({
    folder,
    version: versionIn(ROOT),
    shell: "browser",
    printer: chromiumPrinter(findBrowser),
    minFreeBytes: Number(process.env.LAD_MIN_FREE_BYTES ?? MIN_FREE_BYTES),
  });
  if (opened.ok) return opened.value;
  return opened.refusal.code === "busy" ? joinRunning(folder, isSilent) : give(whyNotOpened(opened.refusal));
};

const serve = async (machine: Machine, port: number): Promise<Serving> => {
  const serving = await serveDesk({ machine, pageFolder: PAGE, port });
  if (serving.ok) return serving.value;
  await machine.close();
  return give(
    `端口 ${port} 已被占用，工作台不会改用其他端口。 Port ${port} is taken; the desk does not move to another, because its records belong to this address.`,
  );
};

/** Ends on a signal or when the window is closed: what is being saved is saved first. */
const endings = (machine: Machine, serving: Serving): (() => void) => {
  let isEnding = false;
  return () => {
    if (isEnding) return;
    isEnding = true;
    void serving
      .close()
      .then(machine.close)
      .then(() => process.exit(0));
  };
};

/** A browser that hands its window over to one that is running already ends at once; that is no closing of the desk. */
const HANDED_OVER_MS = 5000;

const show = (opened: Opened, end: () => void): void => {
  if (!("window" in opened)) {
    say(
      `No window opened: ${opened.why}. Open the address below in Chromium, Chrome or Edge; it works once.`,
    );
    return;
  }
  const startMs = performance.now();
  opened.window.once("error", ({ message }) => say(`No window opened: ${message}.`));
  opened.window.once("exit", () => {
    if (performance.now() - startMs > HANDED_OVER_MS) end();
  });
};

const start = async (): Promise<void> => {
  const { folder, port, isSilent } = readArguments();
  if (!existsSync(PAGE)) say("The page is not built: run npm run build. Only the host answers now.");
  const machine = await open(folder, isSilent);
  const serving = await serve(machine, port);
  const takeDown = hangDoorbell(folder, serving.entry);
  const end = endings(machine, { ...serving, close: () => serving.close().finally(takeDown) });
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  show(isSilent ? { why: "asked not to (--no-open)" } : openBrowser(serving.entry(), folder), end);
  process.stdout.write(`${JSON.stringify({ ready: true, url: serving.entry() })}\n`);
};

await start();
