import { body, closingNotes, head, line, numberLine, room, seal, when } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-013: who acts, told to the organ within the same three days (法律援助法第三十六条); used for meetings (刑诉法第三十九条). */
export const organLetter = [
  ...head(),
  numberLine(),
  line("{{organName}}："),
  ...when(
    "isNotified",
    body(`贵单位{{noticeText}}通知收悉。根据${LAL}第三十六条，本机构已指派法律援助人员，现函告如下：`),
  ),
  ...when(
    "isApplied",
    body(
      `{{recipientNames}}因{{causeText}}一案申请法律援助，本机构已决定给予。根据${LAL}第四十三条第一款，本机构已指派法律援助人员，现函告如下：`,
    ),
  ),
  room(100),
  table(
    [18, 32, 18, 32],
    [
      [label("受援人"), value("{{recipientNames}}"), label("案由（罪名）"), value("{{causeText}}")],
      [label("所处阶段"), value("{{proceduralStage}}"), label("贵单位案号"), value("{{organCaseNo}}")],
      [label("承办人员"), value("{{lawyer.name}}"), label("人员类别"), value("{{lawyer.type}}")],
      [label("执业证号"), value("{{lawyer.licenceNo}}"), label("联系电话"), value("{{lawyer.phone}}")],
      [label("所在单位"), value("{{provider.name}}"), label("单位电话"), value("{{provider.phone}}")],
      [label("案件身份"), value("{{roleText}}"), label("指派日期"), value("{{assignedOnText}}")],
    ],
  ),
  room(100),
  body(`请依法为承办人员开展工作提供便利（${LAL}第六条）。`),
  ...when(
    "isDefence",
    body(
      "承办律师持律师执业证书、律师事务所证明和本函，可以要求会见在押的犯罪嫌疑人、被告人（《中华人民共和国刑事诉讼法》第三十九条）。",
    ),
  ),
  body(
    "受援人另行委托辩护人、代理人或者不同意由上述人员承办，以及开庭时间地点、强制措施、羁押场所发生变化的，请及时告知本机构和承办人员。",
    true,
  ),
  ...seal(),
  ...closingNotes(),
];
