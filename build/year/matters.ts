import type { Facts } from "../demo/registers.ts";

/** What an application is about, how often it comes, who applies, and how long the case takes in working days. */
export type MatterRow = {
  readonly weight: number;
  readonly ages: readonly [number, number];
  readonly sex?: "M" | "F";
  readonly lasts: readonly [number, number];
  readonly needs: "lawyer" | "anyone";
  readonly against?: "company" | "person" | "office";
  readonly modes: readonly string[];
  readonly facts: Facts;
};

const COMMON: Facts = {
  applyingAs: "SELF",
  sensitivity: "NORMAL",
  hasAgentAlready: false,
  competence: "DISPUTE_SEAT",
  nationality: "中国",
  ethnicity: "汉族",
};
const ARB: Facts = {
  ...COMMON,
  aidForm: "LABOUR_MED_ARB",
  legalStatus: "CIV_PLAINTIFF",
  proceduralStage: "ST_ARB",
  handlingOrgan: "甲县劳动人事争议仲裁委员会",
  organType: "LABARB",
};
const CIVIL: Facts = {
  ...COMMON,
  aidForm: "CIVIL_LIT",
  legalStatus: "CIV_PLAINTIFF",
  proceduralStage: "ST_NONE",
};
const ADMIN: Facts = {
  ...COMMON,
  aidForm: "ADMIN_LIT",
  legalStatus: "CIV_PLAINTIFF",
  proceduralStage: "ST_NONE",
};
const CRIME: Facts = {
  ...COMMON,
  competence: "ORGAN_SEAT",
  aidForm: "CRIM_DEFENCE",
  matter: "M24",
  legalStatus: "CR_SUSPECT",
  proceduralStage: "ST_INVEST",
  handlingOrgan: "甲县公安局",
  organType: "POLICE",
  coerciveMeasure: "DETAINED",
  custodyPlace: "甲县看守所",
  categories: ["OTHER"],
};
const T1: Facts = {
  track: "T1_VERIFY",
  queryResult: "民政核对平台：家庭人均月收入未超过标准（虚构）",
  hardshipSituation: "H_LOWINC",
};
const T2: Facts = { track: "T2_PLEDGE", hardshipSituation: "H_RURAL" };
const exempt = (exemptCode: string, exemptEvidence: string): Facts => ({
  track: "T3_EXEMPT42",
  exemptCode,
  exemptEvidence,
});
const T4: Facts = { track: "T4_NO_COND32" };

/** The matters of a county, all six tracks and most rows of articles 24, 29, 31, 32 and 33. */
// biome-ignore format: a table is read by columns
export const MATTERS: readonly MatterRow[] = [
  { weight: 26, ages: [22, 58], lasts: [20, 70],  needs: "anyone", against: "company", modes: ["CL_AWARD", "CL_ARBMED", "CL_SETTLE"], facts: { ...ARB, ...exempt("X42_3A", "工地出入证、户口簿"), matter: "M31_5B", causeOfAction: "追索劳动报酬", caseFacts: "在工地务工数月，工资未付，没有书面合同。", request: "支付拖欠的工资。", amountFen: 1_860_000, categories: ["MIGRANT", "FARMER"] } },
  { weight: 9,  ages: [20, 55], lasts: [30, 90],  needs: "anyone", against: "company", modes: ["CL_AWARD", "CL_ARBMED"], facts: { ...ARB, ...T2, matter: "M31_5B", causeOfAction: "追索劳动报酬", caseFacts: "被辞退后工资和加班费未结清。", request: "支付工资和加班费。", amountFen: 960_000, categories: ["WOMAN"] } },
  { weight: 5,  ages: [22, 56], lasts: [30, 90],  needs: "anyone", against: "company", modes: ["CL_AWARD", "CL_SETTLE"], facts: { ...ARB, ...T1, matter: "M31_5A", causeOfAction: "确认劳动关系", caseFacts: "受伤后单位否认劳动关系。", request: "确认劳动关系。", categories: ["FARMER"] } },
  { weight: 8,  ages: [24, 59], lasts: [50, 140], needs: "anyone", against: "company", modes: ["CL_AWARD", "CL_ARBMED", "CL_SETTLE"], facts: { ...ARB, ...exempt("X42_3B", "务工证明"), matter: "M31_7A", causeOfAction: "工伤保险待遇纠纷", caseFacts: "在厂内被机器压伤，单位未缴工伤保险。", request: "支付工伤待遇。", amountFen: 9_800_000, categories: ["MIGRANT"] } },
  { weight: 11, ages: [60, 88], lasts: [30, 90],  needs: "anyone", against: "person",  modes: ["CL_JUDG", "CL_COURTMED"], facts: { ...CIVIL, ...T2, matter: "M31_4", causeOfAction: "赡养纠纷", caseFacts: "年老多病，子女多年不付赡养费。", request: "每月支付赡养费。", categories: ["ELDERLY", "FARMER"] } },
  { weight: 6,  ages: [22, 45], sex: "F", lasts: [30, 90], needs: "anyone", against: "person", modes: ["CL_JUDG", "CL_COURTMED"], facts: { ...CIVIL, ...T1, matter: "M31_4", causeOfAction: "抚养费纠纷", caseFacts: "离婚后对方不付抚养费。", request: "支付抚养费。", categories: ["WOMAN"] } },
  { weight: 9,  ages: [20, 75], lasts: [50, 150], needs: "lawyer", against: "company", modes: ["CL_JUDG", "CL_COURTMED", "CL_WITHDRAW"], facts: { ...CIVIL, ...exempt("X42_1", "残疾人证、村委会证明"), matter: "M31_7B", causeOfAction: "机动车交通事故责任纠纷", caseFacts: "被货车撞伤致残，对方拒绝赔偿。", request: "赔偿医疗费、残疾赔偿金。", amountFen: 26_000_000, categories: ["DISABLED"], disabilityType: "肢体残疾" } },
  { weight: 2,  ages: [30, 70], lasts: [80, 180], needs: "lawyer", against: "company", modes: ["CL_JUDG"], facts: { ...CIVIL, ...T1, matter: "M31_7D", causeOfAction: "医疗损害责任纠纷", caseFacts: "手术后感染，双方对责任有争议。", request: "赔偿损失。", amountFen: 12_000_000, categories: ["OTHER"] } },
  { weight: 1,  ages: [25, 60], lasts: [60, 120], needs: "lawyer", against: "company", modes: ["CL_COURTMED"], facts: { ...CIVIL, ...exempt("X42_2A", "低保证"), matter: "M31_7C", causeOfAction: "产品责任纠纷", caseFacts: "食用变质食品中毒。", request: "赔偿医疗费。", amountFen: 800_000, categories: ["OTHER"] } },
  { weight: 1,  ages: [35, 70], lasts: [80, 160], needs: "lawyer", against: "company", modes: ["CL_JUDG"], facts: { ...CIVIL, ...T2, matter: "M31_8", causeOfAction: "环境污染责任纠纷", caseFacts: "排污致鱼塘减产。", request: "赔偿损失。", amountFen: 5_000_000, categories: ["FARMER"] } },
  { weight: 5,  ages: [22, 55], sex: "F", lasts: [20, 80], needs: "lawyer", against: "person", modes: ["CL_JUDG", "CL_COURTMED"], facts: { ...CIVIL, ...T4, sensitivity: "PRIVACY", matter: "M32_4", causeOfAction: "离婚纠纷、人身安全保护令", caseFacts: "长期遭受家庭暴力。", request: "申请人身安全保护令，判决离婚。", isViolentOrSexual: true, categories: ["WOMAN"] } },
  { weight: 1,  ages: [30, 60], lasts: [40, 100], needs: "lawyer", against: "person", modes: ["CL_JUDG"], facts: { ...CIVIL, ...T4, matter: "M32_2", causeOfAction: "见义勇为人受害责任纠纷", caseFacts: "制止他人斗殴时受伤。", request: "补偿医疗费。", amountFen: 600_000, categories: ["OTHER"] } },
  { weight: 1,  ages: [40, 70], lasts: [30, 80],  needs: "lawyer", against: "person", modes: ["CL_JUDG"], facts: { ...CIVIL, ...exempt("X42_2C", "优抚对象证明"), matter: "M31_6", causeOfAction: "申请认定公民无民事行为能力", caseFacts: "家人因病不能辨认自己行为。", request: "认定无民事行为能力。", categories: ["MILFAM"] } },
  { weight: 3,  ages: [58, 75], lasts: [60, 130], needs: "lawyer", against: "office", modes: ["CL_JUDG", "CL_WITHDRAW"], facts: { ...ADMIN, ...T1, matter: "M31_2", causeOfAction: "社会保险待遇", caseFacts: "养老保险待遇核定有误。", request: "重新核定养老保险待遇。", categories: ["ELDERLY", "VETERAN"] } },
  { weight: 1,  ages: [50, 80], lasts: [60, 130], needs: "lawyer", against: "office", modes: ["CL_JUDG"], facts: { ...ADMIN, ...T2, matter: "M31_3", causeOfAction: "抚恤金", caseFacts: "抚恤金停发。", request: "发给抚恤金。", categories: ["MILFAM"] } },
  { weight: 1,  ages: [30, 65], lasts: [40, 80],  needs: "lawyer", against: "office", modes: ["CL_AR"], facts: { ...ADMIN, ...T2, aidForm: "NON_LIT", proceduralStage: "ST_AR", matter: "M_AR", causeOfAction: "行政复议", caseFacts: "不服征收补偿决定。", request: "撤销决定。", categories: ["FARMER"] } },
  { weight: 1,  ages: [30, 60], lasts: [60, 120], needs: "lawyer", against: "office", modes: ["CL_OTHER"], facts: { ...COMMON, ...T2, aidForm: "STATE_COMP", legalStatus: "CIV_PLAINTIFF", proceduralStage: "ST_NONE", matter: "M31_1", causeOfAction: "申请国家赔偿", caseFacts: "被错误羁押。", request: "国家赔偿。", amountFen: 3_000_000, categories: ["OTHER"] } },
  { weight: 2,  ages: [19, 60], lasts: [30, 90],  needs: "lawyer", against: "person", modes: ["CL_JUDG"], facts: { ...COMMON, ...T2, competence: "ORGAN_SEAT", aidForm: "CRIM_AGENCY", legalStatus: "CR_VICTIM", proceduralStage: "ST_PROSEC", handlingOrgan: "甲县人民检察院", organType: "PROC", matter: "M29_V", causeOfAction: "故意伤害（被害人）", caseFacts: "被他人打伤致轻伤二级。", request: "代理被害人参加诉讼。", categories: ["OTHER"] } },
  { weight: 2,  ages: [19, 60], lasts: [30, 90],  needs: "lawyer", against: "person", modes: ["CL_JUDG", "CL_COURTMED"], facts: { ...COMMON, ...exempt("X42_2B", "司法救助决定"), competence: "ORGAN_SEAT", aidForm: "CRIM_AGENCY", legalStatus: "CR_CIVIL", proceduralStage: "ST_TRIAL1", handlingOrgan: "甲县人民法院", organType: "COURT", matter: "M29_C", causeOfAction: "附带民事诉讼", caseFacts: "被撞身亡人员家属要求赔偿。", request: "赔偿物质损失。", amountFen: 18_000_000, categories: ["FARMER"] } },
  { weight: 1,  ages: [35, 65], lasts: [60, 130], needs: "lawyer", against: "person", modes: ["CL_RULE"], facts: { ...CIVIL, ...T1, proceduralStage: "ST_RETRIAL", matter: "M33", causeOfAction: "申请再审", caseFacts: "不服生效判决。", request: "再审改判。", categories: ["OTHER"] } },
  { weight: 4,  ages: [19, 55], sex: "M", lasts: [20, 90], needs: "lawyer", modes: ["CL_JUDG", "CL_NOPROS", "CL_TRANSFER"], facts: { ...CRIME, track: "T6_OTHERREASON", otherReason: "外地务工，亲属无法到场委托。", causeOfAction: "盗窃", suspectedCharge: "盗窃", caseFacts: "涉嫌盗窃被刑事拘留，没有委托辩护人。", request: "指派律师辩护。" } },
  { weight: 3,  ages: [20, 60], lasts: [20, 90],  needs: "lawyer", modes: ["CL_JUDG", "CL_NOPROS"], facts: { ...CRIME, ...T2, hardshipSituation: "H_OTHER", causeOfAction: "故意伤害", suspectedCharge: "故意伤害", caseFacts: "涉嫌故意伤害，家庭困难无力委托。", request: "指派律师辩护。" } },
];

/** An application outside the scope or above the standard, to be refused. */
// biome-ignore format: a table is read by columns
export const REFUSED: readonly (MatterRow & { readonly reason: string; readonly reasonText: string })[] = [
  { weight: 3, ages: [25, 65], lasts: [30, 90], needs: "lawyer", against: "person", modes: ["CL_JUDG"], reason: "DN_SCOPE", reasonText: "申请返还借款，不属于《法律援助法》第三十一条、第三十二条规定的事项。", facts: { ...CIVIL, ...T2, hardshipSituation: "H_OTHER", matter: "M31_9", causeOfAction: "民间借贷纠纷", caseFacts: "出借款项未还。", request: "返还借款。", amountFen: 6_000_000, categories: ["OTHER"] } },
  { weight: 2, ages: [25, 60], lasts: [30, 90], needs: "lawyer", against: "company", modes: ["CL_JUDG"], reason: "DN_MEANS", reasonText: "家庭人均月收入超过本地经济困难标准。", facts: { ...CIVIL, ...T1, matter: "M31_7B", causeOfAction: "机动车交通事故责任纠纷", caseFacts: "车辆碰撞受伤。", request: "赔偿医疗费。", amountFen: 700_000, categories: ["OTHER"] } },
];

const NOTICE: Facts = {
  origin: "NOTIFICATION",
  aidForm: "CRIM_DEFENCE",
  sensitivity: "NORMAL",
  noDefenderConfirmed: true,
  noticeKind: "DEFENCE",
  competence: "ORGAN_SEAT",
  track: "T5_NOTIFIED",
  nationality: "中国",
  contactPhone: "0999-3000001",
};
const POLICE: Facts = {
  noticeOrgan: "甲县公安局",
  noticeOrganType: "POLICE",
  handlingOrgan: "甲县公安局",
  organType: "POLICE",
  proceduralStage: "ST_INVEST",
  legalStatus: "CR_SUSPECT",
  contactName: "丁警官",
};
const PROC: Facts = {
  noticeOrgan: "甲县人民检察院",
  noticeOrganType: "PROC",
  handlingOrgan: "甲县人民检察院",
  organType: "PROC",
  proceduralStage: "ST_PROSEC",
  legalStatus: "CR_SUSPECT",
  contactName: "潘检察官",
};
const COURT: Facts = {
  noticeOrgan: "甲县人民法院",
  noticeOrganType: "COURT",
  handlingOrgan: "甲县人民法院",
  organType: "COURT",
  proceduralStage: "ST_TRIAL1",
  legalStatus: "CR_DEFENDANT",
  contactName: "范法官",
  procedure: "ORDINARY",
};

/** What organs' letters ask for, with the grounds of articles 25 and 28. */
// biome-ignore format: a table is read by columns
export const NOTICES: readonly (MatterRow & { readonly isForMinor?: true; readonly isGrave?: true })[] = [
  { weight: 12, ages: [16, 17], lasts: [20, 70], needs: "lawyer", modes: ["CL_TRANSFER", "CL_NOPROS"], isForMinor: true, facts: { ...NOTICE, ...POLICE, sensitivity: "PRIVACY", matter: "M25_1", categories: ["MINOR"], noticeGround: "N25_1", suspectedCharge: "抢劫", coerciveMeasure: "DETAINED", custodyPlace: "甲县看守所" } },
  { weight: 5,  ages: [25, 60], lasts: [20, 70], needs: "lawyer", modes: ["CL_NOPROS", "CL_TRANSFER"], facts: { ...NOTICE, ...PROC, matter: "M25_1", categories: ["DISABLED"], languageNeed: "手语", noticeGround: "N25_2", suspectedCharge: "盗窃", coerciveMeasure: "BAIL" } },
  { weight: 3,  ages: [25, 60], lasts: [30, 80], needs: "lawyer", modes: ["CL_JUDG"], facts: { ...NOTICE, ...COURT, matter: "M25_1", categories: ["DISABLED"], noticeGround: "N25_3", suspectedCharge: "故意毁坏财物", coerciveMeasure: "RESIDENTIAL" } },
  { weight: 3,  ages: [20, 60], lasts: [60, 160], needs: "lawyer", modes: ["CL_TRANSFER"], isGrave: true, facts: { ...NOTICE, ...POLICE, matter: "M25_1", categories: ["OTHER"], noticeGround: "N25_4", suspectedCharge: "故意杀人", coerciveMeasure: "ARRESTED", custodyPlace: "甲县看守所" } },
  { weight: 40, ages: [19, 60], lasts: [20, 70], needs: "lawyer", modes: ["CL_JUDG"], facts: { ...NOTICE, ...COURT, matter: "M25_2", categories: ["OTHER"], noticeGround: "N25P2", suspectedCharge: "故意伤害", coerciveMeasure: "ARRESTED", custodyPlace: "甲县看守所" } },
  { weight: 22, ages: [19, 60], lasts: [15, 50], needs: "lawyer", modes: ["CL_NOPROS", "CL_TRANSFER"], facts: { ...NOTICE, ...PROC, matter: "M25_2", categories: ["OTHER"], noticeGround: "NPR_1", suspectedCharge: "诈骗", coerciveMeasure: "ARRESTED", custodyPlace: "甲县看守所" } },
  { weight: 1,  ages: [20, 60], lasts: [20, 60], needs: "lawyer", modes: ["CL_OTHER"], facts: { ...NOTICE, ...COURT, aidForm: "CRIM_AGENCY", noticeKind: "REPRESENTATION", matter: "M28", legalStatus: "CM_RESPONDENT", proceduralStage: "ST_COMPMED", categories: ["DISABLED"], noticeGround: "N28", suspectedCharge: "故意伤害（强制医疗）", coerciveMeasure: "NONE" } },
];

/** What people ask about when they only ask. */
export const QUESTIONS: readonly Facts[] = MATTERS.map(({ facts }) => ({
  gist: `${String(facts.caseFacts)}询问如何处理。`,
  matter: facts.matter ?? "M31_9",
  categories: facts.categories ?? ["OTHER"],
}));
