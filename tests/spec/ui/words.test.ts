import { describe, expect, it } from "vitest";
import { leftText, urgencyOf } from "../../../renderer/ui/dueText.ts";
import { masked, maskPhone } from "../../../renderer/ui/mask.ts";
import { refusalText } from "../../../renderer/ui/refusalText.ts";
import { hrefTo, routeOf } from "../../../renderer/ui/route.ts";
import { isComposing } from "../../../renderer/ui/useDraft.ts";
import { filled } from "../../../renderer/ui/words.ts";
import { day } from "../../../shared/kernel/day.ts";

describe("列表中的号码遮盖（安全清单第44条，《个人信息保护法》第6、51条）", () => {
  it("身份证号前6后4，电话3-4-4", () => {
    expect(masked("citizenId", "11010519491231002X")).toBe("110105********002X");
    expect(masked("phone", "13900000001")).toBe("139****0001");
  });

  it("短号码不因太短而全部露出", () => {
    expect(maskPhone("8888123")).toBe("*****23");
    expect(maskPhone("123")).toBe("***");
    expect(maskPhone("")).toBe("");
  });
});

describe("期限的紧急程度", () => {
  const today = day("2026-03-09");
  it.each([
    ["2026-03-07", "late", "已逾期 2 天"],
    ["2026-03-08", "late", "已逾期 1 天"],
    ["2026-03-09", "today", "今天到期"],
    ["2026-03-12", "soon", "还有 3 天"],
    ["2026-03-13", "calm", "还有 4 天"],
  ] as const)("%s → %s：%s", (due, urgency, text) => {
    expect(urgencyOf(day(due), today)).toBe(urgency);
    expect(leftText(day(due), today, "zh")).toBe(text);
  });
});

describe("不予办理的说明", () => {
  it("说出事项名称和依据", () => {
    const text = refusalText(
      { code: "facts-missing", source: "《法律援助法》第43条", detail: "matter" },
      "zh",
      "aidFile",
    );
    expect(text).toBe("还缺少必填事项（事项：申请事项；依据：《法律援助法》第43条）");
  });

  it("不是字段的事项也用界面上的话说出，不露出程序里的名称", () => {
    const refusal = { code: "means-test-forbidden", detail: "dataQuery" } as const;
    expect(refusalText(refusal, "zh", "aidFile")).toContain("经济困难信息核查");
    expect(refusalText(refusal, "en", "aidFile")).toContain("Data query about means");
  });

  it("没有事项和依据时只有一句话", () => {
    expect(refusalText({ code: "busy" }, "en")).toBe("Busy, please try again");
  });
});

describe("网址只含编号（安全清单第35条）", () => {
  it("往返一致", () => {
    expect(hrefTo("registers", "lawyer", "id-1")).toBe("#/registers/lawyer/id-1");
    expect(routeOf("#/registers/lawyer/id-1")).toEqual({ screen: "registers", id: "lawyer", part: "id-1" });
    expect(routeOf("")).toEqual({ screen: "dashboard", id: "", part: "" });
  });

  it("残缺的网址不会使页面崩溃", () => {
    expect(routeOf("#/file/%E0%A4%A")).toEqual({ screen: "file", id: "%E0%A4%A", part: "" });
  });
});

it("输入法选字时的回车不算回车（complaint 39）", () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});

it("填入文字中的空位；没有给出的保留原样", () => {
  expect(filled("还有 {n} 天，{what}", { n: 3 })).toBe("还有 3 天，{what}");
});
