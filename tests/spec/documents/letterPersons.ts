import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { ConsultationFacts } from "../../../shared/dictionary/consultation.ts";
import type { BureauFacts, LawyerFacts, ProviderFacts } from "../../../shared/dictionary/registers.ts";
import { remedyTextOf } from "../../../shared/documents/remedy.ts";
import { citizenIdCheck } from "../../../shared/kernel/citizenId.ts";
import { day } from "../../../shared/kernel/day.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";

const idNumber = (first17: string): string => first17 + citizenIdCheck(first17);

/** An invented county; nobody here exists. */
export const BUREAU: BureauFacts = {
  name: "甲县司法局",
  shortName: "甲",
  kind: "DESIGNATED_DEPT",
  deptName: "公共法律服务管理股",
  designationDocNo: "甲司〔2025〕12号",
  designatedOn: day("2025-01-06"),
  sealName: "甲县司法局",
  address: "甲县人民路18号",
  phone: "0700-1234567",
  objectionOrgan: "甲县司法局",
  reconsiderationOrgans: "甲县人民政府或者乙市司法局",
  court: "甲县人民法院",
};

export const LAWYER: LawyerFacts = {
  name: "方承办",
  type: "LAWYER",
  licenceNo: "99999201810000001",
  phone: "13800000009",
  status: "ACTIVE",
};
export const PROVIDER: ProviderFacts = {
  name: "甲县正和律师事务所",
  kind: "FIRM",
  address: "甲县文昌街6号",
  headName: "郑负责",
  phone: "0700-7654321",
};
export const STAFF = {
  "staff-0001": { name: "王窗口" },
  "staff-0002": { name: "李审查" },
  "staff-0003": { name: "赵负责" },
  "staff-0004": { name: "吴复核" },
};

/** S01 and S02 of the specification in one: a wage claim with a household, so that every form has something to print. */
export const APPLIED: AidFacts = {
  origin: "APPLICATION",
  source: "SRC_WINDOW",
  isOral: false,
  receivedAt: instant("2026-03-02T09:30"),
  receivedBy: "staff-0001",
  applicationNo: "（2026）甲援申字第12号",
  caseNo: "（2026）甲援案字第9号",
  personName: "孙务工",
  certType: "ID",
  certNo: idNumber("99010119850312123"),
  sex: "M",
  birthOn: day("1985-03-12"),
  nationality: "中国",
  ethnicity: "汉族",
  householdAddress: "乙县东乡西村3组",
  residence: "甲县工业园宿舍2栋301",
  mailingAddress: "甲县工业园宿舍2栋301",
  phone: "13800000001",
  occupation: "建筑工人",
  employer: "甲县某建筑公司",
  categories: ["MIGRANT"],
  applyingAs: "SELF",
  opposingParties: [
    { name: "甲县某建筑公司", isOrganisation: true, address: "甲县工业园8号", phone: "0700-2222222" },
  ],
  aidForm: "LABOUR_MED_ARB",
  matter: "M31_5B",
  secondaryMatter: "M31_5A",
  legalStatus: "CIV_PLAINTIFF",
  proceduralStage: "ST_ARB",
  handlingOrgan: "甲县劳动人事争议仲裁委员会",
  organType: "LABARB",
  causeOfAction: "追索劳动报酬纠纷",
  competence: "DISPUTE_SEAT",
  caseFacts:
    "申请人自2025年10月起在甲县某建筑公司承建的工地务工，双方未签订书面劳动合同。2025年12月至2026年2月的三个月工资至今未付。",
  request: "请求被申请人支付拖欠的劳动报酬18,600元，并确认双方存在劳动关系。",
  amountFen: 1_860_000,
  hasAgentAlready: false,
  track: "T2_PLEDGE",
  hardshipSituation: "H_LOWINC",
  household: [
    { name: "孙务工", age: 40, occupation: "建筑工人", incomeFen: 160_000 },
    { name: "钱家属", relation: "SPOUSE", age: 38, occupation: "务农", incomeFen: 80_000 },
    { name: "孙小明", relation: "SON", age: 10, occupation: "学生", incomeFen: 0 },
  ],
  housing: "乙县东乡西村自建砖房一处，约90平方米",
  vehicle: "无",
  savingsFen: 350_000,
  majorExpenses: "其子就学费用每年约6,000元",
  pledgeSignedOn: day("2026-03-02"),
  consentSignedOn: day("2026-03-02"),
  materials: [
    { kind: "FORM", title: "法律援助申请表", copies: 1, pages: 2, isOriginal: true },
    { kind: "IDCARD", title: "居民身份证", copies: 1, pages: 1, isOriginal: false },
    { kind: "HARDSHIP", title: "经济困难状况说明表", copies: 1, pages: 1, isOriginal: true },
    { kind: "CASEPAPER", title: "工地出入证、工资微信转账记录", copies: 1, pages: 6, isOriginal: false },
  ],
  supplementItems: "1. 能够证明用工单位的材料（如考勤记录、工牌或者工友证言）\n2. 欠薪金额的计算说明",
  supplementExplain: "工资约定的支付方式",
  supplementServedOn: day("2026-03-03"),
  supplementDueOn: day("2026-03-13"),
  supplementInOn: day("2026-03-04"),
  examinerId: "staff-0002",
  examinedAt: instant("2026-03-04T10:00"),
  recusalChecked: true,
  scopeOk: true,
  hardshipWorking:
    "标准：720.00元 × 200% = 1,440.00元/人·月（甲省规〔2025〕1号，自2025-07-01起施行）\n按家庭人均收入计算：2,400.00元 ÷ 3人 = 800.00元\n结论：符合经济困难标准",
  hardshipResult: "符合",
  examinationFindings: "申请人提交的材料能够证明其在该工地务工及欠薪事实，争议处理机关在本县。",
  opinion: "GRANT",
  opinionText: "属于法律援助范围，申请人经济困难，建议给予法律援助。",
  decision: "GRANT",
  reasonText: "申请人请求支付劳动报酬，属于法律援助事项范围，且符合经济困难标准。",
  deciderId: "staff-0003",
  decidedAt: instant("2026-03-04T16:20"),
  lawyerId: "lawyer-0001",
  providerId: "provider-01",
  assignedAt: instant("2026-03-06T09:00"),
  assignerId: "staff-0003",
  assignReason: "擅长劳动争议",
};

/** S14: a refusal, with the objection right. */
export const DENIED: AidFacts = {
  ...APPLIED,
  matter: "M31_9",
  decision: "DENY",
  opinion: "DENY",
  denialReasons: ["DN_SCOPE", "DN_MEANS"],
  reasonText:
    "申请人请求归还个人之间的借款六万元，该事项不在法律援助法规定的范围之内；其家庭人均收入亦高于本省规定的标准。",
  remedyText: remedyTextOf(BUREAU, DEFAULT_PARAMETERS) ?? "",
};

/** S06: a notified defence of a minor. */
export const NOTIFIED: AidFacts = {
  origin: "NOTIFICATION",
  sensitivity: "PRIVACY",
  personName: "周少年",
  certType: "ID",
  certNo: idNumber("99010120091105123"),
  sex: "M",
  birthOn: day("2009-11-05"),
  categories: ["MINOR"],
  aidForm: "CRIM_DEFENCE",
  matter: "M25_1",
  legalStatus: "CR_SUSPECT",
  proceduralStage: "ST_INVEST",
  track: "T5_NOTIFIED",
  noticeOrgan: "甲县公安局",
  noticeOrganType: "POLICE",
  noticeLetterNo: "甲公（刑）法援通字〔2026〕7号",
  noticeLetterOn: day("2026-06-17"),
  noticeReceivedAt: instant("2026-06-18T15:00"),
  noticeKind: "DEFENCE",
  noticeGround: "N25_1",
  noDefenderConfirmed: true,
  custodyPlace: "甲县看守所",
  coerciveMeasure: "DETAINED",
  suspectedCharge: "抢劫罪",
  contactName: "吴警官",
  contactPhone: "0700-1110000",
  lawyerId: "lawyer-0001",
  providerId: "provider-01",
  assignedAt: instant("2026-06-18T16:30"),
  assignerId: "staff-0003",
  assignReason: "熟悉未成年人",
};

export const CONSULTED: ConsultationFacts = {
  no: "（2026）甲援咨字第35号",
  askedAt: instant("2026-03-02T09:05"),
  channel: "WINDOW",
  isAnonymous: false,
  personName: "孙务工",
  certNo: idNumber("99010119850312123"),
  phone: "13800000001",
  categories: ["MIGRANT"],
  gist: "工地拖欠三个月工资，没有书面合同，能否申请法律援助，怎样主张。",
  matter: "M31_5B",
  proceduralStage: "ST_NONE",
  opposingParty: "甲县某建筑公司",
  answer: "已说明可以申请劳动仲裁，并可以申请法律援助；需要准备能够证明用工关系和欠薪数额的材料。",
  answeredBy: "staff-0001",
  answeredAt: instant("2026-03-02T09:25"),
  minutes: 20,
  toldRightToApply: true,
  toldAt: instant("2026-03-02T09:20"),
  followUp: "APPLICATION",
};
