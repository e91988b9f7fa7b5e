import type { Facts } from "./registers.ts";

/** What an invented application is about. `person` says whom to invent. */
export type Plot = {
  readonly person: { readonly age: number; readonly sex: "M" | "F" };
  readonly facts: Facts;
  readonly rows?: Readonly<Record<string, readonly Facts[]>>;
  readonly lawyer: string;
  /** What the examiner will propose; an organ's letter needs no decision. */
  readonly opinion?: "GRANT" | "DENY";
};

const MATERIALS: readonly Facts[] = [
  { kind: "FORM", title: "法律援助申请表", copies: 1, pages: 2, isOriginal: true },
  { kind: "IDCARD", title: "居民身份证复印件", copies: 1, pages: 1, isOriginal: false },
  { kind: "CASEPAPER", title: "案件相关材料", copies: 1, pages: 6, isOriginal: false },
];
const COMMON: Facts = {
  applyingAs: "SELF",
  source: "SRC_WINDOW",
  sensitivity: "NORMAL",
  hasAgentAlready: false,
  competence: "DISPUTE_SEAT",
  nationality: "中国",
  ethnicity: "汉族",
};

/** The invented applications. Facts and wording are made up for the demonstration. */
// biome-ignore format: a table is read by columns
export const PLOTS: Readonly<Record<string, Plot>> = {
  wages: {
    person: { age: 41, sex: "M" }, lawyer: "G1", opinion: "GRANT",
    facts: { ...COMMON, aidForm: "LABOUR_MED_ARB", matter: "M31_5B", secondaryMatter: "M31_5A", legalStatus: "CIV_PLAINTIFF", proceduralStage: "ST_ARB", handlingOrgan: "甲县劳动人事争议仲裁委员会", organType: "LABARB", causeOfAction: "追索劳动报酬", caseFacts: "在工地务工三个月，工资未付，没有书面合同。", request: "支付拖欠的工资18,600元。", amountFen: 1_860_000, categories: ["MIGRANT", "FARMER"], track: "T3_EXEMPT42", exemptCode: "X42_3A", exemptEvidence: "工地出入证、户口簿" },
    rows: { materials: [...MATERIALS, { kind: "EXEMPT", title: "工地出入证", copies: 1, pages: 1, isOriginal: false }], opposingParties: [{ name: "甲县宏图建筑有限公司", isOrganisation: true, phone: "0999-4000001" }] },
  },
  maintenance: {
    person: { age: 78, sex: "F" }, lawyer: "L5", opinion: "GRANT",
    facts: { ...COMMON, aidForm: "CIVIL_LIT", matter: "M31_4", legalStatus: "CIV_PLAINTIFF", proceduralStage: "ST_NONE", causeOfAction: "赡养纠纷", caseFacts: "年老多病，两个儿子多年不付赡养费。", request: "每月支付赡养费。", categories: ["ELDERLY", "WOMAN", "FARMER"], track: "T2_PLEDGE", hardshipSituation: "H_RURAL" },
    rows: { materials: [...MATERIALS, { kind: "HARDSHIP", title: "经济困难状况说明表", copies: 1, pages: 1, isOriginal: true }], household: [{ name: "本人", relation: "SELF", age: 78, occupation: "务农", incomeFen: 21_000 }], opposingParties: [{ name: "长子", isOrganisation: false }, { name: "次子", isOrganisation: false }] },
  },
  traffic: {
    person: { age: 52, sex: "M" }, lawyer: "L2", opinion: "GRANT",
    facts: { ...COMMON, aidForm: "CIVIL_LIT", matter: "M31_7B", legalStatus: "CIV_PLAINTIFF", proceduralStage: "ST_NONE", causeOfAction: "机动车交通事故责任纠纷", caseFacts: "被货车撞伤致残，对方拒绝赔偿。", request: "赔偿医疗费、残疾赔偿金。", amountFen: 26_000_000, categories: ["DISABLED"], disabilityType: "肢体残疾", track: "T3_EXEMPT42", exemptCode: "X42_1", exemptEvidence: "残疾人证、村委会证明" },
    rows: { materials: [...MATERIALS, { kind: "EXEMPT", title: "残疾人证", copies: 1, pages: 1, isOriginal: false }], opposingParties: [{ name: "某物流有限公司", isOrganisation: true }] },
  },
  violence: {
    person: { age: 33, sex: "F" }, lawyer: "L5", opinion: "GRANT",
    facts: { ...COMMON, sensitivity: "PRIVACY", aidForm: "CIVIL_LIT", matter: "M32_4", legalStatus: "CIV_PLAINTIFF", proceduralStage: "ST_NONE", causeOfAction: "离婚纠纷、人身安全保护令", caseFacts: "长期遭受家庭暴力，对方正在转卖住房。", request: "申请人身安全保护令、财产保全。", isViolentOrSexual: true, categories: ["WOMAN"], track: "T4_NO_COND32" },
    rows: { materials: MATERIALS, opposingParties: [{ name: "配偶", isOrganisation: false }] },
  },
  injury: {
    person: { age: 38, sex: "M" }, lawyer: "L2", opinion: "GRANT",
    facts: { ...COMMON, aidForm: "LABOUR_MED_ARB", matter: "M31_7A", legalStatus: "CIV_PLAINTIFF", proceduralStage: "ST_ARB", causeOfAction: "工伤保险待遇纠纷", caseFacts: "在厂内被机器压伤，单位未缴工伤保险。", request: "支付工伤待遇。", amountFen: 9_800_000, categories: ["MIGRANT"], track: "T3_EXEMPT42", exemptCode: "X42_3B", exemptEvidence: "务工证明" },
    rows: { materials: [...MATERIALS, { kind: "EXEMPT", title: "务工证明", copies: 1, pages: 1, isOriginal: false }], opposingParties: [{ name: "甲县长顺机械厂", isOrganisation: true }] },
  },
  pension: {
    person: { age: 67, sex: "M" }, lawyer: "L4", opinion: "GRANT",
    facts: { ...COMMON, aidForm: "ADMIN_LIT", matter: "M31_2", legalStatus: "CIV_PLAINTIFF", proceduralStage: "ST_NONE", causeOfAction: "社会保险待遇", caseFacts: "养老保险待遇核定有误。", request: "重新核定养老保险待遇。", categories: ["ELDERLY", "VETERAN"], track: "T1_VERIFY", queryResult: "民政核对平台：家庭人均月收入未超过标准（演示）", hardshipSituation: "H_LOWINC" },
    rows: { materials: MATERIALS, household: [{ name: "本人", relation: "SELF", age: 67, occupation: "退休", incomeFen: 98_000 }, { name: "老伴", relation: "SPOUSE", age: 66, occupation: "无", incomeFen: 12_000 }] },
  },
  loan: {
    person: { age: 45, sex: "M" }, lawyer: "L5", opinion: "DENY",
    facts: { ...COMMON, aidForm: "CIVIL_LIT", matter: "M31_9", legalStatus: "CIV_PLAINTIFF", proceduralStage: "ST_NONE", causeOfAction: "民间借贷纠纷", caseFacts: "出借60,000元未还。", request: "返还借款。", amountFen: 6_000_000, categories: ["OTHER"], track: "T2_PLEDGE", hardshipSituation: "H_OTHER" },
    rows: { materials: MATERIALS, opposingParties: [{ name: "借款人", isOrganisation: false }] },
  },
  accused: {
    person: { age: 29, sex: "M" }, lawyer: "L4", opinion: "GRANT",
    facts: { ...COMMON, source: "SRC_TRANSFER", aidForm: "CRIM_DEFENCE", matter: "M24", legalStatus: "CR_SUSPECT", proceduralStage: "ST_INVEST", handlingOrgan: "甲县公安局", organType: "POLICE", competence: "ORGAN_SEAT", causeOfAction: "盗窃", coerciveMeasure: "DETAINED", custodyPlace: "甲县看守所", caseFacts: "涉嫌盗窃被刑事拘留，没有委托辩护人。", request: "指派律师辩护。", categories: ["OTHER"], track: "T6_OTHERREASON", otherReason: "外地务工，亲属无法到场委托。" },
    rows: { materials: MATERIALS },
  },
};

const NOTICE: Facts = {
  origin: "NOTIFICATION",
  aidForm: "CRIM_DEFENCE",
  matter: "M25_1",
  legalStatus: "CR_SUSPECT",
  noDefenderConfirmed: true,
  noticeKind: "DEFENCE",
  competence: "ORGAN_SEAT",
  track: "T5_NOTIFIED",
  nationality: "中国",
};

/** The invented letters of organs. */
// biome-ignore format: a table is read by columns
export const NOTICE_PLOTS: Readonly<Record<string, Plot>> = {
  minor: {
    person: { age: 16, sex: "M" }, lawyer: "L2",
    facts: { ...NOTICE, sensitivity: "PRIVACY", categories: ["MINOR"], noticeOrgan: "甲县公安局", noticeOrganType: "POLICE", handlingOrgan: "甲县公安局", organType: "POLICE", noticeGround: "N25_1", suspectedCharge: "抢劫", proceduralStage: "ST_INVEST", coerciveMeasure: "DETAINED", custodyPlace: "甲县看守所", contactName: "丁警官", contactPhone: "0999-3000001" },
  },
  lifeOrDeath: {
    person: { age: 34, sex: "M" }, lawyer: "L4",
    facts: { ...NOTICE, sensitivity: "NORMAL", categories: ["OTHER"], noticeOrgan: "甲县公安局", noticeOrganType: "POLICE", handlingOrgan: "甲县公安局", organType: "POLICE", noticeGround: "N25_4", suspectedCharge: "故意杀人", proceduralStage: "ST_INVEST", coerciveMeasure: "ARRESTED", custodyPlace: "甲县看守所", contactName: "丁警官", contactPhone: "0999-3000001" },
  },
  deaf: {
    person: { age: 47, sex: "M" }, lawyer: "L2",
    facts: { ...NOTICE, sensitivity: "NORMAL", categories: ["DISABLED"], languageNeed: "手语", noticeOrgan: "甲县人民检察院", noticeOrganType: "PROC", handlingOrgan: "甲县人民检察院", organType: "PROC", noticeGround: "N25_2", suspectedCharge: "盗窃", proceduralStage: "ST_PROSEC", coerciveMeasure: "BAIL", contactName: "潘检察官", contactPhone: "0999-3000002" },
  },
  trial: {
    person: { age: 26, sex: "M" }, lawyer: "L4",
    facts: { ...NOTICE, sensitivity: "NORMAL", matter: "M25_2", legalStatus: "CR_DEFENDANT", categories: ["OTHER"], noticeOrgan: "甲县人民法院", noticeOrganType: "COURT", handlingOrgan: "甲县人民法院", organType: "COURT", noticeGround: "N25P2", suspectedCharge: "故意伤害", proceduralStage: "ST_TRIAL1", procedure: "ORDINARY", coerciveMeasure: "ARRESTED", custodyPlace: "甲县看守所", contactName: "范法官", contactPhone: "0999-3000003" },
  },
};
