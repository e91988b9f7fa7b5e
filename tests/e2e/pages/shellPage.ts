import { expect, type Locator, type Page } from "@playwright/test";

/** The frame of the open desk. */
export class ShellPage {
  readonly page: Page;
  readonly lock: Locator;
  readonly nav: Locator;
  readonly status: Locator;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.lock = page.getByRole("button", { name: /^(锁定|Lock)$/u });
    this.nav = page.getByRole("navigation");
    this.status = page.getByRole("contentinfo");
    this.heading = page.getByRole("heading", { level: 1 });
  }

  /** Waits until the desk is open. */
  async ready(): Promise<this> {
    await expect(this.nav).toBeVisible();
    return this;
  }

  /** Goes to a screen by its address, as a link does. */
  async go(address: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${address}`);
  }

  /** Goes to a screen by the left column. */
  async follow(name: string): Promise<void> {
    await this.nav.getByRole("link", { name }).click();
  }

  /** How many entries are only on this computer, as the status line says. */
  async onlyHere(): Promise<number> {
    await expect(this.status).toContainText(/仅存于本机 \d+ 条|已全部上报/u);
    return Number(/仅存于本机 (\d+) 条/u.exec((await this.status.textContent()) ?? "")?.[1] ?? 0);
  }

  async lockDesk(): Promise<void> {
    await this.lock.click();
    await expect(this.page.getByRole("button", { name: /^(登录|Sign in)$/u })).toBeVisible();
  }

  async switchLanguage(): Promise<void> {
    await this.page.getByRole("button", { name: /English|中文/u }).click();
  }

  /** How far the page is wider than its window (px); 0 means nothing is cut off. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => {
      const { documentElement: page } = document;
      const content = document.getElementById("content") ?? page;
      return Math.max(page.scrollWidth - page.clientWidth, content.scrollWidth - content.clientWidth);
    });
  }
}
