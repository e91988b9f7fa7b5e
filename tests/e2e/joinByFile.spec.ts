import { expect } from "@playwright/test";
import { REFUSALS } from "../../shared/kernel/refusals.ts";
import { registers } from "./cases/application.ts";
import { foundsBureau, personOf } from "./cases/bureau.ts";
import { Clerk } from "./cases/clerk.ts";
import { inventedId } from "./cases/people.ts";
import { INSTALLER, test } from "./cases/secondDesk.ts";
import { CarryPage, StickPage } from "./pages/carryPages.ts";
import { type } from "./pages/fields.ts";
import { GatePage } from "./pages/gatePage.ts";
import { ShellPage } from "./pages/shellPage.ts";
import { SyncPage } from "./pages/syncPage.ts";

const BUREAU = "甲县司法局";
/** Deriving the key of a code takes seconds on a loaded machine. */
const CODE = { timeout: 60_000 } as const;
const APPLICATION = {
  name: "寅乡间",
  certNo: inventedId("1972-06-01", "311"),
  category: "农民",
  matter: "交通事故人身损害赔偿",
  aidForm: "民事诉讼代理",
  stage: "尚未进入法律程序",
  facts: "被电动车撞伤，对方拒绝赔偿。",
  request: "请求赔偿医疗费。",
  track: "个人诚信承诺",
  materials: [["法律援助申请表", "申请表"]],
} as const;

test("a second desk of a bureau without any network joins by a file and a code, takes the bureau's book with the answer, and both desks have each other's work by stick (sync design §3.17; I10, I26)", async ({
  emptyDesk: first,
  province: { center, console },
  secondDesk: second,
}, info) => {
  test.setTimeout(480_000);
  const counter = new StickPage(console.page, center.url);
  const [carryFirst, carry] = [new CarryPage(first.page), new CarryPage(second.page)];
  const { page } = second;
  const gate = new GatePage(page);
  const looks = async (name: string): Promise<void> => {
    await page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  };
  /** A file out, its answer in. */
  const carries = async (desk: CarryPage): Promise<void> => {
    await desk.open();
    await desk.take(await counter.answer(await desk.write()));
    await desk.taken();
  };

  const founding =
    await test.step("the first desk is founded and known to the province by files alone", async () => {
      await foundsBureau(first, ["zhou"]);
      await console.enterFirst(center.firstPassword ?? "");
      const invited = await counter.invite(BUREAU);
      await carryFirst.open();
      await carryFirst.enrol(invited.path, invited.code);
      await expect(first.page.getByText(/登记申请随下一个上报文件一起带走/u)).toBeVisible(CODE);
      await carries(carryFirst);
      return counter.invite("丙县司法局");
    });

  await test.step("the second one joins with the file of its bureau; one that founds another is refused in words", async () => {
    const { code, path } = await counter.invite(BUREAU, "further");
    await page.goto(second.host.entry);
    await page.getByText("加入已有单位").click();
    await page.getByText("没有网络，用U盘").click();
    await gate.fillAccount(INSTALLER, "二号窗口");
    const hands = async (file: { readonly path: string; readonly code: string }): Promise<void> => {
      await page.getByLabel("省级中心的登记文件（.ladb）").setInputFiles(file.path);
      await type(page, "登记码", file.code);
      await page.getByRole("button", { name: "加入", exact: true }).click();
    };
    await looks("join-zh");
    await page.getByRole("button", { name: "English" }).click();
    await looks("join-en");
    await page.getByRole("button", { name: "中文" }).click();
    await hands(founding);
    await expect(gate.notice).toContainText(REFUSALS["no-bureau-yet"].zh, CODE);
    await looks("refused-zh");
    await hands({ path, code: "AAAA-AAAA-AAAA" });
    await expect(gate.notice).toContainText(REFUSALS["code-invalid"].zh, CODE);
    await hands({ path, code });
    await expect(gate.recoveryKey).toBeVisible(CODE);
    await gate.keepKey();
  });

  await test.step("it says which way its bureau's records come; the answer brings them", async () => {
    await expect(page.getByRole("listitem").filter({ hasText: "交省级中心" })).toBeVisible();
    await looks("who-zh");
    await page.getByRole("button", { name: "English" }).click();
    await looks("who-en");
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "去导出上报文件" }).click();
    await expect(carry.section).toBeVisible();
    await carries(carry);
    await looks("taken-zh");
    await new ShellPage(page).lockDesk();
    await gate.tryPassword(INSTALLER.login, INSTALLER.password);
    await gate.isSomebody(personOf("zhou"));
    await gate.signIn(personOf("zhou"));
  });

  await test.step("what is registered at the second is at the first two files later, and the books agree", async () => {
    await registers(new Clerk(page), APPLICATION);
    await carries(carry);
    await carries(carryFirst);
    await new Clerk(first.page).opens("#/files");
    await expect(first.page.getByRole("main")).toContainText(APPLICATION.name);
    await carryFirst.open();
    const hash = await new SyncPage(first.page).stateHash();
    expect(await new SyncPage(page).stateHash()).toBe(hash);
    await console.openBureau(BUREAU);
    expect(await console.stateHash()).toBe(hash);
  });
});
