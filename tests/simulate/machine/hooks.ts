import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/* The edge at which the product meets its machine: what it imports from Node and from Dexie is answered by ours. */

const HERE = new URL(".", import.meta.url).href;
const ROOT = new URL("../../../", import.meta.url).href;
const ROOMS = ["shared", "host", "renderer", "center"].map((room) => `${ROOT}${room}/`);

/** What a module of the simulated machine offers: everything of the real one, except what is named here. */
const offered = (file: string, names: readonly string[]): string =>
  `export { ${names.join(", ")} } from "${HERE}${file}";`;
const ours = (real: string, file: string, names: readonly string[]): string =>
  `export * from "${real}"; ${offered(file, names)}`;

const FS = [
  "openSync",
  "closeSync",
  "fsyncSync",
  "fdatasyncSync",
  "fstatSync",
  "readSync",
  "writeSync",
  "statSync",
  "existsSync",
  "unlinkSync",
  "readdirSync",
  "mkdirSync",
  "chmodSync",
];
/** Calls about whole files: the shelves of the center, the exports of a desk. */
const FILES = ["readFileSync", "writeFileSync", "renameSync", "rmSync"];
const FILES_LATER = ["link", "rename", "unlink", "stat", "lstat", "readdir"];
const CRYPTO = ["randomBytes", "randomUUID", "sign", "verify", "createPublicKey"];

/** Import by import: what is answered instead. */
const MACHINE: Readonly<Record<string, string>> = {
  "node:fs": ours("node:fs", "nodeFs.ts", FS) + offered("nodeFiles.ts", FILES),
  "node:fs/promises":
    ours("node:fs/promises", "nodeFs.ts", ["openAsync as open", "readFileAsync as readFile"]) +
    offered("nodeFiles.ts", FILES_LATER),
  "node:crypto": ours("node:crypto", "nodeCrypto.ts", CRYPTO),
  "node:zlib": ours("node:zlib", "nodeZlib.ts", ["gzip"]),
  "age-encryption": offered("age.ts", ["Encrypter", "Decrypter"]),
  dexie: `export { Dexie as default } from "${HERE}dexie.ts";`,
};
const SCHEME = "simulated:";

/** Modules of the product that are answered as a whole. */
const REPLACED: Readonly<Record<string, string>> = { "renderer/data/seal.ts": `${HERE}seal.ts` };

/** Pure functions of the product whose answers are remembered (remember.ts), by module. */
const REMEMBERED: Readonly<Record<string, Readonly<Record<string, "ofText" | "ofValue">>>> = {
  "shared/kernel/canonicalJson.ts": { parseCanonical: "ofText" },
  "shared/sync/ageKeys.ts": { recipientOf: "ofText" },
  "shared/sync/opShape.ts": { parseHeader: "ofText", parsePayload: "ofText", isFoldable: "ofValue" },
  "shared/ops/fold.ts": { stateText: "ofValue" },
  "shared/ops/view.ts": { viewOf: "ofValue" },
};
const remembering = (file: string): string =>
  [
    `import * as real from "${ROOT}${file}"; import { ofText, ofValue } from "${HERE}remember.ts"; export * from "${ROOT}${file}";`,
    ...Object.entries(REMEMBERED[file] ?? {}).map(
      ([name, how]) => `export const ${name} = ${how}(real.${name});`,
    ),
  ].join("\n");
const REMEMBERS = "remembered:";

/** One deliberate break: in this file of the product, this text becomes that. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string };

/**
 * Every desk asks for a block of numbers of every kind. The first two kinds say all that the others would, and a trace
 * is not mostly grants.
 */
const FEWER_KINDS: Edit = {
  file: "renderer/sync/refill.ts",
  find: '.filter((series) => series !== "")',
  replace: '.filter((series) => series !== "").slice(0, 2)',
};

/** Files are short here (world/center.ts), and so are the pages in them: what has no room comes with the next answer. */
const SHORT_PAGES: Edit = {
  file: "center/bundles/pagesSince.ts",
  find: "max: LIMITS.opsPerPull }",
  replace: "max: 8 }",
};

const edited = (source: string, { file, find, replace }: Edit): string => {
  if (source.split(find).length !== 2) throw new Error(`the break no longer fits ${file}: ${find}`);
  return source.replace(find, () => replace);
};

/**
 * From here on every module of the product that is loaded runs on the simulated machine. `edits` are deliberate breaks,
 * applied to the source as it is loaded; one whose text is not there exactly once is an error.
 */
export const installMachine = (edits: readonly Edit[] = []): void => {
  registerHooks({
    resolve: (specifier, context, next) => {
      if (!ROOMS.some((room) => context.parentURL?.startsWith(room))) return next(specifier, context);
      if (Object.hasOwn(MACHINE, specifier)) return { url: `${SCHEME}${specifier}`, shortCircuit: true };
      const found = next(specifier, context);
      const file = found.url.slice(ROOT.length);
      if (Object.hasOwn(REPLACED, file)) return { ...found, url: REPLACED[file] ?? "", shortCircuit: true };
      return Object.hasOwn(REMEMBERED, file) ? { url: `${REMEMBERS}${file}`, shortCircuit: true } : found;
    },
    load: (url, context, next) => {
      if (url.startsWith(SCHEME))
        return { format: "module", source: MACHINE[url.slice(SCHEME.length)] ?? "", shortCircuit: true };
      if (url.startsWith(REMEMBERS))
        return { format: "module", source: remembering(url.slice(REMEMBERS.length)), shortCircuit: true };
      const mine = [FEWER_KINDS, SHORT_PAGES, ...edits].filter(({ file }) => url === `${ROOT}${file}`);
      if (mine.length === 0) return next(url, context);
      const source = mine.reduce(edited, readFileSync(fileURLToPath(url), "utf8"));
      return { format: "module-typescript", source, shortCircuit: true };
    },
  });
};
