import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../build/runScript.mjs";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
type Lock = { readonly packages: Readonly<Record<string, { readonly integrity?: string }>> };
const lockOf = (path: string): Lock => JSON.parse(read(path)) as Lock;

describe("bench/rivals is no part of the product", () => {
  const lock = read("bench/rivals/package-lock.json");

  it("its lock holds every package by its hash and names no place to fetch it from", () => {
    const locked = Object.entries(lockOf("bench/rivals/package-lock.json").packages).filter(
      ([at]) => at !== "",
    );
    expect(locked.length).toBeGreaterThan(50);
    expect(locked.filter(([, { integrity = "" }]) => !/^sha512-/.test(integrity))).toEqual([]);
    expect(lock).not.toMatch(/"resolved"/);
    expect(read("bench/rivals/.npmrc")).toMatch(/^ignore-scripts=true$/m);
  });

  it("no rival is among the packages of the product, and nothing imports that folder", () => {
    const ours = Object.keys(lockOf("package-lock.json").packages);
    expect(ours.filter((at) => /(pouchdb|rxdb|leveldown)/.test(at))).toEqual([]);
    const files = globSync("{shared,renderer,host,electron,center,build,tests}/**/*.{ts,tsx,mjs}", {
      cwd: ROOT,
    });
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((path) => /from "[^"]*bench\/rivals\//.test(read(path)))).toEqual([]);
  });

  it("continuous integration does not run it", () => {
    expect(read(".ci/run")).not.toMatch(/rivals/);
    expect(read("build/test.mjs")).not.toMatch(/rivals/);
  });
});
