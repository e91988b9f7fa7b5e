import { expect, type Page } from "@playwright/test";
import { DEMO_PASSWORD, STAFF_ROWS, type StaffRow } from "../../../build/demo/staff.ts";
import type { TestDesk } from "../fixtures/desk.ts";
import type { Person } from "../fixtures/people.ts";
import { expectSaved, type } from "../pages/fields.ts";
import { GatePage } from "../pages/gatePage.ts";
import { SettingsPage } from "../pages/settingsPage.ts";
import { ShellPage } from "../pages/shellPage.ts";
import { Clerk } from "./clerk.ts";

const rowOf = (login: string): StaffRow => {
  const row = STAFF_ROWS.find((each) => each.login === login);
  if (row === undefined) throw new Error(`nobody is called ${login}`);
  return row;
};

/** Somebody of the invented county as the account form takes them. */
export const personOf = (login: string): Person => ({ ...rowOf(login), password: DEMO_PASSWORD });

/** Somebody else takes the seat, now, on the screen that is open. */
export const sits = async (clerk: Clerk, login: string): Promise<void> => {
  const { hash } = new URL(clerk.page.url());
  await clerk.lock();
  await clerk.signIn(login);
  await clerk.opens(hash);
};

/** What the bureau must state before a letter can be signed, beside what the first start asks for. */
const LETTER_FACTS = [
  ["地址", "甲县人民路1号"],
  ["电话", "0999-1234567"],
  ["指定文件号", "甲司发〔2024〕8号"],
] as const;

const registerLawyer = async (clerk: Clerk, unit: string, name: string): Promise<void> => {
  await clerk.opens("#/registers/provider");
  await clerk.states("新登记的姓名或名称", unit);
  await clerk.presses("登记单位");
  await expect(clerk.page.getByRole("heading", { level: 1, name: unit })).toBeVisible();
  await clerk.opens("#/registers/lawyer");
  await clerk.states("新登记的姓名或名称", name);
  await clerk.presses("登记人员");
  await expect(clerk.page.getByRole("heading", { level: 1, name })).toBeVisible();
  await clerk.chooses("所属单位", unit);
  await clerk.fills("执业起始日", "2012-07-01");
};

/** Writes one of the bureau's facts, and waits until it is saved. */
export const writesBureau = async (page: Page, label: string, text: string): Promise<void> => {
  await new ShellPage(page).go("settings/bureau");
  await type(page, label, text);
  await expectSaved(page, label);
};

/** The very first start through the page: the bureau, its staff with accounts, and a register with one lawyer. */
export const foundsBureau = async (desk: TestDesk, logins: readonly string[]): Promise<Clerk> => {
  const { page } = desk;
  await page.goto(desk.host.entry);

  await new GatePage(page).found(personOf("guan"));
  for (const [label, text] of LETTER_FACTS) await writesBureau(page, label, text);
  const settings = new SettingsPage(page);
  for (const login of logins) await settings.addStaff(personOf(login));
  const clerk = new Clerk(page);
  await registerLawyer(clerk, "甲县守信律师事务所", "许婉清");
  return clerk;
};
