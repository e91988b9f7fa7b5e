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

/** What a forked desk leaves behind: facts as its book has them, the number among them. */
const asBooked: Command<{ readonly facts: { readonly [f: string]: Json } }> = ({ t, id }, { facts }) =>
  done(Object.entries(facts).map(([f, v]): Draft => ({ k: "put", t, id, f, v })));

/** Two files of one bureau that hold one official number, as after two branches of one desk were both taken. */
const numbersTwice = (folder: string): Promise<void> =>
  onFolder(folder, async (host) => {
    must(await host["user.signIn"]({ login: "zhou", password: DEMO_PASSWORD }), "sign-in");
    const desk = openHeadlessDesk(host);
    for (const [id, who] of Object.entries(FILES)) {
      const facts = { origin: "APPLICATION", certType: "ID", ...who, applicationNo: NUMBER };
      must(
        await desk.perform(asBooked, { t: "aidFile", id, input: { facts } }, aScene("CLERK")),
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
  });
  await county.stop();
  await rm(seeded, { recursive: true, force: true });
});
