import { body, line, room, titleLine } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

/** FZ-003: the recipient authorises the person assigned; the scope is listed (民事诉讼法第六十二条). */
export const powerOfAttorney = [
  titleLine("{{formTitle}}"),
  table(
    [16, 34, 16, 34],
    [
      [label("委托人"), value("{{personName}}"), label("性别"), value("{{sex}}")],
      [label("证件类型"), value("{{certType}}"), label("证件号码"), value("{{certNo}}")],
      [label("住址"), value("{{residence}}"), label("联系电话"), value("{{phone}}")],
      [label("受委托人"), value("{{lawyer.name}}"), label("人员类别"), value("{{lawyer.type}}")],
      [label("执业证号"), value("{{lawyer.licenceNo}}"), label("联系电话"), value("{{lawyer.phone}}")],
      [label("所在单位"), value("{{provider.name}}", { span: 3 })],
      [label("案由"), value("{{causeText}}"), label("所处阶段"), value("{{proceduralStage}}")],
      [label("办案机关"), value("{{organText}}"), label("案号"), value("{{organCaseNo}}")],
    ],
  ),
  room(200),
  body("委托人因{{causeText}}一案，根据法律规定，委托受委托人担任{{roleText}}。"),
  body("委托权限：{{scopeText}}"),
  body("委托期限：自签署之日起至本阶段办理终结之日止。"),
  body("本委托系法律援助，受委托人不得向委托人收取任何财物（《中华人民共和国法律援助法》第二十条）。"),
  room(700),
  line("委托人（签名或者捺指印）：　　　　　　　　　　　　年　　月　　日"),
  room(200),
  line("受委托人（签名）：　　　　　　　　　　　　　　　　年　　月　　日"),
];
