import { head, note, numberLine, room } from "../parts.mjs";
import { label, rowOf, table, value } from "../tables.mjs";

/** The cover of the file: number, retention with its approval, whose case, who handled it (layout unverified). */
export const fileCover = [
  room(1200),
  ...head(),
  room(600),
  table(
    [24, 76],
    [
      { cells: [label("档号"), value("{{archiveNo}}")], height: 800 },
      { cells: [label("案件编号"), value("{{fileNumber}}")], height: 800 },
      { cells: [label("归档年度"), value("{{year}}")], height: 800 },
      { cells: [label("类别"), value("{{category}}")], height: 800 },
      { cells: [label("受援人"), value("{{file.personName}}")], height: 800 },
      { cells: [label("案由（罪名）"), value("{{fileCause}}")], height: 800 },
      { cells: [label("承办人员、单位"), value("{{handlerText}}")], height: 800 },
      { cells: [label("结案日期"), value("{{closedOn}}")], height: 800 },
      { cells: [label("保管期限"), value("{{retentionText}}")], height: 800 },
      { cells: [label("密级"), value("{{secrecy}}")], height: 800 },
      { cells: [label("卷数、页数"), value("共{{volumes}}卷，{{pages}}页")], height: 800 },
    ],
  ),
];

/** The papers of the file in order, with their pages. */
export const fileCatalogue = [
  ...head(),
  numberLine("档号：{{archiveNo}}　受援人：{{file.personName}}"),
  table(
    [10, 60, 15, 15],
    [
      ["序号", "题名", "起页", "止页"].map((text) => label(text)),
      rowOf("catalogue", [
        value("{{no}}", { align: "center" }),
        value("{{title}}"),
        value("{{fromPage}}", { align: "center" }),
        value("{{toPage}}", { align: "center" }),
      ]),
    ],
  ),
  note("案件编号：{{fileNumber}}。共{{volumes}}卷，{{pages}}页。"),
];

/** 备考表: the state of the file when it was filed, and what was corrected afterwards. */
export const fileNotes = [
  ...head(),
  numberLine("档号：{{archiveNo}}"),
  table(
    [24, 76],
    [
      [label("案件"), value("{{file.personName}}　{{fileCause}}（{{fileNumber}}）")],
      [label("卷内情况"), value("本卷宗共{{volumes}}卷，{{pages}}页。")],
      { cells: [label("情况说明"), value(" ")], height: 3600 },
      { cells: [label("更正附页"), value("{{correctionText}}")], height: 2400 },
      [label("移交人"), value("{{handedOverBy}}")],
      { cells: [label("立卷人\n（签名）"), value("{{filedBy}}　　　　{{filedAt}}")], height: 900 },
      { cells: [label("检查人\n（签名）"), value("＞年　　月　　日")], height: 900 },
    ],
  ),
];
