import { expect } from "@playwright/test";
import { receives, registers } from "./cases/application.ts";
import type { Clerk } from "./cases/clerk.ts";
import { takes } from "./cases/closing.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const REVIEW = "异议审查";
const RECONSIDERATION = "申请行政复议";

/** Asked for on 2026-05-06, refused on 05-12 because the matter is outside the scope, served on 05-13. */
const refuses = async (clerk: Clerk): Promise<void> => {
  await registers(clerk, {
    name: "丁借款",
    certNo: inventedId("1981-03-03", "411"),
    category: "农民",
    matter: "法律、法规、规章规定的其他情形(含省级补充事项)",
    aidForm: "民事诉讼代理",
    stage: "尚未进入法律程序",
    facts: "出借六万元，到期未还。",
    request: "请求返还借款六万元。",
    track: "个人诚信承诺",
    materials: [["法律援助申请表", "申请表"]],
  });
  await clerk.fills("争议金额", "60000");
  await receives(clerk, "2026-05-06");
  await clerk.seesClock("法律援助申请审查决定", {
    target: "2026-05-13",
    hard: "2026-05-13",
    legal: "2026-05-13",
  });
  await clerk.becomes("qian", "2026-05-11T10:00");
  await clerk.presses("提出审查意见");
  await clerk.says("已核对无须回避", "是");
  await clerk.says("属于援助范围", "否");
  await clerk.picks("审查意见", "不予法律援助");
  await clerk.states("审查情况", "民间借贷纠纷。");
  await clerk.states("审查意见说明", "民间借贷不属于法律援助事项范围。");
  await clerk.presses("提出审查意见");
  await clerk.sees("待审批");
  await clerk.becomes("sun", "2026-05-12T10:00");
  await clerk.presses("决定不予法律援助");
  await expect(clerk.page.getByTitle("申请事项不属于法律援助范围")).toBeVisible();
  // the right, the organ and the county's thirty days stand there already
  await expect(clerk.box("救济途径")).toHaveValue(/自收到本决定之日起30日内向甲县司法局法治与复议科提出/u);
  await clerk.presses("决定不予法律援助");
  await clerk.sees("已不予");
  await expect(
    clerk.page.getByRole("region", { name: "文书", exact: true }).getByText("FZ-010"),
  ).toBeVisible();
  await clerk.becomes("zhou", "2026-05-13T09:00");
  await clerk.presses("送达决定");
  await clerk.states("决定送达日", "2026-05-13");
  await clerk.presses(/确认办理：送达决定/u);
  await clerk.sees("已送达");
};

test("S14 refusal out of scope: the objection of 05-15 is reviewed by another section within five days (法律援助法第四十九条)", async ({
  clerk,
}) => {
  await clerk.isAt("2026-05-06T09:30");
  await clerk.signIn("zhou");
  await refuses(clerk);

  await test.step("05-15: the objection is opened from the file, with what is known already, and is due on 05-20", async () => {
    await clerk.becomes("zhou", "2026-05-15T10:00");
    await clerk.presses("登记异议");
    await clerk.fills("异议理由", "该款项系劳务报酬，应属援助范围。");
    await clerk.presses("收到异议");
    await clerk.presses(/确认办理：收到异议/u);
    await clerk.sees("已收异议");
    await clerk.seesClock(REVIEW, { target: "2026-05-20", hard: "2026-05-20", legal: "2026-05-20" });
    await clerk.shoots("objection-zh");
  });

  await test.step("05-18: the bureau's reviewer sits in another section and finds it among the year's work", async () => {
    await clerk.becomes("li", "2026-05-18T09:00");
    await clerk.page.getByRole("navigation").getByRole("link", { name: "年度工作" }).click();
    await clerk.sees(/异议 · 丁借款/u);
    await clerk.shoots("other-work-zh");
    await clerk.page.getByRole("link", { name: "异议", exact: true }).click();
    await clerk.shoots("objections-zh");
    await clerk.page.getByRole("link", { name: /丁借款/u }).click();
    await clerk.presses("开始审查异议");
    await clerk.presses(/确认办理：开始审查异议/u);
    await clerk.sees("审查中");
  });

  await test.step("05-20: maintained and served in time; reconsideration until 07-17, 07-19, 07-20", async () => {
    await clerk.becomes("li", "2026-05-20T09:00");
    await clerk.presses("维持原决定");
    await clerk.states("理由", "借条载明为民间借贷。");
    // what the bureau has recorded is there: county government or the bureau above it, then the court
    await expect(clerk.box("救济途径")).toHaveValue(/甲县人民政府或者乙市司法局.*甲县人民法院/u);
    await clerk.presses(/确认办理：维持原决定/u);
    await clerk.sees("维持");
    await expect(
      clerk.page.getByRole("region", { name: "文书", exact: true }).getByText("FZ-020"),
    ).toBeVisible();
    await clerk.presses("送达异议审查决定");
    await clerk.states("送达日", "2026-05-20");
    await clerk.presses(/确认办理：送达异议审查决定/u);
    await clerk.sees("异议决定已送达");
    await clerk.seesClock(RECONSIDERATION, { target: "2026-07-17", hard: "2026-07-19", legal: "2026-07-20" });
  });

  await test.step("07-16: reconsideration is asked for; admission is examined by 07-23, five working days", async () => {
    await clerk.becomes("li", "2026-07-16T10:00");
    await takes(clerk, "申请人申请行政复议", async () => {
      await clerk.states("复议机关", "甲县人民政府");
      await clerk.states("申请行政复议日", "2026-07-16");
    });
    await clerk.seesClock("行政复议申请审查受理", {
      target: "2026-07-23",
      hard: "2026-07-23",
      legal: "2026-07-23",
    });
  });
});
