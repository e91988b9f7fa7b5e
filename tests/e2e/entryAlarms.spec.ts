import { expect } from "@playwright/test";
import { type Application, registers } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const APPLICATION: Application = {
  name: "丑工伤",
  certNo: inventedId("1990-01-20", "117"),
  category: "农民工(进城务工人员)",
  matter: "工伤事故人身损害赔偿",
  aidForm: "劳动争议调解与仲裁代理",
  stage: "仲裁",
  facts: "在工地摔伤。",
  request: "工伤赔偿。",
  track: "免予核查经济困难状况",
  materials: [],
};

test("V22, V24, V01: the counter is told of a limitation about to pass, of the same application elsewhere, and of a wrong number", async ({
  clerk,
}) => {
  const { page } = clerk;
  const alert = (text: string) => page.getByRole("alert").filter({ hasText: text });
  await clerk.isAt("2026-03-02T09:05");
  await clerk.signIn("zhou");
  await registers(clerk, APPLICATION);

  await test.step("第四十四条: five days to the limitation suggest emergency aid, eight do not", async () => {
    await clerk.fills("时效或期限届满日", "2026-03-10");
    await expect(alert("V24")).toHaveCount(0);
    await clerk.fills("时效或期限届满日", "2026-03-07");
    await expect(alert("V24")).toContainText("先行提供");
    await clerk.shoots("limitation-alarm-zh");
  });

  await test.step("what is missing leads to its field", async () => {
    await page
      .getByRole("region", { name: /接收$/u })
      .getByRole("button", { name: "个人信息告知签署日" })
      .click();
    await expect(clerk.box("个人信息告知签署日")).toBeFocused();
    await expect(page.getByRole("button", { name: "接收申请" })).toBeDisabled();
  });

  await test.step("the same person with the same matter is shown with a link to the open file", async () => {
    await registers(clerk, { ...APPLICATION, materials: [] });
    await expect(alert("V22")).toContainText("丑工伤");
    await alert("V22")
      .getByRole("button", { name: /丑工伤/u })
      .click();
    await expect(page.getByRole("heading", { name: /丑工伤/u })).toBeVisible();
  });

  await test.step("GB 11643: a wrong check digit is named beside the person", async () => {
    await clerk.opens("#/intake");
    await clerk.presses("新的申请");
    const { certNo } = APPLICATION;
    await clerk.fills("证件号码", certNo.slice(0, 17) + (certNo.endsWith("1") ? "2" : "1"));
    await expect(alert("校验位不正确")).toBeVisible();
    await expect(clerk.box("出生日期")).toHaveValue("");
  });
});
