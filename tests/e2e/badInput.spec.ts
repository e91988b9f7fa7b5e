import { expect } from "@playwright/test";
import { grants, proposes, receives, registers } from "./cases/application.ts";
import type { Clerk } from "./cases/clerk.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";

const CERT_NO = inventedId("1979-09-09", "313");
/** The same number with another last digit. */
const WRONG = CERT_NO.slice(0, -1) + (CERT_NO.endsWith("1") ? "2" : "1");

/** How many actions the journal of this desk holds: what is refused must leave it as it was. */
const actions = (clerk: Clerk): Promise<number> =>
  clerk.page.evaluate(async () => {
    const answer = await fetch("/host/journal.read", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ after: 0, limit: 1 }),
    });
    const { value } = (await answer.json()) as { readonly value: { readonly headN: number } };
    return value.headN;
  });

const leavesAlone = async (clerk: Clerk, attempt: () => Promise<void>): Promise<void> => {
  const before = await actions(clerk);
  await attempt();
  expect(await actions(clerk)).toBe(before);
};

test("issue 2, bad input through the page: wrong check digit, a decision by the examiner, a second supplement notice: the named refusal, and nothing stored changes", async ({
  clerk,
}) => {
  const { page } = clerk;
  const file = (): string => new URL(page.url()).hash.replace(/#\/\w+/u, "#/file");
  await clerk.isAt("2026-04-01T09:30");
  await clerk.signIn("zhou");
  await registers(clerk, {
    name: "壬更正",
    certNo: CERT_NO,
    category: "残疾人",
    matter: "交通事故人身损害赔偿",
    aidForm: "民事诉讼代理",
    stage: "尚未进入法律程序",
    facts: "被货车撞伤，构成伤残。",
    request: "请求赔偿医疗费。",
    track: "免予核查经济困难状况",
    materials: [
      ["法律援助申请表", "申请表"],
      ["身份证明", "身份证"],
      ["免予核查证明材料", "肢体残疾证"],
    ],
  });
  await clerk.chooses("免予核查情形", "无固定生活来源的未成年人、老年人、残疾人等特定群体");

  await test.step("V01: a wrong check digit is said beside the field, and receiving is refused for it", async () => {
    await clerk.fills("证件号码", WRONG);
    await expect(page.getByRole("alert").filter({ hasText: "校验位不正确，请核对号码" })).toBeVisible();
    await clerk.fills("个人信息告知签署日", "2026-04-01");
    await leavesAlone(clerk, async () => {
      await clerk.presses("接收申请");
      await expect(page.getByRole("alert").filter({ hasText: "证件号码校验位不正确" })).toBeVisible();
    });
    await clerk.fills("证件号码", CERT_NO);
    await expect(page.getByText("校验位不正确，请核对号码")).toHaveCount(0);
  });

  await test.step("the one supplement notice that the law allows (法律援助法第四十三条第二款)", async () => {
    await receives(clerk, "2026-04-01");
    await clerk.becomes("qian", "2026-04-02T10:00");
    await clerk.presses("一次性告知补充材料");
    await clerk.states("需补充的材料", "交通事故认定书");
    await clerk.presses("记载告知");
    await clerk.sees("待补充材料");
    await clerk.becomes("qian", "2026-04-03T09:00");
    await clerk.presses("收到补充材料");
    await clerk.states("补充材料收到日", "2026-04-03");
    await clerk.presses(/确认办理：收到补充材料/u);
    await clerk.sees("已收申请");
  });

  await test.step("V09: a second supplement notice", async () => {
    const address = file();
    await leavesAlone(clerk, async () => {
      await clerk.opens(address.replace("file", "supplement"));
      await clerk.states("需补充的材料", "户籍证明");
      await clerk.presses("记载告知");
      await expect(
        page.getByRole("alert").filter({ hasText: "补充材料应当一次性告知，不得再次通知" }),
      ).toBeVisible();
    });
    await clerk.opens(address);
  });

  await test.step("V05: a decision by the examiner of the same file, whatever address is typed", async () => {
    await proposes(clerk, "属于免予核查人员。");
    const address = file();
    await expect(page.getByRole("button", { name: "决定给予法律援助" })).toHaveCount(0);
    await leavesAlone(clerk, async () => {
      await clerk.opens(address.replace("file", "decision"));
      await expect(
        page.getByRole("alert").filter({ hasText: "您是本案的审查人，不能再作决定（岗位分离，V05）" }),
      ).toBeVisible();
      await expect(page.getByRole("button", { name: "决定给予法律援助" })).toBeDisabled();
    });
    await clerk.opens(address);
    await clerk.sees("待审批");
    await clerk.becomes("sun", "2026-04-03T16:00");
    await grants(clerk);
  });
});
