import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { BACKUP_FORMAT, type BackupPage, lineOf, readLines } from "../../../center/backup/lines.ts";

const HEAD = {
  is: "backup",
  format: BACKUP_FORMAT,
  takenAt: "2026-11-30T00:00:00.000Z",
  key: "key",
} as const;
const fileOf = (pages: readonly BackupPage[]): Buffer => {
  const rows = pages.reduce((sum, page) => sum + page.rows.length, 0);
  return Buffer.from([HEAD, ...pages, { is: "end", rows } as const].map(lineOf).join(""));
};
const readBack = async (file: Buffer, size: number): Promise<readonly BackupPage[]> => {
  const parts = Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
    file.subarray(at * size, (at + 1) * size),
  );
  const pages: BackupPage[] = [];
  await readLines(Readable.from(parts), {
    onHead: () => undefined,
    onPage: async (page) => void pages.push(page),
  });
  return pages;
};

describe("the lines of a backup (docs/protocol.md §9)", () => {
  // what other readers of lines take for an end of line, and characters of one to four bytes
  const texts = ["\u2028", "\u2029", "\u0085", "\r", "\v\f", "一行\u2028又一行", "𠮷\u2029é", "\ufeff"];
  const pages = texts.map((text, at) => ({
    table: `t${at}`,
    rows: [{ payload: text }, { payload: `${text}${text}` }],
  }));

  it.each([1, 2, 3, 7, 64, 100_000])(
    "F34: whatever a text holds comes back, read %i bytes at a time",
    async (size) => {
      expect(await readBack(fileOf(pages), size)).toEqual(pages);
    },
  );

  it("one that is cut is none", async () => {
    await expect(readBack(fileOf(pages).subarray(0, -3), 64)).rejects.toThrow();
  });
});
