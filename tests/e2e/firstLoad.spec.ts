import { rm } from "node:fs/promises";
import { expect } from "@playwright/test";
import { CASE_ROWS } from "../../build/demo/cases.ts";
import { personOf } from "./cases/bureau.ts";
import { Clerk } from "./cases/clerk.ts";
import { enrolCounty, seedCounty, startCounty } from "./cases/county.ts";
import { test as base, INSTALLER, joins } from "./cases/secondDesk.ts";
import { aChunkLine } from "./fixtures/chunkLine.ts";
import { windowOf } from "./fixtures/desk.ts";
import { timelineLines } from "./pages/casePage.ts";
import { GatePage } from "./pages/gatePage.ts";
import { ShellPage } from "./pages/shellPage.ts";
import { SyncPage } from "./pages/syncPage.ts";

const BUREAU = "甲县司法局";
/** A book of some hundred ops counts as long here, and its snapshot has a few dozen chunks. */
const LONG = { LAD_SNAPSHOT_FROM: "100", LAD_SNAPSHOT_CHUNK_BYTES: "8000" } as const;
/** A few rounds of sync on a loaded machine. */
const AGREE_MS = 120_000;
const LOOK_MS = 1000;

/** The first desk of a bureau that has thirty cases and has reported them. */
const test = base.extend<{ readonly first: Clerk }>({
  first: [
    async ({ browser, province: { center } }, use) => {
      const seeded = await seedCounty(CASE_ROWS);
      const code = await center.issueCode(undefined, BUREAU);
      const county = await startCounty(seeded, 0, (folder) => enrolCounty(folder, center.url, code));
      const office = await windowOf(browser);
      const clerk = new Clerk(await office.newPage());
      await clerk.page.goto(county.url);
      await clerk.signIn("zhou");
      await new SyncPage(clerk.page).confirmed();
      await use(clerk);
      await office.close();
      await county.stop();
      await rm(seeded, { recursive: true, force: true });
    },
    { timeout: 300_000 },
  ],
});
test.beforeAll(() => void Object.assign(process.env, LONG));
test.afterAll(() => {
  for (const name of Object.keys(LONG)) delete process.env[name];
});

test("F9, I29: a second desk joins a bureau with a full book: it says how far, how fast and how long still; line, host and page die in the middle, it goes on, and people work with everything", async ({
  first,
  province: { center, console },
  secondDesk: desk,
  cables: [cable],
}, info) => {
  test.setTimeout(900_000);
  const { page } = desk;
  const [shell, gate, sync] = [new ShellPage(page), new GatePage(page), new SyncPage(page)];
  const line = await aChunkLine(page.context());
  const progress = page.getByRole("region", { name: /载入本单位资料|Loading the bureau's records/u });
  const ready = page.getByRole("status").filter({ hasText: "本单位资料已全部载入本机" });
  const doneCount = async (): Promise<number> =>
    Number(/正在载入本单位资料：(\d+) \/ \d+ 条/u.exec((await progress.textContent()) ?? "")?.[1] ?? 0);
  /** Lets chunks through, one at a time, until the screen says so. */
  const until = (text: RegExp): Promise<void> =>
    expect(async () => {
      line.give(1);
      await expect(progress).toContainText(text, { timeout: LOOK_MS });
    }).toPass({ timeout: AGREE_MS });
  const untilMore = async (than: number): Promise<void> => {
    await expect(async () => {
      line.give(1);
      await expect.poll(doneCount, { timeout: LOOK_MS }).toBeGreaterThan(than);
    }).toPass({ timeout: AGREE_MS });
  };
  const looks = async (name: string): Promise<void> => {
    await page.screenshot({ path: info.outputPath(`${name}-zh.png`) });
    await shell.switchLanguage();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.screenshot({ path: info.outputPath(`${name}-en.png`) });
    await shell.switchLanguage();
  };

  await test.step("it joins: how far, how fast and how long still", async () => {
    await console.enterFirst(center.firstPassword ?? "");
    await console.openBureau(BUREAU);
    await joins(desk, { url: cable.url, code: await console.issueCode() });
    await until(/正在载入本单位资料：\d+ \/ \d+ 条/u);
    await until(/每秒 \d+ 条，约还需 \d+/u);
    await looks("gate");
  });

  await test.step("the line is cut: it says so, what is loaded is kept, and it goes on by itself", async () => {
    await cable.pull();
    await until(/现在连不上省级中心/u);
    await looks("cut");
    const kept = await doneCount();
    await cable.plugIn();
    await untilMore(kept);
  });

  await test.step("kill -9 of the host: it goes on behind what is stored", async () => {
    await desk.restart();
    await gate.tryPassword(INSTALLER.login, INSTALLER.password);
    await untilMore(0);
    expect(await doneCount()).toBeGreaterThan(1);
  });

  await test.step("one may work meanwhile; the page dies, and it goes on", async () => {
    await gate.onlyManages();
    await expect(progress).toBeVisible();
    await looks("shell");
    const before = await doneCount();
    await page.goto("about:blank");
    await page.goto(`${desk.host.origin}/`);
    await gate.tryPassword(INSTALLER.login, INSTALLER.password);
    await gate.onlyManages();
    await untilMore(before - 1);
  });

  await test.step("when everything is here a button goes over to it", async () => {
    line.open();
    await expect(ready).toBeVisible({ timeout: AGREE_MS });
    await looks("ready");
    await ready.getByRole("button", { name: "现在使用" }).click();
    // no chunk is fetched twice but those that were on their way, and the law's
    const once = new Set(line.asked).size;
    expect(once).toBeGreaterThan(20);
    expect(line.asked.length).toBeLessThan(2 * once);
  });

  await test.step("a clerk signs in and has every case with its history, entry by entry as on the first desk", async () => {
    await gate.isSomebody(personOf("zhou"));
    await gate.signIn(personOf("zhou"));
    await sync.confirmed();
    await looks("standing");
    await first.opens("#/files");
    const link = first.page.locator("#content a.lad-list-main").first();
    await expect(link).toBeVisible({ timeout: AGREE_MS });
    const file = (await link.getAttribute("href")) ?? "";
    const second = new Clerk(page);
    const lines = await timelineLines(first, file);
    expect(lines.length).toBeGreaterThan(3);
    await expect.poll(() => timelineLines(second, file), { timeout: AGREE_MS }).toEqual(lines);
  });

  await test.step("I10: both desks and the province have one state hash", async () => {
    await expect(async () => {
      await sync.confirmed();
      await new SyncPage(first.page).confirmed();
      await console.openBureau(BUREAU);
      const known = await console.stateHash();
      expect([await sync.stateHash(), await new SyncPage(first.page).stateHash()]).toEqual([known, known]);
    }).toPass({ timeout: AGREE_MS });
  });
});
