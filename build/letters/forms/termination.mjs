import { body, closingNotes, head, heading, line, numberLine, room, seal, when } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-018: the item of article 48, the facts, and the remedy with its organ (法律援助法第四十八条、第四十九条). */
export const terminationDecision = [
  ...head(),
  numberLine(),
  line("{{personName}}："),
  body(
    "本机构为你提供的{{causeText}}一案法律援助（案件编号：{{caseNo}}），经查明有下列情形：{{terminationGround}}。",
  ),
  body("具体事实和理由：{{terminationText}}"),
  ...when("wasHeard", body("{{heardText}}")),
  body(`根据${LAL}第四十八条第一款，决定自{{terminatedOnText}}起终止对你的法律援助。`),
  heading("救济途径"),
  body("{{objectionText}}"),
  ...when("hasTerminationRemedy", body("{{terminationRemedyText}}")),
  ...when("hasFurtherRemedy", body("{{furtherRemedy}}")),
  body("异议审查期间，承办人员对即将届满的期限仍应当依法采取措施。", true),
  ...seal(),
  ...closingNotes(),
];

/** FZ-019: organ and unit learn who, which case, on what ground and from when (法律援助法第四十八条). */
export const terminationLetter = [
  ...head(),
  numberLine(),
  line("{{terminationAddressees}}："),
  body(
    "受援人{{recipientNames}}{{causeText}}一案，本机构原指派{{provider.name}}{{lawyer.name}}（执业证号：{{lawyer.licenceNo}}）承办。现函告如下：",
  ),
  room(80),
  table(
    [20, 30, 20, 30],
    [
      [label("受援人"), value("{{recipientNames}}"), label("案由（罪名）"), value("{{causeText}}")],
      [label("办案机关"), value("{{organText}}"), label("办案机关案号"), value("{{organCaseNo}}")],
      [label("终止情形"), value("{{terminationGround}}", { span: 3 })],
      [label("终止日期"), value("{{terminatedOnText}}", { span: 3 })],
    ],
  ),
  room(80),
  body(
    `根据${LAL}第四十八条第一款，本机构已决定终止对受援人的法律援助。承办单位收到本函后，请依法解除委托手续并报送结案材料（${LAL}第五十条）。`,
    true,
  ),
  ...seal(),
  ...closingNotes(),
];
