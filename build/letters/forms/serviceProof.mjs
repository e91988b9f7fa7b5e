import { head, note } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

/** FZ-022: which letter, to whom, where and how; the pen fills in what is not known before the way. */
export const serviceProof = [
  ...head(),
  table(
    [22, 78],
    [
      { cells: [label("送达文书"), value("{{servedDocument}}")], height: 800 },
      [label("文书编号"), value("{{servedNumber}}")],
      [label("受送达人"), value("{{servedTo}}")],
      { cells: [label("送达地点"), value("{{servedPlace}}")], height: 800 },
      { cells: [label("送达方式"), value("{{servedHow}}")], height: 800 },
      { cells: [label("收件人及其\n与受送达人关系"), value("{{servedReceiver}}")], height: 800 },
      { cells: [label("收件人\n（签名或者盖章）"), value("＞{{servedOnText}}")], height: 1300 },
      { cells: [label("拒绝签收、见证人\n和备注"), value("{{servedRemark}}")], height: 1800 },
      { cells: [label("送达人\n（签名）"), value("＞　　　　年　　月　　日")], height: 1000 },
    ],
  ),
  note(
    "代收的，注明与受送达人的关系；拒绝签收的，注明理由、日期，由送达人、见证人签名，文书留置送达（参照《中华人民共和国刑事诉讼法》第一百零七条）。",
  ),
];
