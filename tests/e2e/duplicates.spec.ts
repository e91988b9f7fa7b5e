import { expect } from "@playwright/test";
import { type Application, registers } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const CERT = inventedId("1988-05-12", "118");
const APPLICATION: Application = {
  name: "丑重登",
  certNo: CERT,
  category: "农民工(进城务工人员)",
  matter: "工伤事故人身损害赔偿",
  aidForm: "劳动争议调解与仲裁代理",
  stage: "仲裁",
  facts: "在工地摔伤。",
  request: "工伤赔偿。",
  track: "免予核查经济困难状况",
  materials: [],
};
const REASON = "核对身份证原件，系重复登记";

test("sync.md §3.5: one person registered twice: seen, compared, linked by a named person, and taken back", async ({
  clerk,
}) => {
  const { page } = clerk;
  await page.setViewportSize({ width: 1366, height: 768 });
  await clerk.isAt("2026-03-02T09:05");
  await clerk.signIn("zhou");
  await registers(clerk, APPLICATION);
  await registers(clerk, APPLICATION);
  const second = new URL(page.url()).hash.replace("#/intake/", "");

  await test.step("the work list names the two files, and leads to both side by side", async () => {
    await clerk.opens("#/dashboard");
    await page.getByRole("link", { name: "可能重复登记 1 件" }).click();
    const hints = page.getByRole("region", { name: "可能重复登记的人" });
    await expect(hints).toContainText("证件号码相同");
    await hints.getByRole("link", { name: "对照" }).click();
    await expect(page.getByRole("table")).toContainText("丑重登");
    await expect(page.getByText("相同（十五位旧号码按十八位比对）")).toBeVisible();
    // the whole number stays hidden: nobody needs it to see that it is the same
    await expect(page.getByRole("main")).not.toContainText(CERT);
    await clerk.shoots("persons-compared-zh");
  });

  await test.step("without a reason nothing can be found; with one it is asked once more", async () => {
    await expect(page.getByRole("button", { name: "认定为同一人" })).toBeDisabled();
    await clerk.states("认定理由", REASON);
    await clerk.presses("认定为同一人");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /确\s?定/u })
      .click();
    await clerk.sees("已认定为同一人");
    await clerk.sees(REASON);
  });

  await test.step("list and case page show one person with both files", async () => {
    await clerk.opens("#/files");
    await expect(page.getByText("同一人 2 份")).toHaveCount(2);
    await clerk.shoots("persons-list-zh");
    await clerk.opens(`#/file/${second}`);
    await expect(page.getByRole("region", { name: "同一人的其他卷宗" })).toContainText("丑重登");
    await expect(page.getByRole("region", { name: "可能重复登记" })).toHaveCount(0);
    await clerk.opens("#/disputes");
    await expect(page.getByRole("heading", { name: "冲突与争议" })).toBeVisible();
    await expect(page.getByRole("region", { name: "可能重复登记的人" })).toHaveCount(0);
  });

  await test.step("in English, by keyboard: the finding is withdrawn and the hint is back", async () => {
    await clerk.opens(`#/file/${second}`);
    await page
      .getByRole("region", { name: "同一人的其他卷宗" })
      .getByRole("link", { name: "对照两份卷宗" })
      .press("Enter");
    await clerk.presses("English：切换到英文");
    await clerk.sees("One person");
    await clerk.shoots("persons-compared-en");
    await page.getByRole("textbox", { name: "Why" }).fill("not the same after all");
    await page.getByRole("button", { name: "Withdraw the finding" }).press("Enter");
    await clerk.sees("Finding withdrawn");
    await clerk.opens(`#/file/${second}`);
    await expect(page.getByRole("region", { name: "Perhaps registered twice" })).toContainText("丑重登");
    await clerk.shoots("persons-hint-en");
  });
});
