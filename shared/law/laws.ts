/**
 * How far a statement can be trusted: V1 the article was read in full, V2 only an excerpt or report of it,
 * U from general knowledge, D a design decision of this product that no law requires.
 */
export type LawMark = "V1" | "V2" | "U" | "D";

type LawEntry = {
  readonly zh: string;
  readonly en: string;
  readonly mark: LawMark;
  /** Day from which the text cited here is in force, "YYYY-MM-DD"; absent where it is not known for certain. */
  readonly inForce?: string;
};

/** Every law, rule, standard and guide that this product may cite. V1 texts were read as of April 2025. */
// biome-ignore format: a table is read by columns
export const LAWS = {
  LAL:     { zh: "法律援助法", en: "Legal Aid Law", mark: "V1", inForce: "2022-01-01" },
  REG:     { zh: "法律援助条例", en: "Legal Aid Regulations (2003)", mark: "V1", inForce: "2003-09-01" },
  CPL:     { zh: "刑事诉讼法", en: "Criminal Procedure Law (2018)", mark: "V1", inForce: "2018-10-26" },
  SPC:     { zh: "最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释", en: "SPC Interpretation of the Criminal Procedure Law (2021)", mark: "V1", inForce: "2021-03-01" },
  SPP:     { zh: "人民检察院刑事诉讼规则", en: "Procuratorate Rules of Criminal Procedure (2019)", mark: "V1", inForce: "2019-12-30" },
  MPS:     { zh: "公安机关办理刑事案件程序规定", en: "Police Rules on Criminal Procedure (2020)", mark: "V1", inForce: "2020-09-01" },
  PRO:     { zh: "办理法律援助案件程序规定", en: "Rules on Handling Legal Aid Cases (MoJ Order 148)", mark: "V2", inForce: "2023-09-01" },
  PRO2012: { zh: "办理法律援助案件程序规定（2012）", en: "Rules on Handling Legal Aid Cases (MoJ Order 124, 2012)", mark: "V2" },
  IMP:     { zh: "法律援助法实施工作办法", en: "Implementation Measures of the Legal Aid Law", mark: "V2", inForce: "2023-11-20" },
  DUT:     { zh: "法律援助值班律师工作办法", en: "Duty Lawyer Measures (2020)", mark: "V2" },
  FRM:     { zh: "法律援助文书格式", en: "Legal Aid Document Forms (2023)", mark: "V2", inForce: "2023-11-10" },
  CMP:     { zh: "法律援助投诉处理办法", en: "Legal Aid Complaint Measures (MoJ Order 149)", mark: "V2", inForce: "2025-06-15" },
  CMP2013: { zh: "法律援助投诉处理办法（2013）", en: "Legal Aid Complaint Measures (2013)", mark: "V2" },
  SUB:     { zh: "关于完善法律援助补贴标准的指导意见", en: "Guiding Opinions on Subsidy Standards (2019)", mark: "V2" },
  COV:     { zh: "关于进一步深化刑事案件律师辩护全覆盖试点工作的意见", en: "Opinions on the Defence Coverage Pilot (2022)", mark: "V2" },
  MIL:     { zh: "军人军属法律援助工作实施办法", en: "Measures on Legal Aid for Soldiers and Families", mark: "V2" },
  VOL:     { zh: "法律援助志愿者管理办法", en: "Legal Aid Volunteer Measures (2021)", mark: "V2" },
  Y97:     { zh: "最高人民法院、司法部1997年4月9日联合通知", en: "SPC and MoJ Joint Notice of 1997-04-09", mark: "V2" },
  CC:      { zh: "民法典", en: "Civil Code", mark: "V1", inForce: "2021-01-01" },
  CIV:     { zh: "民事诉讼法", en: "Civil Procedure Law (2023)", mark: "V1", inForce: "2024-01-01" },
  CIVI:    { zh: "最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释", en: "SPC Interpretation of the Civil Procedure Law", mark: "V1" },
  ARL:     { zh: "行政复议法", en: "Administrative Reconsideration Law (2023)", mark: "V1", inForce: "2024-01-01" },
  ADL:     { zh: "行政诉讼法", en: "Administrative Litigation Law (2017)", mark: "V1", inForce: "2017-07-01" },
  LAB:     { zh: "劳动争议调解仲裁法", en: "Labour Dispute Mediation and Arbitration Law", mark: "V1", inForce: "2008-05-01" },
  SCL:     { zh: "国家赔偿法", en: "State Compensation Law", mark: "V1" },
  LWY:     { zh: "律师法", en: "Lawyers Law", mark: "V1" },
  FEE:     { zh: "诉讼费用交纳办法", en: "Litigation Fees Measures", mark: "V1", inForce: "2007-04-01" },
  PIPL:    { zh: "个人信息保护法", en: "Personal Information Protection Law", mark: "V1", inForce: "2021-11-01" },
  ARCH:    { zh: "档案法", en: "Archives Law (2020)", mark: "V1", inForce: "2021-01-01" },
  ARCHR:   { zh: "档案法实施条例", en: "Archives Law Implementing Regulations (2024)", mark: "V1", inForce: "2024-03-01" },
  MINOR:   { zh: "未成年人保护法", en: "Minors Protection Law", mark: "V1", inForce: "2021-06-01" },
  DISAB:   { zh: "残疾人保障法", en: "Disabled Persons Protection Law", mark: "V1" },
  WOMEN:   { zh: "妇女权益保障法", en: "Women's Rights Protection Law", mark: "V1", inForce: "2023-01-01" },
  HERO:    { zh: "英雄烈士保护法", en: "Heroes and Martyrs Protection Law", mark: "V1" },
  SOLD:    { zh: "军人地位和权益保障法", en: "Law on the Status and Rights of Soldiers", mark: "V1", inForce: "2021-08-01" },
  VET:     { zh: "退役军人保障法", en: "Veterans Law", mark: "V1", inForce: "2021-01-01" },
  WAGE:    { zh: "保障农民工工资支付条例", en: "Regulations on Wages of Migrant Workers", mark: "V1", inForce: "2020-05-01" },
  RELIEF:  { zh: "社会救助暂行办法", en: "Interim Measures on Social Assistance", mark: "V1" },
  DV:      { zh: "反家庭暴力法", en: "Anti-Domestic-Violence Law", mark: "V1", inForce: "2016-03-01" },
  BARRIER: { zh: "无障碍环境建设法", en: "Barrier-free Environment Law", mark: "V1", inForce: "2023-09-01" },
  IDLAW:   { zh: "居民身份证法", en: "Resident Identity Card Law", mark: "V1" },
  HOLR:    { zh: "全国年节及纪念日放假办法", en: "National Holidays Measures (2024)", mark: "V1", inForce: "2025-01-01" },
  HOLPUB: { zh: "省级中心发布的节假日安排", en: "Holidays as published by the province", mark: "D" },
  HOL2026: { zh: "国务院办公厅关于2026年部分节假日安排的通知", en: "State Council Notice on Holidays in 2026", mark: "V2" },
  BJ:      { zh: "北京市法律援助条例", en: "Beijing Legal Aid Regulations", mark: "V1" },
  ZJ:      { zh: "浙江省法律援助条例", en: "Zhejiang Legal Aid Regulations (2016)", mark: "V1" },
  HZ:      { zh: "杭州市法律援助条例", en: "Hangzhou Legal Aid Regulations (2017)", mark: "V1" },
  SD:      { zh: "山东省法律援助条例", en: "Shandong Legal Aid Regulations (2015)", mark: "V1" },
  HEN:     { zh: "河南省法律援助条例", en: "Henan Legal Aid Regulations (2010)", mark: "V1" },
  SH:      { zh: "上海市法律援助若干规定", en: "Shanghai Legal Aid Provisions", mark: "V1" },
  GUIDE_HN: { zh: "湖南省县级司法局法律援助补贴发放办事指南", en: "Hunan county guides on subsidy payment", mark: "V2" },
  GUIDE_BS: { zh: "保山市法律援助服务手册", en: "Baoshan Legal Aid Handbook (2021)", mark: "V2" },
  GUIDE_NJ: { zh: "怒江州法律援助服务指南", en: "Nujiang Legal Aid Guide", mark: "V2" },
  GB11643: { zh: "公民身份号码（GB 11643）", en: "GB 11643 Citizen Identification Number", mark: "V2" },
  GB32100: { zh: "法人和其他组织统一社会信用代码编码规则（GB 32100）", en: "GB 32100 Unified Social Credit Code", mark: "V2" },
  DESIGN:  { zh: "本系统设计规则", en: "Design rule of this product", mark: "D" },
} as const satisfies Record<string, LawEntry>;
