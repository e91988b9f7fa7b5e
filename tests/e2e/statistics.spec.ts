import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import { readZip } from "../../renderer/print/zip.ts";
import { test } from "./cases/deskTest.ts";

test("统计（R1）：数字、口径、背后的记录；统计人上报、负责人锁定；导出；公示表（法律援助法第五十八条）", async ({
  clerk,
  county,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-03-02T09:05");
  await clerk.signIn("zhou");
  await test.step("one consultation at the counter", async () => {
    await clerk.opens("#/consultations");
    await clerk.presses("新的咨询");
    await clerk.fills("咨询人姓名", "甲务工");
    await clerk.chooses("人群类别", "农民工(进城务工人员)");
    await clerk.chooses("事项", "请求支付劳动报酬");
    await clerk.fills("咨询内容", "拖欠工资。");
    await clerk.fills("解答意见", "可以申请劳动仲裁。");
    await clerk.says("已告知申请法律援助的权利、条件和程序", "是");
    await clerk.presses("解答");
    await clerk.sees("已解答");
  });

  await test.step("the month: one person-time, its rule and its record with the name masked", async () => {
    await clerk.opens("#/statistics/2026-M03");
    await clerk.sees("统计口径未核实");
    await clerk.sees("本期尚未结束");
    const row = page.getByRole("row", { name: /^咨询人次（按事项）/u });
    await expect(row.getByRole("link").first()).toHaveText("1");
    await expect(page.getByRole("img", { name: "全年各月咨询人次" }).locator("svg")).toBeVisible();
    await clerk.shoots("statistics-zh");
    await row.getByRole("link").first().click();
    await clerk.sees("按咨询事项分列");
    await clerk.sees("甲某");
    await expect(page.getByText("甲务工")).toHaveCount(0);
    await clerk.shoots("statistics-cases-zh");
  });

  await test.step("after the month the clerk counts, the head locks, and a later record is an adjustment", async () => {
    await clerk.becomes("zhou", "2026-04-01T09:00");
    await clerk.opens("#/statistics/2026-M03");
    await clerk.presses("统计并报负责人");
    await clerk.sees("已统计，待负责人提交");
    await clerk.becomes("sun", "2026-04-01T10:00");
    await clerk.presses("提交并锁定");
    await clerk.sees("已提交并锁定");
    await expect(page.getByRole("columnheader", { name: "已提交" }).first()).toBeVisible();
    await clerk.becomes("zhou", "2026-04-02T09:00");
    await clerk.opens("#/consultations");
    await clerk.presses("新的咨询");
    await clerk.fills("咨询内容", "补登三月的咨询。");
    await clerk.fills("咨询时间", "2026-03-31 10:00");
    await clerk.opens("#/statistics/2026-M04");
    await expect(page.getByRole("region", { name: "调整（以前期间的更正）" })).toContainText("2026年3月");
    await clerk.shoots("statistics-adjustment-zh");
  });

  await test.step("Excel, and the sheet of article 58 as PDF without names and small counts", async () => {
    await clerk.opens("#/statistics/2026-M03");
    await clerk.presses("导出 Excel");
    await clerk.sees("已保存到");
    const files = (): readonly string[] =>
      readdirSync(county.folder, { recursive: true }).map((name) => join(county.folder, String(name)));
    const book = files().find((name) => name.endsWith("statistics-2026-M03.xlsx")) ?? "";
    const rows = await readSheet(readFileSync(book), "R1 咨询");
    expect(rows[1]?.slice(0, 3)).toEqual(["咨询人次（按方式）", "人次", 2]);
    await clerk.presses("公示表（第58条）");
    await clerk.sees("少于3");
    await clerk.shoots("publicity-zh");
    await clerk.presses("导出 PDF");
    await expect(page.getByText("已保存到")).toBeVisible({ timeout: 60_000 });
    const sheet = files().find((name) => name.endsWith("publicity-2026-M03.pdf")) ?? "";
    expect(readFileSync(sheet).subarray(0, 5).toString()).toBe("%PDF-");
    await clerk.presses("导出 Word");
    await expect(page.getByText(/publicity-2026-M03\.docx/u)).toBeVisible({ timeout: 60_000 });
    const word = files().find((name) => name.endsWith("publicity-2026-M03.docx")) ?? "";
    const parts = await readZip(new Uint8Array(readFileSync(word)));
    expect(new TextDecoder().decode(parts.get("word/document.xml"))).toContain("案件办理情况");
  });

  await test.step("in English nothing is left in Chinese on the page's own words", async () => {
    await clerk.opens("#/statistics/2026-Q1");
    await page.getByRole("button", { name: "English" }).click();
    await clerk.sees("Counting rules not verified");
    await clerk.shoots("statistics-en");
  });
});
