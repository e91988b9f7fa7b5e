import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { startCenter } from "../../center/startCenter.ts";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { proposes, receives, registers } from "./cases/application.ts";
import { Clerk } from "./cases/clerk.ts";
import { enrolCounty, startCounty } from "./cases/county.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

/** Any free port: two runs on one machine must not meet. */
const DESK_PORT = 0;
const CENTER_PORT = 17_831;
const PDF_MS = 60_000;

test("§3.5, V29: with a block of official numbers a refusal (FZ-010) is issued while the center is gone, with reasons and remedy (法律援助法第四十三、四十九条)", async ({
  page,
  seeded,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), "lad-center-"));
  const center = await startCenter({ dataDir, port: CENTER_PORT });
  let isCenterUp = true;
  const pullCable = async (): Promise<void> => {
    if (isCenterUp) await center.stop();
    isCenterUp = false;
  };
  const code = await center.issueCode();
  const county = await startCounty(seeded, DESK_PORT, (folder) => enrolCounty(folder, center.url, code));
  try {
    page.setDefaultTimeout(15_000);
    await page.goto(county.url);
    const clerk = new Clerk(page);
    const today = dayOf(instantOfMs(Date.now()));
    await clerk.signIn("zhou");

    await test.step("an application outside the scope, registered while the desk fetches its blocks", async () => {
      await registers(clerk, {
        name: "癸借贷",
        certNo: inventedId("1980-10-10", "119"),
        category: "其他",
        matter: "法律、法规、规章规定的其他情形(含省级补充事项)",
        aidForm: "民事诉讼代理",
        stage: "尚未进入法律程序",
        facts: "出借60000元未还。",
        request: "返还借款。",
        track: "需核查经济困难(个人诚信承诺)",
        materials: [
          ["法律援助申请表", "申请表"],
          ["身份证明", "身份证"],
        ],
      });
      await clerk.adds("家庭成员及收入", { 姓名: "癸借贷", 月收入: "9000" });
      await clerk.fills("诚信承诺签署日", today);
      await receives(clerk, today);
      await clerk.seesSynced();
    });

    await test.step("the cable is pulled; examiner and head go on", async () => {
      await pullCable();
      const now = instantOfMs(Date.now());
      await clerk.becomes("qian", now);
      await proposes(clerk, "人均收入高于标准，且属民间借贷。");
      await clerk.becomes("sun", now);
      await clerk.presses("决定不予法律援助");
      await expect(clerk.box("救济途径")).toHaveValue(/甲县司法局法治与复议科/u);
      await expect(page.getByTitle("不符合经济困难标准")).toBeVisible();
      await clerk.shoots("denial-zh");
      await clerk.presses("决定不予法律援助");
      await clerk.sees("已不予");
    });

    await test.step("FZ-010 carries the next official number and is issued", async () => {
      await page.getByRole("link", { name: /FZ-010/u }).click();
      await expect(page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: PDF_MS });
      await clerk.presses(/出具并编入卷宗/u);
      await clerk.sees("已出具并编入卷宗");
      await clerk.sees(/援不字第1号/u);
    });
  } finally {
    await county.stop();
    await pullCable();
    await rm(dataDir, { recursive: true, force: true });
  }
});
