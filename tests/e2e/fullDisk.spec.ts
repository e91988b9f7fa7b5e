import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import { launchArgs } from "../../build/browsers.mjs";
import { foundsBureau, personOf } from "./cases/bureau.ts";
import { SCREEN, TestDesk, test } from "./fixtures/desk.ts";
import { freePort, type HostProcess, startHost } from "./fixtures/hostProcess.ts";
import { aSmallDisk, type SmallDisk } from "./fixtures/smallDisk.ts";
import { type } from "./pages/fields.ts";
import { GatePage } from "./pages/gatePage.ts";
import { ShellPage } from "./pages/shellPage.ts";
import { SyncPage } from "./pages/syncPage.ts";

const MIB = 1024 * 1024;
/** Room for the host's reserve, a browser's profile and a bureau. */
const DISK_BYTES = 400 * MIB;
/** The read-only limit on so small a disk; above it the desk writes as on any other. */
const MIN_FREE_BYTES = 80 * MIB;
/** More than any disk has free: the same limit crossed from the other side, where no disk can be filled. */
const NEVER_FREE = 1e15;
const ADMIN = personOf("guan");

/** One machine of a bureau: its data folder and its browser's profile lie on the same small disk. */
class DeskOnDisk {
  readonly disk: SmallDisk;
  readonly port: number;
  private context: BrowserContext | undefined;
  private host: HostProcess | undefined;

  constructor(disk: SmallDisk, port: number) {
    this.disk = disk;
    this.port = port;
  }

  private get folder(): string {
    return join(this.disk.folder, "desk");
  }

  /** Switches the machine on and opens the desk's window. */
  async on(minFreeBytes = MIN_FREE_BYTES): Promise<TestDesk> {
    await mkdir(this.folder, { recursive: true });
    const host = await startHost(this.folder, this.port, minFreeBytes);
    this.host = host;
    this.context = await chromium.launchPersistentContext(join(this.disk.folder, "profile"), {
      executablePath: process.env.DESK_TEST_BROWSER ?? "",
      args: [...launchArgs()],
      chromiumSandbox: process.getuid?.() !== 0,
      ...SCREEN,
    });
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    page.setDefaultTimeout(20_000);
    return new TestDesk(page, { folder: this.folder, port: this.port }, host);
  }

  /** The window that is open. */
  get page(): Page {
    const page = this.context?.pages()[0];
    if (page === undefined) throw new Error("the machine is off");
    return page;
  }

  async off(): Promise<void> {
    await this.context?.close();
    await this.host?.stop();
    this.context = undefined;
  }
}

/** What the page shows of everything there is: the checksum over all records, what waits, and the people by name. */
const everything = async (page: Page): Promise<readonly unknown[]> => {
  const shell = new ShellPage(page);
  const hash = await new SyncPage(page).stateHash();
  const waiting = await shell.onlyHere();
  await shell.go("settings/staff");
  const people = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^修改 / }) });
  await expect(people.first()).toBeVisible();
  return [hash, waiting, await people.count()];
};

const databases = (page: Page): Promise<readonly (string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test("F16, F14: started with data folder and browser profile on a disk without a free byte, the desk says so and opens nothing; freed and started again, everything is there", async ({
  browserName: _any,
}, info) => {
  const disk = await aSmallDisk(DISK_BYTES);
  const way = disk.isReal
    ? "a tmpfs was mounted and filled"
    : "no right to mount a disk: the limit was raised above what is free instead, nothing was really full";
  info.annotations.push({ type: "disk", description: way });
  process.stdout.write(`full disk: ${way}\n`);
  const machine = new DeskOnDisk(disk, await freePort());
  try {
    const first = await machine.on();
    await foundsBureau(first, ["zhou", "qian"]);
    const before = await everything(first.page);
    expect(before[1]).toBeGreaterThan(10);
    const names = await databases(first.page);
    await machine.off();

    await test.step("on the full disk", async () => {
      if (disk.isReal) disk.fill();
      const { page, host } = await machine.on(disk.isReal ? MIN_FREE_BYTES : NEVER_FREE);
      await page.goto(host.entry);
      if (disk.isReal) {
        expect(disk.freeBytes()).toBeLessThan(MIB);
        await expect(page.getByRole("alert")).toContainText("磁盘已满，工作台没有打开");
        await expect(new GatePage(page).signInButton).toBeHidden();
        await page.getByRole("button", { name: "重新打开" }).click();
        await expect(page.getByRole("alert")).toContainText("磁盘已满，工作台没有打开");
      } else {
        await new GatePage(page).signIn(ADMIN);
        await expect(page.getByRole("alert")).toContainText("磁盘空间不足，现在只能查看");
        expect(await everything(page)).toEqual(before);
      }
      await machine.off();
    });

    await test.step("the disk is cleared", async () => {
      disk.clear();
      const { page, host } = await machine.on();
      await page.goto(host.entry);
      const gate = new GatePage(page);
      await gate.signIn(ADMIN);
      expect(await everything(page)).toEqual(before);
      // not rebuilt: it is the very database from before
      expect(await databases(page)).toEqual(names);
    });

    await test.step("it runs full under an open desk: nothing is said to be saved that is not, and nothing is lost", async () => {
      if (!disk.isReal) return;
      const { page } = machine;
      await new ShellPage(page).go("settings/bureau");
      disk.fill();
      await type(page, "电话", "0999-7654321");
      await expect(page.getByRole("alert").filter({ hasText: "磁盘空间不足" }).first()).toBeVisible();
      await expect(page.getByText("已保存")).toBeHidden();
      await machine.off();
      disk.clear();
      const { page: later, host } = await machine.on();
      await later.goto(host.entry);
      await new GatePage(later).signIn(ADMIN);
      expect(await everything(later)).toEqual(before);
    });
  } finally {
    await machine.off();
    await disk.end();
  }
});
