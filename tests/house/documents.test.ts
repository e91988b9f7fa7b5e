import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../build/runScript.mjs";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const DOCUMENTS = [
  "README.md",
  "README.zh-CN.md",
  "docs/ARCHITECTURE.md",
  "docs/CHANGELOG.md",
  "docs/glossary.md",
  "docs/questions.md",
  "docs/dictionary.md",
  "docs/protocol.md",
  "docs/security.md",
];

/** The files that a document links to inside the repository. */
const linksOf = (path: string): readonly string[] =>
  [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target]) => target ?? "");

describe("documents a newcomer needs", () => {
  it.each(DOCUMENTS)("%s exists and says something", (path) => {
    expect(existsSync(join(ROOT, path)), path).toBe(true);
    expect(read(path).length).toBeGreaterThan(200);
  });

  it.each(["README.md", "README.zh-CN.md"])("%s names the two commands", (path) => {
    expect(read(path)).toContain("npm ci && npm run demo");
    expect(read(path)).toContain("npm ci && npm test");
  });

  it.each(DOCUMENTS)("%s links only to files that exist", (path) => {
    const folder = join(ROOT, path, "..");
    expect(linksOf(path).filter((target) => !existsSync(join(folder, target)))).toEqual([]);
  });

  it("every npm script that runs a file of ours has that file", () => {
    const { scripts } = JSON.parse(read("package.json")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = Object.values(scripts).flatMap(
      (line) => line.match(/(build|center)\/[\w./]+\.(mjs|ts)\b/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
