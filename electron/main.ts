import { join, resolve } from "node:path";
import { app, BrowserWindow, dialog, powerMonitor, protocol, session } from "electron";
import { defaultDataFolder } from "../host/dataFolder.ts";
import { whyNotOpened } from "../host/dataFormat.ts";
import { createHost, type Machine } from "../host/machine.ts";
import { versionIn } from "../host/version.ts";
import { answerIpc } from "./ipc.ts";
import { electronKeychain } from "./keychain.ts";
import { electronPrinter } from "./printing.ts";
import { declareScheme, serveScheme } from "./scheme.ts";
import { closePage, closeSession, openWindow } from "./window.ts";

/** Ways to look into a running desk from outside; the packed app does not start with one of them (row 19). */
const SPYING = [
  "inspect",
  "inspect-brk",
  "remote-debugging-port",
  "remote-debugging-pipe",
  "js-flags",
] as const;
const ROOT = join(import.meta.dirname, "..");

const dataFolder = (): string => {
  const given = app.commandLine.getSwitchValue("data");
  return given === "" ? defaultDataFolder() : resolve(given);
};

/** Locks the desk when the person has left the machine: the keys are forgotten and the page's memory goes with it. */
const lockOnLeave = ({ host }: Machine): void => {
  const lock = () => {
    void host["user.lock"]({}).then(() => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  };
  powerMonitor.on("lock-screen", lock);
  powerMonitor.on("suspend", lock);
};

/** What is being saved is saved before the app ends. */
const closeOnQuit = (machine: Machine): void => {
  let isClosed = false;
  app.on("before-quit", (event) => {
    if (isClosed) return;
    event.preventDefault();
    void machine.close().then(() => {
      isClosed = true;
      app.quit();
    });
  });
};

const start = async (folder: string): Promise<void> => {
  await app.whenReady();
  const opened = await createHost({
    folder,
    version: versionIn(ROOT),
    shell: "electron",
    printer: electronPrinter(),
    keychain: electronKeychain(),
  });
  if (!opened.ok) {
    dialog.showErrorBox("法援工作台", whyNotOpened(opened.refusal));
    return app.exit(4);
  }
  closeSession(session.defaultSession);
  serveScheme(protocol, opened.value, join(ROOT, "dist/desk"));
  answerIpc(opened.value);
  lockOnLeave(opened.value);
  closeOnQuit(opened.value);
  openWindow(app.isPackaged);
};

const focusFirst = (): void => {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
};

const main = (folder: string): void => {
  app.enableSandbox();
  declareScheme();
  app.on("second-instance", focusFirst);
  app.on("web-contents-created", (_event, contents) => closePage(contents));
  app.on("window-all-closed", () => app.quit());
  void start(folder);
};

const folder = dataFolder();
// Before the lock is asked for: it belongs to this folder, not to the program.
app.setPath("userData", join(folder, "electron"));
if (app.isPackaged && SPYING.some((name) => app.commandLine.hasSwitch(name))) app.exit(5);
else if (app.requestSingleInstanceLock()) main(folder);
else app.quit();
