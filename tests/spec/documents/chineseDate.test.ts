import { describe, expect, it } from "vitest";
import { capitalYuan, moneyInText } from "../../../shared/documents/capitalMoney.ts";
import { dayInFull, dayInText, momentInText } from "../../../shared/documents/chineseDate.ts";
import { day } from "../../../shared/kernel/day.ts";
import { fen } from "../../../shared/kernel/fen.ts";
import { instant } from "../../../shared/kernel/instant.ts";

describe("dates of letters (文书日期)", () => {
  it.each([
    ["2026-03-02", "二〇二六年三月二日", "2026年3月2日"],
    ["2026-10-10", "二〇二六年十月十日", "2026年10月10日"],
    ["2026-12-31", "二〇二六年十二月三十一日", "2026年12月31日"],
    ["2030-11-20", "二〇三〇年十一月二十日", "2030年11月20日"],
  ])("%s stands under a signature as %s and in the text as %s", (on, full, text) => {
    expect(dayInFull(day(on))).toBe(full);
    expect(dayInText(day(on))).toBe(text);
  });
  it("a moment shows its minute, a day only the day", () => {
    expect(momentInText(instant("2026-03-02T09:05"))).toBe("2026年3月2日9时05分");
    expect(momentInText(day("2026-03-02"))).toBe("2026年3月2日");
  });
});

describe("amounts in words (大写)", () => {
  it.each([
    [0, "零元整"],
    [5, "伍分"],
    [10, "壹角整"],
    [105, "壹元零伍分"],
    [110, "壹元壹角整"],
    [123_456, "壹仟贰佰叁拾肆元伍角陆分"],
    [1_860_000, "壹万捌仟陆佰元整"],
    [100_000, "壹仟元整"],
    [100_100, "壹仟零壹元整"],
    [10_000_100, "壹拾万零壹元整"],
    [10_500_000, "壹拾万伍仟元整"],
    [1_000_050_000, "壹仟万零伍佰元整"],
    [31_200_000, "叁拾壹万贰仟元整"],
    [1_000_000_000_001, "壹佰亿元零壹分"],
    [100_000_000_000_000, "壹万亿元整"],
  ])("%i fen is %s", (amount, words) => {
    expect(capitalYuan(fen(amount))).toBe(words);
  });
  it("is never asked for a debt", () => {
    expect(() => capitalYuan(fen(-1))).toThrow(RangeError);
  });
  it("stands beside the figures", () => {
    expect(moneyInText(fen(1_860_000))).toBe("18,600.00元（大写：壹万捌仟陆佰元整）");
  });
});
