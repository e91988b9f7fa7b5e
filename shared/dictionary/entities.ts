import { AID_FILE } from "./aidFile.ts";
import { ARCHIVE_FILE } from "./archiveFile.ts";
import { COMPLAINT, QUALITY } from "./complaint.ts";
import { CONSULTATION } from "./consultation.ts";
import { DUTY_REQUEST, DUTY_SERVICE, DUTY_SHIFT, DUTY_STATION } from "./duty.ts";
import type { FactsOf, Field, Label, Shape } from "./field.ts";
import { COMMENDATION, DONATION, FUND_ENTRY, SUBSIDY_CLAIM, SUBSIDY_STANDARD } from "./fund.ts";
import { OBJECTION } from "./objection.ts";
import { PENALTY_LEAD } from "./penaltyLead.ts";
import { EXPORT_APPROVAL, LOOK } from "./privacy.ts";
import { BUREAU, LAWYER, ORGAN, PROVIDER, STAFF } from "./registers.ts";
import { SAME_PERSON } from "./samePerson.ts";
import { STAT_PERIOD } from "./statPeriod.ts";
import { DEVICE, EPOCH, GRANT, HOLD, NUMBER_VOID, PUBLICATION } from "./system.ts";
import { TEMPLATE } from "./template.ts";
import { COOPERATION, TRANSFER, VERIFICATION } from "./transfer.ts";

/** Raised with every change of any entry, code list or step; every op carries it as `schema`. */
export const DICTIONARY = 1;

type Entity = { readonly label: Label; readonly shape: Shape };

/** Every kind of record there is, by the name that ops carry as `t`. */
export const ENTITIES = {
  aidFile: { label: { zh: "卷宗", en: "Aid file" }, shape: AID_FILE },
  consultation: { label: { zh: "咨询", en: "Consultation" }, shape: CONSULTATION },
  lawyer: { label: { zh: "承办人员", en: "Lawyer or worker" }, shape: LAWYER },
  provider: { label: { zh: "承办单位", en: "Unit" }, shape: PROVIDER },
  organ: { label: { zh: "办案机关", en: "Organ" }, shape: ORGAN },
  staff: { label: { zh: "工作人员", en: "Staff" }, shape: STAFF },
  bureau: { label: { zh: "单位信息", en: "Bureau" }, shape: BUREAU },
  objection: { label: { zh: "异议", en: "Objection" }, shape: OBJECTION },
  transfer: { label: { zh: "转交申请", en: "Forwarded application" }, shape: TRANSFER },
  cooperation: { label: { zh: "异地协作", en: "Cooperation" }, shape: COOPERATION },
  verification: { label: { zh: "核查请求", en: "Verification request" }, shape: VERIFICATION },
  penaltyLead: { label: { zh: "处罚线索", en: "Penalty lead" }, shape: PENALTY_LEAD },
  dutyStation: { label: { zh: "值班工作站", en: "Duty station" }, shape: DUTY_STATION },
  dutyShift: { label: { zh: "值班班次", en: "Duty shift" }, shape: DUTY_SHIFT },
  dutyRequest: { label: { zh: "法律帮助申请", en: "Request for duty help" }, shape: DUTY_REQUEST },
  dutyService: { label: { zh: "法律帮助", en: "Duty help" }, shape: DUTY_SERVICE },
  complaint: { label: { zh: "投诉", en: "Complaint" }, shape: COMPLAINT },
  quality: { label: { zh: "质量评查", en: "Quality review" }, shape: QUALITY },
  subsidyStandard: { label: { zh: "补贴标准", en: "Subsidy standard" }, shape: SUBSIDY_STANDARD },
  subsidyClaim: { label: { zh: "补贴申领", en: "Subsidy claim" }, shape: SUBSIDY_CLAIM },
  fundEntry: { label: { zh: "经费分录", en: "Ledger entry" }, shape: FUND_ENTRY },
  donation: { label: { zh: "捐赠", en: "Donation" }, shape: DONATION },
  commendation: { label: { zh: "表彰", en: "Commendation" }, shape: COMMENDATION },
  archiveFile: { label: { zh: "档案", en: "Archived file" }, shape: ARCHIVE_FILE },
  look: { label: { zh: "查阅记录", en: "Look" }, shape: LOOK },
  exportApproval: { label: { zh: "导出批准", en: "Export approval" }, shape: EXPORT_APPROVAL },
  samePerson: { label: { zh: "同一人认定", en: "Same-person finding" }, shape: SAME_PERSON },
  statPeriod: { label: { zh: "统计期间", en: "Statistical period" }, shape: STAT_PERIOD },
  template: { label: { zh: "文书模板", en: "Letter template" }, shape: TEMPLATE },
  device: { label: { zh: "工位", en: "Desk" }, shape: DEVICE },
  grant: { label: { zh: "编号段", en: "Number block" }, shape: GRANT },
  numberVoid: { label: { zh: "作废编号", en: "Voided numbers" }, shape: NUMBER_VOID },
  hold: { label: { zh: "暂存内容的处理", en: "Decision on held entries" }, shape: HOLD },
  publication: { label: { zh: "省级发布", en: "Publication of the province" }, shape: PUBLICATION },
  epoch: { label: { zh: "总账世代", en: "Epoch of the book" }, shape: EPOCH },
} as const satisfies Record<string, Entity>;

/** The name of a kind of record. */
export type EntityType = keyof typeof ENTITIES;
/** The facts of one kind of record. */
export type FactsOfType<T extends EntityType> = FactsOf<(typeof ENTITIES)[T]["shape"]>;

/** True when this version knows the kind of record. */
export const isEntityType = (t: string): t is EntityType => Object.hasOwn(ENTITIES, t);

/** The dictionary entry of `f` on records of kind `t`, or undefined when this version has none. */
export const fieldOf = (t: string, f: string): Field | undefined => {
  if (!isEntityType(t)) return undefined;
  const shape: Shape = ENTITIES[t].shape;
  return Object.hasOwn(shape, f) ? shape[f] : undefined;
};
