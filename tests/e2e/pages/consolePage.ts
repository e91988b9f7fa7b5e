import { expect, type Locator, type Page } from "@playwright/test";

const NEW_PASSWORD = "Sheng-ji-zhong-xin-2026";

/** The province's console, as an officer of the province uses it. */
export class ConsolePage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = `${url}/console`;
  }

  async signIn(password: string): Promise<void> {
    await this.page.goto(this.url);
    await this.page.getByLabel("用户名").fill("province");
    await this.page.getByLabel("密码").fill(password);
    await this.page.getByRole("button", { name: "登录" }).click();
  }

  /** The first sign-in: the password that was shown once is exchanged for a real one. */
  async enterFirst(firstPassword: string): Promise<void> {
    await this.signIn(firstPassword);
    await this.page.getByLabel(/新密码/u).fill(NEW_PASSWORD);
    await this.page.getByRole("button", { name: "设置新密码" }).click();
    await expect(this.page.getByRole("heading", { name: "各地司法局" })).toBeVisible();
  }

  /** The line of one bureau on the first page. */
  async bureauLine(name: string): Promise<Locator> {
    await this.page.goto(this.url);
    return this.page.getByRole("row").filter({ hasText: name });
  }

  async openBureau(name: string): Promise<void> {
    await (await this.bureauLine(name)).getByRole("link", { name }).click();
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  /** A code for the first desk of a bureau that the province does not have yet. */
  async foundingCode(name: string): Promise<string> {
    await this.page.goto(this.url);
    await this.page.getByLabel("司法局全称").fill(name);
    return this.issueCode();
  }

  /** A code for a further desk of the bureau whose page is open. */
  async issueCode(): Promise<string> {
    await this.page.getByRole("button", { name: "生成登记码" }).click();
    const code = this.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    await expect(code).toBeVisible();
    return (await code.textContent()) ?? "";
  }

  /** The state hash of the bureau whose page is open. */
  async stateHash(): Promise<string> {
    return (await this.page.getByText(/^[0-9a-f]{64}$/u).textContent()) ?? "";
  }
}
