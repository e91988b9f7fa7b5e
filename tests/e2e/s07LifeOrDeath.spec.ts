import { expect } from "@playwright/test";
import { assigns } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { receivesLetter } from "./cases/notice.ts";
import { inventedId } from "./cases/people.ts";

/** The victim, whose near relative L3 is. */
const VICTIM = { name: "庚被害", certNo: inventedId("1975-05-05", "119") };

test("S07 possible life or death: too few years and a near relative of the victim are blocked (法律援助法第二十六条，律师法第三十九条)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-07-08T10:00");
  await clerk.signIn("zhou");

  await test.step("the register knows a near relative of L3", async () => {
    await clerk.opens("#/registers");
    await expect(page.getByRole("table", { name: "承办人员名册" })).toBeVisible();
    await clerk.shoots("lawyers-zh");
    await page.getByRole("link", { name: "吕安" }).click();
    await clerk.adds("近亲属", { 姓名: VICTIM.name, 证件号码: VICTIM.certNo, 关系: ["同胞兄弟姐妹"] });
  });

  await test.step("the letter of the police names the victim", async () => {
    await receivesLetter(clerk, {
      letterNo: "甲公（刑）援通字〔2026〕25号",
      discoveredOn: "2026-07-07",
      ground: "可能被判处无期徒刑、死刑的人",
      name: "庚嫌疑",
      certNo: inventedId("1985-08-08", "313"),
      charge: "故意杀人罪",
    });
    await clerk.adds("其他相关人员", { 姓名: VICTIM.name, 身份: ["被害人"], 证件号码: VICTIM.certNo });
    await clerk.presses("收到办案机关来函");
    await clerk.seesClock("通知辩护/通知代理后指派并通知办案机关", {
      target: "2026-07-10",
      hard: "2026-07-11",
      legal: "2026-07-13",
    });
    await clerk.presses("核对来函");
    await clerk.presses("案件页（指派、函复、文书）");
  });

  await test.step("L1 (two years and eleven months) and L3 (near relative) cannot be chosen, and the page says why", async () => {
    await clerk.becomes("sun", "2026-07-09T09:00");
    await clerk.presses("指派");
    const line = (name: string) =>
      page
        .getByRole("list", { name: /不能指派的人员/u })
        .getByRole("listitem")
        .filter({ hasText: name })
        .first();
    await expect(line("陈新")).toContainText("Q1 可能判处无期徒刑、死刑");
    await expect(line("陈新")).toContainText("《法律援助法》第二十六条");
    await expect(line("吕安")).toContainText("Q5 本人或者近亲属与本案有利益冲突");
    await expect(page.getByRole("radiogroup", { name: "选择承办人员" }).getByText("吕安")).toHaveCount(0);
    await clerk.shoots("assignment-blocked-zh");
    await clerk.presses("案件页");
  });

  await test.step("L4, nine years, is assigned on 07-09; FZ-011 and FZ-013 are due", async () => {
    await assigns(clerk, "施立言");
    const letters = page.getByRole("region", { name: "文书", exact: true });
    for (const form of ["FZ-011", "FZ-013"]) await expect(letters.getByText(form)).toBeVisible();
    await expect(letters.getByText("FZ-009")).toHaveCount(0);
  });
});
