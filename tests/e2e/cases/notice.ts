import { expect } from "@playwright/test";
import type { Clerk } from "./clerk.ts";

/** An organ's letter as it comes over the counter, in the words of the screen. */
type OrganLetter = {
  readonly letterNo: string;
  readonly discoveredOn: string;
  readonly ground: string;
  readonly name: string;
  readonly certNo: string;
  readonly charge: string;
};

/** Registers a letter of the county's police and receives it now. */
export const receivesLetter = async (clerk: Clerk, letter: OrganLetter): Promise<void> => {
  await clerk.opens("#/notices");
  await clerk.presses("登记来函");
  await clerk.picks("从联系册选择机关", "甲县公安局");
  await expect(clerk.box("来函机关")).toHaveValue("甲县公安局");
  await clerk.fills("来函文号", letter.letterNo);
  await clerk.chooses("通知情形", letter.ground);
  await clerk.fills("办案机关发现之日", letter.discoveredOn);
  await clerk.says("确认没有委托辩护人", "是");
  await clerk.fills("姓名", letter.name);
  await clerk.fills("证件号码", letter.certNo);
  await clerk.fills("涉嫌罪名", letter.charge);
  await clerk.chooses("强制措施", "刑事拘留");
  await clerk.fills("羁押场所", "甲县看守所");
};
