import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchArgs, OLDEST_CHROMIUM } from "../../build/browsers.mjs";
import { ROOT } from "../../build/runScript.mjs";

let folder = "";
/** A program that says of itself what a browser of that version says. */
const aBrowser = (name: string, version: string): string => {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho Chromium ${version}\n`);
  chmodSync(path, 0o755);
  return path;
};
const find = (CHROME_PATH: string) => {
  const env = { ...process.env, PATH: folder, CHROME_PATH };
  const script = join(ROOT, "build/browsers.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: "utf8" });
  return { found: JSON.parse(stdout) as { readonly path: string; readonly why: string }, stderr };
};

describe("the browser: which one is used, and why", () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "browsers-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("CHROME_PATH comes before an installed one", () => {
    aBrowser("chromium", `${OLDEST_CHROMIUM + 20}.0.1.2`);
    const named = aBrowser("mine", `${OLDEST_CHROMIUM}.0.1.2`);
    expect(find(named).found).toMatchObject({ path: named, why: "named in CHROME_PATH" });
  });

  it("one that is too old is passed over, and the reason is printed", () => {
    const installed = aBrowser("google-chrome", `${OLDEST_CHROMIUM + 1}.0.1.2`);
    const old = aBrowser("old", `${OLDEST_CHROMIUM - 1}.0.1.2`);
    const { found, stderr } = find(old);
    expect(found.path).toBe(installed);
    expect(stderr).toContain(`${old}, named in CHROME_PATH: ${OLDEST_CHROMIUM - 1}.0.1.2 is older than`);
  });

  it("one that does not exist is passed over", () => {
    const installed = aBrowser("microsoft-edge", "150.0.1.2");
    expect(find(join(folder, "nothing")).found.path).toBe(installed);
  });

  it("a start asks for nothing from outside, and never for the person's own profile", () => {
    const args = launchArgs({ userDataDir: "/data/profile" });
    expect(args).toEqual(expect.arrayContaining(["--disable-background-networking", "--disable-sync"]));
    expect(args).toContain("--user-data-dir=/data/profile");
    expect(args.includes("--no-sandbox")).toBe(process.getuid?.() === 0);
    expect(args.join(" ")).not.toMatch(/disable-web-security|single-process|remote-debugging-port/);
  });
});
