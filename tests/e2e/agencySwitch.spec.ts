import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { docxToHtml } from "../../renderer/print/docxToHtml.ts";
import { readZip } from "../../renderer/print/zip.ts";
import { Clerk } from "./cases/clerk.ts";
import { type CountyDesk, seedCounty, startCounty } from "./cases/county.ts";

const PDF_MS = 60_000;
const CLOCK = "法律援助申请审查决定";
const OLD_SEAL = "甲县司法局";
const CENTER = "甲县法律援助中心";

let county: CountyDesk;
let seeded: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  seeded = await seedCounty([{ plot: "wages", daysAgo: 3, until: "received" }]);
  county = await startCounty(seeded, 0);
});
test.afterAll(async () => {
  await county.stop();
  await rm(seeded, { recursive: true, force: true });
});

/** What the desk saved into its folder of exports, by name. */
const savedIn = async (ending: string): Promise<readonly string[]> => {
  const names = await readdir(join(county.folder, "exports")).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).toSorted();
};
const bytesOf = (name: string): Promise<Buffer> => readFile(join(county.folder, "exports", name));

/** Presses a button that saves a file, and returns the file that is new. */
const saves = async (clerk: Clerk, button: string, ending: string): Promise<string> => {
  const before = await savedIn(ending);
  await clerk.presses(new RegExp(`${button}$`, "u"));
  await expect.poll(async () => (await savedIn(ending)).length).toBe(before.length + 1);
  return (await savedIn(ending)).find((name) => !before.includes(name)) ?? "";
};

const textOf = async (docx: string): Promise<string> =>
  docxToHtml(await readZip(new Uint8Array(await bytesOf(docx)))).body.replaceAll(/<[^>]*>/gu, "");
const previewed = async ({ page }: Clerk): Promise<void> =>
  expect(page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: PDF_MS });

test("《法律援助法》第12条: from designated department to center: clocks go on, new letters carry the new seal, an old one is printed again byte for byte", async ({
  page,
}) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(20_000);
  await page.goto(county.url);
  const clerk = new Clerk(page);
  await clerk.isAt("2026-01-06T09:00");
  await clerk.signIn("zhou");

  await clerk.opens("#/files");
  await page.getByRole("main").getByRole("link").filter({ hasText: "已收申请" }).first().click();
  await expect(page).toHaveURL(/#\/file\//u);
  const file = new URL(page.url()).hash;
  await expect(clerk.clock(CLOCK)).toContainText("期限");
  const dates =
    /内部目标：.*法定最晚：[\d-]+/u.exec((await clerk.clock(CLOCK).textContent()) ?? "")?.[0] ?? "";
  expect(dates).not.toBe("");

  const old = await test.step("the department issues FZ-005 under the bureau's seal", async () => {
    await page.getByRole("link", { name: /FZ-005/u }).click();
    await previewed(clerk);
    const text = await textOf(await saves(clerk, "保存 Word 文档", ".docx"));
    expect(text).toContain(OLD_SEAL);
    expect(text).not.toContain(CENTER);
    await clerk.presses(/出具并编入卷宗/u);
    await clerk.sees("已出具并编入卷宗");
    return { text, pdf: await bytesOf(await saves(clerk, "保存 PDF", ".pdf")) };
  });
  expect(old.pdf.subarray(0, 5).toString()).toBe("%PDF-");

  await test.step("the head records the switch with its document, from the next day", async () => {
    await clerk.becomes("sun", "2026-01-06T11:00");
    await clerk.opens("#/settings/bureau");
    await clerk.presses("转为法律援助中心");
    await clerk.states("法律援助中心名称", CENTER);
    await clerk.states("中心印章名称", CENTER);
    await clerk.states("中心设立文号", "甲编〔2026〕3号");
    await clerk.states("转为中心的生效日", "2026-01-07");
    await clerk.presses("确认办理：转为法律援助中心");
    await clerk.sees("甲编〔2026〕3号");
    await expect(page.getByRole("button", { name: "转为法律援助中心" })).toHaveCount(0);
    await clerk.shoots("agency-switch-zh");
  });

  await test.step("on its first day the clock still runs to the same days", async () => {
    await clerk.becomes("zhou", "2026-01-07T09:00");
    await clerk.opens(file);
    await expect(clerk.clock(CLOCK)).toContainText(dates);
    await page.getByRole("link", { name: /查看、重印 FZ-005/u }).click();
  });

  await test.step("the old letter is the old bytes", async () => {
    await clerk.presses("查看、重印");
    await previewed(clerk);
    const again = await bytesOf(await saves(clerk, "保存 PDF", ".pdf"));
    expect(again.equals(old.pdf)).toBe(true);
  });

  await test.step("a new one speaks for the center", async () => {
    await clerk.presses("重新生成并出具新的一份");
    await expect(page.getByRole("button", { name: /出具并编入卷宗/u })).toBeVisible({ timeout: PDF_MS });
    const text = await textOf(await saves(clerk, "保存 Word 文档", ".docx"));
    expect(text).toContain(CENTER);
  });
});
