import { body, closingNotes, head, line, note, numberLine, room, seal } from "../parts.mjs";
import { label, rowOf, table, value } from "../tables.mjs";

/** FZ-005: what was handed in, by whom, when, and by which day a decision falls due (法律援助法第四十三条第一款). */
export const receipt = [
  ...head(),
  numberLine("申请编号：{{letterNumber}}"),
  line("{{personName}}："),
  body(
    "你申请法律援助（申请事项：{{matter}}），本机构已于{{receivedAt}}收到下列材料，共{{materialCount}}件。",
  ),
  room(120),
  table(
    [8, 34, 26, 10, 10, 12],
    [
      ["序号", "材料名称", "类别", "份数", "页数", "形式"].map((text) => label(text)),
      rowOf("materials", [
        value("{{no}}", { align: "center" }),
        value("{{title}}"),
        value("{{kind}}"),
        value("{{copies}}", { align: "center" }),
        value("{{pages}}", { align: "center" }),
        value("{{isOriginal}}", { align: "center" }),
      ]),
    ],
  ),
  room(120),
  body(
    "本机构将自收到申请之日起七日内进行审查，最迟于{{decisionDueText}}作出是否给予法律援助的决定，并书面告知（《中华人民共和国法律援助法》第四十三条第一款）。",
  ),
  body(
    "材料不齐全或者需要说明的，本机构将一次性书面告知；未按要求补充材料或者作出说明的，视为撤回申请（同条第二款）。",
  ),
  room(160),
  table(
    [16, 34, 18, 32],
    [
      {
        cells: [label("接收人\n（签名）"), value("{{receivedBy}}"), label("提交人\n（签名）"), value(" ")],
        height: 900,
      },
      [label("接收时间"), value("{{receivedAt}}"), label("提交人身份"), value("{{applyingAs}}")],
    ],
  ),
  ...seal(),
  note("本凭证一式两份，一份交提交人，一份存卷。提供法律援助不收取任何费用。"),
  ...closingNotes(),
];
