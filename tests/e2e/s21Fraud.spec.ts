import { expect } from "@playwright/test";
import { takes } from "./cases/closing.ts";
import { test } from "./cases/deskTest.ts";
import { confirms, grantsOnPledge, unfolds } from "./cases/granted.ts";
import { enters } from "./cases/ledger.ts";
import { inventedId } from "./cases/people.ts";

const NAME = "庚隐房";
const LANE = "终止法律援助";

test("S21 aid obtained by fraud: heard before it ends, an objection holds the effect, the penalty lead stays outside the file (法律援助法第四十八、四十九、六十四条)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await grantsOnPledge(clerk, { name: NAME, certNo: inventedId("1961-06-06", "206"), on: "2026-06-11" });

  await test.step("09-10: reported; without a hearing there is no termination", async () => {
    await clerk.becomes("zhou", "2026-09-10T09:00");
    await unfolds(clerk, LANE);
    await clerk.presses("报告终止情形");
    await clerk.picks("终止情形", "受援人以欺骗或者其他不正当手段获得法律援助");
    await clerk.states("报告内容", "承办人发现受援人名下有两套房产。");
    await clerk.presses(/确认办理：报告终止情形/u);
    await clerk.sees("已报告终止情形");
    await clerk.becomes("qian", "2026-09-14T10:00");
    await unfolds(clerk, LANE);
    await clerk.presses("核查终止情形");
    await clerk.states("查证情况", "不动产登记查询：两套房产。");
    await clerk.states("听取受援人意见日", "2026-09-14");
    await clerk.states("受援人意见", "承认隐瞒。");
    await clerk.presses(/确认办理：核查终止情形/u);
  });

  await test.step("09-16 decided by another person, 09-17 served with the right to object", async () => {
    await clerk.becomes("sun", "2026-09-16T09:00");
    await unfolds(clerk, LANE);
    await clerk.presses("决定终止法律援助");
    await clerk.states("终止理由说明", "以欺骗手段获得法律援助。");
    await expect(clerk.box("终止决定的救济途径")).toHaveValue(/30日内向甲县司法局法治与复议科提出/u);
    await clerk.presses(/确认办理：决定终止法律援助/u);
    await clerk.sees("已决定终止");
    const letters = page.getByRole("region", { name: "文书", exact: true });
    for (const form of ["FZ-018", "FZ-019"]) await expect(letters.getByText(form)).toBeVisible();
    await clerk.becomes("zhou", "2026-09-17T09:00");
    await unfolds(clerk, LANE);
    await clerk.presses("送达终止决定");
    await clerk.states("终止决定送达日", "2026-09-17");
    await clerk.presses(/确认办理：送达终止决定/u);
    await clerk.sees("终止已送达");
  });
  const file = new URL(page.url()).hash;

  await test.step("09-22 the objection: due 09-24, 09-27, 09-28", async () => {
    await clerk.becomes("zhou", "2026-09-22T09:00");
    await clerk.presses("登记异议");
    await clerk.fills("异议理由", "房产系他人借名登记。");
    await confirms(clerk, "收到异议");
    await clerk.seesClock("异议审查", { target: "2026-09-24", hard: "2026-09-27", legal: "2026-09-28" });
  });
  const objection = new URL(page.url()).hash;

  await test.step("while it is reviewed the termination takes no effect", async () => {
    await clerk.opens(file);
    await clerk.becomes("sun", "2026-09-23T09:00");
    await unfolds(clerk, LANE);
    await clerk.presses("终止决定生效");
    await clerk.states("终止生效日", "2026-09-23");
    await clerk.presses(/确认办理：终止决定生效/u);
    await expect(page.getByRole("alert").filter({ hasText: "第49条" }).first()).toBeVisible();
    await clerk.sees("终止已送达");
  });

  await test.step("09-24 maintained by another section; then it ends", async () => {
    await clerk.opens(objection);
    await clerk.becomes("li", "2026-09-24T09:00");
    await confirms(clerk, "开始审查异议");
    await clerk.presses("维持原决定");
    await clerk.states("理由", "登记簿证明属实。");
    await expect(clerk.box("救济途径")).toHaveValue(/甲县人民政府或者乙市司法局/u);
    await clerk.presses(/确认办理：维持原决定/u);
    await clerk.sees("维持");
    await clerk.opens(file);
    await clerk.becomes("sun", "2026-09-24T16:00");
    await unfolds(clerk, LANE);
    await clerk.presses("终止决定生效");
    await clerk.states("终止生效日", "2026-09-24");
    await clerk.presses(/确认办理：终止决定生效/u);
    await clerk.sees("已终止");
  });

  await test.step("the penalty lead is the bureau's, outside the file", async () => {
    await clerk.opens(file);
    await clerk.becomes("li", "2026-09-25T09:00");
    await clerk.presses("登记处罚线索");
    await clerk.fills("线索摘要", "隐瞒两套房产。");
    await confirms(clerk, "登记处罚线索");
    await clerk.presses("作出处理决定");
    await clerk.states("决定书文号", "甲司罚〔2026〕1号");
    await clerk.states("决定日", "2026-09-25");
    await clerk.states("罚款", "3000.01");
    await clerk.presses(/确认办理：作出处理决定/u);
    await expect(page.getByRole("alert").filter({ hasText: "第64条" }).first()).toBeVisible();
    await clerk.states("罚款", "3000");
    await clerk.states("责令支付的法律援助费用", "1500");
    await clerk.presses(/确认办理：作出处理决定/u);
    await clerk.sees("已处理");
  });

  await test.step("paid: the cost stands in the ledger as LS_RECOVER; the clerk of the file never sees the lead", async () => {
    await clerk.becomes("li", "2026-10-20T08:30");
    await takes(clerk, "记录缴纳", () => clerk.states("缴纳日", "2026-10-20"));
    await enters(clerk, "2026-10-20T09:00", {
      voucher: "记-1",
      subject: "责令受援人支付的费用",
      flow: "收入",
      yuan: "1500",
    });
    await clerk.opens("#/ledger");
    await expect(page.getByRole("main")).toContainText("责令受援人支付的费用");
    await expect(page.getByRole("table", { name: "各项资金余额" })).toContainText("1,500.00");
    await clerk.opens(file);
    await clerk.becomes("zhou", "2026-10-21T09:00");
    await clerk.sees("已终止");
    await expect(page.getByText(/处罚线索/u)).toHaveCount(0);
  });
});
