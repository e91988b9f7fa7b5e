import { head, note, numberLine } from "../parts.mjs";
import { label, rowOf, table, value } from "../tables.mjs";

/** The clocks of one file on one sheet, for the inside of its cover. Days beyond the calendar say 暂定. */
export const clockSlip = [
  ...head(),
  numberLine("案件编号：{{caseNo}}　申请编号：{{applicationNo}}"),
  table(
    [16, 34, 16, 34],
    [[label("受援人"), value("{{recipientNames}}"), label("案由"), value("{{causeText}}")]],
  ),
  table(
    [6, 33, 42, 19],
    [
      ["序号", "期限和依据", "日期", "状态"].map((text) => label(text)),
      rowOf("clockList", [
        value("{{no}}", { align: "center" }),
        value("{{matter}}\n{{basis}}"),
        value("期限届满：{{due}}\n内部目标：{{target}}\n法定最晚：{{latest}}\n起算：{{start}}"),
        value("{{state}}"),
      ]),
    ],
  ),
  note(
    "制表日期：{{issuedOnText}}。期限依卷宗记载的事实计算，事实更正后应当重新打印；以卷宗页面显示的为准。",
  ),
];
