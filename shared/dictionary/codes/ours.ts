import type { CodeList } from "../codeList.ts";

const DESIGN = "设计";

/** How the file came to exist. */
// biome-ignore format: a table is read by columns
export const ORIGINS = {
  APPLICATION:  { zh: "申请", en: "Application", source: "《法律援助法》第41条", verified: true },
  NOTIFICATION: { zh: "办案机关通知", en: "Organ's notification", source: "《法律援助法》第36条", verified: true },
} as const satisfies CodeList;

/** Certificates by which a person is identified. */
// biome-ignore format: a table is read by columns
export const CERT_TYPES = {
  ID:        { zh: "居民身份证", en: "Resident identity card", source: "《居民身份证法》第3条", verified: true },
  HMT:       { zh: "港澳台居民居住证", en: "HK/Macau/Taiwan residence permit", source: DESIGN, verified: false },
  PASSPORT:  { zh: "护照", en: "Passport", source: DESIGN, verified: false },
  FOREIGNPR: { zh: "外国人永久居留身份证", en: "Foreign permanent resident card", source: DESIGN, verified: false },
  MILITARY:  { zh: "军人证件", en: "Military identity card", source: DESIGN, verified: false },
  HUKOU:     { zh: "户口簿", en: "Household register", source: DESIGN, verified: false },
  NONE:      { zh: "无证件（身份由办案机关载明）", en: "None: identity stated by the organ", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** 性别, as on the identity card. */
// biome-ignore format: a table is read by columns
export const SEXES = {
  M: { zh: "男", en: "Male", source: "GB 11643", verified: true },
  F: { zh: "女", en: "Female", source: "GB 11643", verified: true },
} as const satisfies CodeList;

/** In what capacity somebody applies (LAL 24, 29, 33, 40). */
// biome-ignore format: a table is read by columns
export const APPLYING_AS = {
  SELF:      { zh: "本人", en: "In person", source: "《法律援助法》第41条", verified: true },
  STATUTORY: { zh: "法定代理人", en: "Statutory representative", source: "《法律援助法》第40条", verified: true },
  KIN:       { zh: "近亲属", en: "Near relative", source: "《法律援助法》第40条", verified: true },
  PROXY:     { zh: "委托代理人", en: "Proxy", source: "《法律援助法》第40条", verified: true },
} as const satisfies CodeList;

/** Concrete relations; "near relative" is computed from them per context. `criminal`/`civil`: near relative there. */
// biome-ignore format: a table is read by columns
export const RELATIONS = {
  SELF:       { zh: "本人", en: "Self", source: DESIGN, verified: false },
  SPOUSE:     { zh: "配偶", en: "Spouse", source: "《民法典》第1045条；《刑事诉讼法》第108条", verified: true, criminal: true, civil: true },
  FATHER:     { zh: "父亲", en: "Father", source: "《民法典》第1045条；《刑事诉讼法》第108条", verified: true, criminal: true, civil: true },
  MOTHER:     { zh: "母亲", en: "Mother", source: "《民法典》第1045条；《刑事诉讼法》第108条", verified: true, criminal: true, civil: true },
  SON:        { zh: "儿子", en: "Son", source: "《民法典》第1045条；《刑事诉讼法》第108条", verified: true, criminal: true, civil: true },
  DAUGHTER:   { zh: "女儿", en: "Daughter", source: "《民法典》第1045条；《刑事诉讼法》第108条", verified: true, criminal: true, civil: true },
  SIBLING:    { zh: "同胞兄弟姐妹", en: "Full sibling", source: "《刑事诉讼法》第108条", verified: true, criminal: true, civil: true },
  HALFSIB:    { zh: "其他兄弟姐妹", en: "Other sibling", source: "《民法典》第1045条", verified: true, civil: true },
  GRANDPARENT:{ zh: "祖父母、外祖父母", en: "Grandparent", source: "《民法典》第1045条", verified: true, civil: true },
  GRANDCHILD: { zh: "孙子女、外孙子女", en: "Grandchild", source: "《民法典》第1045条", verified: true, civil: true },
  GUARDIAN:   { zh: "监护人", en: "Guardian", source: "《民法典》第27、28条", verified: true },
  EMPLOYER:   { zh: "用人单位", en: "Employer", source: DESIGN, verified: false },
  OTHERREL:   { zh: "其他", en: "Other", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** Why this agency is competent (LAL 38). */
// biome-ignore format: a table is read by columns
export const COMPETENCE = {
  ORGAN_SEAT:   { zh: "办案机关所在地", en: "Seat of the case-handling organ", source: "《法律援助法》第38条", verified: true },
  DISPUTE_SEAT: { zh: "争议处理机关所在地", en: "Seat of the dispute-handling organ", source: "《法律援助法》第38条", verified: true },
  CAUSE_PLACE:  { zh: "事由发生地", en: "Place where the cause arose", source: "《法律援助法》第38条", verified: true },
  NOT_COMPETENT:{ zh: "不属于本机构管辖", en: "This agency is not competent", source: "《法律援助法》第38条", verified: true },
} as const satisfies CodeList;

/** How open a file may be. Secret files are refused by the product. */
// biome-ignore format: a table is read by columns
export const SENSITIVITIES = {
  NORMAL:  { zh: "一般", en: "Normal", source: DESIGN, verified: false },
  PRIVACY: { zh: "涉及隐私（含未成年人）", en: "Privacy (including minors)", source: "《法律援助法》第21条；《未成年人保护法》第103条", verified: true },
  SECRET:  { zh: "涉及国家秘密", en: "State secret", source: "《法律援助法》第21条", verified: true },
} as const satisfies CodeList;

/** Material of the application checklist. */
// biome-ignore format: a table is read by columns
export const MATERIAL_KINDS = {
  FORM:      { zh: "法律援助申请表", en: "Application form", source: "《法律援助条例》第17条", verified: true },
  IDCARD:    { zh: "身份证明", en: "Identity document", source: "《法律援助条例》第17条", verified: true },
  PROXYPROOF:{ zh: "代理申请权证明", en: "Proof of the right to apply for another", source: "《法律援助条例》第17条", verified: true },
  HARDSHIP:  { zh: "经济困难状况说明表", en: "Hardship statement", source: "《法律援助法》第41条", verified: true },
  HARDSUPP:  { zh: "经济困难佐证（可选）", en: "Supporting papers on hardship (optional)", source: "《办理法律援助案件程序规定》（新华社转述）", verified: false },
  EXEMPT:    { zh: "免予核查证明材料", en: "Evidence for exemption", source: "《法律援助法》第42条", verified: true },
  CASEPAPER: { zh: "案件相关材料", en: "Case materials", source: "《法律援助条例》第17条", verified: true },
  OFFICIAL:  { zh: "裁决书、判决书、事故认定书等", en: "Award, judgment, accident determination…", source: "《法律援助条例》第17条", verified: true },
  AGREEMENT: { zh: "签名的委托协议", en: "Signed agreement", source: "《办理法律援助案件程序规定》第27条", verified: true },
  OTHERMAT:  { zh: "其他", en: "Other", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** What the examiner proposes and the head decides. */
// biome-ignore format: a table is read by columns
export const DECISIONS = {
  GRANT: { zh: "给予法律援助", en: "Grant", source: "《法律援助法》第43条", verified: true },
  DENY:  { zh: "不予法律援助", en: "Refuse", source: "《法律援助法》第43条", verified: true },
} as const satisfies CodeList;

/** What an organ's letter asks for (LAL 25, 28). */
// biome-ignore format: a table is read by columns
export const NOTICE_KINDS = {
  DEFENCE:        { zh: "通知辩护", en: "Defence", source: "《法律援助法》第25条", verified: true },
  REPRESENTATION: { zh: "通知代理（强制医疗）", en: "Representation (compulsory treatment)", source: "《法律援助法》第28条", verified: true },
} as const satisfies CodeList;

/** Trial procedure named in a court's letter. */
// biome-ignore format: a table is read by columns
export const PROCEDURES = {
  ORDINARY: { zh: "普通程序", en: "Ordinary", source: "《刑事诉讼法》", verified: true },
  SUMMARY:  { zh: "简易程序", en: "Summary", source: "《刑事诉讼法》", verified: true },
  FAST:     { zh: "速裁程序", en: "Fast-track", source: "《刑事诉讼法》", verified: true },
} as const satisfies CodeList;

/** Coercive measures (CPL). */
// biome-ignore format: a table is read by columns
export const COERCIVE_MEASURES = {
  NONE:        { zh: "无", en: "None", source: "《刑事诉讼法》", verified: true },
  DETAINED:    { zh: "刑事拘留", en: "Detained", source: "《刑事诉讼法》第82条", verified: true, custody: true },
  ARRESTED:    { zh: "逮捕", en: "Arrested", source: "《刑事诉讼法》第81条", verified: true, custody: true },
  RESIDENTIAL: { zh: "监视居住", en: "Residential surveillance", source: "《刑事诉讼法》第74条", verified: true },
  BAIL:        { zh: "取保候审", en: "Bail", source: "《刑事诉讼法》第67条", verified: true },
} as const satisfies CodeList;

/** Through which channel a consultation came (LAL 23). */
// biome-ignore format: a table is read by columns
export const CHANNELS = {
  WINDOW:   { zh: "窗口", en: "Window", source: "《法律援助法》第23条", verified: true },
  PHONE:    { zh: "12348热线", en: "12348 hotline", source: "《法律援助法》第23条", verified: true },
  NETWORK:  { zh: "网络", en: "Network", source: "《法律援助法》第23条", verified: true },
  LETTER:   { zh: "信函", en: "Letter", source: "《法律援助法》第23条", verified: true },
  OUTREACH: { zh: "下乡巡回", en: "Outreach", source: "《法律援助法》第23条", verified: true },
  DUTY:     { zh: "值班律师", en: "Duty lawyer", source: "《法律援助法》第30条", verified: true },
} as const satisfies CodeList;

/** What follows a consultation. */
// biome-ignore format: a table is read by columns
export const FOLLOW_UPS = {
  NONE:        { zh: "无", en: "None", source: DESIGN, verified: false },
  APPOINTMENT: { zh: "预约再次咨询", en: "Appointment", source: "《法律援助条例》第25条", verified: true },
  APPLICATION: { zh: "转为申请", en: "Application", source: "《法律援助法》第23条", verified: true },
  REFERRAL:    { zh: "转介", en: "Referral", source: DESIGN, verified: false },
  DUTYLAWYER:  { zh: "值班律师", en: "Duty lawyer", source: "《法律援助法》第30条", verified: true },
} as const satisfies CodeList;

/** Standing of a lawyer or worker in the register. */
// biome-ignore format: a table is read by columns
export const PERSON_STATUSES = {
  ACTIVE:    { zh: "执业", en: "Active", source: "《律师法》", verified: true },
  SUSPENDED: { zh: "停止执业", en: "Suspended", source: "《律师法》", verified: true },
  DEREGISTERED: { zh: "注销", en: "Deregistered", source: "《律师法》", verified: true },
  LEFT:      { zh: "离任", en: "Left", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** Kinds of unit that handle cases (LAL 12, 15, 16). */
// biome-ignore format: a table is read by columns
export const PROVIDER_KINDS = {
  FIRM:       { zh: "律师事务所", en: "Law firm", source: "《法律援助法》第16条", verified: true },
  GRASSROOTS: { zh: "基层法律服务所", en: "Grassroots legal service office", source: "《法律援助法》第16条", verified: true },
  ORG:        { zh: "社会组织", en: "Organisation", source: "《法律援助法》第8条", verified: true },
  AGENCY:     { zh: "本机构", en: "The agency itself", source: "《法律援助法》第12条", verified: true },
} as const satisfies CodeList;

/** Who is the agency: an established center, or a designated department of the bureau. */
// biome-ignore format: a table is read by columns
export const AGENCY_KINDS = {
  CENTER:          { zh: "法律援助中心", en: "Legal aid center", source: "《法律援助法》第12条", verified: true },
  DESIGNATED_DEPT: { zh: "指定职能部门", en: "Designated functional department", source: "《法律援助条例》第5条", verified: true },
} as const satisfies CodeList;

/** Part that a further person plays in the matter; needed for the conflict search Q4–Q11, Q16. */
// biome-ignore format: a table is read by columns
export const PERSON_PARTS = {
  CODEFENDANT: { zh: "同案犯罪嫌疑人、被告人", en: "Co-suspect or co-defendant", source: "《最高法刑诉解释》第43条", verified: true },
  VICTIM:      { zh: "被害人", en: "Victim", source: DESIGN, verified: false },
  WITNESS:     { zh: "证人", en: "Witness", source: DESIGN, verified: false },
  RELATIVE:    { zh: "亲属", en: "Relative", source: DESIGN, verified: false },
} as const satisfies CodeList;
