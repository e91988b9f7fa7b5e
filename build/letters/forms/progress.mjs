import { body, closingNotes, head, line, note, numberLine, room, seal } from "../parts.mjs";
import { label, rowOf, table, value } from "../tables.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-014: what was done and reported, entry by entry (法律援助法第四十六条第二款). */
export const progressRecord = [
  ...head(),
  numberLine("案件编号：{{caseNo}}"),
  table(
    [16, 34, 16, 34],
    [
      [label("受援人"), value("{{recipientNames}}"), label("案由"), value("{{causeText}}")],
      [label("承办人员"), value("{{lawyer.name}}"), label("承办单位"), value("{{provider.name}}")],
      [label("办案机关"), value("{{organText}}"), label("所处阶段"), value("{{proceduralStage}}")],
    ],
  ),
  room(100),
  table(
    [8, 24, 20, 48],
    [
      ["序号", "时间", "事项", "办理、通报或者报告内容"].map((text) => label(text)),
      rowOf("activities", [
        value("{{no}}", { align: "center" }),
        value("{{at}}"),
        value("{{type}}"),
        value("{{summary}}"),
      ]),
    ],
  ),
  room(100),
  table(
    [20, 30, 20, 30],
    [
      {
        cells: [label("承办人员\n（签名）"), value(" "), label("受援人\n（签名）"), value(" ")],
        height: 900,
      },
    ],
  ),
  note(`承办人员应当按照规定向受援人通报法律援助事项办理情况（${LAL}第四十六条第二款）。`),
];

/** FZ-015: who is introduced to whom, for what, until when (律师法第三十五条). */
export const introduction = [
  ...head(),
  numberLine(),
  line("{{introductionTo}}："),
  body(
    "兹介绍{{lawyer.name}}（{{lawyer.type}}，执业证号：{{lawyer.licenceNo}}，{{provider.name}}）前往你单位，办理受援人{{recipientNames}}{{causeText}}一案的下列事项：",
  ),
  body("{{introductionPurpose}}"),
  body(`请予协助，提供便利（${LAL}第六条）。`),
  body("本介绍信有效期至{{introductionValidUntilOn}}。", true),
  ...seal(),
  ...closingNotes(),
];
