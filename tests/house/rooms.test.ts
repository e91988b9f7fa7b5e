import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cruiseRooms, PACKAGES, ROOMS } from "../../build/rooms.mjs";
import { ROOT } from "../../build/runScript.mjs";

/** Files that break one rule each; `breaks` is the beginning or a part of the rule's name. */
const PLANTED = [
  {
    path: "shared/kernel/a.ts",
    text: 'import "../dictionary/b.ts";',
    breaks: "shared/kernel may import only",
  },
  { path: "shared/dictionary/b.ts", text: 'import "fastify";', breaks: "shared may use only the packages" },
  { path: "shared/law/c.ts", text: 'import "node:fs";', breaks: "no node core" },
  {
    path: "shared/ops/d.ts",
    text: 'import type { E } from "./e.ts"; export type D = E;',
    breaks: "no cycles",
  },
  // A cycle is reported once, at one of its files.
  {
    path: "shared/ops/e.ts",
    text: 'import type { D } from "./d.ts"; export type E = D;',
    breaks: undefined,
  },
  { path: "shared/misc/f.ts", text: "export const F = 1;", breaks: "a file lies in a room" },
  {
    path: "renderer/features/file/g.ts",
    text: 'import "../search/h.ts";',
    breaks: "a feature never imports",
  },
  {
    path: "renderer/features/search/h.ts",
    text: 'import "../../sync/i.ts";',
    breaks: "renderer/features may",
  },
  {
    path: "renderer/sync/i.ts",
    text: 'import "../../electron/j.ts";',
    breaks: "renderer/sync may import only",
  },
  { path: "electron/j.ts", text: 'import "./missing.ts";', breaks: "leads to a file" },
  { path: "host/k.ts", text: 'import "../tests/l.ts";', breaks: "nothing imports tests" },
  {
    path: "center/m.ts",
    text: 'import type { Table } from "dexie"; export type M = Table;',
    breaks: "center may use",
  },
  { path: "tests/l.ts", text: "export const L = 1;", breaks: undefined },
] as const;

/** Every source file is parsed; on a machine that does other things too that takes its time. */
const SLOW_MS = 180_000;

describe("build/rooms.mjs: 规则表确实被执行", () => {
  let planted = "";
  beforeAll(() => {
    mkdirSync(join(ROOT, ".cache"), { recursive: true });
    planted = mkdtempSync(join(ROOT, ".cache/rooms-"));
    for (const { path, text } of PLANTED) {
      mkdirSync(dirname(join(planted, path)), { recursive: true });
      writeFileSync(join(planted, path), `${text}\n`);
    }
  });
  afterAll(() => rmSync(planted, { recursive: true, force: true }));

  it("every planted violation is reported by its rule and its file", async () => {
    const { violations } = await cruiseRooms(planted);
    for (const { path, breaks } of PLANTED) {
      if (breaks === undefined) continue;
      const reported = violations.filter(({ from }) => from === path).map(({ rule }) => rule);
      expect(reported, path).toContainEqual(expect.stringContaining(breaks));
    }
  });

  it(
    "the cruise looks at every source file of the rooms, and finds nothing wrong",
    async () => {
      const files = globSync("{shared,renderer,host,electron,center}/**/*.{ts,tsx}", { cwd: ROOT });
      const { moduleCount, importCount, violations } = await cruiseRooms(ROOT);
      expect(files.length).toBeGreaterThan(0);
      expect(moduleCount).toBeGreaterThanOrEqual(files.length);
      expect(importCount).toBeGreaterThan(0);
      expect(violations).toEqual([]);
    },
    SLOW_MS,
  );

  it("the table is a DAG: a room imports only rooms above its own line", () => {
    const order = Object.keys(ROOMS);
    for (const [room, mayImport] of Object.entries(ROOMS)) {
      const below = mayImport.filter((other) => order.indexOf(other) > order.indexOf(room));
      expect(below, room).toEqual([]);
    }
    expect(order.length).toBeGreaterThan(Object.keys(PACKAGES).length);
  });
});
