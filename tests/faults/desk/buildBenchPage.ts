import { join } from "node:path";
import { build } from "vite";

/** A deliberate difference: in this file of the product this text becomes that, while the page is bundled. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string };

const edited = (edits: readonly Edit[]) => ({
  name: "edited",
  enforce: "pre" as const,
  transform: (code: string, id: string): string | undefined => {
    const mine = edits.filter(({ file }) => id.endsWith(`/${file}`));
    if (mine.length === 0) return undefined;
    if (mine.some(({ find }) => !code.includes(find))) throw new Error(`the edit no longer fits ${id}`);
    return mine.reduce((text, { find, replace }) => text.replace(find, replace), code);
  },
});

/** Bundles the bench page as the product bundles its own, with these differences. */
export const buildBenchPage = async (folder: string, edits: readonly Edit[]): Promise<void> => {
  await build({
    configFile: false,
    root: join(import.meta.dirname, "page"),
    logLevel: "error",
    base: "/",
    plugins: [edited(edits)],
    worker: { format: "es", plugins: () => [edited(edits)] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "chrome120",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: false,
    },
  });
};
