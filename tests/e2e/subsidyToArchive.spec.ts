import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { fenOfYuan } from "../../shared/kernel/fen.ts";
import { Clerk } from "./cases/clerk.ts";
import { handsInClosing, receivesResult, stands, takes } from "./cases/closing.ts";
import { type CountyDesk, seedCounty, startCounty } from "./cases/county.ts";
import { enters } from "./cases/ledger.ts";

const AWARD = "甲劳人仲案〔2026〕8号裁决书";
const ACTION_MS = 20_000;

let county: CountyDesk;
let seeded: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  seeded = await seedCounty([{ plot: "wages", daysAgo: 12, until: "retained" }]);
  county = await startCounty(seeded, 0);
});
test.afterAll(async () => {
  await county.stop();
  await rm(seeded, { recursive: true, force: true });
});

test("《法律援助法》第50、52条、《档案法》第14条、《档案法实施条例》第24条: from the closing report over the subsidy to the archive, read-only, its correction sheet, and its lawful end thirty years later (F79)", async ({
  page,
}) => {
  test.setTimeout(420_000);
  page.setDefaultTimeout(ACTION_MS);
  await page.goto(county.url);
  const clerk = new Clerk(page);

  await test.step("the administrator enters the approved retention and the bureau's own closing list", async () => {
    await clerk.isAt("2026-01-06T09:00");
    await clerk.signIn("guan");
    await clerk.opens("#/settings/filing");
    await clerk.presses("设定保管期限 劳动争议调解与仲裁代理");
    await clerk.states("保管年限", "30");
    await clerk.states("批准文号", "甲档〔2026〕1号");
    await clerk.presses("完成");
    await clerk.sees(/30 年，甲档〔2026〕1号/u);
    await clerk.presses("设定清单 劳动争议调解与仲裁代理");
    await clerk.picks("必备材料", "裁判、裁决、调解等法律文书");
    await clerk.picks("必备材料", "结案报告");
    await clerk.presses("完成");
    await clerk.sees(/裁判、裁决、调解等法律文书、结案报告/u);
  });

  const file =
    await test.step("the award arrives, the closing file is handed in and found in order", async () => {
      await clerk.becomes("zhou", "2026-01-06T10:00");
      await clerk.opens("#/files");
      await page.getByRole("main").getByRole("link").filter({ hasText: "已签协议" }).first().click();
      await expect(page).toHaveURL(/#\/file\//u);
      const address = new URL(page.url()).hash;
      await takes(clerk, "开始办理");
      await receivesResult(clerk, { on: "2026-01-06", document: AWARD });
      await handsInClosing(clerk, {
        filedOn: "2026-01-06",
        items: ["裁判、裁决、调解等法律文书", "结案报告"],
        mode: "仲裁裁决",
        report: "裁决支付工资18,600元。",
      });
      await clerk.becomes("qian", "2026-01-07T09:00");
      await takes(clerk, "结案材料审查合格");
      await stands(clerk, "结案合格");
      return address;
    });

  await test.step("the standard of the province, and the appropriation", async () => {
    await clerk.becomes("wu", "2026-01-07T10:00");
    await clerk.opens("#/records/subsidyStandard");
    await clerk.presses("登记补贴标准");
    await clerk.fills("标准名称", "劳动仲裁");
    await clerk.chooses("类别", "办案补贴");
    await clerk.chooses("计算单位", "件");
    await clerk.fills("标准金额", "1500");
    await clerk.fills("生效日", "2026-01-01");
    await enters(clerk, "2026-01-07T10:30", {
      voucher: "记-1",
      subject: "财政预算拨款",
      flow: "收入",
      yuan: "2000",
    });
  });

  await test.step("the subsidy is claimed by the accountant from the file, approved by the head", async () => {
    await clerk.becomes("wu", "2026-01-08T09:00");
    await clerk.opens(file);
    await clerk.presses("登记补贴申领");
    await clerk.chooses("补贴标准", "劳动仲裁");
    await takes(clerk, "提交补贴申领", async () => {
      await clerk.states("基本劳务费", "1500");
      await clerk.states("支付比例（%）", "100");
      await clerk.states("合计", "1500");
    });
    await clerk.sees("待批准");
    await clerk.shoots("subsidy-claim-zh");
    await clerk.becomes("sun", "2026-01-08T10:00");
    await takes(clerk, "批准补贴");
    await clerk.sees("已批准");
  });
  const claim = new URL(page.url()).hash;

  await test.step("the payment is entered, posted and the claim is paid by exactly this entry", async () => {
    await enters(clerk, "2026-01-09T09:00", {
      voucher: "记-2",
      subject: "办案补贴",
      flow: "支出",
      yuan: "1500",
      claim: "2026-01-08 09:00",
    });
    await clerk.becomes("wu", "2026-01-09T10:00");
    await clerk.opens(claim);
    await takes(clerk, "支付补贴", async () => {
      await clerk.states("支付日", "2026-01-09");
      await clerk.picks("经费台账", "记-2 · =记-2");
    });
    await clerk.sees("已支付");
  });

  await test.step("the ledger: balance, and an audit sheet that adds up again and runs nothing", async () => {
    await clerk.opens("#/ledger");
    const balances = page.getByRole("table", { name: "各项资金余额" });
    await expect(balances.getByRole("row", { name: /财政预算/u })).toContainText("500.00");
    await clerk.shoots("ledger-zh");
    await clerk.states("导出用途", "年度审计");
    await clerk.presses("导出");
    await clerk.sees(/已导出到/u);
    const folder = join(county.folder, "exports");
    const names = await readdir(folder);
    const sheet = await readFile(join(folder, names.find((name) => name.endsWith(".csv")) ?? ""));
    const sum = await readFile(join(folder, names.find((name) => name.endsWith(".sha256")) ?? ""), "utf8");
    expect(sum.split(" ")[0]).toBe(createHash("sha256").update(sheet).digest("hex"));
    const rows = sheet
      .toString("utf8")
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gu)].map(([, cell = ""]) => cell));
    const total = rows
      .slice(0, -1)
      .reduce(
        (left, cells) => left + (fenOfYuan(cells[8] || "0") ?? 0) - (fenOfYuan(cells[9] || "0") ?? 0),
        0,
      );
    expect(total).toBe(50_000);
    expect(rows.map((cells) => cells[7]).slice(0, -1)).toEqual(["'=记-1", "'=记-2"]);
    expect(rows.at(-1)?.[0]).toMatch(/导出人：吴会计.*用途：年度审计/u);
  });

  let archive = "";
  await test.step("filed by the archivist with the retention of the schedule and a made catalogue", async () => {
    await clerk.becomes("dang", "2026-01-12T09:00");
    await clerk.opens(file);
    await takes(clerk, "归档", () => clerk.states("档号", "2026-1"));
    await stands(clerk, "已归档");
    await clerk.presses("登记档案");
    await expect(page).toHaveURL(/archiveFile/u);
    archive = new URL(page.url()).hash;
    await expect(clerk.box("保管期限（年）")).toHaveValue("30");
    await expect(clerk.box("保管期限表批准文号")).toHaveValue("甲档〔2026〕1号");
    await clerk.presses("编制卷内目录");
    await expect(
      page.getByRole("region", { name: "卷内目录", exact: true }).getByText("备考表"),
    ).toBeVisible();
    await clerk.fills("卷数", "1");
    await clerk.fills("页数", "46");
    await clerk.fills("存放位置", "A-1-3");
    await takes(clerk, "立卷归档");
  });

  await test.step("read-only: no field is left but loans and correction sheets; a loan is returned", async () => {
    await clerk.sees("只能查看");
    await clerk.sees("已立卷");
    await clerk.shoots("archive-zh");
    await expect(clerk.box("存放位置")).toHaveCount(0);
    await clerk.adds("更正附页", { 更正日: "2026-01-13", 更正内容: "第3页页码更正为第4页。" });
    await clerk.adds("借阅记录", {
      借阅人: "李若梅",
      借出日: "2026-01-12",
      应还日: "2026-01-20",
      用途: "异议审查",
    });
    await clerk.sees(/李若梅，2026-01-12 借出/u);
    await clerk.presses("归还");
    await expect(page.getByRole("heading", { name: "已借出" })).toHaveCount(0);
    await clerk.opens(file);
    await stands(clerk, "已归档");
    await clerk.becomes("zhou", "2026-01-13T09:00");
    await expect(page.getByRole("button", { name: "提交结案材料" })).toHaveCount(0);
  });

  await test.step("thirty years on: appraised by the archivist, approved by the head, ordered as listed, once", async () => {
    await clerk.becomes("dang", "2056-02-01T09:00");
    await clerk.opens(archive);
    await takes(clerk, "保管期满鉴定", async () => {
      await clerk.states("鉴定日", "2056-02-01");
      await clerk.states("鉴定意见", "保管期满，无继续保存价值。");
    });
    await stands(clerk, "已鉴定");
    await expect(page.getByRole("button", { name: "按清单销毁" })).toHaveCount(0);
    await clerk.becomes("sun", "2056-02-02T09:00");
    await takes(clerk, "批准销毁", async () => {
      await clerk.states("销毁日", "2056-02-02");
      await clerk.states("销毁批准文号", "甲司销〔2056〕1号");
      await clerk.states("监销人（两人）", "党守册、李若梅");
    });
    await clerk.sees("负责人已批准销毁");
    await expect(page.getByRole("list", { name: "销毁清单" }).getByRole("listitem").first()).toContainText(
      /条记录/u,
    );
    await clerk.presses("按清单销毁");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^(确 ?定|确 ?认)$/u })
      .click();
    // nothing goes before the province has booked it: what happens then is seen in tests/faults/desk/destroyed
    await clerk.sees("已下达销毁，省级中心登记");
    await expect(page.getByRole("button", { name: "按清单销毁" })).toBeDisabled();
    await clerk.shoots("destruction-zh");
  });
});
