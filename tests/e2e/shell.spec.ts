import { expect } from "@playwright/test";
import { test } from "./fixtures/desk.ts";
import { ADMIN, PEOPLE } from "./fixtures/people.ts";
import { type } from "./pages/fields.ts";
import { GatePage } from "./pages/gatePage.ts";
import { ShellPage } from "./pages/shellPage.ts";

test("首次启动：没有默认账号，必须先登记单位和第一位管理员（安全清单第22条）", async ({
  emptyDesk,
  page,
}) => {
  const gate = await emptyDesk.open();
  await expect(page.getByRole("heading", { name: "第一次启动" })).toBeVisible();
  await expect(gate.signInButton).toBeHidden();
  await expect(page.getByRole("button", { name: "开始使用" })).toBeDisabled();

  const shell = await gate.found(ADMIN);
  await expect(page.getByText("甲县司法局")).toBeVisible();
  await expect(page.getByText(ADMIN.name)).toBeVisible();
  await expect(shell.status).toContainText("仅存于本机 2 条");

  await page.reload();
  await expect(gate.recoveryKey).toBeHidden();
  await expect(gate.signInButton).toBeVisible();
});

test("密码过弱不能建立管理员账号（安全清单第23条，等保 身份鉴别 a）", async ({ emptyDesk, page }) => {
  const gate = await emptyDesk.open();
  await gate.fillBureau();
  await gate.fillAccount({ ...ADMIN, password: "12345678" });
  await page.getByRole("button", { name: "开始使用" }).click();
  await expect(gate.notice).toContainText("密码至少十二位");
});

test("首次启动中断后再次登录，补齐单位信息即可继续，不留半个单位", async ({ emptyDesk, page }) => {
  await emptyDesk.open();
  const { login, password, name: staffName } = ADMIN;
  await page.evaluate(
    (input) =>
      fetch("/host/desk.setUp", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      }),
    { login, password, staffName, deskName: "一号窗口" },
  );
  await emptyDesk.restart();

  const gate = new GatePage(page);
  await gate.tryPassword(login, password);
  await expect(page.getByRole("heading", { name: "完成单位登记" })).toBeVisible();
  await gate.fillBureau();
  await type(page, "姓名", staffName);
  await page.getByRole("button", { name: "开始使用" }).click();
  await new ShellPage(page).ready();
  await expect(page.getByText("甲县司法局")).toBeVisible();
});

test("恢复密钥可重设密码，错误的密钥不行", async ({ emptyDesk, page }) => {
  const gate = await emptyDesk.open();
  await gate.fillBureau();
  await gate.fillAccount(ADMIN);
  await page.getByRole("button", { name: "开始使用" }).click();
  const key = await gate.keepKey();
  const shell = await new ShellPage(page).ready();
  await shell.lockDesk();

  await page.getByRole("button", { name: /忘记密码/u }).click();
  await type(page, "恢复密钥", "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH-JJJJ");
  await type(page, "新密码", "Xin-mima-2026-desk");
  await page.getByRole("button", { name: "重设密码" }).click();
  await expect(gate.notice).toContainText("恢复密钥不正确");

  await type(page, "恢复密钥", key);
  await page.getByRole("button", { name: "重设密码" }).click();
  await gate.signIn({ ...ADMIN, password: "Xin-mima-2026-desk" });
});

test("密码错误不能登录，各人以自己的账号和岗位登录", async ({ desk, page }) => {
  const gate = await desk.open();
  await gate.tryPassword(PEOPLE.clerk.login, "not-the-password");
  await expect(gate.notice).toContainText("用户名或密码不正确");

  const shell = await gate.signIn(PEOPLE.clerk);
  await expect(page.getByText(PEOPLE.clerk.name)).toBeVisible();
  await expect(page.getByText("窗口受理员")).toBeVisible();
  await expect(shell.nav.getByRole("link", { name: "审计记录" })).toBeHidden();
  await shell.go("audit");
  await expect(page.getByText("您的岗位不使用这个页面")).toBeVisible();
});

test("无操作十分钟自动锁定，页面不再含有个人信息（安全清单第25条，等保 身份鉴别 b）", async ({
  desk,
  page,
}) => {
  await desk.signIn(PEOPLE.head);
  await page.clock.setFixedTime(new Date("2026-03-02T09:09:00+08:00"));
  await page.mouse.move(200, 200);
  await expect(page.getByText(PEOPLE.head.name)).toBeVisible();

  await page.clock.setFixedTime(new Date("2026-03-02T09:19:30+08:00"));
  await page.mouse.move(300, 300);
  const gate = new GatePage(page);
  await expect(gate.signInButton).toBeVisible();
  expect(await page.content()).not.toContain(PEOPLE.head.name);
});

test("窗口标题和网址不含个人信息（安全清单第35条）", async ({ desk, page }) => {
  const shell = await desk.signIn(PEOPLE.head);
  for (const screen of ["dashboard", "search", "files", "sync", "settings/staff"]) {
    await shell.go(screen);
    await expect(shell.heading).toBeVisible();
    expect(await page.title()).toBe("法援工作台");
    expect(decodeURIComponent(page.url())).not.toMatch(/[\u4e00-\u9fff]/u);
  }
});

test("浏览器数据库被删除后，登录即从日志恢复（I1）", async ({ desk, page }) => {
  const shell = await desk.signIn(PEOPLE.head);
  await shell.lockDesk();
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await page.reload();
  await new GatePage(page).signIn(PEOPLE.head);
  await expect(page.getByText("甲县司法局")).toBeVisible();
  await expect(page.getByText(PEOPLE.head.name)).toBeVisible();
});
