import { expect, type Locator, type Page } from "@playwright/test";
import { LETTERS } from "../../../shared/documents/letters.ts";
import { ShellPage } from "./shellPage.ts";

/** A round with a center on a loaded machine. */
const ROUND_MS = 60_000;
/** A desk whose line was cut waits for a while before it asks again; the button asks at once. */
const ASK_AGAIN_MS = 2000;

/** The sync page, in the words of the person in front of it. */
export class SyncPage {
  readonly page: Page;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByRole("contentinfo");
  }

  private async open(): Promise<void> {
    await new ShellPage(this.page).go("sync");
    await expect(this.page.getByRole("heading", { level: 1, name: "同步" })).toBeVisible();
  }

  /** Gives the desk its center with a code. */
  async enrol(url: string, code: string): Promise<void> {
    await this.open();
    const center = this.page.getByRole("region", { name: "省级中心", exact: true });
    await center.getByLabel("中心地址").fill(url);
    await center.getByLabel("登记码").fill(code);
    await center.getByRole("button", { name: "登记本工位" }).click();
    await expect(center.getByText("本工位已登记")).toBeVisible();
  }

  /** Asks until the page says that the province has everything written here, and proves it anew. */
  async confirmed(): Promise<void> {
    await this.open();
    const waiting = this.page.getByRole("region", { name: "还没有送达的记录" });
    await expect(async () => {
      await this.page.getByRole("button", { name: "现在同步" }).click({ timeout: ASK_AGAIN_MS });
      await expect(waiting).toContainText("本机写下的内容都已送达省级中心", { timeout: ASK_AGAIN_MS });
      await expect(this.status).toContainText("本机内容已全部上报", { timeout: ASK_AGAIN_MS });
      await expect(this.status).toContainText("同步正常", { timeout: ASK_AGAIN_MS });
    }).toPass({ timeout: ROUND_MS });
  }

  /** Waits until letters of every kind can be numbered without a network. */
  async hasNumbers(): Promise<void> {
    await this.open();
    const series = Object.values(LETTERS).map((letter) => letter.series);
    const kinds = new Set(series.filter((kind) => kind !== ""));
    await expect(this.page.getByText(`${kinds.size} 种字号`)).toBeVisible({ timeout: ROUND_MS });
  }

  /** The state hash of the book as this desk computes it. */
  async stateHash(): Promise<string> {
    await this.open();
    const section = this.page.getByRole("region", { name: "账本校验值" });
    const output = section.getByRole("status", { name: "账本校验值" });
    await section.getByRole("button", { name: "计算本机校验值" }).click();
    await expect(output).toHaveText(/^[0-9a-f]{64}$/u);
    return (await output.textContent()) ?? "";
  }
}
