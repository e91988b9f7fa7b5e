import { head, note, numberLine } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

/** FZ-008: examination and approval, two signatures of two people (法律援助法第四十三条). */
export const examinationForm = [
  ...head(),
  numberLine("申请编号：{{letterNumber}}"),
  table(
    [17, 33, 17, 33],
    [
      [label("申请人"), value("{{personName}}"), label("收到申请"), value("{{receivedAt}}")],
      [label("申请事项"), value("{{matter}}"), label("援助形式"), value("{{aidForm}}")],
      [label("诉讼地位"), value("{{legalStatus}}"), label("所处阶段"), value("{{proceduralStage}}")],
      [label("办案机关"), value("{{handlingOrgan}}"), label("案由"), value("{{causeOfAction}}")],
      [label("对方当事人"), value("{{opposingNames}}", { span: 3 })],
      { cells: [label("事实与理由"), value("{{caseFacts}}", { span: 3 })], height: 1200 },
      [label("请求"), value("{{request}}", { span: 3 })],
      [label("管辖依据"), value("{{competence}}"), label("援助范围"), value("{{scopeOk}}")],
      [label("经济状况\n审查"), value("{{meansText}}", { span: 3 })],
      { cells: [label("审查情况"), value("{{examinationFindings}}", { span: 3 })], height: 1000 },
      [label("回避核对"), value("{{recusalChecked}}", { span: 3 })],
      {
        cells: [
          label("审查意见"),
          value(
            "{{opinion}}。\n{{opinionText}}\n＞审查人（签名）：{{examinerId}}　　　　　　{{examinedAt}}",
            { span: 3 },
          ),
        ],
        height: 1400,
      },
      {
        cells: [
          label("审批意见"),
          value("{{approvalText}}\n＞负责人（签名）：{{approvedBy}}　　　　　　{{approvedOnText}}", {
            span: 3,
          }),
        ],
        height: 1400,
      },
    ],
  ),
  note("审查人与审批人不得为同一人。"),
];
