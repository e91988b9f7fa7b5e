import { expect } from "@playwright/test";
import type { Clerk } from "../cases/clerk.ts";

/** Opens a period's statistics and expects figures of its own column, by the words of their lines. */
export const counts = async (
  clerk: Clerk,
  period: string,
  figures: Readonly<Record<string, string>>,
): Promise<void> => {
  await clerk.opens(`#/statistics/${period}`);
  for (const [line, figure] of Object.entries(figures))
    await expect(
      clerk.page.getByRole("link", { name: `${line} 本期 ${figure}`, exact: true }).first(),
      line,
    ).toBeVisible();
};
