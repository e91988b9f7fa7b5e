import { EXPORT_SCOPES, LOOK_ACTS } from "./codes/privacyCodes.ts";
import { code, day, type FactsOf, instant, longText, ref, text } from "./field.ts";

const open = { open: true } as const;
const PIPL = (articles: string): string => `《个人信息保护法》第${articles}条`;

/** 查阅记录: who looked at what, when, at which desk and why. Written once by a step, never changed. */
export const LOOK = {
  lookedAt: instant("时间", "When", { ...open, source: PIPL("54") }),
  lookerId: ref("查阅人", "Who", { source: PIPL("51") }),
  deskName: text("工位", "Desk", { max: 40 }),
  act: code(LOOK_ACTS)("方式", "What was done"),
  recordType: text("对象类别", "Kind of record", { max: 40, ...open }),
  recordId: text("对象编号", "Record", { max: 64, ...open }),
  /** Dictionary name of a field, form of a letter, or name of a file: never its content. */
  subject: text("事项", "Subject", { max: 120, ...open }),
  purpose: text("目的", "Purpose", { max: 200 }),
  approvalId: ref("导出批准", "Approval of the export"),
} as const;

/** 导出批准 (V26): without it nothing leaves the desk with whole personal data. */
export const EXPORT_APPROVAL = {
  scope: code(EXPORT_SCOPES)("导出内容", "What is exported", { source: PIPL("51") }),
  exportPurpose: longText("导出目的", "Purpose", { max: 500, source: PIPL("6、25") }),
  requestedAt: instant("申请时间", "Asked at", open),
  granteeId: ref("导出人", "Who exports"),
  untilOn: day("有效期至", "Valid until", open),
  approvedAt: instant("批准时间", "Approved at", open),
  approverId: ref("批准人", "Approved by"),
  endReason: longText("不批准或者撤销的理由", "Why not, or why withdrawn", { max: 500 }),
} as const;

export type LookFacts = FactsOf<typeof LOOK>;
export type ExportApprovalFacts = FactsOf<typeof EXPORT_APPROVAL>;
