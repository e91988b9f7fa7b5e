import { expect } from "@playwright/test";
import { grants, proposes, receives, registers } from "./application.ts";
import type { Clerk } from "./clerk.ts";

/** A maintenance claim on a pledge that the calculation lets pass. */
type Granted = {
  readonly name: string;
  readonly certNo: string;
  /** The day of application, examination and decision. */
  readonly on: string;
};

/** Brings a person from the counter to a grant within one day. Whoever sat down last is the head. */
export const grantsOnPledge = async (clerk: Clerk, { name, certNo, on }: Granted): Promise<void> => {
  await clerk.isAt(`${on}T09:00`);
  await clerk.signIn("zhou");
  await registers(clerk, {
    name,
    certNo,
    category: "农民",
    matter: "请求给付赡养费、抚养费、扶养费",
    aidForm: "民事诉讼代理",
    stage: "一审",
    facts: "儿子多年不付赡养费。",
    request: "请求支付赡养费。",
    track: "需核查经济困难(个人诚信承诺)",
    materials: [
      ["法律援助申请表", "申请表"],
      ["身份证明", "身份证"],
      ["经济困难状况说明表", "说明表"],
      ["案件相关材料", "户口簿"],
    ],
  });
  await clerk.adds("家庭成员及收入", { 姓名: name, 月收入: "210" });
  await clerk.fills("诚信承诺签署日", on);
  await receives(clerk, on);
  await clerk.becomes("qian", `${on}T10:00`);
  await proposes(clerk, "按承诺和计算符合经济困难标准。");
  await clerk.becomes("sun", `${on}T11:00`);
  await grants(clerk);
};

/** Takes a step that asks for nothing but a confirmation, or whose form is filled in already. */
export const confirms = async (clerk: Clerk, step: string): Promise<void> => {
  await clerk.presses(step);
  await clerk.presses(new RegExp(`确认办理：${step}`, "u"));
};

/** Opens the fold of a procedure that runs beside the main one, if it is folded. */
export const unfolds = async (clerk: Clerk, lane: string): Promise<void> => {
  const fold = clerk.page.locator("details", {
    has: clerk.page.locator("> summary", { hasText: `${lane}（可办理` }),
  });
  await expect(fold).toBeVisible();
  if ((await fold.getAttribute("open")) === null) await fold.locator("> summary").click();
};
