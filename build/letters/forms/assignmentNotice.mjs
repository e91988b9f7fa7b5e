import { clause, closingNotes, each, head, heading, line, numberLine, room, seal, when } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-011: whom to act for, what whoever acts must be, and by when (法律援助法第三十六条、第四十三条). */
export const assignmentNotice = [
  ...head(),
  numberLine(),
  line("{{provider.name}}："),
  ...when(
    "isApplied",
    clause(
      `根据${LAL}第四十三条第一款，现指派你单位{{lawyer.name}}为受援人{{recipientNames}}提供法律援助，担任{{roleText}}。`,
    ),
  ),
  ...when(
    "isNotified",
    clause(
      `{{organText}}来函：{{noticeText}}。根据${LAL}第三十六条，现指派你单位{{lawyer.name}}担任受援人{{recipientNames}}的{{roleText}}。`,
    ),
  ),
  room(60),
  table(
    [18, 32, 18, 32],
    [
      [label("受援人"), value("{{recipientNames}}"), label("受援人电话"), value("{{phone}}")],
      [label("案由（罪名）"), value("{{causeText}}"), label("所处阶段"), value("{{proceduralStage}}")],
      [label("办案机关"), value("{{organText}}"), label("机关联系人"), value("{{organContact}}")],
      [label("开庭时间地点"), value("{{hearingText}}"), label("羁押场所"), value("{{custodyPlace}}")],
      [
        label("承办人员"),
        value("{{lawyer.name}}（{{lawyer.type}}）"),
        label("执业证号"),
        value("{{lawyer.licenceNo}}"),
      ],
      [label("指派日期"), value("{{assignedOnText}}"), label("签订协议"), value("{{agreementDueText}}")],
    ],
  ),
  heading("承办人员应当具备的条件", true),
  ...each("qualificationList", clause("{{no}}．{{item}}。")),
  heading("承办要求", true),
  clause(
    "1．收到本通知后及时安排承办人员并告知受援人；不能承办的，立即书面说明正当理由，指派期限不因此延长。",
  ),
  ...when(
    "needsAgreement",
    clause(
      "2．自指派之日起五日内，即最迟于{{agreementDueText}}，与受援人签订委托协议和授权委托书；因受援人或者其他客观原因不能按时签订的，书面说明（《办理法律援助案件程序规定》第二十七条）。",
    ),
  ),
  ...when(
    "needsConsentNote",
    clause(
      "2．首次会见或者联系受援人时，征得其同意并留存书面记录；受援人另行委托或者不同意的，立即告知本机构。",
    ),
  ),
  clause(
    `3．无正当理由不得拒绝、拖延或者终止服务，按照规定向受援人通报办理情况（${LAL}第四十六条）；不得收取财物，保守秘密和隐私（第二十条、第二十一条）。`,
  ),
  clause("4．办理结束后及时报告，提交法律文书副本或者复印件、办理情况报告等材料（第五十条）。", true),
  ...seal(),
  ...closingNotes(),
];
