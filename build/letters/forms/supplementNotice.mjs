import { body, closingNotes, each, head, heading, line, numberLine, room, seal, when } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

/** FZ-006: one complete list, the day, and what follows if nothing comes (法律援助法第四十三条第二款). */
export const supplementNotice = [
  ...head(),
  numberLine(),
  line("{{personName}}："),
  body(
    "你于{{receivedOnText}}提出的法律援助申请（申请事项：{{matter}}；申请编号：{{applicationNo}}）收悉。经审查，申请材料不齐全或者需要说明，现根据《中华人民共和国法律援助法》第四十三条第二款，一次性告知如下：",
  ),
  heading("一、需要补充的材料"),
  ...each("supplementList", body("{{no}}．{{item}}")),
  ...when("hasExplain", heading("二、需要作出说明的事项"), ...each("explainList", body("{{no}}．{{item}}"))),
  heading("期限和后果"),
  body(
    "请于{{supplementDueOn}}前（含当日）将上述材料或者说明提交本机构。未按要求补充材料或者作出说明的，视为撤回申请。视为撤回不影响你在具备条件后重新申请。",
  ),
  body("提交材料确有困难的，请在期限内与本机构联系。", true),
  ...seal(),
  room(160),
  table(
    [16, 34, 16, 34],
    [{ cells: [label("签收人\n（签名）"), value(" "), label("签收日期"), value(" ")], height: 800 }],
  ),
  ...closingNotes(),
];
