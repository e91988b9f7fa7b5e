import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { must, openHeadlessDesk } from "../../build/demo/headlessDesk.ts";
import { DEMO_PASSWORD } from "../../build/demo/staff.ts";
import type { Command } from "../../shared/commands/command.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { done } from "../../shared/kernel/result.ts";
import type { Draft } from "../../shared/ops/draft.ts";
import { aScene } from "../builders/scene.ts";
import { Clerk } from "./cases/clerk.ts";
import { onFolder, seedCounty, startCounty } from "./cases/county.ts";
import { inventedId } from "./cases/people.ts";

const NUMBER = "（2026）甲援申字第7号";
const FILES = {
  "file-number-0001": { personName: "子先到", certNo: inventedId("1990-02-03", "117") },
  "file-number-0002": { personName: "丑后到", certNo: inventedId("1991-04-05", "133") },
} as const;
const REASON = "两台电脑各自编号，以先收到的卷宗为准";

/** The smallest sheet a viewer opens, in place of a letter that was issued before. */
const SHEET =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
type Booked = {
  readonly facts: { readonly [f: string]: Json };
  readonly letter: { readonly [f: string]: Json };
};
/** What a forked desk leaves behind: facts as its book has them, the number among them, and a letter with it. */
const asBooked: Command<Booked> = ({ t, id }, { facts, letter }) =>
  done([
    ...Object.entries(facts).map(([f, v]): Draft => ({ k: "put", t, id, f, v })),
    { k: "append", t, id, f: "letters", v: letter },
  ]);

/** Two files of one bureau that hold one official number, as after two branches of one desk were both taken. */
const numbersTwice = (folder: string): Promise<void> =>
  onFolder(folder, async (host) => {
    must(await host["user.signIn"]({ login: "zhou", password: DEMO_PASSWORD }), "sign-in");
    const desk = openHeadlessDesk(host);
    const stored = must(await host["blob.put"]({ data: Buffer.from(SHEET).toString("base64") }), "sheet");
    const hashes = { pdfHash: stored.id, docxHash: stored.id, templateHash: stored.id };
    const letter = {
      form: "FZ-002",
      templateVersion: "1.0",
      ...hashes,
      issuedAt: "2026-03-01T10:00",
      number: NUMBER,
    };
    for (const [id, who] of Object.entries(FILES)) {
      const facts = { origin: "APPLICATION", certType: "ID", ...who, applicationNo: NUMBER };
      must(
        await desk.perform(asBooked, { t: "aidFile", id, input: { facts, letter } }, aScene("CLERK")),
        `file ${id}`,
      );
    }
  });

test("I17, F66: two files hold one official number: the work list says whose task it is, the file what stands still, and a person settles it with a reason", async ({
  page,
}) => {
  const seeded = await seedCounty();
  const county = await startCounty(seeded, 0, numbersTwice);
  const clerk = new Clerk(page);
  const [kept, given] = Object.keys(FILES).map((id) => `#/file/${id}`) as [string, string];
  const banner = page.getByRole("alert").filter({ hasText: NUMBER });
  await page.goto(county.url);
  await clerk.isAt("2026-03-02T09:05");
  await clerk.signIn("zhou");

  await test.step("the work list leads to the number, both files and who is to settle it", async () => {
    await page
      .getByRole("link", { name: /编号/u })
      .and(page.getByRole("link", { name: /1 件/u }))
      .click();
    const section = page.getByRole("region", { name: "一个编号两份卷宗" });
    await expect(section).toContainText(NUMBER);
    for (const { personName } of Object.values(FILES)) await expect(section).toContainText(personName);
    await clerk.shoots("number-contested-list-zh");
  });

  await test.step("the file says what stands still until then", async () => {
    await clerk.opens(given);
    await expect(banner).toContainText("不得印发文书、送达和付款");
    await expect(banner.getByRole("link")).toContainText("子先到");
    await clerk.shoots("number-contested-zh");
    await clerk.presses("English：切换到英文");
    await expect(banner).toContainText("is held by another file too");
    await clerk.shoots("number-contested-en");
    await clerk.presses("中文: switch to Chinese");
  });

  await test.step("a letter that was issued before can be looked at, not printed again or saved", async () => {
    await clerk.opens(given.replace("file", "letter").replace(/$/u, "/FZ-002"));
    await page.getByRole("button", { name: "查看、重印" }).click();
    const sheet = page.getByRole("region", { name: /^文书预览/u });
    await expect(sheet.getByRole("alert")).toContainText("另有卷宗持有同一编号");
    await expect(sheet.getByRole("button")).toHaveCount(0);
    await clerk.shoots("number-contested-letter-zh");
    await clerk.opens(given);
  });

  await test.step("without a reason it cannot be settled; with one this file gives the number up, and both are free", async () => {
    const giveUp = banner.getByRole("button", { name: "撤下本卷的这个编号" });
    await expect(giveUp).toBeDisabled();
    await banner.getByRole("textbox", { name: "处理理由" }).fill(REASON);
    await giveUp.click();
    await expect(banner).toHaveCount(0);
    await clerk.opens(kept);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("子先到");
    await expect(page.getByRole("main")).toContainText(NUMBER);
    await expect(banner).toHaveCount(0);
    await clerk.opens(kept.replace("file", "letter").replace(/$/u, "/FZ-002"));
    await page.getByRole("button", { name: "查看、重印" }).click();
    await expect(page.getByRole("button", { name: "打印" })).toBeVisible();
  });
  await county.stop();
  await rm(seeded, { recursive: true, force: true });
});
