import { copyFile, readFile, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { expect } from "@playwright/test";
import { REFUSALS } from "../../shared/kernel/refusals.ts";
import { foundsBureau, personOf, writesBureau } from "./cases/bureau.ts";
import { test } from "./cases/secondDesk.ts";
import { CarryPage, StickPage, spoiled } from "./pages/carryPages.ts";
import { GatePage } from "./pages/gatePage.ts";
import { ShellPage } from "./pages/shellPage.ts";
import { SyncPage } from "./pages/syncPage.ts";

const BUREAU = "甲县司法局";
const NEIGHBOUR = "乙县司法局";
/** Deriving the key of a code takes seconds on a loaded machine. */
const CODE = { timeout: 60_000 } as const;

/** One file cut short, one with a bit changed in its middle, one with nothing in it. */
const spoiledCopies = async (path: string): Promise<readonly string[]> => {
  const bytes = await readFile(path);
  const flipped = Uint8Array.from(bytes);
  flipped[bytes.length >> 1] = (flipped[bytes.length >> 1] ?? 0) ^ 1;
  return Promise.all(
    [bytes.subarray(0, -1), flipped, new Uint8Array(0)].map((bad, at) => spoiled(`${path}.${at}`, bad)),
  );
};

test("a desk that has never had a network works, sends a stick to the province, and has receipts and numbers when it is back (sync design §3.17; F49, F51, F52, I26, I27)", async ({
  emptyDesk,
  province: { center, console },
  secondDesk: neighbour,
  stick: usb,
}, info) => {
  test.setTimeout(480_000);
  const counter = new StickPage(console.page, center.url);
  const { page } = emptyDesk;
  const [carry, sync, shell] = [new CarryPage(page), new SyncPage(page), new ShellPage(page)];
  const looks = async (name: string, of = page): Promise<void> => {
    await of.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  };
  const waiting = page.getByRole("region", { name: "还没有送达的记录" });
  await test.step("it works: a bureau, its staff, a register", () => foundsBureau(emptyDesk, ["zhou"]));

  await test.step("the province makes a code and a file; with another code the file stays shut", async () => {
    await console.enterFirst(center.firstPassword ?? "");
    const { code, path } = await counter.invite(BUREAU);
    await carry.open();
    await carry.enrol(path, "AAAA-AAAA-AAAA");
    await expect(carry.notice).toContainText(REFUSALS["code-invalid"].zh, CODE);
    await carry.enrol(path, code);
    await expect(page.getByText(/登记申请随下一个上报文件一起带走/u)).toBeVisible(CODE);
    await expect(shell.status).toContainText("用U盘上报");
  });

  const first = await test.step("it writes its file and a slip, which prints alone", async () => {
    const path = await carry.write();
    await looks("slip-zh");
    await shell.switchLanguage();
    await looks("slip-en");
    await shell.switchLanguage();
    await page.evaluate(() => {
      document.documentElement.dataset.print = "slip";
    });
    await page.emulateMedia({ media: "print" });
    await expect(carry.slip).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
    await expect(waiting).toBeHidden();
    await looks("slip-print");
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => {
      delete document.documentElement.dataset.print;
    });
    return path;
  });

  await test.step("F51: the province refuses changed files in words and books nothing", async () => {
    for (const bad of await spoiledCopies(first)) {
      await counter.upload(bad);
      await expect(console.page.getByRole("alert")).toContainText(REFUSALS["bundle-damaged"].zh);
    }
    await expect(await console.bureauLine(BUREAU)).toHaveCount(0);
  });

  const answer =
    await test.step("the province takes it; its answer brings receipts and numbers, and the books agree", async () => {
      const file = await counter.answer(first);
      await looks("console-taken-zh", console.page);
      await counter.open();
      await expect(console.page.getByRole("row").filter({ hasText: BUREAU })).toContainText("一号窗口");
      await looks("console-zh", console.page);
      await console.page.goto(`${counter.url}?lang=en`);
      await looks("console-en", console.page);
      await console.page.goto(`${counter.url}?lang=zh`);
      await carry.take(file);
      await carry.taken();
      await expect(waiting).toContainText("都已送达省级中心");
      await expect(page.getByRole("region", { name: "省级中心", exact: true })).toContainText("本工位已登记");
      await expect(page.getByRole("region", { name: "省级中心回执" }).getByRole("row")).not.toHaveCount(0);
      await expect(shell.status).toContainText("本机内容已全部上报");
      await expect(shell.status).not.toContainText("尚未与省级中心同步");
      await looks("taken-zh");
      await sync.hasNumbers();
      const hash = await sync.stateHash();
      await console.openBureau(BUREAU);
      expect(await console.stateHash()).toBe(hash);
      return file;
    });

  const newer =
    await test.step("F49: what is written since travels with the next; the same answer again changes nothing", async () => {
      await writesBureau(page, "电话", "0999-7654321");
      await carry.open();
      await carry.take(answer);
      await expect(carry.notice).toContainText(REFUSALS["bundle-old"].zh);
      await expect(waiting.getByRole("row")).not.toHaveCount(0);
      const file = await counter.answer(await carry.write());
      await carry.take(file);
      await carry.taken();
      await carry.take(answer);
      await expect(carry.notice).toContainText(REFUSALS["bundle-old"].zh);
      return file;
    });

  await test.step("F51, F52: a changed answer, and one for another bureau, change nothing, in words", async () => {
    await neighbour.page.goto(neighbour.host.entry);
    await new GatePage(neighbour.page).found(personOf("guan"));
    const there = new CarryPage(neighbour.page);
    const { code, path } = await counter.invite(NEIGHBOUR);
    await there.open();
    await there.enrol(path, code);
    const foreign = await counter.answer(await there.write());
    await writesBureau(page, "地址", "甲县人民路2号");
    await carry.open();
    const next = await counter.answer(await carry.write());
    const before = await page.getByRole("region", { name: "现在的情况" }).textContent();
    for (const bad of [...(await spoiledCopies(next)), foreign]) {
      await carry.take(bad);
      await expect(carry.notice).toContainText(REFUSALS["bundle-damaged"].zh);
    }
    await looks("damaged-zh");
    expect(await page.getByRole("region", { name: "现在的情况" }).textContent()).toBe(before);
    await there.take(newer);
    await expect(there.notice).toContainText(REFUSALS["bundle-damaged"].zh);
    await carry.take(next);
    await carry.taken();
    await there.take(foreign);
    await there.taken();
  });

  await test.step("a watched stick: the file goes straight onto it, its answer is offered, taken once, and a pulled stick is said", async () => {
    await shell.go("sync");
    await carry.watch(usb);
    await expect(carry.stick).toContainText("没有新的回执文件");
    await writesBureau(page, "指定文件号", "甲司发〔2025〕9号");
    await carry.open();
    const path = await carry.write();
    expect(dirname(path)).toBe(usb);
    await expect(carry.slip).toContainText("已写到U盘");
    await counter.publishesHolidays();
    await looks("console-reference-zh", console.page);
    await console.page.goto(`${center.url}/console/reference?lang=en`);
    await looks("console-reference-en", console.page);
    await console.page.goto(`${center.url}/console/reference?lang=zh`);
    const file = await counter.answer(path);
    await copyFile(file, join(usb, basename(path).replace("report-", "answer-")));
    await copyFile(newer, join(usb, "answer-older.ladb"));
    await expect(carry.stick).toContainText("可以读入");
    await looks("stick-zh");
    await shell.switchLanguage();
    await looks("stick-en");
    await shell.switchLanguage();
    await carry.stick.getByRole("button", { name: "读入这个回执文件" }).click();
    await carry.taken();
    await expect(carry.stick).toContainText("没有新的回执文件");
    await expect(waiting).toContainText("都已送达省级中心");
    const published = page.getByRole("region", { name: "省级中心发布的基础数据" });
    await expect(published).toContainText("2027年节假日安排（至2027-12-31）");
    await published.scrollIntoViewIfNeeded();
    await looks("published-zh");
    await rm(usb, { recursive: true });
    await expect(carry.stick).toContainText("没有插好");
    await carry.write();
    await expect(carry.slip.getByRole("alert")).toContainText("没有写到U盘");
    await looks("stick-gone-zh");
  });

  await test.step("the power fails; everything that was taken is still there", async () => {
    await emptyDesk.restart();
    await new GatePage(page).signIn(personOf("guan"));
    await carry.open();
    await expect(waiting).toContainText("都已送达省级中心");
    await expect(shell.status).toContainText("用U盘上报");
    const hash = await sync.stateHash();
    await console.openBureau(BUREAU);
    expect(await console.stateHash()).toBe(hash);
  });
});
