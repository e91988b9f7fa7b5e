import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { BROWSER_NAMES, BROWSER_PLACES, BROWSER_WINDOWS_PLACES } from "./browserPlaces.ts";

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
    ...BROWSER_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...BROWSER_PLACES,
    ...roots.flatMap((root) => BROWSER_WINDOWS_PLACES.map((place) => join(root, place))),
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
