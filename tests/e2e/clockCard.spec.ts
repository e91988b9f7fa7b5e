import { expect } from "@playwright/test";
import { receives, registers } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const EXAMINATION = "法律援助申请审查决定";

test("期限卡: from the due badge of any screen, by keyboard, with every skipped day and its article, and on paper (法律援助法第四十三条)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-02-10T09:30");
  await clerk.signIn("zhou");
  await registers(clerk, {
    name: "戊春节",
    certNo: inventedId("1972-06-01", "311"),
    category: "农民",
    matter: "交通事故人身损害赔偿",
    aidForm: "民事诉讼代理",
    stage: "尚未进入法律程序",
    facts: "被电动车撞伤，对方拒绝赔偿。",
    request: "请求赔偿医疗费。",
    track: "个人诚信承诺",
    materials: [["法律援助申请表", "申请表"]],
  });
  await receives(clerk, "2026-02-10");

  await test.step("a forwarded application is due on the dashboard too, to the hour (第三十九条)", async () => {
    await clerk.opens("#/records/transfer");
    await clerk.presses("登记转交申请");
    await clerk.chooses("转交方", "看守所、监狱、戒毒所等");
    await clerk.fills("提出申请时间", "2026-02-10 08:20");
    await clerk.opens("#/dashboard");
    const transfer = page.getByRole("article", { name: "被羁押人员等提出申请的转交" });
    await expect(transfer).toContainText("2026-02-11 08:20");
    await clerk.shoots("dashboard-records-zh");
  });

  await test.step("Enter on the badge opens the card: nine rest days, each named, and what follows", async () => {
    const badge = page.getByRole("link", { name: `期限卡 ${EXAMINATION}` });
    await badge.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "期限卡" })).toBeVisible();
    const card = page.getByRole("article", { name: EXAMINATION });
    await expect(card.locator(".lad-line-skipped")).toHaveCount(9);
    await expect(card).toContainText("《法律援助法》第四十三条第一款");
    await expect(card).toContainText("七日内审查");
    await expect(card).toContainText("内部目标：2026-02-14；期限：2026-02-17；法定最晚：2026-02-24");
    await expect(card).toContainText("逾期仍应办理");
    await clerk.shoots("clock-card-zh");
  });

  await test.step("on A4 it stands alone: no navigation, no button", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation")).toBeHidden();
    await expect(page.getByRole("button", { name: "打印（A4）" })).toBeHidden();
    const sheet = await page.pdf({ format: "A4" });
    expect(sheet.subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: null });
  });

  await test.step("the list of files leads to the same card, and the card back to the file, in English too", async () => {
    await clerk.opens("#/files");
    await page.getByRole("link", { name: /2026-02-14/u }).click();
    await expect(page.getByRole("article", { name: EXAMINATION })).toBeVisible();
    await page.getByRole("button", { name: "English：切换到英文" }).click();
    await expect(page.getByRole("heading", { name: "Clock card" })).toBeVisible();
    await clerk.shoots("clock-card-en");
    await page.getByRole("link", { name: "Back to the record" }).click();
    await expect(page.getByRole("heading", { name: "戊春节" })).toBeVisible();
  });
});
