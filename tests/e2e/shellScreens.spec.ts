import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures/desk.ts";
import { ADMIN } from "./fixtures/people.ts";
import { expectSaved, type } from "./pages/fields.ts";
import { SettingsPage } from "./pages/settingsPage.ts";
import { silentControls } from "./pages/silentControls.ts";

const SCREENS = [
  "dashboard",
  "search",
  "disputes",
  "sync",
  "registers/lawyer",
  "audit",
  "settings/own",
  "settings/staff",
  "settings/bureau",
  "settings/parameters",
  "settings/calendar",
  "settings/backup",
];

/** What axe finds that would keep somebody from using the page. */
const barriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
};

for (const language of ["zh", "en"] as const) {
  test(`每个页面在 1366×768 下不需要横向滚动，没有无障碍缺陷，不能按的按钮都写明原因（${language}）`, async ({
    desk,
    page,
  }) => {
    const gate = await desk.open();
    expect(await barriers(page)).toEqual([]);
    expect(await silentControls(page)).toEqual([]);
    const shell = await gate.signIn(ADMIN);
    if (language === "en") await shell.switchLanguage();
    let switchedOff = 0;
    for (const screen of SCREENS) {
      await shell.go(screen);
      await expect(shell.heading).toBeVisible();
      await expect(page.getByText("正在打开…")).toBeHidden();
      expect(await shell.overflow(), screen).toBe(0);
      expect(await barriers(page), screen).toEqual([]);
      expect(await silentControls(page), screen).toEqual([]);
      switchedOff += await page.locator("button:disabled").count();
      if (language === "en")
        expect(await shell.heading.textContent(), screen).not.toMatch(/[\u4e00-\u9fff]/u);
    }
    // the empty desk has some, or nothing was looked at
    expect(switchedOff).toBeGreaterThan(3);
  });
}

test("语言选择在锁定后保留", async ({ desk, page }) => {
  const shell = await desk.signIn(ADMIN);
  await shell.switchLanguage();
  await expect(shell.heading).toHaveText("Dashboard");
  await shell.lockDesk();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("拼音输入法选字时不保存半个词，回车只选字（complaint 39）", async ({ desk, page }) => {
  const shell = await desk.signIn(ADMIN);
  await shell.go("settings/bureau");
  const field = page.getByLabel("地址", { exact: true });
  await field.focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "jia xian", selectionStart: 8, selectionEnd: 8 });
  await page.waitForTimeout(1500);
  await expect(shell.status).toContainText("仅存于本机 6 条");

  await cdp.send("Input.insertText", { text: "甲县人民路1号" });
  await expect(field).toHaveValue("甲县人民路1号");
  await field.blur();
  await expectSaved(page, "地址");
  await expect(shell.status).toContainText("仅存于本机 7 条");
});

test("不合要求的内容不保存，原因写在该项下面；改正后保存", async ({ desk, page }) => {
  const shell = await desk.signIn(ADMIN);
  await shell.go("settings/bureau");
  await type(page, "指定日期", "2026-02-30");
  await expect(page.getByRole("alert")).toContainText("填写的内容不符合要求");
  await expect(shell.status).toContainText("仅存于本机 6 条");

  await type(page, "指定日期", "2026年2月3日");
  await expectSaved(page, "指定日期");
  await shell.lockDesk();
  await desk.signIn(ADMIN);
  await shell.go("settings/bureau");
  await expect(page.getByLabel("指定日期", { exact: true })).toHaveValue("2026-02-03");
});

test("写下即保存：断电后重新启动，显示过“已保存”的内容都在（I1）", async ({ desk, page }) => {
  let shell = await desk.signIn(ADMIN);
  await shell.go("settings/bureau");
  await type(page, "电话", "0999-1234567");
  await expectSaved(page, "电话");
  await desk.restart();
  shell = await desk.signIn(ADMIN);
  await shell.go("settings/bureau");
  await expect(page.getByLabel("电话", { exact: true })).toHaveValue("0999-1234567");
});

test("管理员登记的工作人员立即可以登录；登录名不能重复", async ({ desk, page }) => {
  const shell = await desk.signIn(ADMIN);
  const settings = new SettingsPage(page);
  const person = {
    name: "窗口己",
    login: "yihao",
    password: "Wei-shen-2026-you",
    roles: ["CLERK"],
    section: "窗口",
  } as const;
  await settings.addStaff(person);
  await settings.fillAccount({ ...person, name: "另一人" });
  await expect(settings.newStaff.getByRole("alert")).toContainText("该登录名已被使用");

  await shell.lockDesk();
  await desk.signIn(person);
  await expect(page.getByText("窗口己")).toBeVisible();
});

test("查找：Ctrl+K 从任何页面打开，没有结果时说明怎么办", async ({ desk, page }) => {
  const shell = await desk.signIn(ADMIN);
  await page.keyboard.press("Control+k");
  await expect(shell.heading).toHaveText("查找");
  await page.getByRole("searchbox").fill("没有这个人");
  await expect(page.getByText("没有找到")).toBeVisible();
});
