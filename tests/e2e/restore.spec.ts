import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { personOf, writesBureau } from "./cases/bureau.ts";
import { test } from "./cases/secondDesk.ts";
import type { TestDesk } from "./fixtures/desk.ts";
import { ADMIN } from "./fixtures/people.ts";
import { type } from "./pages/fields.ts";
import { GatePage } from "./pages/gatePage.ts";
import { SettingsPage } from "./pages/settingsPage.ts";
import { ShellPage } from "./pages/shellPage.ts";
import { SyncPage } from "./pages/syncPage.ts";

/** A few rounds of sync. */
const AGREE_MS = 90_000;
const BUREAU = "甲县司法局";

const founds = async ({ page, host }: TestDesk): Promise<string> => {
  await page.goto(host.entry);
  const gate = new GatePage(page);
  await gate.fillBureau();
  await gate.fillAccount(ADMIN);
  await page.getByRole("button", { name: "开始使用" }).click();
  const key = await gate.keepKey();
  await new ShellPage(page).ready();
  return key;
};

const backsUp = async (page: Page): Promise<string> => {
  await new ShellPage(page).go("settings/backup");
  await expect(page.getByRole("alert")).toContainText("本机还没有备份");
  await page.getByRole("button", { name: "立即备份" }).click();
  const said = page.getByRole("status").filter({ hasText: "已备份" });
  await expect(said).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/本机最近一次备份/u)).toBeVisible();
  await expect(page.getByRole("alert")).toBeHidden();
  return /：(\/.*\.ladb)/u.exec((await said.textContent()) ?? "")?.[1] ?? "";
};

/** The first screen of a new machine, as far as the button. */
const choosesFile = async (page: Page, path: string, recoveryKey: string): Promise<void> => {
  await page.getByText("从备份恢复", { exact: true }).click();
  await page.getByLabel("选择备份文件").setInputFiles(path);
  await type(page, "恢复密钥", recoveryKey);
  await page.getByRole("button", { name: "恢复", exact: true }).click();
};

test("F47, F48, security row 46: backed up, lost, restored on a new machine: everything is there, it works on, and the province gets what it never had under the old name and the new", async ({
  emptyDesk,
  province: { center, console },
  secondDesk: machine,
  cables: [cable],
  stick,
}, info) => {
  test.setTimeout(480_000);
  const { page } = machine;
  const key =
    await test.step("a desk writes, reports, writes without a network, and is backed up", async () => {
      const recoveryKey = await founds(emptyDesk);
      await console.enterFirst(center.firstPassword ?? "");
      const sync = new SyncPage(emptyDesk.page);
      await sync.enrol(cable.url, await console.foundingCode(BUREAU));
      await sync.confirmed();
      await cable.pull();
      await new SettingsPage(emptyDesk.page).addStaff(personOf("zhou"));
      await writesBureau(emptyDesk.page, "地址", "甲县人民路1号");
      await cp(await backsUp(emptyDesk.page), join(stick, "backup.ladb"));
      return recoveryKey;
    });

  await test.step("it goes on, reports something, and is lost", async () => {
    await cable.plugIn();
    await writesBureau(emptyDesk.page, "电话", "0999-1234567");
    await new SyncPage(emptyDesk.page).confirmed();
    await emptyDesk.page.goto("about:blank");
    await emptyDesk.host.kill();
    await rm(emptyDesk.folder, { recursive: true, force: true });
  });

  await test.step("a wrong key and a wrong file change nothing", async () => {
    await page.goto(machine.host.entry);
    const notice = page.getByRole("alert");
    await choosesFile(page, join(stick, "backup.ladb"), "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH-JJJJ");
    await expect(notice).toContainText("恢复密钥不正确");
    await writeFile(join(stick, "other.ladb"), "something else, long enough to be looked at");
    await page.getByLabel("选择备份文件").setInputFiles(join(stick, "other.ladb"));
    await page.getByRole("button", { name: "恢复", exact: true }).click();
    await expect(notice).toContainText("不是法援工作台的备份文件");
    await page.screenshot({ path: info.outputPath("restore.png") });
    await page.reload();
    await expect(page.getByRole("heading", { name: "第一次启动" })).toBeVisible();
  });

  await test.step("with the right ones everything of the backup is there, and it works on without a network", async () => {
    await choosesFile(page, join(stick, "backup.ladb"), key);
    await expect(page.getByRole("heading", { name: "已恢复" })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/以新的工位身份继续/u)).toBeVisible();
    await page.screenshot({ path: info.outputPath("restored.png") });
    await page.getByRole("button", { name: "去登录" }).click();
    await new GatePage(page).signIn(ADMIN);
    await new ShellPage(page).go("settings/staff");
    await expect(page.getByRole("listitem").filter({ hasText: personOf("zhou").name })).toContainText(
      "本机可登录",
    );
    await new ShellPage(page).go("settings/bureau");
    await expect(page.getByLabel("地址", { exact: true })).toHaveValue("甲县人民路1号");
    await writesBureau(page, "指定文件号", "甲司发〔2024〕8号");
  });

  await test.step("enrolled anew, it delivers what was written before and after, and gets back what was sent since the backup", async () => {
    await console.openBureau(BUREAU);
    const sync = new SyncPage(page);
    await sync.enrol(center.url, await console.issueCode());
    await sync.confirmed();
    const shell = new ShellPage(page);
    await shell.go("settings/bureau");
    await expect(page.getByLabel("电话", { exact: true })).toHaveValue("0999-1234567");
    await expect(page.getByLabel("指定文件号", { exact: true })).toHaveValue("甲司发〔2024〕8号");
    await sync.hasNumbers();
    // blocks of numbers may still be on their way to the desk: both are asked until they agree
    await expect(async () => {
      await sync.confirmed();
      const hash = await sync.stateHash();
      await console.openBureau(BUREAU);
      expect(await console.stateHash()).toBe(hash);
    }).toPass({ timeout: AGREE_MS });
  });
});
