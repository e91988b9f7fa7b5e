import { expect } from "@playwright/test";
import { receives, registers } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const APPLICATION = {
  name: "丁补交",
  certNo: inventedId("1985-05-05", "411"),
  category: "其他",
  matter: "请求确认劳动关系",
  aidForm: "劳动争议调解与仲裁代理",
  stage: "仲裁",
  facts: "在甲县某厂工作两年，厂方否认劳动关系。",
  request: "请求确认劳动关系。",
  track: "个人诚信承诺",
  materials: [["法律援助申请表", "申请表"]],
} as const;

test("S04 deemed withdrawal: nothing arrives until 04-27, the head records it on 04-28, and it is no refusal (法律援助法第四十三条第二款)", async ({
  clerk,
}) => {
  const { page } = clerk;
  const letters = page.getByRole("region", { name: "文书", exact: true });
  await clerk.isAt("2026-04-14T09:30");
  await clerk.signIn("zhou");
  await registers(clerk, APPLICATION);
  await receives(clerk, "2026-04-14");

  await test.step("04-15: the notice names what is missing; to be returned by 04-24, 04-25, 04-27", async () => {
    await clerk.becomes("qian", "2026-04-15T10:00");
    await clerk.presses("一次性告知补充材料");
    await expect(clerk.box("需补充的材料")).toHaveValue(/身份证明/u);
    await expect(clerk.box("补充期限")).toHaveValue("2026-04-25");
    await clerk.presses("记载告知");
    await clerk.sees("待补充材料");
    await clerk.seesClock("补充材料期限(机构指定)", {
      target: "2026-04-24",
      hard: "2026-04-25",
      legal: "2026-04-27",
    });
    await expect(letters.getByText("FZ-006")).toBeVisible();
  });

  await test.step("04-27: the last day still runs; the step is closed and says from when it opens, and why", async () => {
    await clerk.becomes("sun", "2026-04-27T16:00");
    await page.getByText(/暂不能办理的步骤/u).click();
    await clerk.sees("期限尚未届满，自 2026-04-28 起可以办理");
    await clerk.sees("《法律援助法》第43条第2款");
    await expect(page.getByRole("button", { name: "视为撤回申请" })).toHaveCount(0);
    await clerk.shoots("waits-until-zh");
  });

  await test.step("04-28: deemed withdrawn; no FZ-010, nothing refused", async () => {
    await clerk.becomes("sun", "2026-04-28T09:00");
    await clerk.presses("视为撤回申请");
    await clerk.states("撤回或终结说明", "逾期未补充身份证复印件和案件材料。");
    await clerk.presses(/确认办理：视为撤回申请/u);
    await clerk.sees("视为撤回");
    await expect(letters.getByText("FZ-010")).toHaveCount(0);
  });

  await test.step("statistics of April: one deemed withdrawn, none refused", async () => {
    await clerk.opens("#/statistics/2026-M04");
    await expect(
      page
        .getByRole("row", { name: /^视为撤回申请/u })
        .getByRole("cell")
        .nth(1),
    ).toHaveText("1");
    await expect(
      page
        .getByRole("row", { name: /^决定不予（按理由）/u })
        .getByRole("cell")
        .nth(1),
    ).toHaveText("0");
  });

  await test.step("the same person may apply again", async () => {
    await clerk.becomes("zhou", "2026-05-06T09:00");
    await registers(clerk, APPLICATION);
    await receives(clerk, "2026-05-06");
    await clerk.seesClock("法律援助申请审查决定", {
      target: "2026-05-13",
      hard: "2026-05-13",
      legal: "2026-05-13",
    });
  });
});
