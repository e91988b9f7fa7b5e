import { ROLES } from "../dictionary/codes/roles.ts";
import type { Role, StepTable } from "./stepRule.ts";

const PIPL = (articles: string): string => `《个人信息保护法》第${articles}条`;
const EVERYBODY = Object.keys(ROLES) as readonly Role[];

/** A look is noted by whoever looks, once: there is no step that changes or removes it (PIPL 51, 54). */
// biome-ignore format: a table is read by columns
export const LOOK_STEPS = {
  noteLook: {
    label: { zh: "记录查阅", en: "Note a look" }, lane: "look", from: [""], to: "noted", by: EVERYBODY,
    needs: ["act", "recordType", "recordId"],
    owns: ["lookedAt", "lookerId", "deskName", "act", "recordType", "recordId", "subject", "purpose", "approvalId"],
    nowIn: "lookedAt", actorIn: "lookerId", outcome: [], requires: [], checks: [], source: PIPL("51、54"),
  },
} as const satisfies StepTable;

/** An export of whole personal data: asked for by one person, approved by the head for a purpose and a time (V26). */
// biome-ignore format: a table is read by columns
export const EXPORT_STEPS = {
  requestExport: {
    label: { zh: "申请导出", en: "Ask to export" }, lane: "export", from: [""], to: "requested", by: ["CLERK", "EXAMINER", "HEAD", "BUREAU", "FINANCE", "ARCHIVE", "QC"],
    needs: ["scope", "exportPurpose"], owns: ["scope", "exportPurpose", "requestedAt", "granteeId"], nowIn: "requestedAt", actorIn: "granteeId",
    outcome: ["scope"], requires: [], checks: [], source: PIPL("25、51"),
  },
  approveExport: {
    label: { zh: "批准导出", en: "Approve the export" }, lane: "export", from: ["requested"], to: "approved", by: ["HEAD"],
    needs: ["untilOn"], owns: ["untilOn", "approvedAt", "approverId"], nowIn: "approvedAt", actorIn: "approverId", apart: ["granteeId"],
    outcome: ["untilOn"], requires: [], checks: [], source: PIPL("25、51"),
  },
  refuseExport: {
    label: { zh: "不批准导出", en: "Refuse the export" }, lane: "export", from: ["requested"], to: "refused", by: ["HEAD"],
    needs: ["endReason"], owns: ["endReason"], outcome: [], requires: [], checks: [], source: PIPL("25、51"),
  },
  revokeExport: {
    label: { zh: "撤销批准", en: "Withdraw the approval" }, lane: "export", from: ["approved"], to: "revoked", by: ["HEAD"],
    needs: ["endReason"], owns: ["endReason"], outcome: [], requires: [], checks: [], source: PIPL("25、51"),
  },
} as const satisfies StepTable;

/** The day a center takes over from the designated department: numbers, archives and open clocks go on. */
// biome-ignore format: a table is read by columns
export const AGENCY_STEPS = {
  becomeCenter: {
    label: { zh: "转为法律援助中心", en: "Become a legal aid center" }, lane: "agency", from: [""], to: "center", by: ["HEAD", "SYSADMIN"],
    needs: ["kind", "centerName", "centerSealName", "centerDocNo", "centerFromOn"], owns: ["centerName", "centerSealName", "centerDocNo", "centerFromOn"],
    outcome: ["centerFromOn"], requires: [], checks: ["isDesignated"], source: "《法律援助法》第12条",
  },
} as const satisfies StepTable;
