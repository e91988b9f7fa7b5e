import { describe, expect, it } from "vitest";
import type { FundEntryFacts } from "../../../shared/dictionary/fund.ts";
import { fenOfYuan } from "../../../shared/kernel/fen.ts";
import { csvCell } from "../../../shared/law/csv.ts";
import { balanceOf } from "../../../shared/law/ledger.ts";
import { ledgerSheet } from "../../../shared/law/ledgerSheet.ts";
import { overdrawnEntries } from "../../../shared/law/overdrawn.ts";

const entry = (id: string, seq: number, facts: FundEntryFacts) => ({ id, seq, facts });
const income = (id: string, seq: number, amountFen: number) =>
  entry(id, seq, { fund: "BUDGET", subject: "LS_BUDGET", flow: "IN", amountFen });
const spends = (id: string, seq: number, amountFen: number) =>
  entry(id, seq, { fund: "BUDGET", subject: "LS_CASE", flow: "OUT", amountFen });

describe("V20: two desks without a cable spend the same money", () => {
  const both = [income("in", 1, 100_000), spends("here", 2, 70_000), spends("there", 3, 60_000)];

  it("each alone is lawful; together the one booked later is overdrawn, in whatever order they arrive", () => {
    expect(overdrawnEntries(both.slice(0, 2))).toEqual([]);
    expect(overdrawnEntries([both[0], both[2]].filter((each) => each !== undefined))).toEqual([]);
    expect(overdrawnEntries(both)).toEqual(["there"]);
    expect(overdrawnEntries(both.toReversed())).toEqual(["there"]);
  });

  it("is put right by a reversal or by income, and by nothing else", () => {
    const back = entry("back", 4, {
      fund: "BUDGET",
      subject: "LS_CASE",
      flow: "IN",
      amountFen: 60_000,
      reverses: "there",
    });
    expect(overdrawnEntries([...both, back])).toEqual([]);
    expect(overdrawnEntries([...both, income("more", 4, 30_000)])).toEqual([]);
    expect(overdrawnEntries([...both, income("less", 4, 29_999)])).toEqual(["there"]);
    expect(overdrawnEntries([...both, spends("later", 4, 1)])).toEqual(["there", "later"]);
  });

  it("《公益事业捐赠法》第18条: one donation may be overdrawn while the fund is not", () => {
    const gift = (id: string, seq: number, flow: "IN" | "OUT", donationId: string, amountFen: number) =>
      entry(id, seq, {
        fund: "DONATION",
        subject: flow === "IN" ? "LS_DONATE" : "LS_TRAIN",
        flow,
        amountFen,
        donationId,
      });
    const all = [
      gift("a", 1, "IN", "d1", 100),
      gift("b", 2, "IN", "d2", 900),
      gift("c", 3, "OUT", "d1", 80),
      gift("d", 4, "OUT", "d1", 80),
    ];
    expect(
      balanceOf(
        all.map(({ facts }) => facts),
        "DONATION",
      ),
    ).toBe(840);
    expect(overdrawnEntries(all)).toEqual(["d"]);
  });
});

/** Reads the sheet as a spreadsheet does: cells of a line, the quotes taken off. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gu)].map(([, cell = ""]) => cell.replaceAll('""', '"'));

describe("security 54: the audit sheet adds up again, and runs nothing", () => {
  const amounts = [100_000_01, 2_400, 333, 50_000_00, 7];
  const entries = amounts.map((amountFen, index) => ({
    id: `entry-${index}`,
    facts: {
      fund: index === 3 ? "TRANSFER" : "BUDGET",
      subject: index % 3 === 0 ? "LS_BUDGET" : "LS_CASE",
      flow: index % 3 === 0 ? "IN" : "OUT",
      amountFen,
      voucherNo: `记-${index}`,
      summary: ["=1+1", "@SUM(A1)", "+拨款", "-冲", '含"引号",逗号'][index] ?? "",
      enteredOn: "2026-09-01",
    } as FundEntryFacts,
  }));
  const sheet = ledgerSheet(entries, () => "", "导出：某人 2026-09-02 用途：审计");
  const [, ...lines] = sheet.replace("\uFEFF", "").trimEnd().split("\r\n").map(cellsOf);

  it("every fund's lines add up, fen by fen, to the last balance it shows and to the ledger", () => {
    const sums = new Map<string, number>();
    let looked = 0;
    for (const [, , , , fund = "", , , , inYuan = "", outYuan = "", balance = ""] of lines.slice(0, -1)) {
      const sum =
        (sums.get(fund) ?? 0) +
        (fenOfYuan(inYuan || "0") ?? Number.NaN) -
        (fenOfYuan(outYuan || "0") ?? Number.NaN);
      sums.set(fund, sum);
      expect(fenOfYuan(balance)).toBe(sum);
      looked += 1;
    }
    expect(looked).toBe(amounts.length);
    expect(sums.get("财政预算")).toBe(
      balanceOf(
        entries.map(({ facts }) => facts),
        "BUDGET",
      ),
    );
    expect(sums.get("转移支付")).toBe(50_000_00);
  });

  it("the last line says who exported it, when and what for", () => {
    expect(lines.at(-1)).toEqual(["导出：某人 2026-09-02 用途：审计"]);
  });

  // biome-ignore format: a table is read by columns
  it.each([
    ["=1+1", "'=1+1"], ["+86", "'+86"], ["-cmd", "'-cmd"], ["@SUM", "'@SUM"], ["\t=1", "'\t=1"], ["＝1", "'＝1"],
    ["11010519491231002X", "'11010519491231002X"], ["13900000002", "'13900000002"],
    ["-12.30", "-12.30"], ["记-1", "记-1"],
  ])("%j is written as %j", (text, cell) => {
    expect(csvCell(text)).toBe(`"${cell}"`);
  });
});
