import { body, head, line, note, numberLine, room, titleLine } from "../parts.mjs";
import { label, rowOf, table, value } from "../tables.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-023: somebody without a defender asks for a duty lawyer (法律援助法第三十条). */
export const helpApplication = [
  titleLine("{{formTitle}}"),
  table(
    [20, 30, 20, 30],
    [
      [label("申请人姓名"), value("{{personName}}"), label("证件号码"), value("{{certNo}}")],
      [label("办案机关"), value("{{organ}}"), label("所处阶段"), value("{{proceduralStage}}")],
      [label("涉嫌罪名"), value("{{suspectedCharge}}"), label("羁押或者居住场所"), value("{{custodyPlace}}")],
      [label("已有辩护人"), value("{{hasDefender}}"), label("申请原因"), value("{{reason}}")],
      [label("提出时间"), value("{{requestedAt}}"), label("值班工作站"), value("{{stationName}}")],
      { cells: [label("希望得到的\n法律帮助"), value("{{helpWanted}}", { span: 3 })], height: 3200 },
    ],
  ),
  room(400),
  line("申请人（签名或者捺指印）：　　　　　　　　　　　　年　　月　　日"),
  note(
    "值班律师提供法律咨询、程序选择建议、申请变更强制措施、对案件处理提出意见等法律帮助，不收取任何费用。",
  ),
];

/** FZ-024 to FZ-027: the organ tells agency and duty lawyer who needs help, and why. @param {string} duty what binds the organ */
const dutyNotice = (duty) => [
  titleLine("值班律师提供法律帮助通知书"),
  line("法律援助机构（值班律师工作站：{{stationName}}）："),
  body(
    "{{organ}}办理的{{personName}}涉嫌{{suspectedCharge}}一案，现处{{proceduralStage}}阶段。{{personName}}没有辩护人，因下列原因需要值班律师提供法律帮助：{{reason}}。",
  ),
  body(`${duty}请安排值班律师为其提供法律帮助。`),
  room(100),
  table(
    [20, 30, 20, 30],
    [
      [label("当事人"), value("{{personName}}"), label("证件号码"), value("{{certNo}}")],
      [label("涉嫌罪名"), value("{{suspectedCharge}}"), label("羁押或者居住场所"), value("{{custodyPlace}}")],
      [label("提出时间"), value("{{requestedAt}}"), label("通知值班律师时间"), value("{{notifiedAt}}")],
      [label("值班律师"), value("{{lawyer.name}}"), label("值班律师电话"), value("{{lawyer.phone}}")],
      [label("通知人"), value("{{notifiedBy}}", { span: 3 })],
    ],
  ),
  room(300),
  line("{{organ}}（印章）", "right"),
  line("年　　月　　日", "right"),
];

export const policeNotice = dutyNotice(
  `根据《中华人民共和国刑事诉讼法》第三十六条、${LAL}第三十条和第三十七条、《公安机关办理刑事案件程序规定》第四十九条，`,
);
export const securityNotice = dutyNotice(
  `根据《中华人民共和国刑事诉讼法》第四条、第三十六条和${LAL}第三十条、第三十七条，`,
);
export const procuratorateNotice = dutyNotice(
  `根据《中华人民共和国刑事诉讼法》第三十六条、${LAL}第三十条和第三十七条、《人民检察院刑事诉讼规则》第二百六十七条，`,
);
export const courtNotice = dutyNotice(
  `根据《中华人民共和国刑事诉讼法》第三十六条和${LAL}第三十条、第三十七条，`,
);

/** FZ-028: what the duty lawyer did, whether the opinion was followed, presence at the plea (法律援助法第三十条; 刑诉法第一百七十四条). */
export const serviceRecord = [
  ...head(),
  numberLine(),
  table(
    [18, 32, 18, 32],
    [
      [label("当事人"), value("{{personName}}"), label("证件号码"), value("{{certNo}}")],
      [label("办案机关"), value("{{organ}}"), label("所处阶段"), value("{{proceduralStage}}")],
      [label("涉嫌罪名"), value("{{suspectedCharge}}"), label("值班工作站"), value("{{stationName}}")],
      [label("值班律师"), value("{{lawyer.name}}"), label("执业证号"), value("{{lawyer.licenceNo}}")],
      [label("提供帮助时间"), value("{{servedAt}}"), label("已有辩护人"), value("{{hasDefender}}")],
      [label("会见"), value("{{hasMet}}"), label("阅卷"), value("{{hasReadFile}}")],
      [label("帮助内容"), value("{{kinds}}", { span: 3 })],
      { cells: [label("法律意见"), value("{{opinionText}}", { span: 3 })], height: 2400 },
      [label("意见采纳情况"), value("{{adoptionOfOpinion}}", { span: 3 })],
      [label("认罪认罚"), value("{{pleaText}}", { span: 3 })],
      [label("后续"), value("{{dutyConversion}}", { span: 3 })],
      {
        cells: [label("值班律师\n（签名）"), value(" "), label("当事人\n（签名）"), value(" ")],
        height: 1000,
      },
    ],
  ),
  note("当事人拒绝签名的，由值班律师注明情况。"),
];

/** FZ-029: every service of a station in a month, with totals by stage and kind. */
export const dutyLedger = [
  ...head(),
  numberLine("{{name}}　{{ledgerMonth}}"),
  table(
    [6, 14, 11, 13, 24, 11, 10, 11],
    [
      ["序号", "日期", "当事人", "阶段", "帮助内容", "值班律师", "意见采纳", "后续"].map((text) =>
        label(text),
      ),
      rowOf("ledgerList", [
        value("{{no}}", { align: "center" }),
        value("{{on}}"),
        value("{{person}}"),
        value("{{stage}}"),
        value("{{kinds}}"),
        value("{{lawyer}}"),
        value("{{adopted}}"),
        value("{{result}}"),
      ]),
      [label("合计", { span: 2 }), value("{{ledgerTotal}}人次", { span: 6 })],
    ],
  ),
  room(160),
  table(
    [12, 58, 30],
    [
      ["序号", "诉讼阶段", "人次"].map((text) => label(text)),
      rowOf("ledgerByStage", [
        value("{{no}}", { align: "center" }),
        value("{{item}}"),
        value("{{count}}", { align: "center" }),
      ]),
    ],
  ),
  room(160),
  table(
    [12, 58, 30],
    [
      ["序号", "帮助内容", "次数"].map((text) => label(text)),
      rowOf("ledgerByKind", [
        value("{{no}}", { align: "center" }),
        value("{{item}}"),
        value("{{count}}", { align: "center" }),
      ]),
    ],
  ),
  note("一次法律帮助可以包含多项内容，帮助内容合计可以大于人次。制表：{{agencyName}}，{{issuedOnText}}。"),
];
