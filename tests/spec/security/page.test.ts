import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../../build/runScript.mjs";
import { QUIET_ARGS } from "../../../host/serve/findBrowser.ts";

const sources = globSync("{renderer,host,electron,shared}/**/*.{ts,tsx}", { cwd: ROOT })
  .map((path) => path.replaceAll("\\", "/"))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
const filesWith = (pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe("security list: words that appear in the desk's sources only where they are listed", () => {
  it("the search sees the sources", () => {
    expect(sources.length).toBeGreaterThan(200);
    expect([...filesWith(/contextIsolation/)].sort()).toEqual(["electron/printing.ts", "electron/window.ts"]);
  });

  it.each([
    ["row 8: markup made from text", /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet|document\.write/],
    ["row 8: code made from text", /\beval\(|new Function\(|setTimeout\(\s*["'`]/],
    ["row 5: a window or a program outside", /window\.open\(|shell\.openExternal|openExternal\(/],
    ["row 35: a title other than the product's", /document\.title/],
    ["row 41: reports of crashes or of the network", /crashReporter|netLog|contentTracing/],
    ["row S34: cookies in scripts, and storage of a tab", /document\.cookie|sessionStorage/],
    ["row S35: updates that nobody signed", /autoUpdater|electron-updater/],
    ["row 10: channels around the host", /EventSource|sendBeacon|XMLHttpRequest|RTCPeer/],
    [
      "row 2: switches that weaken the page",
      /allowRunningInsecureContent|enableBlinkFeatures|webSecurity: false/,
    ],
    ["row 3: the certificate is not looked at", /rejectUnauthorized|NODE_TLS_REJECT|certificate-error/],
  ])("nowhere: %s", (_, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });

  it.each([
    [
      "S34: what a browser keeps in clear beside the database is a language and a number of minutes",
      /localStorage/,
      ["renderer/ui/lockMinutes.ts"],
    ],
    [
      "row 10: the page asks its own origin only",
      /\bfetch\(/,
      ["renderer/host.ts", "renderer/print/letterAssets.ts", "renderer/sync/centerClient.ts"],
    ],
    [
      "row 10: one socket, of the host and its own page",
      /WebSocket/,
      ["host/serve/socket.ts", "renderer/host.ts"],
    ],
    [
      "S34: a program is started by two files of the host",
      /node:child_process/,
      ["host/print/pipe.ts", "host/serve/openBrowser.ts"],
    ],
  ])("%s", (_, pattern, files) => {
    expect([...filesWith(pattern)].sort()).toEqual(files);
  });

  it("row 10: the page's socket goes to the page's own origin", () => {
    const page = readFileSync(join(ROOT, "renderer/host.ts"), "utf8");
    expect(page.match(/new WebSocket\(/g)).toHaveLength(1);
    expect(page).toMatch(/new WebSocket\(`\$\{location\.origin\.replace\(\/\^http\/, "ws"\)\}\/host`\)/);
  });

  it("row 41: the browser is started without crash reports and without services behind the clerk's back", () => {
    for (const switched of ["--disable-breakpad", "--disable-sync", "--disable-background-networking"])
      expect(QUIET_ARGS).toContain(switched);
  });
});
