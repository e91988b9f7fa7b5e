import { expect } from "@playwright/test";
import { test } from "./cases/deskTest.ts";

test("编号登记: the template with its example, and voiding by an op with a reason (I18)", async ({
  clerk,
}) => {
  const { page } = clerk;
  await clerk.isAt("2027-01-05T09:30");
  await clerk.signIn("sun");

  await test.step("a template without the running number is refused, a whole one shows its example", async () => {
    await clerk.opens("#/settings/parameters");
    await page.getByRole("button", { name: /修改 编号模板/u }).click();
    const box = page.getByLabel("新值");
    await box.fill("援{kind}字");
    await box.press("Tab");
    await clerk.sees(/模板须各含一次/u);
    await box.fill("{shortName}援{kind}字[{year}]第{n}号");
    await box.press("Tab");
    await clerk.sees("示例：甲县援决字[2026]第12号");
    await clerk.shoots("number-template-zh");
  });

  await test.step("numbers 21 to 30 of last year are voided with the reason, and stand in the register", async () => {
    await clerk.opens("#/numbers");
    await clerk.sees(/还没有领到正式编号/u);
    await page.getByLabel("字号").fill("决");
    await page.getByLabel("年度").fill("2026");
    await page.getByLabel("起", { exact: true }).fill("21");
    await page.getByLabel("止", { exact: true }).fill("30");
    await page.getByLabel("作废原因").fill("2026 年度终了，未使用");
    await page.getByLabel("作废原因").press("Tab");
    await clerk.presses("确认作废");
    await clerk.sees(/2026 年度 决 21–30：2026 年度终了，未使用/u);
    await clerk.shoots("numbers-zh");
  });

  await test.step("printed without the form", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button", { name: "确认作废" })).toBeHidden();
    await expect(page.getByText(/21–30/u)).toBeVisible();
    await page.emulateMedia({ media: null });
  });
});
