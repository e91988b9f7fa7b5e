import { body, closingNotes, head, line, note, numberLine, room, seal } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

const LAL = "《中华人民共和国法律援助法》";

const theCase = [
  [label("受援人"), value("{{file.personName}}"), label("案由（罪名）"), value("{{fileCause}}")],
  [label("案件编号"), value("{{fileNumber}}"), label("承办人员"), value("{{handlerText}}")],
];

/** FZ-030: a hearing observed (法律援助法第五十九条). */
export const hearingRecord = [
  ...head(),
  table(
    [18, 32, 18, 32],
    [
      ...theCase,
      [label("审理机关"), value("{{court}}"), label("旁听时间"), value("{{observedAt}}")],
      { cells: [label("旁听情况"), value("{{observation}}", { span: 3 })], height: 4200 },
      [label("总分"), value("{{total}}"), label("等次"), value("{{grade}}")],
      { cells: [label("改进意见"), value("{{improvement}}", { span: 3 })], height: 1800 },
      {
        cells: [
          label("旁听人员\n（签名）"),
          value("{{reviewerId}}"),
          label("日期"),
          value("{{issuedOnText}}"),
        ],
        height: 900,
      },
    ],
  ),
  note(`质量监督采取庭审旁听、案卷检查、征询司法机关意见、回访受援人等方式（${LAL}第五十九条）。`),
];

/** FZ-031: the organ is asked how the handler worked, with a reply slip (法律援助法第五十九条). */
export const organInquiry = [
  ...head(),
  numberLine(),
  line("{{organ}}："),
  body(
    `为加强法律援助质量监督，根据${LAL}第五十九条，现就{{file.personName}}{{fileCause}}一案（承办人员：{{handlerText}}）的办理情况征询你单位意见：`,
  ),
  body("{{organQuestions}}"),
  body("请将意见填写在下表并退回本机构。", true),
  ...seal(),
  ...closingNotes(),
  room(200),
  table(
    [22, 78],
    [
      [label("回执"), value("案件：{{file.personName}}　{{fileCause}}")],
      [label("是否依法履行职责"), value("□是　　□基本是　　□否")],
      { cells: [label("意见和建议"), value(" ")], height: 2400 },
      { cells: [label("填写单位\n（印章）"), value("＞年　　月　　日")], height: 900 },
    ],
  ),
];

/** FZ-032: the recipient is asked afterwards (法律援助法第五十九条). */
export const recipientVisit = [
  ...head(),
  table(
    [18, 32, 18, 32],
    [
      ...theCase,
      [label("回访日期"), value("{{visitedOn}}"), label("回访方式"), value("{{visitChannel}}")],
      [label("受援人电话"), value("{{file.phone}}"), label("满意度（1–5）"), value("{{satisfaction}}")],
      { cells: [label("对服务的评价"), value("{{visitEvaluation}}", { span: 3 })], height: 3200 },
      { cells: [label("意见和建议"), value("{{visitSuggestions}}", { span: 3 })], height: 2200 },
      {
        cells: [label("回访人\n（签名）"), value("{{reviewerId}}"), label("受援人\n（签名）"), value(" ")],
        height: 900,
      },
    ],
  ),
  note("电话回访的，受援人签名处注明。"),
];
