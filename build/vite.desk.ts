import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { OLDEST_CHROMIUM } from "./browsers.mjs";

const ROOT = join(import.meta.dirname, "..");

/** The page of the desk: one bundle for Electron and for the machine's own browser, no source maps on a clerk's machine. */
export default defineConfig({
  root: join(ROOT, "renderer"),
  base: "/",
  cacheDir: join(ROOT, ".cache/vite-desk"),
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: join(ROOT, "dist/desk"),
    emptyOutDir: true,
    target: `chrome${OLDEST_CHROMIUM}`,
    sourcemap: false,
    // Inlined assets would need data: in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
  },
});
