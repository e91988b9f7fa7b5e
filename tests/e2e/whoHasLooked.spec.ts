import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { Clerk } from "./cases/clerk.ts";
import { type CountyDesk, seedCounty, startCounty } from "./cases/county.ts";
import { inventedId } from "./cases/people.ts";

const ACTION_MS = 20_000;
let county: CountyDesk;
let seeded: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  seeded = await seedCounty([
    { plot: "minor", daysAgo: 3, until: "noticeReplied" },
    { plot: "wages", daysAgo: 5, until: "retained" },
  ]);
  county = await startCounty(seeded, 0);
});
test.afterAll(async () => {
  await county.stop();
  await rm(seeded, { recursive: true, force: true });
});

test("《个人信息保护法》第25、31、51、54条、《未成年人保护法》第103条: who has looked, V26, under fourteen, private cases", async ({
  page,
}) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(ACTION_MS);
  await page.goto(county.url);
  const clerk = new Clerk(page);
  await clerk.isAt("2026-01-06T09:00");
  await clerk.signIn("zhou");

  await test.step("V28: a child's application is refused until guardian, consent and special handling are recorded", async () => {
    await clerk.opens("#/intake");
    await clerk.presses("新的申请");
    await clerk.fills("证件号码", inventedId("2015-03-03", "213"));
    await clerk.fills("姓名", "苗幼苗");
    await clerk.chooses("人群类别", "未成年人");
    await expect(page.getByRole("radiogroup", { name: /专门处理/u })).toBeVisible();
    await clerk.says("监护人同意处理个人信息", "是");
    const block = page.getByRole("alert").filter({ hasText: "V28" });
    await expect(block).toContainText(/不满十四周岁，须监护人同意并专门处理.*第三十一条/u);
    await clerk.shoots("under-fourteen-zh");
    await clerk.fills("监护人姓名", "苗大树");
    await expect(block).toBeVisible();
    await page
      .getByRole("radiogroup", { name: /专门处理/u })
      .getByText("是", { exact: true })
      .click();
    await expect(block).toHaveCount(0);
  });

  await test.step("a secret case is refused where it is marked", async () => {
    await clerk.picks("保密类别", "涉及国家秘密");
    await expect(page.getByText(/涉密网络或纸质/u).first()).toBeVisible();
  });

  const minor = await test.step("the clerk opens the minor's case", async () => {
    await clerk.opens("#/notices");
    await page
      .getByRole("main")
      .getByRole("link")
      .filter({ hasText: /甲县公安局|未成年|抢劫/u })
      .first()
      .click();
    await expect(page).toHaveURL(/#\/notices\/.+/u);
    const address = new URL(page.url()).hash.replace("notices", "file");
    await clerk.opens(address);
    await expect(page.getByText("涉及隐私").first()).toBeVisible();
    return address;
  });

  await test.step("the quality officer, who does not handle it, sees codes and days, no name and no text", async () => {
    const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    expect(name.length).toBeGreaterThan(1);
    await clerk.becomes("zhi", "2026-01-06T10:00");
    await clerk.sees(/只有办理本案的人员可以查看内容/u);
    await expect(page.getByRole("main")).not.toContainText(name);
    await clerk.shoots("private-case-zh");
    await clerk.opens("#/search");
    await page.getByRole("searchbox").fill(name);
    await clerk.sees(/没有找到/u);
  });

  await test.step("V26: whole data is refused, asked for, approved by the head, exported with its watermark", async () => {
    await clerk.becomes("zhou", "2026-01-06T11:00");
    await clerk.opens("#/files");
    await clerk.presses("导出清单");
    await page.getByRole("textbox", { name: /导出用途/u }).fill("财政核查");
    await page.getByRole("checkbox", { name: /包含完整姓名/u }).check();
    await clerk.presses("导出");
    await clerk.sees(/须由负责人先行批准/u);
    await clerk.shoots("export-refused-zh");
    await clerk.presses("申请导出批准");
    await clerk.presses("申请导出");
    await clerk.picks("导出内容", "卷宗、咨询清单");
    await clerk.states("导出目的", "财政核查");
    await clerk.presses("确认办理：申请导出");
    await clerk.sees("待批准");
    await clerk.becomes("sun", "2026-01-06T11:30");
    await clerk.presses("批准导出");
    await clerk.states("有效期至", "2026-01-10");
    await clerk.presses("确认办理：批准导出");
    await clerk.sees("已批准");
    await clerk.becomes("zhou", "2026-01-06T12:00");
    await clerk.opens("#/files");
    await clerk.presses("导出清单");
    await page.getByRole("textbox", { name: /导出用途/u }).fill("财政核查");
    await page.getByRole("checkbox", { name: /包含完整姓名/u }).check();
    await clerk.presses("导出");
    await clerk.sees(/已导出到/u);
  });

  await test.step("the head reads from the case page who has looked, when and how", async () => {
    await clerk.becomes("sun", "2026-01-06T14:00");
    await clerk.opens(minor);
    await clerk.presses("谁看过");
    await expect(page.getByRole("row", { name: /周晓兰.*打开卷宗/u }).first()).toBeVisible();
    await clerk.shoots("looks-zh");
    await clerk.presses("全部查阅记录");
    await expect(page.getByRole("row", { name: /周晓兰.*导出.*财政核查/u }).first()).toBeVisible();
  });
});
