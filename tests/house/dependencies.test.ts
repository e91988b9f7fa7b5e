import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../build/runScript.mjs";

type Locked = { readonly license?: string; readonly optionalDependencies?: Readonly<Record<string, string>> };
const LOCK_TEXT = readFileSync(join(ROOT, "package-lock.json"), "utf8");
const LOCK = JSON.parse(LOCK_TEXT) as { readonly packages: Readonly<Record<string, Locked>> };
const PACKAGE = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Readonly<
  Record<"dependencies" | "devDependencies" | "optionalDependencies", Readonly<Record<string, string>>>
>;
const packages = Object.entries(LOCK.packages).filter(([path]) => path !== "");

/** Licences that ask for no more than their own text beside the program. */
const FREE = new Set(
  "MIT ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Python-2.0 Zlib CC0-1.0 WTFPL OFL-1.1".split(
    " ",
  ),
);
/** MPL-2.0 binds changes to its own files. These are tools of build and tests; nothing of them is in the product. */
const MPL_TOOLS = /^node_modules\/(axe-core|@axe-core\/playwright|lightningcss(-[a-z0-9-]+)?)$/;

/** Whether an SPDX expression offers at least one choice of which every part is free. */
const isFree = (license: string): boolean =>
  license
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((part) => FREE.has(part)));

describe("dependencies: exact, free, and from no particular place", () => {
  it("package-lock.json names no registry host", () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(LOCK_TEXT).not.toMatch(/"resolved"/);
    expect(LOCK_TEXT).not.toMatch(/registry\.|npmmirror|\.tgz"/);
  });

  it("the lock knows every platform package, or npm ci calls it out of step with package.json", () => {
    const places = packages.map(([path]) => path);
    const asked = packages.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !places.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });

  it("every version in package.json is exact", () => {
    const all = { ...PACKAGE.dependencies, ...PACKAGE.devDependencies, ...PACKAGE.optionalDependencies };
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(Object.keys(all).length).toBeGreaterThan(10);
    expect(loose).toEqual([]);
  });

  it("every installed package has a licence that we may use", () => {
    const foreign = packages
      .filter(
        ([path, { license = "none" }]) =>
          !isFree(license) && !(license === "MPL-2.0" && MPL_TOOLS.test(path)),
      )
      .map(([path, { license = "none" }]) => `${path}: ${license}`);
    expect(foreign).toEqual([]);
  });

  it("a choice of licences is free when one side is, a sum only when both are", () => {
    expect(isFree("(MIT OR GPL-3.0-or-later)")).toBe(true);
    expect(isFree("(MIT AND GPL-3.0-or-later)")).toBe(false);
    expect(isFree("GPL-3.0-only")).toBe(false);
  });
});
