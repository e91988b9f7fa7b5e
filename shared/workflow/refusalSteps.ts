import type { StepTable } from "./stepRule.ts";

const SPC_50 = "《最高法刑诉解释》第50条第2款";
const MPS_47 = "《公安机关办理刑事案件程序规定》第47条第2款";
const DESK = ["CLERK", "EXAMINER", "HEAD"] as const;
const ASSIGNED = [["assignment", ["assigned", "accepted", "retained"]]] as const;
const ORGAN_CASE = [
  ...ASSIGNED,
  ["notice", ["noticeReceived", "noticeChecked", "returnedIncomplete", "replied"]],
] as const;

/**
 * What an organ writes after the lawyer was assigned: a changed hearing, measure or place, and the suspect or
 * defendant who refuses the lawyer. The organ decides on the refusal; the desk records and counts.
 */
// biome-ignore format: a table is read by columns
export const REFUSAL_STEPS = {
  noteOrganChange: {
    label: { zh: "登记办案机关变更通知", en: "Record the organ's notice of a change" }, lane: "organChange", from: ["", "noted"], to: "noted", by: [...DESK, "HANDLER"],
    needs: ["organChangeOn", "organChangeText"], owns: ["organChangeOn", "organChangeText"], outcome: [], requires: ORGAN_CASE, checks: ["V03"], source: "内部工作规则（法律未作规定）",
  },
  noteRefusal: {
    label: { zh: "登记拒绝指派律师", en: "Record that the assigned lawyer is refused" }, lane: "refusal", from: ["", "continued", "answered"], to: "refused", by: DESK,
    needs: ["refusedOn", "refusalGround"], owns: ["refusedOn", "refusalGround", "organInformedOn", "refusalPermittedOn", "noOwnCounselOn", "refusedEarlier"], keeps: { into: "refusedEarlier", of: ["refusedOn"] },
    sets: { refusalPermittedOn: null, noOwnCounselOn: null }, outcome: ["refusedOn"], requires: ASSIGNED, checks: ["V03"], source: `${SPC_50}、${MPS_47}`,
  },
  permitRefusal: {
    label: { zh: "办案机关准许拒绝", en: "The organ permits the refusal" }, lane: "refusal", from: ["refused"], to: "permitted", by: DESK,
    needs: ["refusalPermittedOn"], owns: ["refusalPermittedOn"], outcome: [], requires: [], checks: ["V03"], source: SPC_50,
  },
  denyRefusal: {
    label: { zh: "办案机关不予准许，继续辩护", en: "The organ does not permit it; the defence goes on" }, lane: "refusal", from: ["refused"], to: "continued", by: DESK,
    needs: ["refusalEndText"], owns: ["refusalEndText"], outcome: [], requires: [], checks: [], source: "《最高法刑诉解释》第50条、第311条",
  },
  retainOwnCounsel: {
    label: { zh: "确认自行委托辩护人", en: "Own counsel is retained" }, lane: "refusal", from: ["", "refused", "permitted", "continued", "noCounsel", "renotified", "answered"], to: "ownCounsel", by: DESK,
    needs: ["ownCounselOn"], owns: ["ownCounselOn", "organInformedOn"], outcome: ["ownCounselOn"], requires: ASSIGNED, checks: ["V03"], source: `${SPC_50}、${MPS_47}`,
  },
  noOwnCounsel: {
    label: { zh: "五日期满未另行委托", en: "No own counsel within the five days" }, lane: "refusal", from: ["permitted"], to: "noCounsel", by: DESK,
    needs: ["noOwnCounselOn"], owns: ["noOwnCounselOn"], outcome: [], requires: [], checks: ["V03"], source: SPC_50,
  },
  receiveRenotice: {
    label: { zh: "收到另行通知指派", en: "The organ's new notice arrived" }, lane: "refusal", from: ["permitted", "noCounsel"], to: "renotified", by: DESK,
    needs: ["renotifiedAt"], owns: ["renotifiedAt", "renoticeNo"], outcome: ["renotifiedAt"], requires: ASSIGNED, checks: ["V03"], source: SPC_50,
  },
  replyRenotice: {
    label: { zh: "另行指派后告知办案机关", en: "Tell the organ of the new lawyer" }, lane: "refusal", from: ["renotified"], to: "answered", by: DESK,
    needs: ["reassignedAt"], owns: ["renoticeRepliedAt"], nowIn: "renoticeRepliedAt", outcome: [], requires: ASSIGNED, checks: ["assignedSince"], source: "《法律援助法》第36条",
  },
} as const satisfies StepTable;
