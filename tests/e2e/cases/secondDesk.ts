import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Running } from "../../../center/startCenter.ts";
import { aCable, type Cable } from "../fixtures/cable.ts";
import { aCenter } from "../fixtures/center.ts";
import { test as base, closeDesk, makeDesk, type TestDesk, windowOf } from "../fixtures/desk.ts";
import { ConsolePage } from "../pages/consolePage.ts";
import { type } from "../pages/fields.ts";
import { GatePage } from "../pages/gatePage.ts";
import { personOf } from "./bureau.ts";

/** PostgreSQL and a host start within it on a loaded machine. */
const START_MS = 120_000;

/** The province: its running center, and somebody's window in front of its console. */
type Province = { readonly center: Running; readonly console: ConsolePage };
type Fixtures = {
  readonly province: Province;
  readonly secondDesk: TestDesk;
  readonly cables: readonly [Cable, Cable];
  readonly stick: string;
};

/** `emptyDesk`, the province, a second machine that was never started either, a cable for each desk, and an empty USB stick. */
export const test = base.extend<Fixtures>({
  province: [
    async ({ browser }, use) => {
      const { center, end } = await aCenter();
      const window = await windowOf(browser);
      await use({ center, console: new ConsolePage(await window.newPage(), center.url) });
      await window.close();
      await end();
    },
    { timeout: START_MS },
  ],
  secondDesk: [
    async ({ browser }, use) => {
      const office = await windowOf(browser);
      const desk = await makeDesk(await office.newPage());
      await use(desk);
      await office.close();
      await closeDesk(desk);
    },
    { timeout: START_MS },
  ],
  cables: async ({ province: { center } }, use) => {
    const cables = [await aCable(center.url), await aCable(center.url)] as const;
    await use(cables);
    for (const cable of cables) await cable.pull();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  stick: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "lad-stick-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/** Who installs the second desk, under a login of this machine alone. */
export const INSTALLER = { ...personOf("guan"), login: "anzhuang" };

/** The second desk joins with a code of the province, through the first screen, as far as the question who sits there. */
export const joins = async (
  { page, host }: TestDesk,
  { url, code }: { readonly url: string; readonly code: string },
): Promise<GatePage> => {
  await page.goto(host.entry);
  await page.getByText("加入已有单位").click();
  await type(page, "省级中心地址", url);
  await type(page, "登记码", code);
  const gate = new GatePage(page);
  await gate.fillAccount(INSTALLER, "二号窗口");
  await page.getByRole("button", { name: "加入", exact: true }).click();
  await gate.keepKey();
  return gate;
};
