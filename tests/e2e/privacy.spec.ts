import { expect, type Page } from "@playwright/test";
import { receives, registers } from "./cases/application.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const TITLE = "法援工作台";
const NAME = "辛隐名";
const CERT_NO = inventedId("1990-07-15", "117");
const PHONE = "13900000002";
/** Words of this case that nobody may find once the desk is locked. */
const CANARIES = [NAME, CERT_NO, PHONE, "雇主拖欠三个月工资", "19900715"] as const;
const SCREENS = [
  "#/dashboard",
  "#/consultations",
  "#/intake",
  "#/notices",
  "#/files",
  "#/search",
  "#/disputes",
  "#/sync",
  "#/settings",
] as const;

/** Every address and title that the page ever gave itself, also those that were replaced at once. */
const watchAddresses = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  const titles = new Set<string>();
  const addresses = new Set<string>();
  await page.exposeFunction("notePlace", (title: string, address: string) => {
    titles.add(title);
    addresses.add(address);
  });
  await page.addInitScript(() => {
    const note = (): void => {
      const { notePlace } = window as unknown as {
        readonly notePlace: (title: string, address: string) => void;
      };
      notePlace(document.title, location.href + JSON.stringify(history.state));
    };
    addEventListener("hashchange", note);
    addEventListener("DOMContentLoaded", () => {
      note();
      new MutationObserver(note).observe(document.head, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
  });
  return async () => {
    expect([...titles]).toEqual([TITLE]);
    expect(addresses.size).toBeGreaterThan(SCREENS.length);
    return [...addresses];
  };
};

test("security 25, 35; PIPL 51: no name in title, address or history; masked lists; a reveal is recorded with its purpose; nothing is left after the lock", async ({
  clerk,
}) => {
  const { page } = clerk;
  const places = await watchAddresses(page);
  await page.reload();
  await clerk.isAt("2026-03-02T09:05");
  await clerk.signIn("zhou");

  const file = await test.step("an application is registered and received", async () => {
    await registers(clerk, {
      name: NAME,
      certNo: CERT_NO,
      category: "残疾人",
      matter: "交通事故人身损害赔偿",
      aidForm: "民事诉讼代理",
      stage: "尚未进入法律程序",
      facts: "雇主拖欠三个月工资。",
      request: "请求赔偿误工费。",
      track: "免予核查经济困难状况",
      materials: [
        ["法律援助申请表", "申请表"],
        ["身份证明", "身份证"],
        ["案件相关材料", "欠条"],
        ["免予核查证明材料", "肢体残疾证"],
      ],
    });
    await clerk.chooses("免予核查情形", "无固定生活来源的未成年人、老年人、残疾人等特定群体");
    await receives(clerk, "2026-03-02");
    return new URL(page.url()).hash.replace("intake", "file");
  });

  await test.step("lists and search show the number masked, also when it was searched by the whole number", async () => {
    await clerk.opens("#/search");
    await page.getByRole("searchbox").fill(CERT_NO);
    const found = page.getByRole("link").filter({ hasText: NAME });
    await expect(found).toContainText("139****0002");
    await expect(found).toContainText(/\*{6}/u);
    for (const number of [CERT_NO, PHONE]) await expect(found).not.toContainText(number);
    for (const screen of ["#/dashboard", "#/files"]) {
      await clerk.opens(screen);
      await expect(page.getByRole("main")).toContainText(NAME);
      for (const number of [CERT_NO, PHONE]) await expect(page.getByRole("main")).not.toContainText(number);
    }
  });

  await test.step("the case page hides the number; showing it asks for a purpose", async () => {
    await clerk.opens(file);
    const facts = page.getByRole("region", { name: "案件内容" });
    await expect(facts.getByText("证件号码")).toBeVisible();
    await expect(facts).not.toContainText(CERT_NO);
    await facts.getByRole("button", { name: "显示全部" }).first().click();
    await expect(facts.getByRole("button", { name: "确定" })).toBeDisabled();
    await facts.getByLabel(/查看目的/u).fill("核对身份证原件");
    await facts.getByRole("button", { name: "确定" }).click();
    await expect(facts).toContainText(CERT_NO);
  });

  await test.step("every screen was opened; neither title nor address nor history says whose case it is", async () => {
    for (const screen of SCREENS) {
      await clerk.opens(screen);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await clerk.opens(file);
    for (const address of await places()) {
      expect(decodeURIComponent(address)).not.toMatch(/[\u4e00-\u9fff]/u);
      for (const canary of CANARIES) expect(address).not.toContain(canary);
    }
  });

  await test.step("after the lock the page holds nothing of the case, on screen or in what the browser keeps in clear", async () => {
    await expect(page.getByRole("main")).toContainText(NAME);
    expect(await page.content()).toContain(NAME);
    await clerk.lock();
    const kept = await page.evaluate(async () => {
      const rows: unknown[] = [];
      for (const { name = "" } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const asked = indexedDB.open(name);
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
        for (const store of db.objectStoreNames)
          rows.push(
            await new Promise((resolve) => {
              const asked = db.transaction(store).objectStore(store).getAll();
              asked.onsuccess = () => resolve(asked.result);
            }),
          );
        db.close();
      }
      return {
        text: JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }, history.state]),
        rows: rows.flat().length,
      };
    });
    expect(kept.rows).toBeGreaterThan(0);
    const dom = await page.content();
    const typed = await page
      .locator("input")
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    for (const canary of CANARIES)
      for (const place of [dom, kept.text, ...typed, await page.title()]) expect(place).not.toContain(canary);
  });

  await test.step("the auditor reads who looked, at what and why, but not the number", async () => {
    await clerk.signIn("ji");
    await clerk.opens("#/audit");
    const line = page.getByRole("row").filter({ hasText: "核对身份证原件" });
    await expect(line).toContainText("zhou");
    await expect(line).toContainText("证件号码");
    await expect(page.getByRole("main")).not.toContainText(CERT_NO);
  });
});
