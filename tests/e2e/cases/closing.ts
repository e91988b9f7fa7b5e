import { expect } from "@playwright/test";
import type { Clerk } from "./clerk.ts";

/** Opens every fold of a record's page: the procedures beside the main one, and the steps that are closed. */
export const unfoldsAll = (clerk: Clerk): Promise<void> =>
  clerk.page.locator("details.part-closed").evaluateAll((all) => {
    for (const fold of all) (fold as HTMLDetailsElement).open = true;
  });

/** Opens the folds of the procedures beside the main one, picks a step, states its facts and confirms it. */
export const takes = async (
  clerk: Clerk,
  step: string,
  facts: () => Promise<void> = async () => undefined,
): Promise<void> => {
  await expect(clerk.page.getByRole("heading", { name: "下一步可以办理" })).toBeVisible();
  // lanes beside the main course are folded, and the page may have been asked a moment too early
  await expect(async () => {
    await unfoldsAll(clerk);
    await clerk.page.getByRole("button", { name: step, exact: true }).click({ timeout: 1000 });
  }).toPass();
  await facts();
  await clerk.presses(`确认办理：${step}`);
};

/** A stage that the page now shows as a badge. */
export const stands = async (clerk: Clerk, stage: string): Promise<void> =>
  expect(clerk.page.getByText(stage).first()).toBeVisible();

/** How a case ends, in the words of the screen. */
type Ending = {
  /** The day on which the closing document arrived. */
  readonly on: string;
  readonly document: string;
  /** The day on which the closing file is handed in. */
  readonly filedOn: string;
  readonly items: readonly string[];
  readonly mode: string;
  readonly report: string;
  /** Figures and remarks beyond what the step asks: label → text. */
  readonly figures?: Readonly<Record<string, string>>;
};

/** The document that ends a case arrives. */
export const receivesResult = async (clerk: Clerk, { on, document }: Pick<Ending, "on" | "document">) => {
  await clerk.fills("结案法律文书收到日", on);
  await takes(clerk, "收到结案法律文书", () => clerk.states("结案法律文书", document));
  await stands(clerk, "已收结案文书");
};

/** The handler's papers and report are handed in; they are not examined yet. */
export const handsInClosing = async (
  clerk: Clerk,
  ending: Omit<Ending, "on" | "document">,
): Promise<void> => {
  for (const item of ending.items) await clerk.chooses("卷内材料", item);
  await takes(clerk, "提交结案材料", async () => {
    await clerk.states("结案材料提交日", ending.filedOn);
    await clerk.picks("结案方式", ending.mode);
    await clerk.states("结案报告", ending.report);
    for (const [label, text] of Object.entries(ending.figures ?? {})) await clerk.states(label, text);
  });
  await stands(clerk, "已提交结案");
};
