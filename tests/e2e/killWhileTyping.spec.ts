import { setTimeout as wait } from "node:timers/promises";
import { expect } from "@playwright/test";
import { Clerk } from "./cases/clerk.ts";
import { chanceOf, Typist } from "./cases/typist.ts";
import { test } from "./fixtures/desk.ts";
import { PEOPLE } from "./fixtures/people.ts";
import type { ShellPage } from "./pages/shellPage.ts";

const ROUNDS = 20;
/** Some kills come before the first save of a round, some after most of its fields. */
const MOMENT_MS = 1500;
const SAVE_MS = 60_000;
const SETTLED_MS = 1500;

/** How many entries lie only here, once the new application itself has been counted. */
const settledCount = async (shell: ShellPage): Promise<number> => {
  for (;;) {
    const before = await shell.onlyHere();
    await wait(SETTLED_MS);
    if ((await shell.onlyHere()) === before) return before;
  }
};

test(`F1–F3, I1: kill -9 of the host at ${ROUNDS} random moments while somebody types: nothing shown as saved is missing, nothing half-saved is visible`, async ({
  desk,
  page,
}) => {
  test.setTimeout(600_000);
  const seed = Number(process.env.LAD_SEED ?? Date.now() % 2 ** 31);
  const chance = chanceOf(seed);
  let shell = await desk.signIn(PEOPLE.clerk);
  await shell.go("intake");
  await page.getByRole("button", { name: "新的申请", exact: true }).click();
  await expect(page.getByRole("heading", { name: /申请登记 ·/u })).toBeVisible();
  const { hash } = new URL(page.url());
  const typist = new Typist(new Clerk(page), chance);
  const base = await settledCount(shell);
  let killed = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = typist.savedCount;
    const moment = Math.round(chance() * MOMENT_MS);
    // every other kill waits for something that was shown as saved, however slow the machine
    const hasSaved = (): boolean => round % 2 === 0 || typist.savedCount > before;
    const power = wait(moment)
      .then(() => expect.poll(hasSaved, { timeout: SAVE_MS }).toBe(true))
      .then(() => desk.host.kill());
    await typist.typeUntil(power);
    killed += 1;
    await desk.restart();
    shell = await desk.signIn(PEOPLE.clerk);
    await shell.go(hash.replace("#/", ""));
    await expect(page.getByRole("heading", { name: /申请登记 ·/u })).toBeVisible();
    expect(await typist.losses(), `LAD_SEED=${seed}, round ${round}`).toEqual([]);
    const written = (await shell.onlyHere()) - base;
    // at most one action per round was under way and became durable without being shown
    expect(written, `LAD_SEED=${seed}, round ${round}`).toBeGreaterThanOrEqual(typist.savedCount);
    expect(written, `LAD_SEED=${seed}, round ${round}`).toBeLessThanOrEqual(typist.savedCount + killed);
  }
  expect(typist.savedCount, `LAD_SEED=${seed}`).toBeGreaterThanOrEqual(ROUNDS / 2);
});
