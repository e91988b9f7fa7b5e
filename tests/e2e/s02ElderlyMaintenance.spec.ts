import { expect } from "@playwright/test";
import { assigns, grants, proposes, receives, registers } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

test("S02 elderly maintenance over the Spring Festival: target 02-14 although the law allows 02-24 (民法典第二百零三条，法律援助法第四十三条)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-02-10T10:00");
  await clerk.signIn("zhou");

  await test.step("application on a pledge: the calculation counts the applicant alone", async () => {
    await registers(clerk, {
      name: "乙长者",
      certNo: inventedId("1947-06-01", "206"),
      category: "老年人(60周岁以上)",
      matter: "请求给付赡养费、抚养费、扶养费",
      aidForm: "民事诉讼代理",
      stage: "尚未进入法律程序",
      facts: "两个儿子多年不付赡养费。",
      request: "请求两个儿子支付赡养费。",
      track: "需核查经济困难(个人诚信承诺)",
      materials: [
        ["法律援助申请表", "申请表"],
        ["身份证明", "身份证"],
        ["经济困难状况说明表", "说明表"],
        ["案件相关材料", "户口簿"],
      ],
    });
    await clerk.adds("家庭成员及收入", { 姓名: "乙长者", 月收入: "210" });
    await clerk.adds("家庭成员及收入", { 姓名: "乙大", 与申请人关系: ["儿子"], 月收入: "6000" });
    await clerk.fills("诚信承诺签署日", "2026-02-10");
    await receives(clerk, "2026-02-10");
    await clerk.seesClock("法律援助申请审查决定", {
      target: "2026-02-14",
      hard: "2026-02-17",
      legal: "2026-02-24",
    });
  });

  await test.step("examination shows its working: 210 is not above 1,440", async () => {
    await clerk.becomes("qian", "2026-02-11T09:00");
    await clerk.presses("提出审查意见");
    await clerk.sees("按申请人个人收入计算：210.00元 ÷ 1人 = 210.00元");
    await clerk.sees(/= 1,440.00元\/人·月/u);
    await clerk.sees("结论：符合经济困难标准");
    await clerk.shoots("hardship-zh");
    await clerk.opens(new URL(page.url()).hash.replace("examination", "file"));
    await proposes(clerk, "申请人仅有养老金210元。");
  });

  await test.step("granted 02-12, assigned on the adjusted working Saturday 02-14", async () => {
    await clerk.becomes("sun", "2026-02-12T16:00");
    await grants(clerk);
    await clerk.seesClock("决定给予后指派", {
      target: "2026-02-14",
      hard: "2026-02-15",
      legal: "2026-02-24",
    });
    const file = new URL(page.url()).hash;
    await clerk.opens("#/dashboard");
    await expect(page.getByRole("main")).toContainText("2026-02-14");
    await clerk.shoots("dashboard-due-zh");
    await clerk.opens(file);
    await clerk.becomes("sun", "2026-02-14T10:00");
    await assigns(clerk, "许婉清");
    await clerk.seesClock("签订委托协议和授权委托书", {
      target: "2026-02-14",
      hard: "2026-02-19",
      legal: "2026-02-24",
    });
  });

  await test.step("the home visit is in the work log (第四十五条); FZ-004 is among the letters", async () => {
    await clerk.becomes("zhou", "2026-02-24T09:00");
    await clerk.adds("办案日志", {
      时间: "2026-02-24 08:30",
      活动: ["约见/联系受援人"],
      内容: "上门约见，送达法律援助手续。",
    });
    await clerk.sees("上门约见，送达法律援助手续。");
    await expect(page.getByRole("region", { name: "文书", exact: true }).getByText("FZ-004")).toBeVisible();
  });
});
