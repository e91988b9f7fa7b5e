/**
 * `npm run pack`: installers, each where it can be built. Electron's program and the packers' tools are fetched
 * (ELECTRON_MIRROR, ELECTRON_BUILDER_BINARIES_MIRROR name mirrors); what cannot be had is reported as skipped.
 */
import { join } from "node:path";
import { Arch, build, Platform } from "electron-builder";
import { packConfig } from "./electronBuilder.mjs";
import { runScript } from "./runScript.mjs";

const ROOT = join(import.meta.dirname, "..");

/** Every installer there should be. @type {readonly (readonly [string, import("electron-builder").Platform, string, import("electron-builder").Arch])[]} */
const INSTALLERS = [
  ["deb x64", Platform.LINUX, "deb", Arch.x64],
  ["deb arm64", Platform.LINUX, "deb", Arch.arm64],
  ["AppImage x64", Platform.LINUX, "AppImage", Arch.x64],
  ["AppImage arm64", Platform.LINUX, "AppImage", Arch.arm64],
  ["NSIS x64", Platform.WINDOWS, "nsis", Arch.x64],
];

/** Built files, or why there are none. @param {(typeof INSTALLERS)[number]} installer */
const pack = async ([name, platform, target, arch]) => {
  try {
    const files = await build({
      projectDir: ROOT,
      targets: platform.createTarget(target, arch),
      config: packConfig(),
    });
    return { name, isBuilt: files.length > 0, word: files.join(", ") };
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    return { name, isBuilt: false, word: why.slice(0, 200) };
  }
};

if ((await runScript("build")) !== 0) process.exit(2);
const results = [];
for (const installer of INSTALLERS) results.push(await pack(installer));
for (const { name, isBuilt, word } of results)
  process.stdout.write(`${name}: ${isBuilt ? "built" : "skipped"}, ${word}\n`);
const built = results.filter(({ isBuilt }) => isBuilt).length;
process.stdout.write(`pack: ${built} built, ${results.length - built} skipped\n`);
// Nothing built is no success, whatever the reason.
process.exitCode = built > 0 ? 0 : 3;
