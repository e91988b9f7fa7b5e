import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { scan } from "../../../renderer/data/questions/search.ts";
import { readingsFor, searchLine } from "../../../renderer/data/searchText.ts";
import { type Line, placeLines } from "../../../renderer/data/sheets.ts";
import { aFile } from "../../builders/aView.ts";

const view = aFile({
  personName: "单雄信",
  certNo: "11010519491231002X",
  phone: "13800001234",
  causeOfAction: "追索劳动报酬",
  applicationNo: "（2026）兰援申字第7号",
  opposingParties: [{ name: "兰坪某建筑公司", certNo: "91530000" }],
});
await readingsFor([view]);
const lines: readonly Line[] = [{ t: "aidFile", id: "a", line: searchLine(view) }];

describe("search without an index (complaint 38)", () => {
  // biome-ignore format: a table is read by columns
  it.each([
    ["the name", "单雄信"], ["part of the name", "雄信"], ["initials with the surname's own reading", "sxx"], ["the other reading", "danxiong"],
    ["full pinyin", "shanxiongxin"], ["pinyin as typed", "Shan Xiongxin"], ["the end of the phone", "1234"], ["the certificate in small letters", "002x"],
    ["full-width digits", "１３８０"], ["the cause", "劳动报酬"], ["the number", "兰援申字第7号"], ["the other side", "某建筑"], ["two words", "雄信 1234"],
  ])("finds by %s", (_, text) => {
    expect(scan([lines], text, 10).map(({ id }) => id)).toEqual(["a"]);
  });

  it.each([
    ["another name", "单雄心"],
    ["a run over two fields", "1234追索"],
    ["one word of two is wrong", "雄信 9999"],
    ["nothing typed", "  "],
  ])("does not find by %s", (_, text) => {
    expect(scan([lines], text, 10)).toEqual([]);
  });

  it("answers are bounded, newest first", () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      t: "aidFile",
      id: String(index),
      line: "单雄信",
    }));
    expect(scan([many.slice(0, 100), many.slice(100)], "雄", 3).map(({ id }) => id)).toEqual([
      "299",
      "298",
      "297",
    ]);
  });

  it("fifty thousand lines are scanned in the time of one key stroke", () => {
    const block = Array.from({ length: 100 }, (_, index) => ({
      t: "aidFile",
      id: String(index),
      line: `${searchLine(view)}${index}`,
    }));
    const blocks = Array.from({ length: 500 }, () => block);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      expect(scan(blocks, "没有此人", 50)).toEqual([]);
      return performance.now() - start;
    }).toSorted((a, b) => a - b);
    expect(times[4]).toBeLessThan(50);
  });

  it("lines go into blocks of a hundred and stay there", () => {
    const news = Array.from({ length: 250 }, (_, index) => ({
      t: "aidFile",
      id: String(index),
      line: "x",
      sheet: 0,
    }));
    const { changes, end } = placeLines(news, { no: 0, count: 0, rev: 4 });
    expect([changes[0]?.sheet, changes[99]?.sheet, changes[100]?.sheet, changes[249]?.sheet]).toEqual([
      1, 1, 2, 3,
    ]);
    expect(end).toEqual({ no: 3, count: 50, rev: 5 });
    expect(placeLines([{ t: "aidFile", id: "0", line: "y", sheet: 1 }], end).changes[0]?.sheet).toBe(1);
    expect(placeLines([{ t: "staff", id: "s", line: "", sheet: 0 }], end).changes[0]?.sheet).toBe(0);
  });
});
