import { expect } from "@playwright/test";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { REFUSALS } from "../../shared/kernel/refusals.ts";
import { assigns, grants, proposes, receives, registers } from "./cases/application.ts";
import { foundsBureau, personOf, sits } from "./cases/bureau.ts";
import { Clerk } from "./cases/clerk.ts";
import { inventedId } from "./cases/people.ts";
import { INSTALLER, joins, test } from "./cases/secondDesk.ts";
import { issues, timelineLines } from "./pages/casePage.ts";
import { provesItself } from "./pages/receiptPage.ts";
import { SettingsPage } from "./pages/settingsPage.ts";
import { SyncPage } from "./pages/syncPage.ts";

const BUREAU = "甲县司法局";
/** A few rounds of sync; what was pushed comes back with its number a moment later. */
const AGREE_MS = 90_000;
const SOON = { timeout: 2000 } as const;
const NAME = "丙残障";
const CERT_NO = inventedId("1979-09-09", "311");
const SECRETS = [NAME, CERT_NO, "13900000002"];
const APPLICATION = {
  name: NAME,
  certNo: CERT_NO,
  category: "残疾人",
  matter: "交通事故人身损害赔偿",
  aidForm: "民事诉讼代理",
  stage: "尚未进入法律程序",
  facts: "被货车撞伤，构成伤残。",
  request: "请求赔偿医疗费和残疾赔偿金。",
  track: "免予核查经济困难状况",
  materials: [
    ["法律援助申请表", "申请表"],
    ["身份证明", "身份证"],
    ["免予核查证明材料", "肢体残疾证"],
    ["案件相关材料", "事故认定书"],
  ],
} as const;

test("one case travels from the counter to the province and to a second desk; what two desks enter unaware is settled by a person (issue 2; I10, I14, R17)", async ({
  emptyDesk,
  province: { center, console },
  secondDesk: deskB,
  cables: [cableA, cableB],
}) => {
  test.setTimeout(480_000);
  const [syncA, syncB] = [new SyncPage(emptyDesk.page), new SyncPage(deskB.page)];
  const clerkB = new Clerk(deskB.page);
  const clerkA = await test.step("desk A is set up and enrolled through the page", async () => {
    const clerk = await foundsBureau(emptyDesk, ["zhou", "qian", "sun"]);
    await console.enterFirst(center.firstPassword ?? "");
    await syncA.enrol(cableA.url, await console.foundingCode(BUREAU));
    await syncA.confirmed();
    await syncA.hasNumbers();
    return clerk;
  });
  const { page } = clerkA;

  const file = await test.step("the cable is pulled; three people bring a case to its letters", async () => {
    await cableA.pull();
    await sits(clerkA, "zhou");
    await registers(clerkA, APPLICATION);
    await clerkA.chooses("免予核查情形", "无固定生活来源的未成年人、老年人、残疾人等特定群体");
    await receives(clerkA, dayOf(instantOfMs(Date.now())));
    const hash = new URL(page.url()).hash.replace("intake", "file");
    await issues(clerkA, hash, "FZ-005");
    await clerkA.opens(hash);
    await sits(clerkA, "qian");
    await proposes(clerkA, "属于免予核查人员。");
    await sits(clerkA, "sun");
    await grants(clerkA);
    await assigns(clerkA, "许婉清");
    await issues(clerkA, hash, "FZ-009");
    await clerkA.sees(/援决字第1号/u);
    await expect(syncA.status).toContainText(/仅存于本机 \d+ 条/u);
    const lines = await timelineLines(clerkA, hash);
    expect(lines.filter((line) => line.includes("仅在本机"))).toHaveLength(lines.length);
    return hash;
  });

  await test.step("the cable is back: everything is confirmed", async () => {
    await cableA.plugIn();
    await syncA.confirmed();
    const notBooked = async () =>
      (await timelineLines(clerkA, file)).filter((line) => !/省级已入账 第\d+号/u.test(line));
    await expect.poll(notBooked, { timeout: AGREE_MS }).toEqual([]);
  });

  await test.step("上报回执: of the case and of the batch, provable by the paper alone, without a name of a party", async () => {
    await clerkA.opens(file);
    await page.getByRole("button", { name: "上报回执" }).click();
    await clerkA.sees(/共 \d+ 条，全部已记入省级总账/u);
    const ofCase = await provesItself(page);
    for (const secret of SECRETS) await expect(page.getByRole("main")).not.toContainText(secret);
    await page.goto(page.url().replace(/#.*$/u, "#/sync"));
    const batch = page
      .getByRole("region", { name: "省级中心回执" })
      .getByRole("link", { name: /第 \d+ 号/u });
    await batch.first().click();
    await expect(page.getByRole("region", { name: "这一批的内容" })).toContainText("卷宗");
    const ofBatch = await provesItself(page);
    expect(ofBatch.split("\n").slice(0, 2)).toEqual(ofCase.split("\n").slice(0, 2));
  });

  await test.step("the province sees the bureau and the case's history, and no person", async () => {
    // what is unsent is what the desk said when it last greeted
    await expect(async () => {
      const cells = (await console.bureauLine(BUREAU)).getByRole("cell");
      await expect(cells.nth(1)).toHaveText(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u, SOON);
      await expect(cells.nth(2)).toHaveText("0", SOON);
    }).toPass({ timeout: AGREE_MS });
    await console.openBureau(BUREAU);
    await console.page.getByRole("link", { name: /援申字/u }).click();
    await expect(console.page.getByRole("heading", { name: /办理记录/u })).toBeVisible();
    const body = console.page.getByRole("main");
    for (const seen of ["周晓兰", "钱文博", "孙立群", "一号窗口", "已隐去", "决定给予"])
      await expect(body).toContainText(seen);
    for (const secret of SECRETS) expect(await console.page.content()).not.toContain(secret);
  });

  await test.step("desk B joins by a second code through the first screen", async () => {
    await console.openBureau(BUREAU);
    const code = await console.issueCode();
    const gate = await joins(deskB, { url: cableB.url, code });
    await gate.saysWho(personOf("sun"), INSTALLER.login);
    await expect(gate.notice).toContainText(REFUSALS["login-taken"].zh);
    await gate.isSomebody(personOf("zhou"));
    // the account of the installation stays, for the accounts of this machine
    await gate.tryPassword(INSTALLER.login, INSTALLER.password);
    await expect(deskB.page.getByRole("radio", { name: /周晓兰/u })).toBeDisabled();
    const shell = await gate.onlyManages();
    await new SettingsPage(deskB.page).giveAccount(personOf("sun"));
    await shell.lockDesk();
    await gate.signIn(personOf("zhou"));
    await syncB.confirmed();
  });

  await test.step("it shows the same case, line by line", async () => {
    await sits(clerkB, "zhou");
    const onA = await timelineLines(clerkA, file);
    expect(await timelineLines(clerkB, file)).toEqual(onA);
    expect(onA.filter((line) => /(周晓兰|钱文博|孙立群)\s+一号窗口/u.test(line))).toHaveLength(onA.length);
    await expect(deskB.page.getByRole("heading", { level: 1 })).toContainText(NAME);
  });

  const agree = (): Promise<void> =>
    expect(async () => {
      await syncA.confirmed();
      await syncB.confirmed();
      await console.openBureau(BUREAU);
      const known = await console.stateHash();
      expect([await syncA.stateHash(), await syncB.stateHash()]).toEqual([known, known]);
    }).toPass({ timeout: AGREE_MS });
  await test.step("I10: one state hash at the center and on both desks", async () => {
    await agree();
  });

  await test.step("both cables pulled: two people enter different things", async () => {
    await cableA.pull();
    await cableB.pull();
    await sits(clerkA, "sun");
    for (const [clerk, text] of [
      [clerkA, "木工"],
      [clerkB, "瓦工"],
    ] as const) {
      await clerk.opens(file.replace("file", "intake"));
      await clerk.fills("职业", text);
    }
    await cableA.plugIn();
    await syncA.confirmed();
    await cableB.plugIn();
    await syncB.confirmed();
    await syncA.confirmed();
  });

  await test.step("I14: both values are listed on both desks with who, when and which desk", async () => {
    for (const clerk of [clerkA, clerkB]) {
      await clerk.opens("#/disputes");
      const dispute = clerk.page.getByRole("region", { name: "职业", exact: true });
      for (const [value, who, desk] of [
        ["木工", "孙立群", "一号窗口"],
        ["瓦工", "周晓兰", "二号窗口"],
      ] as const) {
        await expect(dispute).toContainText(value, { timeout: AGREE_MS });
        await expect(
          dispute.getByText(new RegExp(`${who}，.*\\d\\d:\\d\\d.*，工位“${desk}”`, "u")),
        ).toBeVisible();
      }
      await expect(dispute).toContainText(/责任人：.+；已等 \d+ 天/u);
    }
    await console.openBureau(BUREAU);
    await expect(console.page.getByText("最早未处理")).toBeVisible();
    await expect(
      console.page.getByRole("row").filter({ hasText: "援申字" }).getByRole("cell").nth(4),
    ).toHaveText("1");
  });

  await test.step("resolved on one desk, it is resolved on both, and all agree", async () => {
    const dispute = clerkB.page.getByRole("region", { name: "职业", exact: true });
    await dispute.getByRole("button", { name: "以此为准" }).last().click();
    await expect(dispute).toHaveCount(0);
    await syncB.confirmed();
    await syncA.confirmed();
    for (const clerk of [clerkA, clerkB]) {
      await clerk.opens("#/disputes");
      await expect(clerk.page.getByRole("region", { name: "填写不一致" })).toContainText("没有。", {
        timeout: AGREE_MS,
      });
      await clerk.opens(file.replace("file", "intake"));
      await expect(clerk.box("职业").first()).toHaveValue("瓦工");
    }
    await agree();
  });
});
