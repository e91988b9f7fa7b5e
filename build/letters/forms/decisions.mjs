import { body, closingNotes, each, head, heading, line, numberLine, seal, when } from "../parts.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-009: aid is given, or given first; who handles it or by when; rights and duties (法律援助法第四十三条、第四十四条). */
export const grantDecision = [
  ...head(),
  numberLine(),
  line("{{personName}}："),
  ...when(
    "isGranted",
    body(
      "你于{{receivedOnText}}提出的法律援助申请（申请事项：{{matter}}；申请编号：{{applicationNo}}）收悉。经审查，{{reasonSentence}}",
    ),
    body("根据{{grantBasis}}，决定给予你法律援助，援助形式为{{aidForm}}。"),
  ),
  ...when(
    "isEmergency",
    body(
      "你于{{receivedOnText}}提出的法律援助申请（申请事项：{{matter}}；申请编号：{{applicationNo}}）收悉。经审查，你的情况属于：{{emergencyGroundText}}。{{emergencySentence}}",
    ),
    body(
      `根据${LAL}第四十四条第一款，决定先行向你提供法律援助，援助形式为{{aidForm}}。你应当及时补办有关手续，补充有关材料（同条第二款）。`,
    ),
  ),
  ...when("hasCoApplicants", body("共同受援人：{{coApplicantNames}}。")),
  ...when(
    "hasHandler",
    body("承办单位：{{provider.name}}。"),
    body("承办人员：{{lawyer.name}}（{{lawyer.type}}），电话{{lawyer.phone}}。"),
  ),
  ...when(
    "lacksHandler",
    body(
      "本机构将自作出本决定之日起三日内，即最迟于{{assignDueText}}，指派法律援助人员，并告知你承办单位和人员。",
    ),
  ),
  heading("受援人的权利"),
  body(`1．获得无偿的法律服务；承办人员不得收取任何财物（${LAL}第二条、第二十条）。`),
  body(
    "2．了解法律援助事项的办理情况；承办人员未依法履行职责的，可以向司法行政部门投诉，并可以请求更换（第五十五条）。",
  ),
  body("3．国家秘密、商业秘密和个人隐私依法受到保护（第二十一条）。"),
  heading("受援人的义务"),
  body("1．如实陈述与法律援助事项有关的情况，及时提供证据材料，协助、配合办理（第四十七条）。"),
  body(
    "2．经济状况发生变化不再符合条件，或者自行委托律师、其他代理人的，应当告知本机构；有法律规定情形的，依法终止法律援助（第四十八条）。",
    true,
  ),
  ...seal(),
  ...closingNotes(),
];

/** FZ-010: the grounds, the reasons in words, and the remedy with its organ (法律援助法第四十三条、第四十九条). */
export const denialDecision = [
  ...head(),
  numberLine(),
  line("{{personName}}："),
  body(
    "你于{{receivedOnText}}提出的法律援助申请（申请事项：{{matter}}；申请编号：{{applicationNo}}）收悉。经审查，你的申请有下列情形：",
  ),
  ...each("denialList", body("{{no}}．{{ground}}{{basis}}。")),
  body("具体理由：{{reasonSentence}}"),
  body(`根据${LAL}第四十三条第一款，决定不予法律援助。`),
  heading("救济途径"),
  body("{{objectionText}}"),
  ...when("hasAddedRemedy", body("{{addedRemedy}}")),
  ...when("hasFurtherRemedy", body("{{furtherRemedy}}")),
  body("情况发生变化、符合法律援助条件的，可以重新申请。", true),
  ...seal(),
  ...closingNotes(),
];
