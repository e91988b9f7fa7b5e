import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../../build/demo/staff.ts";

const SHOTS = join(import.meta.dirname, "../../../docs/screenshots");
const named = (label: string): RegExp => new RegExp(`^${label.replace(/[()*.?]/gu, "\\$&")}( \\*)?$`, "u");

/** What a person does at the desk, in words of the screen: by label and role only. */
export class Clerk {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Sets the desk's clock to a civil minute at the bureau. */
  async isAt(minute: string): Promise<void> {
    await this.page.clock.setFixedTime(new Date(`${minute}:00+08:00`));
  }

  async signIn(login: string): Promise<void> {
    await this.page.getByLabel("登录名").fill(login);
    await this.page.getByLabel("密码").fill(DEMO_PASSWORD);
    await this.page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(this.page.getByRole("navigation")).toBeVisible();
  }

  async lock(): Promise<void> {
    await this.page.getByRole("button", { name: "锁定" }).click();
    await expect(this.page.getByLabel("密码")).toBeVisible();
  }

  /** Another person takes the seat at a civil minute. */
  async becomes(login: string, minute: string): Promise<void> {
    const hash = new URL(this.page.url()).hash;
    await this.lock();
    await this.isAt(minute);
    await this.signIn(login);
    await this.page.evaluate((there) => {
      location.hash = there;
    }, hash);
  }

  async opens(hash: string): Promise<void> {
    await this.page.evaluate((there) => {
      location.hash = there;
    }, hash);
  }

  box(label: string, within: Page | Locator = this.page): Locator {
    return within.getByRole("textbox", { name: named(label) });
  }

  /** The one control that a role and a name find, from now on by its id: asking every element for its name costs most. */
  private async known(control: Locator): Promise<Locator> {
    const id = await control.getAttribute("id");
    return id === null ? control : this.page.locator(`[id="${id}"]`);
  }

  /** Types into a field and waits until it says that it is saved. */
  async fills(label: string, text: string): Promise<void> {
    const box = await this.known(this.box(label).first());
    await box.fill(text);
    await box.blur();
    await this.saved(box);
  }

  private async saved(control: Locator): Promise<void> {
    await expect(
      control.locator("xpath=ancestor::div[contains(@class,'lad-field')][1]").getByText("已保存"),
    ).toBeVisible();
  }

  /** Types into a field that is kept until its step is taken. */
  async states(label: string, text: string): Promise<void> {
    const box = await this.known(this.box(label).first());
    await box.fill(text);
    await box.blur();
  }

  async picks(label: string, option: string, within: Page | Locator = this.page): Promise<Locator> {
    const box = await this.known(within.getByRole("combobox", { name: named(label) }));
    await box.click();
    await box.fill(option);
    await this.page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).click();
    await box.press("Escape");
    return box;
  }

  /** Picks and waits until it says that it is saved. */
  async chooses(label: string, option: string): Promise<void> {
    await this.saved(await this.picks(label, option));
  }

  async says(label: string, answer: "是" | "否"): Promise<void> {
    await this.page
      .getByRole("radiogroup", { name: named(label) })
      .getByText(answer, { exact: true })
      .click();
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).click();
  }

  /** Adds one row to a list; `row`: column label → text, or [option] for a choice. */
  async adds(list: string, row: Readonly<Record<string, string | readonly [string]>>): Promise<void> {
    const section = this.page.getByRole("region", { name: list, exact: true });
    const form = section.getByRole("group", { name: list });
    // the row saved just before may move the button under the hand; whoever misses it presses again
    await expect(async () => {
      if (await form.isVisible()) return;
      await section.getByRole("button", { name: new RegExp(`增加${list}`, "u") }).click();
      await expect(form).toBeVisible({ timeout: 1000 });
    }).toPass();
    for (const [label, value] of Object.entries(row)) {
      if (typeof value === "string") await this.box(label, form).fill(value);
      else await this.picks(label, value[0], form);
    }
    await section.getByRole("button", { name: "完成" }).click();
    await expect(form).toBeHidden();
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible();
  }

  /** Waits until the status line says that nothing is only on this computer. */
  async seesSynced(): Promise<void> {
    const line = this.page.getByRole("contentinfo");
    await expect(line).toContainText("本机内容已全部上报", { timeout: 60_000 });
    await expect(line).not.toContainText("尚未与省级中心同步", { timeout: 60_000 });
  }

  clock(title: string): Locator {
    return this.page.getByRole("article", { name: title });
  }

  /** Expects the three dates of one clock: target, hard, legal, as the explanation states them. */
  async seesClock(
    title: string,
    dates: { readonly target: string; readonly hard: string; readonly legal: string },
  ): Promise<void> {
    const card = this.clock(title);
    await expect(card).toBeVisible();
    await expect(card).toContainText(
      `内部目标：${dates.target}；期限：${dates.hard}；法定最晚：${dates.legal}`,
    );
  }

  /** A picture of the screen for the documents, from its top. */
  async shoots(name: string): Promise<void> {
    await this.page.getByRole("main").evaluate((main) => main.scrollTo(0, 0));
    await this.page.screenshot({ path: join(SHOTS, `${name}.png`), animations: "disabled" });
  }
}
