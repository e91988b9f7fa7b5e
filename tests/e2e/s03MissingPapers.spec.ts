import { expect } from "@playwright/test";
import { grants, proposes, receives, registers } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const EXAMINATION = "法律援助申请审查决定";

test("S03 missing papers: one notice, the period suspended and both dates shown, a second notice blocked (法律援助法第四十三条第二款，V09)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await clerk.isAt("2026-04-01T09:30");
  await clerk.signIn("zhou");
  await registers(clerk, {
    name: "丙残障",
    certNo: inventedId("1979-09-09", "311"),
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
      ["免予核查证明材料", "肢体残疾证、村委会证明"],
    ],
  });
  await clerk.chooses("免予核查情形", "无固定生活来源的未成年人、老年人、残疾人等特定群体");
  await receives(clerk, "2026-04-01");
  await clerk.seesClock(EXAMINATION, { target: "2026-04-08", hard: "2026-04-08", legal: "2026-04-08" });

  await test.step("04-02: the examiner lists everything once", async () => {
    await clerk.becomes("qian", "2026-04-02T10:00");
    await clerk.presses("一次性告知补充材料");
    await expect(clerk.box("需补充的材料")).toHaveValue(/案件相关材料/u);
    await expect(clerk.box("补充期限")).toHaveValue("2026-04-12");
    await clerk.states("需补充的材料", "交通事故认定书；医疗费票据");
    await clerk.shoots("supplement-zh");
    await clerk.presses("记载告知");
    await clerk.sees("待补充材料");
  });

  await test.step("04-09: papers in; with the suspension 04-15, without it 04-08, both shown", async () => {
    await clerk.becomes("qian", "2026-04-09T15:00");
    await clerk.presses("收到补充材料");
    await clerk.states("补充材料收到日", "2026-04-09");
    await clerk.presses(/确认办理：收到补充材料/u);
    await clerk.sees("已收申请");
    await clerk.seesClock(EXAMINATION, { target: "2026-04-15", hard: "2026-04-15", legal: "2026-04-15" });
    await expect(clerk.clock(EXAMINATION)).toContainText("如不中止：2026-04-08");
  });

  await test.step("04-10: a second notice is closed with its reason, and refused without new facts", async () => {
    await clerk.becomes("qian", "2026-04-10T09:00");
    await expect(page.getByRole("button", { name: "一次性告知补充材料" })).toHaveCount(0);
    await page.getByText(/暂不能办理的步骤/u).click();
    await clerk.sees("补充材料应当一次性告知，已告知过；只有出现新情况才能再次告知");
    await clerk.shoots("closed-steps-zh");
    await page.getByRole("link", { name: "有新情况" }).click();
    await clerk.states("需补充的材料", "户籍证明");
    await clerk.presses("记载告知");
    await expect(
      page.getByRole("alert").filter({ hasText: "补充材料应当一次性告知，不得再次通知" }),
    ).toBeVisible();
    await clerk.presses("案件页");
  });

  await test.step("granted 04-10: assignment by 04-13", async () => {
    await proposes(clerk, "事故认定书已补交，属于免予核查人员。");
    await clerk.becomes("sun", "2026-04-10T16:00");
    await grants(clerk);
    await clerk.seesClock("决定给予后指派", {
      target: "2026-04-13",
      hard: "2026-04-13",
      legal: "2026-04-13",
    });
  });
});
