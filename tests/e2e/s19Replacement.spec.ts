import { expect } from "@playwright/test";
import { assigns } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { confirms, grantsOnPledge, unfolds } from "./cases/granted.ts";
import { inventedId } from "./cases/people.ts";

/** The lane that is folded on the case page because it runs beside the main one. */
const LANE = "更换承办人员";
const FIRST = "许婉清";
const SECOND = "何雅琴";

test("S19 replacement for inactivity: no entry for 40 days, decided by two within five working days, changed late and said so (法律援助法第五十五条)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await grantsOnPledge(clerk, {
    name: "己久等",
    certNo: inventedId("1950-02-02", "205"),
    on: "2026-08-18",
  });

  await test.step("assigned on 08-19; the handler's only entry is of 08-20", async () => {
    await clerk.becomes("sun", "2026-08-19T09:00");
    await assigns(clerk, FIRST);
    await clerk.becomes("zhou", "2026-08-20T10:00");
    await clerk.adds("办案日志", { 时间: "2026-08-20 09:00", 活动: ["起草文书"], 内容: "起草诉状。" });
  });

  await test.step("09-29: the file says how long nothing was entered; the request is due on 10-12", async () => {
    await clerk.becomes("zhou", "2026-09-29T09:00");
    await clerk.sees(/自 2026-08-20 起办案日志 40 日没有记录，请催办/u);
    const file = new URL(page.url()).hash;
    await clerk.opens("#/dashboard");
    const silent = page.getByRole("region", { name: "办案日志久无记录" });
    await expect(silent.getByRole("listitem")).toHaveText(/己久等 自 2026-08-20 起 40 日没有记录 · 请催办/u);
    await clerk.shoots("silent-log-zh");
    await clerk.opens(file);
    await unfolds(clerk, LANE);
    await clerk.presses("申请更换承办人员");
    await clerk.picks("更换申请人", "受援人");
    await clerk.picks("更换原因", "受援人请求:法律援助人员未依法履行职责");
    await clerk.states("更换事由与证据", "指派后从未约见。");
    await clerk.picks("被更换人员", FIRST);
    await clerk.presses(/确认办理：申请更换承办人员/u);
    await clerk.seesClock("更换法律援助人员决定", {
      target: "2026-10-12",
      hard: "2026-10-12",
      legal: "2026-10-12",
    });
  });

  await test.step("09-30: reviewed by one, approved by another; three days to change: 09-30, 10-03, 10-08", async () => {
    await clerk.becomes("qian", "2026-09-30T09:00");
    await unfolds(clerk, LANE);
    await clerk.presses("核实并提出更换审核意见");
    await clerk.states("履职情况核实", "日志无约见记录。");
    await clerk.picks("更换审核意见", "原单位更换承办人员");
    await clerk.presses(/确认办理：核实并提出更换审核意见/u);
    await clerk.becomes("sun", "2026-09-30T10:00");
    await unfolds(clerk, LANE);
    await clerk.presses("决定更换");
    await clerk.picks("更换决定", "原单位更换承办人员");
    await clerk.states("更换决定理由", "未依法履行职责。");
    await clerk.states("更换期限（日）", "3");
    await clerk.states("告知期限（日）", "3");
    await clerk.presses(/确认办理：决定更换/u);
    const letters = page.getByRole("region", { name: "文书", exact: true });
    for (const form of ["FZ-016", "FZ-017"]) await expect(letters.getByText(form)).toBeVisible();
    await clerk.seesClock("更换后移交", { target: "2026-09-30", hard: "2026-10-03", legal: "2026-10-08" });
  });

  await test.step("10-08 the successor is named, 10-09 arranged: agreement by 10-14", async () => {
    await clerk.becomes("sun", "2026-10-08T09:00");
    await clerk.presses("另行指派");
    await page.getByRole("radiogroup", { name: "选择承办人员" }).getByText(SECOND).click();
    await clerk.presses(`确认指派：${SECOND}`);
    await expect(page.getByRole("heading", { name: "下一步可以办理" })).toBeVisible();
    await clerk.becomes("zhou", "2026-10-09T09:00");
    await confirms(clerk, "承办单位安排承办人员");
    await clerk.seesClock("签订委托协议和授权委托书", {
      target: "2026-10-14",
      hard: "2026-10-14",
      legal: "2026-10-14",
    });
    await unfolds(clerk, LANE);
    await clerk.presses("移交案件材料");
    await clerk.states("移交日", "2026-10-09");
    await clerk.states("移交情况", "案卷一册。");
    await clerk.presses(/确认办理：移交案件材料/u);
    await unfolds(clerk, LANE);
    await confirms(clerk, "更换办结");
  });

  await test.step("a quality case is opened from the file", async () => {
    await clerk.becomes("zhi", "2026-10-10T09:00");
    await clerk.presses("登记质量评查");
    await clerk.sees(/质量评查/u);
  });
});
