import { expect, type Locator, type Page } from "@playwright/test";
import { ROLES } from "../../../shared/dictionary/codes/roles.ts";
import type { Person } from "../fixtures/people.ts";
import { choose, type } from "./fields.ts";
import { ShellPage } from "./shellPage.ts";

/** The settings, in the words of an administrator. */
export class SettingsPage {
  readonly page: Page;
  readonly newStaff: Locator;

  constructor(page: Page) {
    this.page = page;
    this.newStaff = page.getByRole("region", { name: "增加工作人员" });
  }

  /** Fills the form of a new colleague and sends it. */
  async fillAccount({ name, login, password, roles, section }: Person): Promise<void> {
    await type(this.newStaff, "姓名", name);
    await type(this.newStaff, "科室", section);
    for (const role of roles) await choose(this.newStaff, "岗位", ROLES[role].zh);
    await type(this.newStaff, "登录名", login);
    await type(this.newStaff, "初始密码", password);
    await this.newStaff.getByRole("button", { name: "建立账号" }).click();
  }

  /** Adds a colleague with roles and an account on this machine. */
  async addStaff(person: Person): Promise<void> {
    await new ShellPage(this.page).go("settings/staff");
    await this.fillAccount(person);
    await expect(this.newStaff.getByRole("status").filter({ hasText: person.login })).toBeVisible();
  }

  /** Gives somebody whom another desk registered an account on this machine. */
  async giveAccount({ name, password }: Person): Promise<void> {
    await new ShellPage(this.page).go("settings/staff");
    const line = this.page.getByRole("listitem").filter({ hasText: name });
    await line.getByRole("button", { name: `修改 ${name}` }).click();
    await type(line, "初始密码", password);
    await line.getByRole("button", { name: "在本机建立账号" }).click();
    await expect(line).toContainText("本机可登录");
  }
}
