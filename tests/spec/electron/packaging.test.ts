import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { Arch, build, Platform } from "electron-builder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packConfig } from "../../../build/electronBuilder.mjs";
import { newFolder, removeFolder } from "../../contract/host/machines.ts";

const folder = newFolder();
afterAll(() => removeFolder(folder));

/** An asar is two length words, a text with its length, and the files: `files` nested by folder. */
type Tree = { readonly files?: { readonly [name: string]: Tree } };
const pathsIn = ({ files = {} }: Tree, above = ""): readonly string[] =>
  Object.entries(files).flatMap(([name, entry]) =>
    entry.files === undefined ? [`${above}/${name}`] : pathsIn(entry, `${above}/${name}`),
  );
const asarPaths = (path: string): readonly string[] => {
  const bytes = readFileSync(path);
  return pathsIn(JSON.parse(bytes.toString("utf8", 16, 16 + bytes.readUInt32LE(12))) as Tree);
};
/** The smallest asar there is: no files. */
const emptyAsar = (): Buffer => {
  const text = '{"files":{}}';
  const head = Buffer.alloc(16);
  for (const [at, word] of [4, text.length + 8, text.length + 4, text.length].entries())
    head.writeUInt32LE(word, at * 4);
  return Buffer.concat([head, Buffer.from(text)]);
};

const write = (path: string, content: string | Buffer): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content, { mode: 0o755 });
};

/** What electron-builder needs to see of Electron: its files, and the wire of switches inside the program. */
const fakeDistribution = (): void => {
  const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
  write("electron/electron", `#!/bin/sh\nexit 0\n${sentinel}\x01\x09${"1".repeat(9)}\n`);
  for (const name of ["LICENSE", "chrome-sandbox", "icudtl.dat"]) write(`electron/${name}`, "x");
  for (const name of ["zh-CN", "zh-TW", "en-US", "de", "fr"]) write(`electron/locales/${name}.pak`, "x");
  write("electron/resources/default_app.asar", emptyAsar());
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

describe("security list rows 15, 16: the packed desk", () => {
  let unpacked = "";

  beforeAll(async () => {
    fakeDistribution();
    fakeProject();
    const config = {
      ...packConfig(),
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

  it("would not have been packed with a word in its configuration that electron-builder does not know", async () => {
    const config = { ...packConfig(), invented: true, electronDist: join(folder, "electron") };
    const targets = Platform.LINUX.createTarget("dir", Arch.x64);
    await expect(build({ projectDir: join(folder, "project"), targets, config })).rejects.toThrow("invented");
  });

  it("builds deb and AppImage for x64 and arm64, and NSIS for Windows x64", () => {
    expect(packConfig().linux?.target).toEqual([
      { target: "deb", arch: ["x64", "arm64"] },
      { target: "AppImage", arch: ["x64", "arm64"] },
    ]);
    expect(packConfig().win?.target).toEqual([{ target: "nsis", arch: ["x64"] }]);
  });

  it("holds exactly the page, the two bundles and the manifest", () => {
    const files = [...asarPaths(join(unpacked, "resources/app.asar"))].sort();
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
