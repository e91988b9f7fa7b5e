import { expect } from "@playwright/test";
import { assigns } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { receivesLetter } from "./cases/notice.ts";
import { inventedId } from "./cases/people.ts";

test("S06 notified defence of a minor over the Dragon Boat holiday: only trained lawyers, no means test, reply the same day (法律援助法第二十五、三十六条，未成年人保护法第一百零四条)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-06-18T15:00");
  await clerk.signIn("zhou");

  await test.step("the letter: three days from receipt, and the organ's own three days", async () => {
    await receivesLetter(clerk, {
      letterNo: "甲公（刑）援通字〔2026〕18号",
      discoveredOn: "2026-06-16",
      ground: "未成年人",
      name: "己少年",
      certNo: inventedId("2010-02-03", "517"),
      charge: "抢劫罪",
    });
    await expect(clerk.box("出生日期")).toHaveValue("2010-02-03");
    await clerk.presses("收到办案机关来函");
    await clerk.sees("已收来函");
    await clerk.seesClock("通知辩护/通知代理后指派并通知办案机关", {
      target: "2026-06-18",
      hard: "2026-06-21",
      legal: "2026-06-22",
    });
    await clerk.seesClock("办案机关通知指派", {
      target: "2026-06-18",
      hard: "2026-06-19",
      legal: "2026-06-22",
    });
    await clerk.shoots("organ-letter-zh");
    await clerk.presses("核对来函");
    await clerk.sees("已核对");
    for (const means of ["住房", "诚信承诺签署日", "经济困难情形"])
      await expect(page.getByLabel(means)).toHaveCount(0);
    await clerk.presses("案件页（指派、函复、文书）");
    await clerk.sees("涉及隐私");
  });

  await test.step("only lawyers familiar with minors can be chosen; the others stand below with Q2", async () => {
    await clerk.becomes("sun", "2026-06-18T16:00");
    await clerk.presses("指派");
    const free = page.getByRole("radiogroup", { name: "选择承办人员" });
    await expect(free.getByRole("radio")).toHaveCount(3);
    for (const name of ["何雅琴", "施立言", "许婉清"]) await expect(free.getByText(name)).toBeVisible();
    const blocked = page.getByRole("list", { name: /不能指派的人员/u });
    await expect(blocked).toContainText("陈新");
    await expect(blocked).toContainText("Q2 未成年人案件应当指派熟悉未成年人身心特点的律师");
    await clerk.presses("案件页");
    await assigns(clerk, "何雅琴");
  });

  await test.step("the reply letter ends the period; there is no decision letter 009 or 010", async () => {
    await clerk.presses("函复办案机关");
    await clerk.presses(/确认办理：函复办案机关/u);
    await clerk.sees("已复函");
    await expect(clerk.clock("通知辩护/通知代理后指派并通知办案机关")).toContainText("已办 2026-06-18");
    const letters = page.getByRole("region", { name: "文书", exact: true });
    for (const form of ["FZ-011", "FZ-013"]) await expect(letters.getByText(form)).toBeVisible();
    for (const form of ["FZ-009", "FZ-010", "FZ-004"]) await expect(letters.getByText(form)).toHaveCount(0);
  });

  await test.step("the meeting asked for on 06-22 09:15 is due within 48 hours (刑事诉讼法第三十九条)", async () => {
    await clerk.becomes("zhou", "2026-06-22T09:20");
    await clerk.fills("申请会见时间", "2026-06-22 09:15");
    await clerk.seesClock("看守所安排会见", {
      target: "—",
      hard: "2026-06-24 09:15",
      legal: "2026-06-24 10:00",
    });
    await clerk.shoots("notified-case-zh");
  });

  await test.step("the month-end list counts one letter, assigned the same day", async () => {
    await clerk.opens("#/notices");
    await clerk.presses("月末对账单");
    await expect(page.getByRole("row", { name: /甲县公安局 1 1 1 0 0/u })).toBeVisible();
    await clerk.shoots("month-list-zh");
  });
});
