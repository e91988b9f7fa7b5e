/*
 * What runs inside the page: the preload in a world of its own, as Electron's isolated preload does, and the page's side
 * of `contextBridge`. Both are texts, because they cross into Chromium.
 */

/** The name of the preload's world. */
export const WORLD = "preload";

/** In the page's own world: builds what the bridge exposes, deeply frozen. Values cross as structured clones. */
export const PAGE_SIDE = `(() => {
  const waiting = new Map();
  let last = 0;
  addEventListener("shim-answer", ({ detail: { id, value, error } }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked.resolve(value); else asked.reject(new Error(error));
  });
  const call = (key) => (...input) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    dispatchEvent(new CustomEvent("shim-call", { detail: { id: last, key, input } }));
  });
  addEventListener("shim-expose", ({ detail: { name, keys } }) => {
    const value = Object.freeze(Object.fromEntries(keys.map((key) => [key, call(key)])));
    Object.defineProperty(globalThis, name, { value, enumerable: true });
  });
})();`;

/** In the preload's world. \`callMain\` is what a broken renderer could reach from any frame; the preload runs in the top one. */
export const preloadSide = (preload: string): string => `(() => {
  const waiting = new Map();
  let last = 0;
  globalThis.answerPage = (id, { value, error }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked.resolve(value); else asked.reject(new Error(error));
  };
  globalThis.callMain = (channel, ...input) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    toMain(JSON.stringify({ id: last, channel, input }));
  });
  if (window.top !== window) return;
  const only = (name, known) => new Proxy(known, { get: (target, key) => {
    if (key in target) return target[key];
    throw new Error("not in the shim: " + name + "." + String(key));
  } });
  const exposeInMainWorld = (name, value) => {
    if (Object.values(value).some((each) => typeof each !== "function")) throw new Error("not in the shim: exposing values");
    addEventListener("shim-call", ({ detail: { id, key, input } }) => {
      const answer = (detail) => dispatchEvent(new CustomEvent("shim-answer", { detail: { id, ...detail } }));
      value[key](...input).then((result) => answer({ value: result }), (cause) => answer({ error: String(cause.message) }));
    });
    dispatchEvent(new CustomEvent("shim-expose", { detail: { name, keys: Object.keys(value) } }));
  };
  const electron = only("electron", {
    contextBridge: only("contextBridge", { exposeInMainWorld }),
    ipcRenderer: only("ipcRenderer", { invoke: globalThis.callMain }),
  });
  const require = (name) => {
    if (name === "electron") return electron;
    throw new Error("a sandboxed preload cannot require " + name);
  };
  (function (require) { ${preload}
  })(require);
})();`;
