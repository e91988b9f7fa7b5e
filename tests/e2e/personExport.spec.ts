import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import readSheets from "read-excel-file/node";
import { receives, registers } from "./cases/application.ts";
import { takes } from "./cases/closing.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const CERT_NO = inventedId("1985-05-05", "411");
const OTHER_CERT_NO = inventedId("1985-05-06", "411");
const APPLICATION = {
  name: "戊查询",
  certNo: CERT_NO,
  category: "农民",
  matter: "请求给付赡养费、抚养费、扶养费",
  aidForm: "民事诉讼代理",
  stage: "一审",
  facts: "儿子多年不付赡养费。",
  request: "请求支付赡养费。",
  track: "需核查经济困难(个人诚信承诺)",
  materials: [["法律援助申请表", "申请表"]],
} as const;
const WHY = "本人书面申请查阅、复制";

test("《个人信息保护法》第45条、V26: what is kept about one person leaves under the head's approval, and nothing about anybody else", async ({
  clerk,
  county,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-03-02T09:00");
  await clerk.signIn("zhou");

  await test.step("two applications of one person, and one of somebody else of the same name", async () => {
    await registers(clerk, { ...APPLICATION, certNo: OTHER_CERT_NO, facts: "同名同姓另一人的事由。" });
    await registers(clerk, { ...APPLICATION, matter: "交通事故人身损害赔偿", facts: "被货车撞伤。" });
    await registers(clerk, APPLICATION);
    await clerk.adds("家庭成员及收入", { 姓名: "戊家属", 月收入: "210" });
    await clerk.adds("对方当事人", { 名称或姓名: "戊对方" });
    await clerk.fills("诚信承诺签署日", "2026-03-02");
    await receives(clerk, "2026-03-02");
  });
  const file = new URL(page.url()).hash.replace("intake", "file");
  const card = page.getByRole("region", { name: "本人查阅、复制个人信息" });
  const exports = async (): Promise<void> => {
    await clerk.opens(file);
    await card.getByRole("textbox", { name: /导出用途/u }).fill(WHY);
    await card.getByRole("button", { name: /导出本人信息/u }).click();
  };

  await test.step("without the head's approval nothing leaves", async () => {
    await exports();
    await expect(card.getByRole("alert")).toContainText("须由负责人先行批准");
    await card.scrollIntoViewIfNeeded();
    await page.screenshot({ path: "docs/screenshots/person-export-zh.png", animations: "disabled" });
    await card.getByRole("button", { name: "申请导出批准" }).click();
    await takes(clerk, "申请导出", async () => {
      await clerk.picks("导出内容", "一人全部信息");
      await clerk.states("导出目的", WHY);
    });
    await clerk.sees("待批准");
    await clerk.becomes("sun", "2026-03-02T11:00");
    await takes(clerk, "批准导出", () => clerk.states("有效期至", "2026-03-06"));
    await clerk.sees("已批准");
  });

  await test.step("approved: both of the person's applications, no line of the namesake's, others only counted", async () => {
    await clerk.becomes("zhou", "2026-03-02T14:00");
    await exports();
    await expect(card.getByRole("status")).toContainText("已导出到", { timeout: 60_000 });
    const saved = readdirSync(join(county.folder, "exports")).filter((name) => name.startsWith("person-"));
    expect(saved.map((name) => name.split(".").at(-1)).toSorted()).toEqual(["pdf", "xlsx"]);
    const book = readFileSync(
      join(county.folder, "exports", saved.find((name) => name.endsWith(".xlsx")) ?? ""),
    );
    const sheets = await readSheets(book);
    expect(sheets).toHaveLength(3);
    const all = JSON.stringify(sheets);
    for (const own of [
      CERT_NO,
      "13900000002",
      "被货车撞伤。",
      "儿子多年不付赡养费。",
      "涉及他人 1 项",
      WHY,
      "周晓兰",
    ])
      expect(all).toContain(own);
    for (const foreign of [OTHER_CERT_NO, "同名同姓另一人", "戊家属", "戊对方"])
      expect(all).not.toContain(foreign);
  });

  await test.step("the look stands at the file, with its purpose", async () => {
    await clerk.becomes("sun", "2026-03-02T15:00");
    await clerk.opens(file);
    await clerk.presses("谁看过");
    await expect(
      page.getByRole("row", { name: new RegExp(`周晓兰.*导出.*${WHY}`, "u") }).first(),
    ).toBeVisible();
  });
});
