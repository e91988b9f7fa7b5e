import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BACKUPS_KEPT, backupsIn, pruneBackups } from "../../../host/keptBackups.ts";

const nameOf = (day: number, count: number): string =>
  `desk-202606${String(day).padStart(2, "0")}T010203Z-${count}.ladb`;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lad-kept-"));
  for (let day = 1; day <= 20; day += 1) writeFileSync(join(folder, nameOf(day, day)), "x");
  for (const other of ["incoming.part", "notes.txt", "desk-20260601T010203Z-1.ladb.part"])
    writeFileSync(join(folder, other), "x");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a desk's backups have a lifetime (I39)", () => {
  it("the last fourteen stay, newest first; what is no backup is left alone", () => {
    expect(pruneBackups(folder, nameOf(20, 20))).toBe(6);
    const kept = backupsIn(folder);
    expect(kept).toHaveLength(BACKUPS_KEPT);
    expect([kept[0]?.writtenAt, kept.at(-1)?.opCount]).toEqual(["2026-06-20T01:02:03Z", 7]);
    expect(readdirSync(folder)).toHaveLength(BACKUPS_KEPT + 3);
    expect(pruneBackups(folder, nameOf(20, 20))).toBe(0);
  });

  it("F43: the one just written stays though the clock has gone back", () => {
    writeFileSync(join(folder, nameOf(1, 30)), "x");
    expect(pruneBackups(folder, nameOf(1, 30))).toBe(1);
    expect(backupsIn(folder).map(({ name }) => name)).toContain(nameOf(1, 30));
    expect(backupsIn(folder)).toHaveLength(BACKUPS_KEPT);
  });
});
