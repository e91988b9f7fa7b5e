import { expect } from "@playwright/test";
import { handsInClosing, receivesResult, stands, takes, unfoldsAll } from "./cases/closing.ts";
import { test } from "./cases/deskTest.ts";
import { inventedId } from "./cases/people.ts";
import { issues } from "./pages/casePage.ts";
import { counts } from "./pages/statisticsPage.ts";

const CERT_NO = inventedId("1988-04-12", "105");
/** A period whose three dates are one. */
const sameDay = (on: string) => ({ target: on, hard: on, legal: on });
// biome-ignore format: a list is read at a glance
const FILE_FORMS = ["FZ-002", "FZ-003", "FZ-005", "FZ-008", "FZ-009", "FZ-011", "FZ-012", "FZ-013", "FZ-014", "FZ-021"];
/** What the handler ticks at first: the report is missing. What the desk issued itself is there without a tick. */
// biome-ignore format: a list is read at a glance
const CLOSING_PAPERS = [
  "申请表或者办案机关通知", "身份及代理权证明", "经济困难说明或者免予核查证明", "审查表", "决定书", "指派通知书",
  "委托协议、授权委托书", "会见或者约见笔录", "辩护、代理意见", "裁判、裁决、调解等法律文书",
];

test("S01 migrant worker, wage arrears: consultation, exemption of article 42, grant, assignment (法律援助法第二十三、四十二、四十三条)", async ({
  clerk,
}) => {
  // a whole case with its letters, on a loaded machine
  test.setTimeout(600_000);
  const { page } = clerk;
  await clerk.isAt("2026-03-02T09:05");
  await clerk.signIn("zhou");

  await test.step("consultation: answered, told of the right to apply, made an application in one click", async () => {
    await clerk.opens("#/consultations");
    await clerk.presses("新的咨询");
    await clerk.fills("咨询人姓名", "甲务工");
    await clerk.fills("证件号码", CERT_NO);
    await clerk.fills("联系电话", "13900000001");
    await clerk.chooses("人群类别", "农民工(进城务工人员)");
    await clerk.chooses("事项", "请求支付劳动报酬");
    await clerk.fills("咨询内容", "在甲县某工地干活三个月，没有签合同，拖欠工资18600元。");
    await clerk.fills("解答意见", "可以申请劳动仲裁；属于免予核查经济状况的人员，可以申请法律援助。");
    await clerk.says("已告知申请法律援助的权利、条件和程序", "是");
    await clerk.shoots("consultation-zh");
    await clerk.presses("解答");
    await clerk.sees("已解答");
    await clerk.presses("转为法律援助申请");
    await expect(page.getByRole("heading", { name: /申请登记 · 甲务工/u })).toBeVisible();
  });

  await test.step("application: nothing asked twice, track T3, and no question about hardship anywhere", async () => {
    await expect(clerk.box("证件号码")).toHaveValue(CERT_NO);
    await clerk.chooses("证件类型", "居民身份证");
    await expect(clerk.box("出生日期")).toHaveValue("1988-04-12");
    await clerk.chooses("申请身份", "本人");
    await clerk.chooses("其他事项", "请求确认劳动关系");
    await clerk.chooses("援助形式", "劳动争议调解与仲裁代理");
    await clerk.chooses("诉讼地位", "原告/申请人");
    await clerk.chooses("所处阶段", "仲裁");
    await clerk.fills("办案机关", "甲县劳动人事争议仲裁委员会");
    await clerk.chooses("管辖依据", "争议处理机关所在地");
    await clerk.fills("请求", "请求支付拖欠的工资18600元。");
    await clerk.fills("争议金额", "18600");
    await clerk.says("已委托辩护人或代理人", "否");
    await clerk.adds("对方当事人", { 名称或姓名: "甲县某建筑有限公司" });
    await clerk.sees("可能属于免予核查人员");
    await clerk.presses("采用建议");
    await clerk.chooses("免予核查情形", "申请支付劳动报酬的进城务工人员");
    await clerk.fills("免予核查证明材料", "工地出入证、户口簿");
    for (const hardship of ["住房", "车辆", "存款及有价证券", "经济困难情形", "诚信承诺签署日"])
      await expect(page.getByLabel(hardship)).toHaveCount(0);
    await expect(page.getByText("经济困难状况说明表")).toHaveCount(0);
    await expect(page.getByRole("region", { name: "家庭成员及收入" })).toHaveCount(0);
  });

  await test.step("receipt: what is missing is listed and leads to its field; the seven days start", async () => {
    await page.getByRole("region", { name: /接收$/u }).getByRole("button", { name: "申请材料" }).click();
    for (const [kind, title] of [
      ["法律援助申请表", "申请表"],
      ["身份证明", "身份证复印件"],
      ["免予核查证明材料", "工地出入证"],
      ["案件相关材料", "工资欠条"],
    ] as const)
      await clerk.adds("申请材料", { 类别: [kind], 名称: title, 份数: "1", 页数: "2" });
    await clerk.fills("个人信息告知签署日", "2026-03-02");
    await clerk.shoots("intake-zh");
    await clerk.presses("接收申请");
    await clerk.sees("已收申请");
    await clerk.seesClock("法律援助申请审查决定", sameDay("2026-03-09"));
    await clerk.shoots("case-zh");
  });

  await test.step("FZ-005 is previewed as PDF, issued offline and reprinted from its bytes", async () => {
    await page.getByRole("link", { name: /FZ-005/u }).click();
    await expect(page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: 60_000 });
    // the browser's PDF viewer gives no sign when it has painted
    await page.waitForTimeout(2000);
    await clerk.presses(/出具并编入卷宗/u);
    await clerk.sees("已出具并编入卷宗");
    await clerk.presses("返回");
    await expect(page.getByRole("link", { name: /查看、重印 FZ-005/u })).toBeVisible();
  });

  await test.step("examination by the examiner: exempt by article 42, no calculation", async () => {
    await clerk.becomes("qian", "2026-03-03T10:00");
    await clerk.presses("提出审查意见");
    await clerk.sees("有材料证明属于免予核查经济困难状况的人员");
    await expect(page.getByRole("region", { name: "经济困难计算" })).toHaveCount(0);
    await clerk.says("已核对无须回避", "是");
    await clerk.states("审查情况", "申请人为进城务工人员，有工地出入证和欠条。");
    await clerk.shoots("examination-zh");
    await clerk.presses("提出审查意见");
    await clerk.sees("待审批");
  });

  await test.step("decision by another person on 03-04: three days to assign", async () => {
    await clerk.becomes("sun", "2026-03-04T11:00");
    await clerk.presses("决定给予法律援助");
    await clerk.sees("钱文博");
    await clerk.shoots("decision-zh");
    await clerk.presses("决定给予法律援助");
    await clerk.sees("已给予");
    await clerk.seesClock("决定给予后指派", {
      target: "2026-03-06",
      hard: "2026-03-07",
      legal: "2026-03-09",
    });
  });

  await test.step("assigned on 03-06 to a grassroots legal worker: Q3 does not speak in a labour matter", async () => {
    await clerk.isAt("2026-03-06T09:30");
    await page.reload();
    await clerk.signIn("sun");
    await clerk.presses("指派");
    await page.getByRole("radiogroup", { name: "选择承办人员" }).getByText("卫民").click();
    await clerk.shoots("assignment-zh");
    await clerk.presses("确认指派：卫民");
    await clerk.sees("已指派");
    await clerk.seesClock("签订委托协议和授权委托书", sameDay("2026-03-11"));
  });

  await test.step("accepted, agreed on 03-10 and handled; what was done is in the work log", async () => {
    await clerk.becomes("zhou", "2026-03-09T09:00");
    await takes(clerk, "接受指派");
    await stands(clerk, "已接受指派");
    await clerk.becomes("zhou", "2026-03-10T09:00");
    await takes(clerk, "签订委托协议", () => clerk.states("协议签订日", "2026-03-10"));
    await clerk.sees("已签协议");
    await takes(clerk, "开始办理");
    await clerk.becomes("zhou", "2026-03-12T16:00");
    await clerk.adds("办案日志", {
      时间: "2026-03-12 15:00",
      活动: ["约见/联系受援人"],
      内容: "约见受援人，告知仲裁程序和举证要求。",
    });
  });
  const file = new URL(page.url()).hash;

  await test.step("award of 04-28: fifteen days to sue, thirty to hand in the file", async () => {
    await clerk.becomes("zhou", "2026-04-28T15:00");
    await clerk.fills("仲裁裁决收到日", "2026-04-28");
    await receivesResult(clerk, { on: "2026-04-28", document: "甲劳人仲案〔2026〕21号裁决书" });
    await clerk.seesClock("不服劳动仲裁裁决起诉", sameDay("2026-05-13"));
    await clerk.seesClock("提交结案归档材料", sameDay("2026-05-28"));
    await expect(clerk.clock("提交结案归档材料").getByText("未核实", { exact: true })).toBeVisible();
    // whoever sues against the award applies again: a stage is a case of its own, and nobody is asked twice
    await clerk.presses("登记下一阶段的申请");
    await expect(page.getByRole("heading", { name: /申请登记 · 甲务工/u })).toBeVisible();
    await expect(clerk.box("证件号码")).toHaveValue(CERT_NO);
  });

  await test.step("FZ-014 reports the course; the service of FZ-005 is recorded and proved by FZ-022", async () => {
    await issues(clerk, file, "FZ-014");
    await clerk.opens(file);
    await page
      .getByRole("listitem")
      .filter({ hasText: "FZ-005" })
      .getByRole("button", { name: "登记送达" })
      .click();
    const service = page.getByRole("group", { name: /登记送达/u });
    await clerk.box("受送达人或者代收人", service).fill("甲务工");
    await clerk.picks("与受送达人关系", "本人", service);
    await service.getByRole("button", { name: "完成" }).click();
    await clerk.sees(/送达 2026-04-28/u);
    await page.getByRole("link", { name: "送达回证 FZ-022" }).first().click();
    await expect(page.getByRole("region", { name: /文书预览/u })).toBeVisible({ timeout: 60_000 });
  });

  await test.step("05-20 the closing file: incomplete it is sent back, complete it passes", async () => {
    await clerk.opens(file);
    await clerk.becomes("zhou", "2026-05-20T10:00");
    await handsInClosing(clerk, {
      filedOn: "2026-05-20",
      items: CLOSING_PAPERS,
      mode: "仲裁裁决",
      report: "裁决支付拖欠工资18,600元，已全部履行。",
      figures: { 请求金额: "18600", 裁判或者调解金额: "18600", 取得利益或者挽回损失: "18600" },
    });
    await clerk.becomes("qian", "2026-05-21T09:00");
    await stands(clerk, "已提交结案");
    await unfoldsAll(clerk);
    await clerk.sees(/结案材料缺少必备项目：结案报告/u);
    await expect(page.getByRole("button", { name: "结案材料审查合格" })).toHaveCount(0);
    await clerk.becomes("zhou", "2026-05-21T10:00");
    await clerk.chooses("卷内材料", "结案报告");
    await clerk.becomes("qian", "2026-05-21T11:00");
    await takes(clerk, "结案材料审查合格");
    await stands(clerk, "结案合格");
  });

  await test.step("05-25 the recipient is visited: FZ-032 is issued from the review", async () => {
    await clerk.becomes("zhi", "2026-05-25T10:00");
    await clerk.presses("登记质量评查");
    await clerk.chooses("评查方式", "回访受援人");
    await clerk.fills("回访日", "2026-05-25");
    await clerk.chooses("回访方式", "12348热线");
    await clerk.fills("受援人评价", "满意，工资已经拿到。");
    await takes(clerk, "开始质量评查");
    await issues(clerk, new URL(page.url()).hash, "FZ-032");
  });

  await test.step("all documents but FZ-001 and FZ-032 are on the file, FZ-004 is not", async () => {
    await clerk.opens(file);
    const letters = page.getByRole("region", { name: "文书", exact: true });
    for (const form of FILE_FORMS) await expect(letters.getByText(form)).toBeVisible();
    await expect(letters.getByText("FZ-004")).toHaveCount(0);
  });

  await test.step("V29: without a block of official numbers FZ-009 is refused, and the page says why", async () => {
    await page.getByRole("link", { name: /FZ-009/u }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "临时编号不得印在法律文书上" }).first(),
    ).toBeVisible({ timeout: 30_000 });
  });

  await test.step("statistics: one case accepted in March and closed in April, a migrant worker, 18,600 yuan recovered", async () => {
    await clerk.becomes("zhou", "2026-07-01T09:00");
    await counts(clerk, "2026-H1", {
      "受理案件（按援助形式）": "1",
      "受援人（按人群）": "1",
      "农民工(进城务工人员)": "1",
      "办结案件（按援助形式）": "1",
      取得利益或者挽回损失: "18,600.00",
      诉求全部支持: "1",
    });
  });
});
