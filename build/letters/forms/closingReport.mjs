import { head, note, numberLine } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

/** FZ-021: process, result and figures by the handler, the review by the agency (法律援助法第五十条). */
export const closingReport = [
  ...head(),
  numberLine(),
  table(
    [17, 33, 17, 33],
    [
      [label("受援人"), value("{{recipientNames}}"), label("案由（罪名）"), value("{{causeText}}")],
      [label("援助形式"), value("{{aidForm}}"), label("所处阶段"), value("{{proceduralStage}}")],
      [label("办案机关"), value("{{organText}}"), label("办案机关案号"), value("{{organCaseNo}}")],
      [
        label("承办人员"),
        value("{{lawyer.name}}（{{lawyer.type}}）"),
        label("承办单位"),
        value("{{provider.name}}"),
      ],
      [label("指派日期"), value("{{assignedOnText}}"), label("提交日期"), value("{{closingFiledOn}}")],
      [label("结案方式"), value("{{closingMode}}"), label("结案依据"), value("{{closingBasis}}")],
      { cells: [label("办理经过\n和结果"), value("{{closingReport}}", { span: 3 })], height: 2600 },
      [label("请求金额"), value("{{claimedText}}"), label("裁判、调解金额"), value("{{awardedText}}")],
      [
        label("取得利益或者\n挽回损失"),
        value("{{recoveredText}}"),
        label("意见采纳情况"),
        value("{{adoptionText}}"),
      ],
      [label("群体性事项"), value("{{isGroupEvent}}"), label("受援人意见"), value("{{recipientOpinion}}")],
      [label("承办人员\n（签名）"), value(" "), label("日期"), value("　　年　　月　　日")],
      {
        cells: [
          label("审查意见"),
          value(
            "{{closingReviewText}}\n＞审查人（签名）：{{closingReviewer}}　　　　　　{{closingReviewedOn}}",
            {
              span: 3,
            },
          ),
        ],
        height: 1400,
      },
    ],
  ),
  note(
    "结案材料应当包括有关法律文书的副本或者复印件、办理情况报告等（《中华人民共和国法律援助法》第五十条）。",
  ),
];
