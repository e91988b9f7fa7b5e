import { expect } from "@playwright/test";
import type { Clerk } from "./clerk.ts";

/** What the applicant of a scenario tells at the counter, in the words of the screen. */
export type Application = {
  readonly name: string;
  readonly certNo: string;
  readonly category: string;
  readonly matter: string;
  readonly aidForm: string;
  readonly stage: string;
  readonly facts: string;
  readonly request: string;
  /** Whether the matter leaves a choice of tracks, and which one is taken. */
  readonly track?: string;
  /** Kind and title of each paper handed in. */
  readonly materials: readonly (readonly [kind: string, title: string])[];
};

/** Registers an application that nobody consulted about before; it is not received yet. */
export const registers = async (clerk: Clerk, application: Application): Promise<void> => {
  const { name, certNo, category, matter, aidForm, stage, facts, request, track, materials } = application;
  await clerk.opens("#/intake");
  await clerk.presses("新的申请");
  await clerk.fills("证件号码", certNo);
  await clerk.fills("姓名", name);
  await clerk.fills("联系电话", "13900000002");
  await clerk.chooses("人群类别", category);
  await clerk.chooses("申请身份", "本人");
  await clerk.chooses("申请事项", matter);
  await clerk.chooses("援助形式", aidForm);
  await clerk.chooses("诉讼地位", "原告/申请人");
  await clerk.chooses("所处阶段", stage);
  await clerk.chooses("管辖依据", "争议处理机关所在地");
  await clerk.fills("事实与理由", facts);
  await clerk.fills("请求", request);
  await clerk.says("已委托辩护人或代理人", "否");
  if (track !== undefined)
    await clerk.page.getByRole("radiogroup", { name: "经济状况核查方式" }).getByText(track).click();
  for (const [kind, title] of materials)
    await clerk.adds("申请材料", { 类别: [kind], 名称: title, 份数: "1", 页数: "1" });
};

/** The applicant signs the notice on personal information, and the clerk receives the application. */
export const receives = async (clerk: Clerk, on: string): Promise<void> => {
  await clerk.fills("个人信息告知签署日", on);
  await clerk.presses("接收申请");
  await clerk.sees("已收申请");
};

/** The examiner confirms what the table suggests. */
export const proposes = async (clerk: Clerk, findings: string): Promise<void> => {
  await clerk.presses("提出审查意见");
  await clerk.says("已核对无须回避", "是");
  await clerk.states("审查情况", findings);
  await clerk.presses("提出审查意见");
  await clerk.sees("待审批");
};

/** The head grants what was proposed. */
export const grants = async (clerk: Clerk): Promise<void> => {
  await clerk.presses("决定给予法律援助");
  await clerk.presses("决定给予法律援助");
  await clerk.sees("已给予");
};

/** The head assigns somebody whom no rule forbids. `answer`: what is said to a warning about them. */
export const assigns = async (clerk: Clerk, lawyer: string, answer?: string): Promise<void> => {
  await clerk.presses("指派");
  await clerk.page.getByRole("radiogroup", { name: "选择承办人员" }).getByText(lawyer).click();
  if (answer !== undefined) await clerk.states("指派提示与说明", answer);
  await clerk.presses(`确认指派：${lawyer}`);
  await expect(clerk.page.getByRole("heading", { name: "下一步可以办理" })).toBeVisible();
  await clerk.sees("已指派");
};
