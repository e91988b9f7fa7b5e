import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { readZip, writeZip } from "../../renderer/print/zip.ts";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { receives, registers } from "./cases/application.ts";
import { foundsBureau, personOf, sits } from "./cases/bureau.ts";
import { Clerk } from "./cases/clerk.ts";
import { inventedId } from "./cases/people.ts";
import { joins, test } from "./cases/secondDesk.ts";
import { SyncPage } from "./pages/syncPage.ts";

const FORM = "FZ-005";
const SHIPPED = join(import.meta.dirname, `../../shared/documents/templates/${FORM}.docx`);
const DOCUMENT = "word/document.xml";
const PDF_MS = 60_000;
const TITLES = { first: "材料接收凭证（甲县第一版）", second: "材料接收凭证（甲县第二版）" } as const;

const words = async (docx: Uint8Array<ArrayBuffer>): Promise<string> =>
  new TextDecoder().decode((await readZip(docx)).get(DOCUMENT)).replace(/<[^>]+>/gu, "");

/** The shipped template with one paragraph more before its first, as a bureau would write it in WPS. */
const edited = async (heading: string): Promise<Buffer> => {
  const parts = new Map(await readZip(new Uint8Array(await readFile(SHIPPED))));
  const before = new TextDecoder().decode(parts.get(DOCUMENT));
  const after = before.replace("<w:body>", `<w:body><w:p><w:r><w:t>${heading}</w:t></w:r></w:p>`);
  expect(after).not.toBe(before);
  parts.set(DOCUMENT, new TextEncoder().encode(after));
  return Buffer.from(await writeZip(parts));
};

/** The head uploads an edited template, looks at it and puts it into use today; answers with its version. */
const adopts = async (clerk: Clerk, heading: string, n: number): Promise<void> => {
  await clerk.opens(`#/templates/${FORM}`);
  await clerk.page.getByLabel("选择文件").setInputFiles({
    name: "甲县.docx",
    mimeType: "application/octet-stream",
    buffer: await edited(heading),
  });
  await expect(clerk.page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: PDF_MS });
  await clerk.page
    .getByRole("group", { name: "预览无误，启用本模板" })
    .getByRole("button", { name: "完成" })
    .click();
  await clerk.sees(new RegExp(`第 ${n}-[0-9a-f]{8} 版，自 .* 起 \\s*（使用中）`, "u"));
};

/** Saves what the letter's screen shows with one of its buttons, and reads the file as the clerk would find it. */
const saves = async (clerk: Clerk, button: RegExp): Promise<Buffer> => {
  await clerk.presses(button);
  const notice = clerk.page.getByRole("status").filter({ hasText: "已保存到：" });
  const extension = /PDF/u.test(button.source) ? ".pdf" : ".docx";
  await expect(notice).toContainText(extension);
  return readFile(((await notice.textContent()) ?? "").replace(/^.*已保存到：/u, "").trim());
};
const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

const printsAgain = async (clerk: Clerk, file: string): Promise<Buffer> => {
  await clerk.opens(file);
  await clerk.page.getByRole("link", { name: `查看、重印 ${FORM}` }).click();
  const copies = clerk.page.getByRole("region", { name: "已出具的文书" });
  await copies.getByRole("button", { name: "查看、重印" }).first().click();
  await expect(clerk.page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: PDF_MS });
  return saves(clerk, /PDF/u);
};

test("§7：本单位的模板用 WPS 改后启用；改前出具的文书逐字节重印；第二台电脑同步后按新模板出具", async ({
  emptyDesk,
  province: { center, console },
  secondDesk: deskB,
}) => {
  test.setTimeout(480_000);
  const clerk = await foundsBureau(emptyDesk, ["zhou", "sun"]);
  await console.enterFirst(center.firstPassword ?? "");
  const sync = new SyncPage(emptyDesk.page);
  await sync.enrol(center.url, await console.foundingCode("甲县司法局"));
  await sync.confirmed();

  await test.step("the head adopts the first edition", async () => {
    await sits(clerk, "sun");
    await adopts(clerk, TITLES.first, 1);
  });

  const { file, first } =
    await test.step("an application is received, and its receipt issued from the first edition", async () => {
      await sits(clerk, "zhou");
      await registers(clerk, {
        name: "丙改版",
        certNo: inventedId("1979-09-09", "311"),
        category: "残疾人",
        matter: "交通事故人身损害赔偿",
        aidForm: "民事诉讼代理",
        stage: "尚未进入法律程序",
        facts: "被货车撞伤，构成伤残。",
        request: "请求赔偿。",
        track: "免予核查经济困难状况",
        materials: [
          ["法律援助申请表", "申请表"],
          ["身份证明", "身份证"],
          ["免予核查证明材料", "肢体残疾证"],
          ["案件相关材料", "事故认定书"],
        ],
      });
      await clerk.chooses("免予核查情形", "无固定生活来源的未成年人、老年人、残疾人等特定群体");
      await receives(clerk, dayOf(instantOfMs(Date.now())));
      const hash = new URL(clerk.page.url()).hash.replace("intake", "file");
      await clerk.opens(hash);
      await clerk.page.getByRole("link", { name: new RegExp(FORM, "u") }).click();
      await expect(clerk.page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: PDF_MS });
      const docx = await saves(clerk, /DOCX|Word/u);
      expect(await words(new Uint8Array(docx))).toContain(TITLES.first);
      await clerk.presses(/出具并编入卷宗/u);
      await clerk.sees("已出具并编入卷宗");
      return { file: hash, first: await saves(clerk, /PDF/u) };
    });

  await test.step("the head adopts the second edition; the receipt prints again byte for byte", async () => {
    await sits(clerk, "sun");
    await adopts(clerk, TITLES.second, 2);
    await sits(clerk, "zhou");
    const again = await printsAgain(clerk, file);
    expect(hashOf(again)).toBe(hashOf(first));
    await clerk.sees(/模板 FZ-005\/1-[0-9a-f]{8}/u);
    await sync.confirmed();
  });

  await test.step("the second desk joins, has the second edition with the book, and issues from it", async () => {
    await console.openBureau("甲县司法局");
    const code = await console.issueCode();
    const gate = await joins(deskB, { url: center.url, code });
    await gate.isSomebody(personOf("zhou"));
    await gate.signIn(personOf("zhou"));
    await new SyncPage(deskB.page).confirmed();
    const clerkB = new Clerk(deskB.page);
    await clerkB.opens(`#/templates/${FORM}`);
    await clerkB.sees(/第 2-[0-9a-f]{8} 版，自 .* 起 \s*（使用中）/u);
    await clerkB.opens(file);
    await deskB.page.getByRole("link", { name: `查看、重印 ${FORM}` }).click();
    await clerkB.presses("重新生成并出具新的一份");
    await expect(deskB.page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: PDF_MS });
    expect(await words(new Uint8Array(await saves(clerkB, /DOCX|Word/u)))).toContain(TITLES.second);
    await clerkB.presses(/出具并编入卷宗/u);
    await clerkB.sees("已出具并编入卷宗");
    await clerkB.sees(/模板 FZ-005\/2-[0-9a-f]{8}/u);
    expect(hashOf(await saves(clerkB, /PDF/u))).not.toBe(hashOf(first));
  });
});
