import { clause, head, heading, numberLine, room, when } from "../parts.mjs";
import { label, table, value } from "../tables.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-012: recipient and unit agree: free of charge, scope, duties of both, end (法律援助法第二条、第四十六至四十八条). */
export const agreement = [
  ...head("{{agreementTitle}}"),
  numberLine(),
  table(
    [20, 30, 16, 34],
    [
      [label("甲方\n（受援人）"), value("{{personName}}"), label("证件号码"), value("{{certNo}}")],
      [label("住址"), value("{{residence}}"), label("联系电话"), value("{{phone}}")],
      [
        label("乙方\n（承办单位）"),
        value("{{provider.name}}"),
        label("单位地址"),
        value("{{provider.address}}"),
      ],
      [
        label("承办人员"),
        value("{{lawyer.name}}（{{lawyer.type}}）"),
        label("执业证号"),
        value("{{lawyer.licenceNo}}"),
      ],
    ],
  ),
  room(60),
  clause("甲方因{{causeText}}一案获得法律援助，经{{agencyName}}指派，由乙方承办。双方约定如下："),
  heading("一、委托事项和权限", true),
  clause(
    "甲方委托乙方指派的{{lawyer.name}}在本案{{proceduralStage}}阶段担任{{roleText}}，援助形式为{{aidForm}}。权限：{{scopeText}}",
  ),
  heading("二、无偿服务", true),
  clause(`乙方及承办人员无偿提供法律服务，不得以任何名义向甲方收取财物（${LAL}第二条、第二十条）。`),
  heading("三、乙方的义务", true),
  clause(
    "依法、及时、尽责办理，无正当理由不得拒绝、拖延或者终止服务；按照规定向甲方通报办理情况；保守在办理中知悉的秘密和隐私；办理结束后向法律援助机构报告（第二十一条、第四十六条、第五十条）。",
  ),
  heading("四、甲方的义务", true),
  clause("如实陈述案情，及时提供证据材料，协助、配合办理（第四十七条）。"),
  heading("五、更换和终止", true),
  clause(
    "乙方未依法履行职责的，甲方可以向司法行政部门投诉，并可以请求法律援助机构更换承办人员（第五十五条）。出现第四十八条规定情形，法律援助机构决定终止法律援助的，本协议终止；甲方不服的，可以依法提出异议（第四十九条）。",
  ),
  heading("六、其他", true),
  ...when(
    "isDefence",
    clause(
      "本协议自双方签字、盖章之日起生效，至本阶段辩护工作结束时止。本协议一式三份，双方各执一份，交法律援助机构存档一份。",
      true,
    ),
  ),
  ...when(
    "isAgency",
    clause(
      "本协议自双方签字、盖章之日起生效，至本阶段代理工作结束时止。本协议一式三份，双方各执一份，交法律援助机构存档一份。",
      true,
    ),
  ),
  room(100),
  table(
    [50, 50],
    [
      {
        cells: [
          value("甲方（签名或者捺指印）：\n \n＞年　　月　　日　"),
          value("乙方（盖章）：\n承办人员（签名）：\n＞年　　月　　日　"),
        ],
        height: 1200,
      },
    ],
  ),
];
