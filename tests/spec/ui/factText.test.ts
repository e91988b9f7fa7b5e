import { describe, expect, it } from "vitest";
import { dayOfText, editText, factText, instantOfText, readFact } from "../../../renderer/ui/factText.ts";
import { AID_FILE } from "../../../shared/dictionary/aidFile.ts";
import { citizenId, fen, instant, whole } from "../../../shared/dictionary/field.ts";

describe("日期先输入：常见写法都读作同一天", () => {
  it.each(["2026-03-09", "20260309", "2026.3.9", "2026/3/9", "2026年3月9日", "２０２６-３-９"])(
    "%s",
    (text) => {
      expect(dayOfText(text)).toBe("2026-03-09");
      expect(readFact(AID_FILE.limitationOn, text)).toEqual({ ok: true, value: "2026-03-09" });
    },
  );

  it.each(["2026-02-29", "2026-13-01", "三月九日", "20260230"])("%s 不是日期，不保存", (text) => {
    expect(readFact(AID_FILE.limitationOn, text)).toMatchObject({
      ok: false,
      refusal: { code: "value-invalid" },
    });
  });
});

describe("时刻精确到分", () => {
  it.each([
    ["2026-03-09 14:30", "2026-03-09T14:30"],
    ["2026-3-9 9:05", "2026-03-09T09:05"],
    ["20260309 0905", "2026-03-09T09:05"],
    ["2026-03-09T23:59", "2026-03-09T23:59"],
  ])("%s 读作 %s", (text, stored) => {
    expect(instantOfText(text)).toBe(stored);
    expect(readFact(instant("时间", "When"), text)).toEqual({ ok: true, value: stored });
  });

  it("没有时间的日期不是时刻", () => {
    expect(readFact(instant("时间", "When"), "2026-03-09").ok).toBe(false);
  });
});

describe("金额以元输入，以分保存", () => {
  it.each([
    ["18600", 1_860_000],
    ["18,600.50", 1_860_050],
    ["0.1", 10],
    ["１００", 10_000],
  ])("%s 元即 %i 分", (text, count) => {
    expect(readFact(fen("金额", "Amount"), text)).toEqual({ ok: true, value: count });
  });

  it.each(["1.234", "-5", "一百"])("%s 不保存", (text) => {
    expect(readFact(fen("金额", "Amount"), text).ok).toBe(false);
  });

  it("再次修改时显示为可以直接改的数", () => {
    expect(editText(fen("金额", "Amount"), 1_860_050)).toBe("18600.50");
    expect(editText(fen("金额", "Amount"), 1_860_000)).toBe("18600");
  });
});

it("身份证号校验位错误即拒绝（GB 11643，V01）", () => {
  expect(readFact(citizenId("身份证号", "Number"), "11010519491231002x")).toEqual({
    ok: true,
    value: "11010519491231002X",
  });
  expect(readFact(citizenId("身份证号", "Number"), "110105194912310021")).toMatchObject({
    ok: false,
    refusal: { code: "check-digit" },
  });
});

it("清空即撤销该事项", () => {
  expect(readFact(AID_FILE.personName, "  ")).toEqual({ ok: true, value: null });
});

it("数字只收整数", () => {
  expect(readFact(whole("份数", "Copies"), "3")).toEqual({ ok: true, value: 3 });
  expect(readFact(whole("份数", "Copies"), "3.5").ok).toBe(false);
});

describe("事项的显示", () => {
  it("代码显示名称，是否显示文字，金额带元", () => {
    expect(factText(AID_FILE.origin, "APPLICATION", "zh")).toBe("申请");
    expect(factText(AID_FILE.origin, "APPLICATION", "en")).toBe("Application");
    expect(factText(AID_FILE.isOral, false, "zh")).toBe("否");
    expect(factText(AID_FILE.amountFen, 1_860_050, "zh")).toBe("18,600.50 元");
    expect(factText(AID_FILE.receivedAt, "2026-03-02T09:05", "zh")).toBe("2026-03-02 09:05");
  });

  it("较新版本写入的代码原样显示，不报错", () => {
    expect(factText(AID_FILE.origin, "SOMETHING_NEW", "zh")).toBe("SOMETHING_NEW");
  });
});
