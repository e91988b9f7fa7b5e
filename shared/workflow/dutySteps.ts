import type { Role, StepTable } from "./stepRule.ts";

const LAL = (article: string): string => `《法律援助法》第${article}`;
const DUTY: readonly Role[] = ["DUTYLAWYER", "CLERK", "HEAD"];

/** A shift from the roster to the check-out. */
// biome-ignore format: a table is read by columns
export const DUTY_SHIFT_STEPS = {
  planShift: {
    label: { zh: "排班", en: "Plan the shift" }, lane: "shift", from: [""], to: "planned", by: ["CLERK", "HEAD"],
    needs: ["stationId", "lawyerId", "startsAt", "endsAt", "halfDays"], owns: [], outcome: [], requires: [], checks: ["shiftHours"], source: LAL("14条"),
  },
  publishShift: {
    label: { zh: "公布值班表", en: "Publish" }, lane: "shift", from: ["planned"], to: "published", by: ["HEAD"],
    needs: [], owns: ["publishedAt"], nowIn: "publishedAt", outcome: [], requires: [], checks: ["V03", "shiftHours"], source: "《法律援助值班律师工作办法》（条号未核实）",
  },
  swapShift: {
    label: { zh: "调班", en: "Swap" }, lane: "shift", from: ["planned", "published"], to: "swapped", by: ["CLERK", "HEAD"],
    needs: ["swapReason"], owns: ["swapReason"], outcome: [], requires: [], checks: [], source: "《法律援助值班律师工作办法》（条号未核实）",
  },
  serveShift: {
    label: { zh: "值班完成", en: "The shift was served" }, lane: "shift", from: ["published"], to: "served", by: DUTY,
    needs: ["checkInAt", "checkOutAt"], owns: ["checkInAt", "checkOutAt"], outcome: [], requires: [], checks: ["V03", "shiftHours"], source: LAL("14条"),
  },
  missShift: {
    label: { zh: "缺勤", en: "Absent" }, lane: "shift", from: ["published"], to: "absent", by: ["CLERK", "HEAD"],
    needs: ["absenceReason"], owns: ["absenceReason"], outcome: [], requires: [], checks: [], source: "《法律援助值班律师工作办法》（条号未核实）",
  },
} as const satisfies StepTable;

/** A request for a duty lawyer: the detention centre passes it on within twenty-four hours. */
// biome-ignore format: a table is read by columns
export const DUTY_REQUEST_STEPS = {
  requestHelp: {
    label: { zh: "收到法律帮助申请", en: "Help is requested" }, lane: "dutyRequest", from: [""], to: "requested", by: DUTY,
    needs: ["personName", "organ", "proceduralStage", "reason", "requestedAt"], owns: [], outcome: [], requires: [], checks: ["notAhead"], source: LAL("30条"),
  },
  notifyDutyLawyer: {
    label: { zh: "通知值班律师", en: "Notify the duty lawyer" }, lane: "dutyRequest", from: ["requested"], to: "notified", by: DUTY,
    needs: ["notifiedBy"], owns: ["notifiedAt", "notifiedBy"], nowIn: "notifiedAt", outcome: [], requires: [], checks: ["V03"], source: "《公安机关办理刑事案件程序规定》第49条第2款",
  },
  answerRequest: {
    label: { zh: "已提供法律帮助", en: "Help was given" }, lane: "dutyRequest", from: ["notified"], to: "answered", by: DUTY,
    needs: [], owns: [], outcome: [], requires: [], checks: [], source: LAL("30条"),
  },
  endRequest: {
    label: { zh: "拒绝或者撤回", en: "Refused or withdrawn" }, lane: "dutyRequest", from: ["requested", "notified"], to: "ended", by: DUTY,
    needs: ["endReason"], owns: ["endReason"], outcome: [], requires: [], checks: [], source: "《法律援助值班律师工作办法》（条号未核实）",
  },
} as const satisfies StepTable;

/** Help given by a duty lawyer. Persons with mandatory defence or with a defender raise warnings (V15, V16). */
// biome-ignore format: a table is read by columns
export const DUTY_SERVICE_STEPS = {
  recordService: {
    label: { zh: "登记法律帮助", en: "Record the help" }, lane: "dutyService", from: [""], to: "recorded", by: DUTY,
    needs: ["personName", "lawyerId", "kinds", "hasDefender"], owns: ["servedAt"], nowIn: "servedAt", outcome: [],
    requires: [], checks: ["V03", "dutyWarnings"], source: LAL("30条、第37条"),
  },
  recordPlea: {
    label: { zh: "具结书签署时在场", en: "Presence at the plea statement" }, lane: "dutyService", from: ["recorded"], to: "recorded", by: DUTY,
    needs: ["pleaSignedAt"], owns: ["pleaSignedAt"], outcome: [], requires: [], checks: ["V03", "dutyWarnings"], source: "《刑事诉讼法》第174条",
  },
  closeService: {
    label: { zh: "法律帮助办结", en: "Close" }, lane: "dutyService", from: ["recorded"], to: "closed", by: DUTY,
    needs: ["conversion", "closedOn"], owns: ["closedOn", "conversion", "transferId"], outcome: ["conversion"], requires: [], checks: ["V03", "forwarded", "adoptionExplained"], source: LAL("39条第2款"),
  },
} as const satisfies StepTable;
