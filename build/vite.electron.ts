import { builtinModules } from "node:module";
import { join } from "node:path";
import { defineConfig } from "vite";

const ROOT = join(import.meta.dirname, "..");
const NODE = [...builtinModules, /^node:/];

/**
 * Electron's two entries, one run each (`--mode main`, `--mode preload`): a sandboxed preload cannot require a
 * second file, so the two must never share a chunk. Everything but Electron and Node itself is bundled.
 */
export default defineConfig(({ mode }) => ({
  root: ROOT,
  cacheDir: join(ROOT, ".cache/vite-electron"),
  publicDir: false,
  ssr: { noExternal: true, external: ["electron"] },
  build: {
    ssr: true,
    outDir: join(ROOT, "dist-electron"),
    emptyOutDir: mode === "main",
    // Electron 45 carries Node 24.
    target: "node24",
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      input: { [mode]: join(ROOT, `electron/${mode}.ts`) },
      external: ["electron", ...NODE],
      output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
    },
  },
}));
