import type { StepTable } from "./stepRule.ts";

const LAL_23 = "《法律援助法》第23条";

/** What can be done on a consultation. */
// biome-ignore format: a table is read by columns
export const CONSULTATION_STEPS = {
  answer: {
    label: { zh: "解答", en: "Answer" }, lane: "consultation", from: ["", "appointed"], to: "answered", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["askedAt", "channel", "gist", "answer", "toldRightToApply"], owns: ["answeredAt", "answeredBy"], nowIn: "answeredAt", actorIn: "answeredBy",
    outcome: [], requires: [], checks: ["toldRightToApply"], source: LAL_23,
  },
  appoint: {
    label: { zh: "预约", en: "Make an appointment" }, lane: "consultation", from: [""], to: "appointed", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["channel", "gist", "appointmentAt"], owns: ["appointmentAt"], outcome: [], requires: [], checks: [], source: "《法律援助条例》第25条",
  },
  close: {
    label: { zh: "办结咨询", en: "Close" }, lane: "consultation", from: ["answered"], to: "closed", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["followUp"], owns: [], outcome: [], requires: [], checks: [], source: LAL_23,
  },
  convert: {
    label: { zh: "转为法律援助申请", en: "Make it an application" }, lane: "consultation", from: ["", "appointed", "answered", "closed"], to: "converted", by: ["CLERK"],
    needs: ["channel", "gist", "fileId"], owns: ["fileId"], outcome: ["fileId"], requires: [], checks: [], source: LAL_23,
  },
} as const satisfies StepTable;

/** The name of a step on a consultation. */
export type ConsultationStep = keyof typeof CONSULTATION_STEPS;
