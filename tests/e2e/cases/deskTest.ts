import { rm } from "node:fs/promises";
import { test as base } from "@playwright/test";
import { Clerk } from "./clerk.ts";
import { type CountyDesk, seedCounty, startCounty } from "./county.ts";

/** Any free port: two runs on one machine must not meet, and no page outlives its scenario here. */
const PORT = 0;
/** One click or entry on a loaded machine; a scenario that waits longer has lost its way. */
const ACTION_MS = 15_000;

type Fixtures = { readonly county: CountyDesk; readonly clerk: Clerk };

/** A clerk in front of a desk on an invented county without any case, network off; a new one for every scenario. */
export const test = base.extend<Fixtures, { readonly seeded: string }>({
  seeded: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const folder = await seedCounty();
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  county: async ({ seeded }, use) => {
    const county = await startCounty(seeded, PORT);
    await use(county);
    await county.stop();
  },
  clerk: async ({ page, county }, use) => {
    page.setDefaultTimeout(ACTION_MS);
    await page.goto(county.url);
    await use(new Clerk(page));
  },
});
