import { writeFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { type } from "./fields.ts";
import { ShellPage } from "./shellPage.ts";

/** A file on a loaded machine: deriving the key of a code takes seconds. */
const FILE_MS = 60_000;

/** The part of the sync page about files that are carried. */
export class CarryPage {
  readonly page: Page;
  readonly section: Locator;
  readonly slip: Locator;
  readonly stick: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.section = page.getByRole("region", { name: "U盘上报（没有网络的工位）" });
    this.slip = this.section.getByRole("region", { name: "携带单" });
    this.stick = this.section.getByRole("region", { name: "U盘文件夹" });
    this.notice = this.section.getByRole("alert");
  }

  async open(): Promise<void> {
    await new ShellPage(this.page).go("sync");
    await expect(this.section).toBeVisible();
  }

  /** Hands in the province's enrolment file with a code. */
  async enrol(path: string, code: string): Promise<void> {
    await this.section.getByLabel(/登记文件/u).setInputFiles(path);
    await type(this.section, "登记码", code);
    await this.section.getByRole("button", { name: "用登记文件登记" }).click();
  }

  /** Writes the file for the province; answers where it lies, as the slip says. */
  async write(): Promise<string> {
    await this.section.getByRole("button", { name: "导出上报文件（U盘）" }).click();
    await expect(this.slip).toBeVisible({ timeout: FILE_MS });
    return /\/\S+\.ladb/u.exec((await this.slip.textContent()) ?? "")?.[0] ?? "";
  }

  /** Has a folder watched for the province's files. */
  async watch(folder: string): Promise<void> {
    await this.section.getByText("设置U盘文件夹").click();
    await type(this.section, "文件夹", folder);
    await this.section.getByRole("button", { name: "使用这个文件夹" }).click();
    await expect(this.stick).toContainText(folder);
  }

  /** Takes a file as the province's answer. */
  async take(path: string): Promise<void> {
    await this.section.getByLabel("读入回执文件").setInputFiles(path);
    await this.section.getByRole("button", { name: "读入", exact: true }).click();
  }

  async taken(): Promise<void> {
    await expect(this.section.getByRole("status").filter({ hasText: "已读入" })).toBeVisible({
      timeout: FILE_MS,
    });
  }
}

/** The page of the province's console where such files are taken. */
export class StickPage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = `${url}/console/bundles`;
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
    await expect(this.page.getByRole("heading", { level: 1, name: "U盘数据" })).toBeVisible();
  }

  private async download(click: Promise<unknown>): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent("download", { timeout: FILE_MS }), click]);
    return download.path();
  }

  /** The code for a desk that no network reaches, and the file that goes with it: of a new bureau, or a further one of a known bureau. */
  async invite(
    bureau: string,
    how: "new" | "further" = "new",
  ): Promise<{ readonly code: string; readonly path: string }> {
    await this.open();
    if (how === "new") await this.page.getByLabel("司法局全称").fill(bureau);
    else await this.page.getByRole("combobox").selectOption({ label: bureau });
    await this.page.getByRole("button", { name: "生成登记码" }).click();
    const shown = this.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    const code = (await shown.textContent()) ?? "";
    const path = await this.download(this.page.getByRole("button", { name: "下载登记文件" }).click());
    return { code, path };
  }

  /** Publishes an invented table; one that cannot be meant is refused first. */
  async publishesHolidays(): Promise<void> {
    await this.page.goto(this.url.replace("bundles", "reference"));
    for (const [work, says] of [
      ["2027-01-11", "2027-01-11"],
      ["2027-01-09", "已写入总账的司法局数： 2"],
    ] as const) {
      await this.page.getByLabel("年度", { exact: true }).fill("2027");
      await this.page.getByLabel("安排覆盖至").fill("2027-12-31");
      await this.page.getByLabel(/放假日/u).fill("2027-01-01 2027-01-03\n2027-05-01");
      await this.page.getByLabel(/调休上班日/u).fill(work);
      await this.page.getByRole("button", { name: "发布节假日安排" }).click();
      await expect(this.page.getByRole("main")).toContainText(says);
      await this.page.getByRole("link", { name: "返回" }).click();
    }
    await expect(this.page.getByRole("row").filter({ hasText: "2027年节假日安排" })).toBeVisible();
  }

  /** Hands in a desk's file. */
  async upload(path: string): Promise<void> {
    await this.open();
    await this.page.getByLabel("上报文件").setInputFiles(path);
    await this.page.getByRole("button", { name: "读入并生成回执文件" }).click();
    await expect(this.page.getByRole("link", { name: "返回" })).toBeVisible({ timeout: FILE_MS });
  }

  /** Hands in a desk's file and fetches the answer. */
  async answer(path: string): Promise<string> {
    await this.upload(path);
    return this.download(this.page.getByRole("link", { name: "下载回执文件" }).click());
  }
}

/** Writes a changed copy of a file beside it. */
export const spoiled = async (path: string, bytes: Uint8Array): Promise<string> => {
  await writeFile(`${path}.changed.ladb`, bytes);
  return `${path}.changed.ladb`;
};
