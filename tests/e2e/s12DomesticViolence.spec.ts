import { expect } from "@playwright/test";
import { assigns, grants, proposes, receives, registers } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

test("S12 domestic violence: no question about means, emergency aid and a woman lawyer the same day (法律援助法第三十二、四十四条)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-06-03T09:30");
  await clerk.signIn("zhou");

  await test.step("track T4 follows from the matter; a hardship question does not appear", async () => {
    await registers(clerk, {
      name: "壬女士",
      certNo: inventedId("1991-11-11", "128"),
      category: "妇女",
      matter: "遭受虐待、遗弃或者家庭暴力的受害人主张相关权益",
      aidForm: "民事诉讼代理",
      stage: "尚未进入法律程序",
      facts: "遭配偶殴打，配偶正在变卖房屋。",
      request: "人身安全保护令、离婚、财产保全。",
      materials: [
        ["法律援助申请表", "申请表"],
        ["身份证明", "身份证"],
        ["案件相关材料", "报警回执"],
      ],
    });
    await clerk.says("性侵害或家庭暴力", "是");
    await clerk.sees("此类申请不询问经济状况。");
    await expect(page.getByRole("radiogroup", { name: "经济状况核查方式" }).getByRole("radio")).toHaveCount(
      1,
    );
    for (const hardship of [
      "住房",
      "车辆",
      "存款及有价证券",
      "经济困难情形",
      "诚信承诺签署日",
      "信息查询结果",
      "免予核查情形",
    ])
      await expect(page.getByLabel(hardship)).toHaveCount(0);
    await expect(page.getByText("经济困难状况说明表")).toHaveCount(0);
    await receives(clerk, "2026-06-03");
    await clerk.seesClock("法律援助申请审查决定", {
      target: "2026-06-10",
      hard: "2026-06-10",
      legal: "2026-06-10",
    });
  });

  await test.step("emergency aid by the head, and assignment the same day", async () => {
    await clerk.becomes("sun", "2026-06-03T10:30");
    await clerk.presses("决定先行提供法律援助");
    await clerk.picks("先行提供情形", "需要立即申请财产保全、证据保全或者先予执行");
    await clerk.states("先行提供理由", "配偶正在变卖房屋，须立即申请保全。");
    await clerk.shoots("emergency-zh");
    await clerk.presses("决定先行提供法律援助");
    await clerk.seesClock("决定给予后指派", {
      target: "2026-06-05",
      hard: "2026-06-06",
      legal: "2026-06-08",
    });
    await clerk.presses("指派");
    await expect(page.getByRole("radiogroup", { name: "选择承办人员" })).toContainText("Q15");
    await clerk.presses("案件页");
    await assigns(clerk, "许婉清");
  });

  await test.step("examined and granted on 06-05: emergency aid is regularised in the same act", async () => {
    await clerk.becomes("qian", "2026-06-05T09:00");
    await proposes(clerk, "报警回执证明遭受家庭暴力。");
    await clerk.becomes("sun", "2026-06-05T15:00");
    await grants(clerk);
    await clerk.sees("已补办");
    await expect(clerk.clock("法律援助申请审查决定")).toContainText("已办 2026-06-05");
  });

  await test.step("preservation on 06-08: sue by 07-08 (民事诉讼法第一百零四条)", async () => {
    await clerk.becomes("zhou", "2026-06-08T17:00");
    await clerk.fills("保全措施采取日", "2026-06-08");
    await clerk.seesClock("诉前保全后起诉或申请仲裁", {
      target: "2026-07-08",
      hard: "2026-07-08",
      legal: "2026-07-08",
    });
    await clerk.presses("English：切换到英文");
    await expect(page.getByRole("heading", { name: "What may be done next" })).toBeVisible();
    await clerk.shoots("case-en");
    await clerk.opens(new URL(page.url()).hash.replace("file", "intake"));
    await expect(page.getByRole("heading", { name: /^Application ·/u })).toBeVisible();
    await clerk.shoots("intake-en");
  });
});
