import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { Arch, build, Platform } from "electron-builder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONFIG } from "../../../build/electronBuilder.mjs";
import { newFolder, removeFolder } from "../../contract/host/machines.ts";

const folder = newFolder();
afterAll(() => removeFolder(folder));

const require = createRequire(createRequire(import.meta.url).resolve("electron-builder"));
type Validate = (config: object, logger: { isEnabled: boolean; add: () => void }) => Promise<void>;
const { validateConfiguration } = require("app-builder-lib/out/util/config/config.js") as {
  validateConfiguration: Validate;
};
type Asar = {
  listPackage: (path: string, options: object) => string[];
  createPackage: (from: string, to: string) => Promise<void>;
};
const { listPackage, createPackage } = require("@electron/asar") as Asar;

const write = (path: string, content: string): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content, { mode: 0o755 });
};

/** What electron-builder needs to see of Electron: its files, and the wire of switches inside the program. */
const fakeDistribution = async (): Promise<void> => {
  const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
  write("electron/electron", `#!/bin/sh\nexit 0\n${sentinel}\x01\x09${"1".repeat(9)}\n`);
  for (const name of ["LICENSE", "chrome-sandbox", "icudtl.dat"]) write(`electron/${name}`, "x");
  for (const name of ["zh-CN", "zh-TW", "en-US", "de", "fr"]) write(`electron/locales/${name}.pak`, "x");
  write("start/page.html", "x");
  mkdirSync(join(folder, "electron/resources"), { recursive: true });
  await createPackage(join(folder, "start"), join(folder, "electron/resources/default_app.asar"));
};

/** A project in the shape of ours after `npm run build`, with things that must not be packed. */
const fakeProject = (): void => {
  const manifest = {
    name: "legal-aid-desk",
    version: "0.1.0",
    productName: "法援工作台",
    author: "x",
    description: "x",
    type: "module",
  };
  write("project/package.json", JSON.stringify(manifest));
  for (const name of [
    "dist/desk/index.html",
    "dist/desk/assets/main.js",
    "dist/desk/assets/main.js.map",
    "dist-electron/main.cjs",
    "dist-electron/preload.cjs",
  ])
    write(`project/${name}`, "x");
  for (const name of [
    "host/main.ts",
    "tests/secret.test.ts",
    "node_modules/left-pad/index.js",
    ".env",
    "dist/other/x.js",
  ])
    write(`project/${name}`, "x");
};

describe("security list rows 15, 16: the packed desk (electron.md §3)", () => {
  let unpacked = "";

  beforeAll(async () => {
    await fakeDistribution();
    fakeProject();
    const config = {
      ...CONFIG,
      electronDist: join(folder, "electron"),
      directories: { output: join(folder, "release") },
    };
    await build({
      projectDir: join(folder, "project"),
      targets: Platform.LINUX.createTarget("dir", Arch.x64),
      config,
    });
    unpacked = join(folder, "release/linux-unpacked");
  }, 120_000);

  it("has a configuration that electron-builder knows in every word", async () => {
    const logger = { isEnabled: false, add: () => undefined };
    await expect(validateConfiguration(CONFIG, logger)).resolves.toBeUndefined();
    await expect(validateConfiguration({ ...CONFIG, invented: true }, logger)).rejects.toThrow("invented");
  });

  it("builds deb and AppImage for x64 and arm64, and NSIS for Windows x64", () => {
    expect(CONFIG.linux?.target).toEqual([
      { target: "deb", arch: ["x64", "arm64"] },
      { target: "AppImage", arch: ["x64", "arm64"] },
    ]);
    expect(CONFIG.win?.target).toEqual([{ target: "nsis", arch: ["x64"] }]);
  });

  it("holds exactly the page, the two bundles and the manifest", () => {
    const files = listPackage(join(unpacked, "resources/app.asar"), { isPack: false })
      .filter((path) => /\.\w+$/.test(path))
      .sort();
    expect(files).toEqual([
      "/dist-electron/main.cjs",
      "/dist-electron/preload.cjs",
      "/dist/desk/assets/main.js",
      "/dist/desk/index.html",
      "/package.json",
    ]);
    expect(existsSync(join(unpacked, "resources/default_app.asar"))).toBe(false);
    expect(readdirSync(join(unpacked, "locales")).sort()).toEqual(["en-US.pak", "zh-CN.pak"]);
  });

  it("has its switches set for good", async () => {
    const wire = await getCurrentFuseWire(join(unpacked, "legal-aid-desk"));
    const [off, on] = ["0".charCodeAt(0), "1".charCodeAt(0)];
    expect({
      runAsNode: wire[FuseV1Options.RunAsNode],
      cookies: wire[FuseV1Options.EnableCookieEncryption],
      nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
      integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
      file: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
    }).toEqual({
      runAsNode: off,
      cookies: on,
      nodeOptions: off,
      inspect: off,
      integrity: on,
      onlyAsar: on,
      file: off,
    });
  });
});
