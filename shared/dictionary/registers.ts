import { AID_FORMS } from "./codes/aidForms.ts";
import { ORGAN_TYPES } from "./codes/organTypes.ts";
import { AGENCY_KINDS, PERSON_STATUSES, PROVIDER_KINDS, RELATIONS, SEXES } from "./codes/ours.ts";
import { PERSONNEL_TYPES } from "./codes/personnelTypes.ts";
import { ROLES } from "./codes/roles.ts";
import { code, codes, day, type FactsOf, flag, list, longText, ref, text, whole } from "./field.ts";

const open = { open: true } as const;

/** A near relative of a lawyer, for Q5 (interest in the matter) and Q8 (works in the handling court). */
const LAWYER_RELATIVE = {
  name: text("姓名", "Name", { max: 50 }),
  certNo: text("证件号码", "Certificate number", { max: 30 }),
  relation: code(RELATIONS)("关系", "Relation"),
  worksAt: text("工作单位", "Works at", { max: 80 }),
} as const;

/** An earlier client or opponent of a lawyer, for Q4 and Q11. */
const LAWYER_CLIENT = {
  name: text("姓名或名称", "Name", { max: 80 }),
  certNo: text("证件号码", "Certificate number", { max: 30 }),
  untilOn: day("代理终止日", "Acted until"),
} as const;

/** 承办人员: a lawyer, grassroots worker, volunteer or staff member who can be assigned. */
export const LAWYER = {
  name: text("姓名", "Name", { max: 50, ...open }),
  type: code(PERSONNEL_TYPES)("人员类别", "Kind", { source: "《法律援助法》第12、16、17条" }),
  sex: code(SEXES)("性别", "Sex"),
  certNo: text("身份证号", "Identity number", { max: 30 }),
  licenceNo: text("执业证号", "Licence number", { max: 30, ...open }),
  providerId: ref("所属单位", "Unit"),
  phone: text("联系电话", "Phone", { max: 30 }),
  licensedOn: day("执业起始日", "Licensed since", { ...open, source: "《法律援助法》第26条" }),
  criminalDefenceSince: day("从事刑事辩护起始日", "Criminal defence since", {
    ...open,
    source: "《办理法律援助案件程序规定》第26条",
  }),
  specialties: codes(AID_FORMS)("专长", "Specialties"),
  isTrainedForMinors: flag("熟悉未成年人身心特点", "Familiar with minors", {
    source: "《未成年人保护法》第104条",
  }),
  languages: text("语言", "Languages", { max: 100, ...open }),
  status: code(PERSON_STATUSES)("执业状态", "Status", { source: "《法律援助法》第61条" }),
  statusFromOn: day("状态起始日", "Status since", open),
  penaltyUntilOn: day("处罚期至", "Penalty until", open),
  formerOffice: text("曾任职的法院、检察院", "Former court or procuratorate", {
    max: 80,
    source: "《律师法》第41条",
  }),
  leftOfficeOn: day("离任日", "Left office on", open),
  maxOpenCases: whole("同时承办上限", "Most open cases", { max: 500, ...open }),
  relatives: list(LAWYER_RELATIVE)("近亲属", "Near relatives", {
    source: "《律师法》第39条；《最高法刑诉解释》第41条",
  }),
  formerClients: list(LAWYER_CLIENT)("曾代理的当事人", "Earlier clients"),
} as const;

/** 承办单位: firm, grassroots office or organisation. */
export const PROVIDER = {
  name: text("单位名称", "Name", { max: 80, ...open }),
  kind: code(PROVIDER_KINDS)("单位类别", "Kind"),
  uscc: text("统一社会信用代码或许可证号", "USCC or licence", { max: 30, ...open }),
  address: text("地址", "Address", { max: 120, ...open }),
  headName: text("负责人", "Head", { max: 50 }),
  phone: text("联系电话", "Phone", { max: 30, ...open }),
  status: code(PERSON_STATUSES)("状态", "Status"),
} as const;

/** 办案机关联系册: organs that write to the desk. */
export const ORGAN = {
  name: text("机关名称", "Name", { max: 80, ...open }),
  type: code(ORGAN_TYPES)("机关类别", "Kind"),
  section: text("部门", "Section", { max: 60, ...open }),
  liaison: text("联络人", "Liaison", { max: 50 }),
  phone: text("联系电话", "Phone", { max: 30 }),
  address: text("地址", "Address", { max: 120, ...open }),
} as const;

/** 工作人员: who may sign in and act, with which roles and in which section. */
export const STAFF = {
  name: text("姓名", "Name", { max: 50, ...open }),
  login: text("登录名", "Login", { max: 40, ...open }),
  roles: codes(ROLES)("岗位", "Roles"),
  section: text("科室", "Section", { max: 60, ...open }),
  isActive: flag("在岗", "Active"),
} as const;

/** 单位信息: who the agency is, and the parameters that the law leaves to it or to the province. */
export const BUREAU = {
  name: text("司法局全称", "Bureau", { max: 80, ...open }),
  shortName: text("编号字头", "Prefix for numbers", { max: 10, ...open }),
  divisionCode: text("行政区划代码", "Division code", { max: 6, ...open, source: "GB/T 2260" }),
  uscc: text("统一社会信用代码", "Unified social credit code", { max: 18, ...open, source: "GB 32100" }),
  kind: code(AGENCY_KINDS)("机构性质", "Kind of agency", {
    source: "《法律援助法》第12条；《法律援助条例》第5条",
  }),
  deptName: text("承担法律援助职能的部门", "Department", { max: 80, ...open }),
  designationDocNo: text("指定文件号", "Designation document", { max: 60, ...open }),
  designatedOn: day("指定日期", "Designated on", open),
  sealName: text("印章名称", "Seal", { max: 80, ...open }),
  centerName: text("法律援助中心名称", "Center", { max: 80, ...open, source: "《法律援助法》第12条" }),
  centerSealName: text("中心印章名称", "The center's seal", { max: 80, ...open }),
  centerDocNo: text("中心设立文号", "Document establishing the center", { max: 60, ...open }),
  centerFromOn: day("转为中心的生效日", "Center from", { ...open, source: "《法律援助法》第12条" }),
  address: text("地址", "Address", { max: 120, ...open }),
  phone: text("电话", "Phone", { max: 30, ...open }),
  objectionOrgan: text("异议受理机关", "Objections go to", {
    max: 80,
    ...open,
    source: "《法律援助法》第49条",
  }),
  reconsiderationOrgans: text("行政复议机关", "Reconsideration organs", {
    max: 200,
    ...open,
    source: "《行政复议法》第28条",
  }),
  court: text("行政诉讼管辖法院", "Court", { max: 80, ...open }),
  /** JSON of named parameters by `PARAMETERS` of shared/law/parameters.ts, each with its effective day. */
  parameters: longText("地方参数", "Local parameters", { max: 20_000, ...open }),
} as const;

export type LawyerFacts = FactsOf<typeof LAWYER>;
export type ProviderFacts = FactsOf<typeof PROVIDER>;
export type StaffFacts = FactsOf<typeof STAFF>;
export type BureauFacts = FactsOf<typeof BUREAU>;
