import { APPLICANT_CATEGORIES } from "./codes/applicantCategories.ts";
import { CERT_TYPES, PERSON_PARTS, RELATIONS, SEXES } from "./codes/ours.ts";
import { citizenId, code, codes, day, flag, text } from "./field.ts";

const PIPL_28 = "《个人信息保护法》第28条";

/** What must be known before anything of somebody under fourteen is processed (个人信息保护法第三十一条). */
const GUARDED = {
  guardianName: text("监护人姓名", "Guardian's name", { max: 50, source: "《个人信息保护法》第31条" }),
  guardianConsent: flag("监护人同意处理个人信息", "Guardian consents", {
    source: "《个人信息保护法》第31条",
  }),
  isSpeciallyHandled: flag("按不满十四周岁未成年人个人信息专门处理", "Handled by the rules for under-14s", {
    source: "《个人信息保护法》第31条第2款",
  }),
} as const;

/** The applicant or recipient, as known to this file. Name and number conflict as one. */
export const PERSON_FIELDS = {
  personName: text("姓名", "Name", { max: 50, group: "identity" }),
  formerName: text("曾用名", "Former name", { max: 50 }),
  certType: code(CERT_TYPES)("证件类型", "Certificate", { group: "identity" }),
  certNo: text("证件号码", "Certificate number", { max: 30, group: "identity", source: "GB 11643" }),
  sex: code(SEXES)("性别", "Sex"),
  birthOn: day("出生日期", "Date of birth"),
  nationality: text("国籍", "Nationality", { max: 30 }),
  ethnicity: text("民族", "Ethnicity", { max: 30 }),
  householdAddress: text("户籍地址", "Registered address", { max: 120 }),
  residence: text("现住址", "Residence", { max: 120 }),
  mailingAddress: text("送达地址", "Address for service", { max: 120 }),
  phone: text("联系电话", "Phone", { max: 30 }),
  alternativeContact: text("其他联系方式", "Other contact", { max: 80 }),
  occupation: text("职业", "Occupation", { max: 50 }),
  employer: text("工作单位", "Employer", { max: 80 }),
  health: text("健康状况", "Health", { max: 80, source: PIPL_28 }),
  categories: codes(APPLICANT_CATEGORIES)("人群类别", "Categories"),
  disabilityType: text("残疾类别", "Disability", { max: 40, source: "《法律援助法》第45条" }),
  disabilityCertNo: text("残疾人证号", "Disability certificate number", { max: 30 }),
  languageNeed: text("语言或手语需求", "Language or sign-language need", { max: 60 }),
  ...GUARDED,
} as const;

/** A party on the other side (party role 5): person or organisation. */
export const OPPOSING_PARTY = {
  name: text("名称或姓名", "Name", { max: 80 }),
  isOrganisation: flag("是单位", "Organisation"),
  uscc: text("统一社会信用代码", "Unified social credit code", { max: 18, source: "GB 32100" }),
  certNo: text("证件号码", "Certificate number", { max: 30 }),
  phone: text("联系电话", "Phone", { max: 30 }),
  address: text("地址", "Address", { max: 120 }),
} as const;

/** A further recipient on the same matter (party role 3). */
export const CO_APPLICANT = {
  name: text("姓名", "Name", { max: 50 }),
  certNo: citizenId("身份证号", "Identity number"),
  phone: text("联系电话", "Phone", { max: 30 }),
  ...GUARDED,
} as const;

/** A co-suspect, victim, witness or relative: whom the conflict search Q4–Q11 and Q16 must know. */
export const RELATED_PERSON = {
  name: text("姓名", "Name", { max: 50 }),
  part: code(PERSON_PARTS)("身份", "Part"),
  certNo: text("证件号码", "Certificate number", { max: 30 }),
  relation: code(RELATIONS)("与受援人关系", "Relation to the recipient"),
} as const;
