import { expect, type Locator, type Page } from "@playwright/test";

/** A label of the kit: required fields end in an asterisk that is drawn, not read. */
const labelled = (scope: Page | Locator, label: string): Locator =>
  scope.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}( \\*)?$`, "u"));

/** Types into a text, date or amount field and leaves it, so that it is saved. */
export const type = async (scope: Page | Locator, label: string, text: string): Promise<void> => {
  const field = labelled(scope, label);
  await field.fill(text);
  await field.blur();
};

/** Picks from a list by typing a part of the choice, as the clerk does. */
export const choose = async (scope: Page | Locator, label: string, choice: string): Promise<void> => {
  const field = labelled(scope, label);
  await field.click();
  await field.fill(choice);
  await field.page().getByTitle(choice, { exact: true }).last().click();
  await field.page().keyboard.press("Escape");
};

/** The line under the field says that the journal has it. */
export const expectSaved = async (scope: Page | Locator, label: string): Promise<void> => {
  const field = labelled(scope, label);
  const note = await field.getAttribute("aria-describedby");
  await expect(field.page().locator(`[id="${note}"]`)).toContainText("已保存");
};
