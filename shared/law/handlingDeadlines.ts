import type { DeadlineRow } from "./deadlineRow.ts";
import { law } from "./sources.ts";

/** The handling of a case before organs and courts. */
// biome-ignore format: a table is read by columns
export const HANDLING_DEADLINES = [
  { id: "HND-COURT-PAPERS-3D", zh: "向法院提交法律援助手续(辩护)", en: "Defender files the legal-aid assignment papers with the court", length: 3, unit: "day", sources: [law("SPC", 52)], party: "handler", status: "in_force", evidence: "V1", starts: ["acceptedAt", "assignedAt"], stops: ["papersFiledOn"], when: "courtDefence" },
  { id: "HND-AGENT-PAPERS-3D", zh: "向法院提交法律援助手续(代理)", en: "Litigation agent in criminal case files the papers with the court", length: 3, unit: "day", sources: [law("SPC", 66)], party: "handler", status: "in_force", evidence: "V1", starts: ["acceptedAt", "assignedAt"], stops: ["papersFiledOn"], when: "criminalAgency" },
  { id: "HND-MEET-48H", zh: "看守所安排会见", en: "Detention centre arranges the meeting", length: 48, unit: "hour", sources: [law("CPL", 39, 2), law("MPS", 53)], party: "detention_centre", status: "in_force", evidence: "V1", starts: ["meetingAskedAt"], stops: ["meetingHeldAt"] },
  { id: "HND-INDICT-10DB", zh: "起诉书副本送达", en: "Indictment copy served on defendant and defender", length: 10, unit: "day", direction: "before", sources: [law("CPL", 187, 1)], party: "court", status: "in_force", evidence: "V1" },
  { id: "HND-HEARING-3DB", zh: "开庭通知送达", en: "Hearing notice served on defender", length: 3, unit: "day", direction: "before", sources: [law("CPL", 187, 3)], party: "court", status: "in_force", evidence: "V1" },
  { id: "HND-APPEAL-JUDG-10D", zh: "刑事上诉(判决)", en: "Criminal appeal against judgment", length: 10, unit: "day", sources: [law("CPL", 230)], party: "party", status: "in_force", evidence: "V1" },
  { id: "HND-APPEAL-RUL-5D", zh: "刑事上诉(裁定)", en: "Criminal appeal against ruling", length: 5, unit: "day", sources: [law("CPL", 230)], party: "party", status: "in_force", evidence: "V1" },
  { id: "HND-CIV-APPEAL-15D", zh: "民事上诉(判决)", en: "Civil appeal against judgment", length: 15, unit: "day", sources: [law("CIV", 171, 1)], party: "party", status: "in_force", evidence: "V1" },
  { id: "HND-CIV-APPEAL-10D", zh: "民事上诉(裁定)", en: "Civil appeal against ruling", length: 10, unit: "day", sources: [law("CIV", 171, 2)], party: "party", status: "in_force", evidence: "V1" },
  { id: "HND-LAB-SUE-15D", zh: "不服劳动仲裁裁决起诉", en: "Sue after labour arbitration award", length: 15, unit: "day", sources: [law("LAB", 48), law("LAB", 50)], party: "party", status: "in_force", evidence: "V1", starts: ["awardReceivedOn"], stops: ["suedOn"] },
  { id: "HND-LAB-AWARD-45D", zh: "劳动仲裁审理期限", en: "Labour arbitration to conclude", length: 45, unit: "day", sources: [law("LAB", 43)], party: "arbitration_commission", status: "in_force", evidence: "V1", note: "+15 days at most in complex cases; on lapse the party may sue." },
  { id: "HND-PRES-SUE-30D", zh: "诉前保全后起诉或申请仲裁", en: "File suit/arbitration after pre-suit preservation", length: 30, unit: "day", sources: [law("CIV", 104, 3)], party: "party", status: "in_force", evidence: "V1", starts: ["preservationOn"], stops: ["suedOn"] },
  { id: "HND-PRES-RULE-48H", zh: "保全裁定", en: "Court rules on urgent preservation", length: 48, unit: "hour", sources: [law("CIV", 103), law("CIV", 104)], party: "court", status: "in_force", evidence: "V1" },
  { id: "HND-FIRST-CONTACT", zh: "首次约见受援人", en: "Handler first meets the recipient", length: 5, unit: "day", sources: [law("PRO")], party: "handler", status: "in_force", evidence: "U", parameter: true, starts: ["acceptedAt", "assignedAt"], stops: ["firstContactAt"], basis: "程序规定第五章有约见义务(新华社2023-08-23),天数未核实", note: "Duty verified, number of days NOT." },
] as const satisfies readonly DeadlineRow[];
