import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { Label } from "../../../shared/dictionary/field.ts";

/** One kind of record on these pages: what it is about, and which facts stand in a line of its list. */
type RecordKind = { readonly t: EntityType; readonly note: Label; readonly listed: readonly string[] };
type RecordGroup = { readonly id: string; readonly title: Label; readonly kinds: readonly RecordKind[] };

/** The year's work beside consultations and files, by whose desk it lies on. The names of the kinds are the dictionary's. */
// biome-ignore format: a table is read by columns
export const RECORD_GROUPS: readonly RecordGroup[] = [
  { id: "objections", title: { zh: "异议与投诉", en: "Objections and complaints" }, kinds: [
    { t: "objection",   listed: ["against", "fileId", "receivedAt", "result"], note: { zh: "不服不予、终止决定（第49条）", en: "Against refusal or termination (article 49)" } },
    { t: "complaint",   listed: ["respondentName", "receivedAt", "disposition"], note: { zh: "对机构和人员的投诉（第56条）", en: "Against agencies and persons (article 56)" } },
    { t: "penaltyLead", listed: ["fileId", "ground", "openedAt"], note: { zh: "骗取法律援助（第64条），不入案卷", en: "Aid obtained by fraud (article 64), kept outside the file" } },
  ] },
  { id: "exchange", title: { zh: "转交与协作", en: "Forwarding and cooperation" }, kinds: [
    { t: "transfer",     listed: ["via", "fromOrgan", "appliedAt", "receivedAt"], note: { zh: "24小时内转交的申请（第39条）", en: "Applications forwarded within 24 hours (article 39)" } },
    { t: "cooperation",  listed: ["direction", "kind", "fileId"], note: { zh: "异地法律援助机构协作", en: "With agencies elsewhere" } },
    { t: "verification", listed: ["purpose", "fileId", "sentAt"], note: { zh: "经济困难等信息核查（第41条）", en: "Checks of means and status (article 41)" } },
  ] },
  { id: "duty", title: { zh: "值班", en: "Duty lawyers" }, kinds: [
    { t: "dutyStation", listed: ["place", "mode", "phone"], note: { zh: "值班律师工作站（第14条）", en: "Stations of duty lawyers (article 14)" } },
    { t: "dutyShift",   listed: ["stationId", "lawyerId", "endsAt"], note: { zh: "排班、公布、签到", en: "Roster, publication, attendance" } },
    { t: "dutyRequest", listed: ["proceduralStage", "requestedAt"], note: { zh: "当事人约见值班律师（第37条）", en: "Persons asking for a duty lawyer (article 37)" } },
    { t: "dutyService", listed: ["lawyerId", "kinds", "servedAt"], note: { zh: "值班律师提供的法律帮助（第30条）", en: "Help given by duty lawyers (article 30)" } },
  ] },
  { id: "money", title: { zh: "补贴与经费", en: "Subsidies and funds" }, kinds: [
    { t: "subsidyStandard", listed: ["type", "amountFen", "effectiveFromOn", "docNo"], note: { zh: "省级制定的补贴标准", en: "Standards set by the province" } },
    { t: "subsidyClaim",    listed: ["lawyerId", "fileId", "totalFen"], note: { zh: "办案、值班补贴（第52条）", en: "Subsidies for cases and duty (article 52)" } },
    { t: "fundEntry",       listed: ["enteredOn", "fund", "flow", "amountFen"], note: { zh: "专款专用的经费台账，只增不改", en: "The ledger: entries are added, never changed" } },
    { t: "donation",        listed: ["amountFen", "receivedOn"], note: { zh: "捐赠及其约定用途（第9条）", en: "Donations and their purpose (article 9)" } },
  ] },
  { id: "privacy", title: { zh: "个人信息", en: "Personal data" }, kinds: [
    { t: "exportApproval", listed: ["scope", "granteeId", "untilOn"], note: { zh: "导出未脱敏个人信息的申请与批准", en: "Exports of whole personal data, asked for and approved" } },
  ] },
  { id: "quality", title: { zh: "质量与档案", en: "Quality and archive" }, kinds: [
    { t: "quality",      listed: ["fileId", "method", "grade"], note: { zh: "案件质量评查（第57、59条）", en: "Reviews of case quality (articles 57 and 59)" } },
    { t: "commendation", listed: ["lawyerId", "providerId", "awardedOn"], note: { zh: "表彰奖励（第11条）", en: "Commendations (article 11)" } },
    { t: "archiveFile",  listed: ["fileId", "year", "location"], note: { zh: "立卷、借阅、鉴定", en: "Filing, borrowing, appraisal" } },
  ] },
];

/** Every kind of these pages. */
export const RECORD_KINDS: readonly RecordKind[] = RECORD_GROUPS.flatMap(({ kinds }) => kinds);

/** The kind named in an address, or undefined. */
export const kindOf = (t: string): RecordKind | undefined => RECORD_KINDS.find((kind) => kind.t === t);
