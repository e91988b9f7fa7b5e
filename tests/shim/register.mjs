import { registerHooks } from "node:module";

/** Loaded before the built main.cjs: the word "electron" means our stand-in. */
const SHIM = new URL("./electron.ts", import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === "electron"
      ? { url: SHIM, format: "module-typescript", shortCircuit: true }
      : next(name, context),
});
