/**
 * The desk under real Electron: its window shows the page that the browser tests walk through. Where Electron cannot run
 * this is reported as skipped, never as passed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "@playwright/test";
import { ROOT } from "./runScript.mjs";
import { findElectron } from "./start.mjs";

const MAIN = join(ROOT, "dist-electron/main.cjs");

/** @param {string} executablePath */
const showsFirstStart = async (executablePath) => {
  const folder = mkdtempSync(join(tmpdir(), "legal-aid-desk-electron-"));
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const app = await _electron.launch({ executablePath, args: [...root, MAIN, `--data=${folder}`] });
  try {
    const page = await app.firstWindow();
    await page.getByRole("heading").first().waitFor();
    return true;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** @returns {Promise<import("./counts.mjs").Counts>} */
export const electronSmoke = async () => {
  const { path, why } = findElectron();
  process.stdout.write(`\n── electron ──\n${path === undefined ? `skipped: ${why}` : why}\n`);
  if (path === undefined) return { passed: 0, failed: 0, skipped: 1 };
  const isShown = await showsFirstStart(path).catch((cause) => {
    process.stdout.write(`${cause}\n`);
    return false;
  });
  return { passed: Number(isShown), failed: Number(!isShown), skipped: 0 };
};
