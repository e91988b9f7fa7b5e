import { expect, type Locator, type Page } from "@playwright/test";
import type { Clerk } from "../cases/clerk.ts";

const PDF_MS = 60_000;

const timeline = (page: Page): Locator => page.getByRole("region", { name: "办理记录" });

/** Every line of the timeline as it reads: when, who, which desk, what, and its number in the province's book. */
export const timelineLines = async (clerk: Clerk, file: string): Promise<readonly string[]> => {
  await clerk.opens(file);
  // the list and its button come together, a moment after the page around them
  await expect(timeline(clerk.page).getByRole("listitem").first()).toBeVisible();
  const all = timeline(clerk.page).getByRole("button", { name: /显示全部/u });
  if (await all.isVisible()) await all.click();
  return timeline(clerk.page).getByRole("listitem").allInnerTexts();
};

/** Previews a letter of the file and issues it. */
export const issues = async (clerk: Clerk, file: string, form: string): Promise<void> => {
  await clerk.opens(file);
  await clerk.page.getByRole("link", { name: new RegExp(form, "u") }).click();
  await expect(clerk.page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: PDF_MS });
  await clerk.presses(/出具并编入卷宗/u);
  await clerk.sees("已出具并编入卷宗");
};
