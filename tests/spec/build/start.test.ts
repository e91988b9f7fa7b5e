import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBuilt } from "../../../build/start.mjs";

const SOURCES = ["shared/a.ts", "renderer/deep/b.tsx", "host/c.ts", "electron/d.ts", "package-lock.json"];
const BUILT = ["dist/desk/index.html", "dist-electron/main.cjs"];

let root = "";
const put = async (name: string, second: number): Promise<void> => {
  const file = join(root, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, name);
  await utimes(file, second, second);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "lad-start-"));
  for (const name of SOURCES) await put(name, 1000);
  for (const name of BUILT) await put(name, 2000);
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("npm start builds what is missing or older than its source", () => {
  it("nothing where both parts are newer than every source", () => {
    expect(isBuilt(root)).toBe(true);
  });

  it.each(BUILT)("where %s is missing", async (name) => {
    await rm(join(root, name));
    expect(isBuilt(root)).toBe(false);
  });

  it.each(SOURCES)("where %s changed afterwards", async (name) => {
    await put(name, 3000);
    expect(isBuilt(root)).toBe(false);
  });
});
