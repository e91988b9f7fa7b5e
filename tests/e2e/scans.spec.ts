import { expect } from "@playwright/test";
import { aPdf, aPng } from "../builders/scans.ts";
import { foundsBureau, personOf, sits } from "./cases/bureau.ts";
import { Clerk } from "./cases/clerk.ts";
import { inventedId } from "./cases/people.ts";
import { joins, test } from "./cases/secondDesk.ts";
import { SyncPage } from "./pages/syncPage.ts";

const BUREAU = "甲县司法局";
/** Several rounds of sync and one of attachments on a loaded machine. */
const CARRY = { timeout: 90_000 } as const;

/** Two chunks and a bit: more than one request, so that a cut can fall between them. */
const ID_CARD = { name: "身份证.png", mimeType: "image/png", buffer: aPng(1300, 900) };
const FORM = { name: "申请表.pdf", mimeType: "application/pdf", buffer: aPdf("APPLICATION FORM", 700_000) };
const WRONG = { name: "身份证.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ this is a program") };

test("a scan is kept here at once, travels behind the ops, and is seen at another desk (F67, I30)", async ({
  emptyDesk,
  province: { center, console },
  secondDesk: deskB,
  cables: [cableA, cableB],
}) => {
  test.setTimeout(480_000);
  const [syncA, syncB] = [new SyncPage(emptyDesk.page), new SyncPage(deskB.page)];
  const clerkB = new Clerk(deskB.page);
  const clerkA = await foundsBureau(emptyDesk, ["zhou"]);
  const { page } = clerkA;
  await console.enterFirst(center.firstPassword ?? "");
  await syncA.enrol(cableA.url, await console.foundingCode(BUREAU));
  await syncA.confirmed();
  await cableA.pull();
  await sits(clerkA, "zhou");

  const hash = await test.step("without a network: added by the file dialog, shown at once", async () => {
    await clerkA.opens("#/intake");
    await clerkA.presses("新的申请");
    await clerkA.fills("证件号码", inventedId("1979-09-09", "311"));
    await clerkA.fills("姓名", "丙残障");
    const input = (kind: string) => page.locator(`input[type=file][aria-label="添加扫描件：${kind}"]`);
    await input("身份证明").setInputFiles(WRONG);
    await expect(page.getByRole("alert").filter({ hasText: "判断依据是文件内容" })).toContainText("EXE");
    await input("身份证明").setInputFiles(ID_CARD);
    await input("法律援助申请表").setInputFiles(FORM);
    for (const title of ["身份证", "申请表"])
      await expect(page.getByRole("button", { name: `查看 ${title}` })).toContainText("仅存于本机");
    return new URL(page.url()).hash;
  });

  await test.step("looked at: the picture by the page, the PDF by the browser's viewer", async () => {
    await page.getByRole("button", { name: "查看 身份证" }).click();
    const picture = page.getByRole("dialog").getByRole("img", { name: "扫描件：身份证" });
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1300);
    await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
    await page.getByRole("button", { name: "查看 申请表" }).click();
    await expect(page.getByRole("dialog").getByTitle("扫描件：申请表")).toHaveAttribute("src", /^blob:/u);
    await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
  });

  await test.step("the cable is back: the province has ops and scans", async () => {
    await cableA.plugIn();
    await syncA.confirmed();
    await clerkA.opens(hash);
    for (const title of ["身份证", "申请表"])
      await expect(page.getByRole("button", { name: `查看 ${title}` })).toContainText("省级已收到", CARRY);
  });

  await test.step("desk B joins, sees the case with its scans, and opens one", async () => {
    await console.openBureau(BUREAU);
    const code = await console.issueCode();
    const gate = await joins(deskB, { url: cableB.url, code });
    await gate.isSomebody(personOf("zhou"));
    await gate.signIn(personOf("zhou"));
    await syncB.confirmed();
    await clerkB.opens(hash.replace("intake", "file"));
    await deskB.page.getByRole("button", { name: "查看 身份证" }).click(CARRY);
    const picture = deskB.page.getByRole("dialog").getByRole("img", { name: "扫描件：身份证" });
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1300);
    await deskB.page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
  });

  await test.step("F67: the op comes before its scan: desk B says where the file is, and shows it when it came", async () => {
    const chunks = "**/center/v1/blobs/*/*";
    await page.context().route(chunks, (route) => route.abort());
    await clerkA.opens(hash);
    await page
      .locator('input[type=file][aria-label="添加扫描件：案件相关材料"]')
      .setInputFiles({ ...ID_CARD, name: "事故认定书.png", buffer: aPng(800, 700) });
    await expect(page.getByRole("button", { name: "查看 事故认定书" })).toContainText("仅存于本机");
    await syncA.confirmed();
    await syncB.confirmed();
    await clerkB.opens(hash.replace("intake", "file"));
    await expect(deskB.page.getByText("文件在“一号窗口”，尚未收到")).toBeVisible(CARRY);
    await deskB.page.getByRole("button", { name: "现在取回 事故认定书" }).click();
    await expect(deskB.page.getByText("正在取回，到了会自动显示")).toBeVisible();
    await page.context().unroute(chunks);
    await expect(deskB.page.getByRole("button", { name: "查看 事故认定书" })).toBeVisible(CARRY);
  });

  await test.step("《个人信息保护法》第54条: every look at a scan is on record", async () => {
    await sits(clerkA, "guan");
    await clerkA.opens("#/audit");
    await expect(page.getByRole("row").filter({ hasText: "查看材料扫描件" }).first()).toContainText("周晓兰");
  });
});
