import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultDataFolder } from "./dataFolder.ts";
import { MIN_FREE_BYTES } from "./diskGuard.ts";
import { createHost, type Machine } from "./machine.ts";
import { chromiumPrinter } from "./print/chromiumPrinter.ts";
import { findBrowser } from "./serve/findBrowser.ts";
import { openBrowser } from "./serve/openBrowser.ts";
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

const open = async (folder: string): Promise<Machine> => {
  const opened = await createHost({
    folder,
    version: versionIn(ROOT),
    shell: "browser",
    printer: chromiumPrinter(findBrowser),
    minFreeBytes: Number(process.env.LAD_MIN_FREE_BYTES ?? MIN_FREE_BYTES),
  });
  return opened.ok
    ? opened.value
    : give("另一个工作台正在使用此数据文件夹。 Another desk is already using this data folder.");
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

const start = async (): Promise<void> => {
  const { folder, port, isSilent } = readArguments();
  if (!existsSync(PAGE)) say("The page is not built: run npm run build. Only the host answers now.");
  const machine = await open(folder);
  const serving = await serve(machine, port);
  const end = endings(machine, serving);
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  const opened = isSilent ? { why: "asked not to (--no-open)" } : openBrowser(serving.entry(), folder);
  if ("window" in opened) opened.window.once("exit", end);
  else
    say(
      `No window opened: ${opened.why}. Open the address below in Chromium, Chrome or Edge; it works once.`,
    );
  process.stdout.write(`${JSON.stringify({ ready: true, url: serving.entry() })}\n`);
};

await start();
