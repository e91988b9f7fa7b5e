import { bureauHead, bureauSeal } from "../bureau.mjs";
import { body, note, room } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

/** Cost and penalty for aid obtained by fraud, under penalty procedure and outside the case file (法律援助法第六十四条). */
export const penaltyLead = [
  ...bureauHead(),
  table(
    [22, 28, 22, 28],
    [
      [label("当事人"), value("{{file.personName}}"), label("证件号码"), value("{{file.certNo}}")],
      [label("相关案件"), value("{{fileCause}}"), label("案件编号"), value("{{fileNumber}}")],
      [label("承办人员、单位"), value("{{handlerText}}", { span: 3 })],
      [label("终止情形"), value("{{ground}}", { span: 3 })],
      { cells: [label("线索摘要"), value("{{summary}}", { span: 3 })], height: 4200 },
      [label("已实施法律援助\n的费用"), value("{{costText}}"), label("罚款"), value("{{fineText}}")],
      [label("处理决定文号"), value("{{decisionNo}}"), label("决定日期"), value("{{decidedOn}}")],
      [label("登记人"), value("{{openedBy}}"), label("登记时间"), value("{{openedAt}}")],
    ],
  ),
  room(80),
  body(
    "受援人以欺骗或者其他不正当手段获得法律援助的，由司法行政部门责令其支付已实施法律援助的费用，并处三千元以下罚款（《中华人民共和国法律援助法》第六十四条）。",
  ),
  ...bureauSeal(),
  note("本单依行政处罚程序办理，不归入法律援助案卷。"),
];
