import { head, note, numberLine } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

/** FZ-001: what was asked and answered, and that the right to apply was told (法律援助法第二十三条). */
export const consultationForm = [
  ...head(),
  numberLine(),
  table(
    [17, 33, 17, 33],
    [
      [label("咨询时间"), value("{{askedAt}}"), label("咨询方式"), value("{{channel}}")],
      [label("咨询人姓名"), value("{{personName}}"), label("匿名咨询"), value("{{isAnonymous}}")],
      [label("证件号码"), value("{{certNo}}"), label("联系电话"), value("{{phone}}")],
      [label("人群类别"), value("{{categories}}"), label("所处阶段"), value("{{proceduralStage}}")],
      [label("咨询事项"), value("{{matter}}"), label("对方当事人"), value("{{opposingParty}}")],
      { cells: [label("咨询内容"), value("{{gist}}", { span: 3 })], height: 2400 },
      { cells: [label("解答意见"), value("{{answer}}", { span: 3 })], height: 3000 },
      [label("权利告知"), value("申请法律援助的权利、条件和程序：{{toldRightToApply}}", { span: 3 })],
      [label("后续处理"), value("{{followUp}}"), label("用时（分钟）"), value("{{minutes}}")],
      [label("解答人"), value("{{answeredBy}}"), label("解答时间"), value("{{answeredAt}}")],
      { cells: [label("解答人\n（签名）"), value(" "), label("咨询人\n（签名）"), value(" ")], height: 900 },
    ],
  ),
  note(
    "提供法律咨询不收取任何费用，也不审查经济状况。电话、网络咨询由工作人员代为记录，咨询人签名处注明方式。",
  ),
];
