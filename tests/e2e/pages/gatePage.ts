import { expect, type Locator, type Page } from "@playwright/test";
import { BUREAU_FACTS, type Person } from "../fixtures/people.ts";
import { choose, type } from "./fields.ts";
import { ShellPage } from "./shellPage.ts";

/** A first sync over a slow line. */
const FIRST_SYNC_MS = 60_000;

/** The closed desk: first start and sign-in. */
export class GatePage {
  readonly page: Page;
  readonly notice: Locator;
  readonly signInButton: Locator;
  readonly recoveryKey: Locator;

  constructor(page: Page) {
    this.page = page;
    this.notice = page.getByRole("alert");
    this.signInButton = page.getByRole("button", { name: "登录", exact: true });
    this.recoveryKey = page.getByLabel("请保存恢复密钥");
  }

  async fillAccount({ name, login, password }: Person, deskName = "一号窗口"): Promise<void> {
    await type(this.page, "姓名", name);
    await type(this.page, "登录名", login);
    await type(this.page, "工位名称", deskName);
    await type(this.page, "密码", password);
    await type(this.page, "再输一次密码", password);
  }

  async fillBureau(): Promise<void> {
    for (const [label, text] of Object.entries(BUREAU_FACTS)) await type(this.page, label, text);
    await choose(this.page, "机构性质", "指定职能部门");
  }

  /** Confirms that the recovery key is kept, and answers with it. */
  async keepKey(): Promise<string> {
    const key = (await this.recoveryKey.textContent()) ?? "";
    await this.page.getByRole("checkbox", { name: /我已打印或抄写/u }).check();
    await this.page.getByRole("button", { name: "继续" }).click();
    return key;
  }

  /** The whole first start. */
  async found(admin: Person): Promise<ShellPage> {
    await this.fillBureau();
    await this.fillAccount(admin);
    await this.page.getByRole("button", { name: "开始使用" }).click();
    await this.keepKey();
    return new ShellPage(this.page).ready();
  }

  /** Somebody who joined says who they are and which login they want. The list comes with the first sync. */
  async saysWho({ name, login: known, password }: Person, login = known): Promise<void> {
    await this.page
      .getByRole("radiogroup", { name: "您是谁" })
      .getByRole("radio", { name: new RegExp(name, "u") })
      .check({ timeout: FIRST_SYNC_MS });
    await expect(this.page.getByRole("textbox", { name: "登录名", exact: true })).toHaveValue(known);
    await type(this.page, "登录名", login);
    await type(this.page, "密码", password);
    await type(this.page, "再输一次密码", password);
    await this.page.getByRole("button", { name: "这是我，建立账号" }).click();
  }

  /** Says who they are with the login of their record, and goes on to the sign-in. */
  async isSomebody(person: Person): Promise<void> {
    await this.saysWho(person);
    await expect(this.page.getByRole("status")).toContainText(`请用登录名“${person.login}”`);
    await this.page.getByRole("button", { name: "去登录" }).click();
    await expect(this.signInButton).toBeVisible();
  }

  /** Goes on with the account that only manages this machine's accounts. */
  async onlyManages(): Promise<ShellPage> {
    await this.page.getByRole("button", { name: "只管理本机账号" }).click();
    return new ShellPage(this.page).ready();
  }

  async tryPassword(login: string, password: string): Promise<void> {
    await type(this.page, "登录名", login);
    await type(this.page, "密码", password);
    await this.signInButton.click();
  }

  async signIn({ login, password }: Person): Promise<ShellPage> {
    await this.tryPassword(login, password);
    return new ShellPage(this.page).ready();
  }
}
