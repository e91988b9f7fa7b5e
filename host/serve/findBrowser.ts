import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Names on PATH, the commonest first: Debian and Fedora, Google, Microsoft, UOS, Kylin's 奇安信 and 360. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "uos-browser-stable",
  "qaxbrowser-safe-stable",
  "qaxbrowser-safe",
  "browser360-cn-stable",
] as const;
/** Where they lie when they are not on PATH. */
const PLACES = [
  "/opt/google/chrome/chrome",
  "/opt/microsoft/msedge/msedge",
  "/opt/apps/cn.google.chrome/files/google-chrome",
  "/opt/apps/org.chromium.browser/files/chromium",
  "/opt/apps/com.browser.softedge.stable/files/msedge",
  "/opt/apps/com.qianxin.browser-stable/files/qaxbrowser-safe-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
] as const;
const WINDOWS_PLACES = [
  "Google/Chrome/Application/chrome.exe",
  "Microsoft/Edge/Application/msedge.exe",
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser of this machine: the one named in CHROME_PATH, else the first that is installed; undefined when none is. */
export const findBrowser = (environment: Environment = process.env): string | undefined => {
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
    (name) => environment[name] ?? [],
  );
  const candidates = [
    ...(environment.CHROME_PATH ? [environment.CHROME_PATH] : []),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...PLACES,
    ...roots.flatMap((root) => WINDOWS_PLACES.map((place) => join(root, place))),
  ];
  return candidates.find(isExecutable);
};

/** As root Chromium refuses to start with its sandbox; nobody else ever gets this switch. */
export const sandboxArgs = (): readonly string[] => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

/** No first-run pages, nothing fetched or synchronised behind the clerk's back, no crash reports (security list, row 41). */
export const QUIET_ARGS = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-breakpad",
  "--disable-default-apps",
  "--lang=zh-CN",
] as const;
