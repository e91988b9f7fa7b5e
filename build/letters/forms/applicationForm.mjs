import { clause, head, heading, line, note, numberLine, room, when } from "../parts.mjs";
import { label, rowOf, table, value } from "../tables.mjs";

const person = table(
  [17, 18, 14, 15, 14, 22],
  [
    [
      label("申请人"),
      value("{{personName}}"),
      label("性别"),
      value("{{sex}}"),
      label("出生日期"),
      value("{{birthOn}}"),
    ],
    [label("证件类型"), value("{{certType}}"), label("证件号码"), value("{{certNo}}", { span: 3 })],
    [
      label("民族"),
      value("{{ethnicity}}"),
      label("职业"),
      value("{{occupation}}"),
      label("联系电话"),
      value("{{phone}}"),
    ],
    [label("户籍地址"), value("{{householdAddress}}", { span: 5 })],
    [label("现住址"), value("{{residence}}", { span: 5 })],
    [label("送达地址"), value("{{mailingAddress}}", { span: 5 })],
    [
      label("人群类别"),
      value("{{categories}}", { span: 2 }),
      label("语言或者\n手语需求"),
      value("{{languageNeed}}", { span: 2 }),
    ],
    [label("共同受援人"), value("{{coApplicantNames}}", { span: 5 })],
    [label("代为申请人"), value("{{proxyText}}", { span: 5 })],
  ],
);

const matter = table(
  [17, 33, 17, 33],
  [
    [label("申请事项"), value("{{matter}}"), label("其他事项"), value("{{secondaryMatter}}")],
    [label("援助形式"), value("{{aidForm}}"), label("诉讼地位"), value("{{legalStatus}}")],
    [label("案由"), value("{{causeOfAction}}"), label("所处阶段"), value("{{proceduralStage}}")],
    [label("办案机关"), value("{{handlingOrgan}}"), label("机关案号"), value("{{organCaseNo}}")],
    [
      label("争议金额"),
      value("{{amountFen}}"),
      label("已委托辩护\n人、代理人"),
      value("{{hasAgentAlready}}"),
    ],
    [label("时效期限\n届满日"), value("{{limitationOn}}"), label("此前申请"), value("{{priorApplication}}")],
  ],
);

const opposing = table(
  [8, 30, 12, 30, 20],
  [
    ["序号", "对方当事人", "性质", "地址", "电话"].map((text) => label(text)),
    rowOf("opposingParties", [
      value("{{no}}", { align: "center" }),
      value("{{name}}"),
      value("{{isOrganisation}}", { align: "center" }),
      value("{{address}}"),
      value("{{phone}}"),
    ]),
  ],
);

/** FZ-002: the application itself, with the statement of truth and the notice on personal information. */
export const applicationForm = [
  ...head(),
  numberLine("申请编号：{{letterNumber}}"),
  person,
  room(140),
  matter,
  room(140),
  opposing,
  room(140),
  table(
    [17, 83],
    [
      { cells: [label("事实与理由"), value("{{caseFacts}}")], height: 2000 },
      { cells: [label("请求"), value("{{request}}")], height: 900 },
      [label("经济状况"), value("{{track}}")],
    ],
  ),
  heading("申请人声明", true),
  clause(
    "一、本人如实填写本表并提交真实的材料。以欺骗或者其他不正当手段获得法律援助的，依法终止法律援助，由司法行政部门责令支付已实施法律援助的费用，并处三千元以下罚款（《中华人民共和国法律援助法》第四十八条、第六十四条）。",
  ),
  clause(
    "二、本人已被告知：本机构为履行法律援助职责处理本表及材料中的个人信息，包括身份、健康、经济状况等敏感个人信息；本人可以依法查阅、复制、更正（《中华人民共和国个人信息保护法》第十七条、第三十五条、第四十五条、第四十六条）。",
  ),
  room(200),
  line("申请人（签名或者捺指印）：　　　　　　　　　　　　年　　月　　日"),
  ...when("hasProxy", line("代为申请人（签名）：　　　　　　　　　　　　　　　年　　月　　日")),
  note("口头申请的，由工作人员代为填写，经申请人核对后签名或者捺指印。"),
];
