/**
 * How the desk is packed for machines that run Electron: deb and AppImage for x64 and arm64, NSIS for
 * Windows x64. Loongson machines use the browser shell; Electron has no program for them.
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules/electron/package.json"), "utf8"));

/** A custom distribution brings Electron's own start page along; the packed desk must not be able to show it. @param {{ appOutDir: string }} packed */
const dropStartPage = async ({ appOutDir }) =>
  rmSync(join(appOutDir, "resources/default_app.asar"), { force: true });

/** Both processors of county machines: x64 covers 兆芯 and 海光, arm64 飞腾 and 鲲鹏. */
const ARCHITECTURES = /** @type {const} */ (["x64", "arm64"]);

/** Switches burnt into the program: no Node, no debugger, nothing but our asar (security list, row 15). */
const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

/**
 * The whole configuration, made anew for every run: electron-builder writes into what it is given.
 * @returns {import("electron-builder").Configuration}
 */
export const packConfig = () => ({
  appId: "cn.legalaid.desk",
  productName: "法援工作台",
  electronVersion: version,
  directories: { output: "release" },
  // The bundles carry everything they need: nothing of node_modules, no source, no test, no map.
  files: ["dist/desk/**", "dist-electron/*.cjs", "package.json", "!**/node_modules/**", "!**/*.map"],
  extraMetadata: { main: "dist-electron/main.cjs" },
  asar: true,
  npmRebuild: false,
  electronLanguages: ["zh-CN", "en-US"],
  afterPack: dropStartPage,
  electronFuses: { ...FUSES },
  publish: null,
  linux: {
    target: ["deb", "AppImage"].map((target) => ({ target, arch: [...ARCHITECTURES] })),
    executableName: "legal-aid-desk",
    category: "Office",
    maintainer: "Legal Aid Desk <desk@legalaid.invalid>",
    synopsis: "法律援助工作台",
  },
  // Old Kylin and UOS cannot unpack zstd.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills the placeholders in
  deb: { compression: "xz", artifactName: "legal-aid-desk_${version}_${arch}.${ext}" },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills the placeholders in
  appImage: { artifactName: "legal-aid-desk-${version}-${arch}.${ext}" },
  win: { target: [{ target: "nsis", arch: ["x64"] }] },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: true,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills the placeholders in
    artifactName: "legal-aid-desk-${version}-setup.${ext}",
  },
});
