import { expect } from "@playwright/test";
import { assigns, grants, proposes, receives } from "./cases/application.ts";
import type { Clerk } from "./cases/clerk.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const NAME = "戊在押";
const LAWYER = "许婉清";

/** Opens the form of one kind of record from its list. */
const starts = async (clerk: Clerk, kind: string, label: string): Promise<void> => {
  await clerk.opens(`#/records/${kind}`);
  await clerk.presses(`登记${label}`);
  await expect(clerk.page.getByRole("heading", { level: 1 })).toContainText(label);
};

const seesForms = async ({ page }: Clerk, forms: readonly string[]): Promise<void> => {
  const letters = page.getByRole("region", { name: "文书", exact: true });
  for (const form of forms) await expect(letters.getByText(form)).toBeVisible();
};

const confirms = async (clerk: Clerk, step: string): Promise<void> => {
  await clerk.presses(step);
  await clerk.presses(new RegExp(`确认办理：${step}`, "u"));
};

test("S11 duty lawyer: asked for on 03-19 17:10, helped on 03-20, the application forwarded within 24 hours and granted (法律援助法第三十、三十九条)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-03-19T17:20");
  await clerk.signIn("zhou");

  await test.step("03-19 17:10 K asks: the centre tells the duty lawyer by 03-20 17:10, at law 18:00", async () => {
    await starts(clerk, "dutyRequest", "法律帮助申请");
    await clerk.fills("姓名", NAME);
    await clerk.fills("办案机关", "甲县公安局");
    await clerk.chooses("所处阶段", "侦查");
    await clerk.chooses("申请原因", "本人要求");
    await clerk.fills("提出时间", "2026-03-19 17:10");
    await confirms(clerk, "收到法律帮助申请");
    await clerk.seesClock("看守所通知值班律师", {
      target: "—",
      hard: "2026-03-20 17:10",
      legal: "2026-03-20 18:00",
    });
    await clerk.becomes("zhou", "2026-03-20T15:00");
    await clerk.presses("通知值班律师");
    await clerk.states("通知人", "甲县看守所");
    await clerk.presses(/确认办理：通知值班律师/u);
    await clerk.sees("已通知值班律师");
    await seesForms(clerk, ["FZ-023", "FZ-024"]);
  });

  await test.step("03-20 16:00 help is given: consultation and change of measure", async () => {
    await clerk.becomes("zhou", "2026-03-20T16:00");
    await starts(clerk, "dutyService", "法律帮助");
    await clerk.fills("姓名", NAME);
    await clerk.fills("办案机关", "甲县公安局");
    await clerk.chooses("值班律师", LAWYER);
    await clerk.chooses("帮助内容", "法律咨询");
    await clerk.chooses("帮助内容", "申请变更强制措施");
    await clerk.says("已有辩护人或者已指派律师", "否");
    await confirms(clerk, "登记法律帮助");
    await clerk.sees("已登记");
    await seesForms(clerk, ["FZ-028"]);
  });

  await test.step("16:45 K asks for defence: forwarded by 03-21 16:45, at law 17:00; received on Saturday 10:00", async () => {
    await clerk.becomes("zhou", "2026-03-20T16:50");
    await starts(clerk, "transfer", "转交申请");
    await clerk.chooses("转交方", "值班律师");
    await clerk.fills("转交机关或机构", "甲县看守所工作站");
    await clerk.fills("申请人姓名", NAME);
    await clerk.fills("提出申请时间", "2026-03-20 16:45");
    await clerk.seesClock("值班律师转交申请", {
      target: "—",
      hard: "2026-03-21 16:45",
      legal: "2026-03-21 17:00",
    });
    await clerk.becomes("zhou", "2026-03-21T10:00");
    await confirms(clerk, "收到转交申请");
    await clerk.presses("转为法律援助申请");
    await expect(page.getByRole("heading", { name: /申请登记/u })).toContainText(NAME);
  });

  await test.step("the seven days run from the Saturday: 03-27, 03-28, 03-30", async () => {
    await clerk.fills("证件号码", inventedId("1990-01-01", "113"));
    await clerk.fills("联系电话", "13900000003");
    await clerk.chooses("人群类别", "其他");
    await clerk.chooses("申请身份", "本人");
    await clerk.chooses("申请事项", "刑事辩护(犯罪嫌疑人、被告人申请)");
    await clerk.chooses("援助形式", "刑事辩护");
    await clerk.chooses("诉讼地位", "犯罪嫌疑人");
    await clerk.chooses("所处阶段", "侦查");
    await clerk.chooses("管辖依据", "办案机关所在地");
    await clerk.fills("事实与理由", "因涉嫌盗窃被羁押，没有委托辩护人。");
    await clerk.fills("请求", "请求指派律师辩护。");
    await clerk.says("已委托辩护人或代理人", "否");
    await page.getByRole("radiogroup", { name: "经济状况核查方式" }).getByText("个人诚信承诺").click();
    await clerk.adds("申请材料", { 类别: ["法律援助申请表"], 名称: "申请表", 份数: "1", 页数: "1" });
    await clerk.adds("家庭成员及收入", { 姓名: NAME, 月收入: "0" });
    await clerk.fills("诚信承诺签署日", "2026-03-21");
    await receives(clerk, "2026-03-21");
    await clerk.seesClock("法律援助申请审查决定", {
      target: "2026-03-27",
      hard: "2026-03-28",
      legal: "2026-03-30",
    });
  });

  await test.step("granted on 03-24: assignment by 03-27; the duty lawyer may defend", async () => {
    await clerk.becomes("qian", "2026-03-23T10:00");
    await proposes(clerk, "没有委托辩护人，经济困难。");
    await clerk.becomes("sun", "2026-03-24T10:00");
    await grants(clerk);
    await clerk.seesClock("决定给予后指派", {
      target: "2026-03-27",
      hard: "2026-03-27",
      legal: "2026-03-27",
    });
    await assigns(clerk, LAWYER);
  });
});
