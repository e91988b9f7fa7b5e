import { body, head, heading, line, numberLine, room, when } from "../parts.mjs";
import { label, rowOf, table, value } from "../tables.mjs";

const household = table(
  [8, 20, 20, 10, 22, 20],
  [
    ["序号", "姓名", "与申请人关系", "年龄", "职业", "月收入（元）"].map((text) => label(text)),
    rowOf("household", [
      value("{{no}}", { align: "center" }),
      value("{{name}}"),
      value("{{relation}}", { align: "center" }),
      value("{{age}}", { align: "center" }),
      value("{{occupation}}"),
      value("{{incomeFen}}", { align: "right" }),
    ]),
    [
      label("合计", { span: 2 }),
      value("{{householdCount}}人", { span: 3, align: "center" }),
      value("{{householdTotal}}", { align: "right" }),
    ],
    [label("人均月收入计算", { span: 2 }), value("{{perHeadWorking}}", { span: 4 })],
  ],
);

/** FZ-004: household, income per head with its working, property and expenses, pledge (法律援助法第四十一条). */
export const hardshipForm = [
  ...head(),
  numberLine("申请编号：{{letterNumber}}"),
  table(
    [16, 34, 16, 34],
    [
      [label("申请人"), value("{{personName}}"), label("联系电话"), value("{{phone}}")],
      [label("证件类型"), value("{{certType}}"), label("证件号码"), value("{{certNo}}")],
      [label("现住址"), value("{{residence}}"), label("工作单位"), value("{{employer}}")],
      [label("困难情形"), value("{{hardshipSituation}}"), label("核查方式"), value("{{track}}")],
    ],
  ),
  room(140),
  household,
  room(140),
  table(
    [24, 76],
    [
      [label("住房"), value("{{housing}}")],
      [label("车辆"), value("{{vehicle}}")],
      [label("存款及有价证券"), value("{{savingsFen}}")],
      [label("重大支出"), value("{{majorExpenses}}")],
    ],
  ),
  ...when(
    "isPledge",
    heading("个人诚信承诺"),
    body(
      "本人承诺以上所填经济状况真实、完整，并愿意接受核查。以欺骗手段获得法律援助的，依法承担终止援助、支付已实施援助的费用和罚款等责任（《中华人民共和国法律援助法》第四十一条第二款、第四十八条、第六十四条）。",
    ),
  ),
  ...when(
    "isDataQuery",
    heading("核查说明"),
    body(
      "本人如实说明以上经济状况，并知悉法律援助机构可以通过信息共享查询进行核查（《中华人民共和国法律援助法》第四十一条）。",
    ),
  ),
  room(300),
  line("申请人（签名或者捺指印）：　　　　　　　　　　　　年　　月　　日"),
];
