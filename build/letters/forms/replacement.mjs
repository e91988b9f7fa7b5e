import { body, closingNotes, head, line, note, numberLine, seal, when } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-016: request, verification and decision, two signatures of two people (法律援助法第五十五条). */
export const replacementForm = [
  ...head(),
  numberLine("案件编号：{{caseNo}}"),
  table(
    [18, 32, 18, 32],
    [
      [label("受援人"), value("{{recipientNames}}"), label("案由"), value("{{causeText}}")],
      [label("现承办人员"), value("{{replacedName}}"), label("所在单位"), value("{{replacedUnit}}")],
      [
        label("申请人"),
        value("{{replacementInitiator}}"),
        label("申请时间"),
        value("{{replacementRequestedAt}}"),
      ],
      [label("申请更换的原因"), value("{{replacementReasons}}", { span: 3 })],
      { cells: [label("事实、理由和证据"), value("{{replacementStatement}}", { span: 3 })], height: 2200 },
      [label("申请人\n（签名）"), value(" "), label("日期"), value("　　年　　月　　日")],
      {
        cells: [
          label("核实情况和\n审核意见"),
          value(
            "{{replacementReviewText}}\n＞审核人（签名）：{{replacementReviewer}}　　　　　　{{replacementReviewedOn}}",
            { span: 3 },
          ),
        ],
        height: 1800,
      },
      {
        cells: [
          label("审批意见"),
          value(
            "{{replacementApprovalText}}\n＞负责人（签名）：{{replacementApprover}}　　　　　　{{replacementDecidedOn}}",
            { span: 3 },
          ),
        ],
        height: 1800,
      },
    ],
  ),
  note(
    `审核人与审批人不得为同一人。受援人有证据证明承办人员未依法履行职责的，可以请求更换（${LAL}第五十五条）。`,
  ),
];

/** FZ-017: either the same unit changes the person, or it no longer acts (法律援助文书格式十七, excerpts only). */
export const replacementNotice = [
  ...head(),
  numberLine(),
  line("{{replacedUnit}}："),
  body(
    `你单位{{replacedName}}承办的受援人{{recipientNames}}{{causeText}}一案，有下列情形：{{replacementReasons}}。经核实，{{replacementReasonText}}根据${LAL}第五十五条，决定：`,
  ),
  ...when(
    "changesPerson",
    body(
      "由你单位更换承办人员。请自收到本通知之日起{{changeDays}}日内另行安排符合条件的人员，并在更换后{{informDays}}日内告知受援人和本机构，变更委托协议和授权委托书，办理案件材料移交。",
    ),
  ),
  ...when(
    "changesProvider",
    body(
      "你单位不再承办本案。请自收到本通知之日起{{changeDays}}日内与受援人解除委托协议，将案件材料移交本机构，并在{{informDays}}日内告知受援人；本机构另行指派承办单位。",
    ),
  ),
  body("移交完成前，请采取必要措施，避免受援人的期限利益受到损失。"),
  body("本通知同时抄送受援人。", true),
  ...seal(),
  ...closingNotes(),
];
