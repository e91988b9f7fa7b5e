import type { DeadlineRow } from "./deadlineRow.ts";
import { law } from "./sources.ts";

/** Assignment, agreement and replacement of the person who handles a case. */
// biome-ignore format: a table is read by columns
export const ASSIGNMENT_DEADLINES = [
  { id: "ASG-GRANTED-3D", zh: "决定给予后指派", en: "Assign legal aid personnel after a grant", length: 3, unit: "day", sources: [law("LAL", 43, 1), law("PRO", 24, 1)], party: "legal_aid_agency", status: "in_force", evidence: "V1", starts: ["emergencyAt", "decidedAt"], stops: ["assignedAt"], when: "grantedOrEmergency" },
  { id: "ASG-NOTIFIED-3D", zh: "通知辩护/通知代理后指派并通知办案机关", en: "Assign a lawyer AND notify the organ, after a notification of defence/representation", length: 3, unit: "day", sources: [law("LAL", 36), law("PRO", 24, 2)], party: "legal_aid_agency", status: "in_force", evidence: "V1", starts: ["noticeReceivedAt"], stops: ["assignedAt", "organNotifiedAt"] },
  { id: "AGR-SIGN-5D", zh: "签订委托协议和授权委托书", en: "Unit of the legal aid personnel signs the retainer agreement and power of attorney with the recipient", length: 5, unit: "day", sources: [law("PRO", 27)], party: "handling_unit", status: "in_force", evidence: "V2", parameter: true, starts: ["assignedAt"], stops: ["agreementSignedOn"], when: "agreementNeeded", note: "Exception: recipient-side or other objective reasons prevent timely signing. Read as an OCR-noisy excerpt of chapter 4." },
  { id: "REF-OWN-5D", zh: "被告人另行委托辩护人", en: "Defendant retains own counsel after a justified refusal", length: 5, unit: "day", sources: [law("SPC", 50, 2)], party: "defendant", status: "in_force", evidence: "V1" },
  { id: "REF-MPS-3D", zh: "公安机关通知机构:拒绝指派律师或自行委托", en: "Police tell the agency that the suspect refuses the assigned lawyer or retained one", length: 3, unit: "day", sources: [law("MPS", 47, 2)], party: "public_security", status: "in_force", evidence: "V1" },
  { id: "REF-PREP-15D", zh: "另行指派后准备辩护期", en: "Preparation time for the newly assigned/retained defender", length: 15, unit: "day", sources: [law("SPC", 313)], party: "court", status: "in_force", evidence: "V1", note: "Runs to the 15th day; may be shortened voluntarily by defendant and defender." },
  { id: "RPL-DECIDE", zh: "更换法律援助人员决定", en: "Agency decides on a replacement request", length: 5, unit: "workday", sources: [law("LAL", 55), law("HZ", 34)], party: "legal_aid_agency", status: "in_force", evidence: "U", parameter: true, basis: "全国天数未找到;《杭州市法律援助条例》第34条为5个工作日", note: "National duty: Law art.55; 5 workdays is verified only for Hangzhou." },
  { id: "RPL-DECIDE-HZ-5WD", zh: "更换决定(杭州)", en: "Decide on replacement, Hangzhou", length: 5, unit: "workday", sources: [law("HZ", 34)], party: "legal_aid_agency", status: "in_force", scope: "local:杭州", evidence: "V1" },
  { id: "RPL-HANDOVER", zh: "更换后移交", en: "New handler appointed / files handed over", length: 3, unit: "day", sources: [law("FRM")], party: "handling_unit", status: "in_force", evidence: "D", parameter: true, basis: "法律援助文书格式十七:天数留空由机构填写", note: "Form 17 leaves the number blank; 3 is a DESIGN DEFAULT." },
] as const satisfies readonly DeadlineRow[];
