import type { Role, StepTable } from "./stepRule.ts";

const LAL = (article: string): string => `《法律援助法》第${article}`;
const DESK: readonly Role[] = ["CLERK", "EXAMINER", "HEAD"];

/** Applications forwarded to and by this agency (法律援助法第三十九条). */
// biome-ignore format: a table is read by columns
export const TRANSFER_STEPS = {
  receiveTransfer: {
    label: { zh: "收到转交申请", en: "Receive the forwarded application" }, lane: "transfer", from: ["", "sent"], to: "received", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["via", "fromOrgan", "personName", "appliedAt"], owns: ["receivedAt", "receivedBy"], nowIn: "receivedAt", actorIn: "receivedBy", outcome: [],
    requires: [], checks: ["V03", "transferOrder"], source: LAL("39条"),
  },
  openFromTransfer: {
    label: { zh: "转为法律援助申请", en: "Make it an application" }, lane: "transfer", from: ["received"], to: "opened", by: ["CLERK"],
    needs: ["fileId"], owns: ["fileId"], outcome: ["fileId"], requires: [], checks: [], source: LAL("39条"),
  },
  receiveReferred: {
    label: { zh: "接收移送的卷宗", en: "Receive a referred file" }, lane: "transfer", from: [""], to: "opened", by: ["CLERK"],
    needs: ["via", "fromOrgan", "fromBureau", "personName", "appliedAt", "fileId"], owns: ["receivedAt", "receivedBy", "fileId"], nowIn: "receivedAt", actorIn: "receivedBy", outcome: ["fileId"],
    requires: [], checks: ["V03", "transferOrder"], source: LAL("38条"),
  },
  passTransferOn: {
    label: { zh: "转送有管辖权的机构", en: "Pass it on" }, lane: "transfer", from: ["received"], to: "passedOn", by: ["CLERK", "HEAD"],
    needs: ["refusedTo"], owns: ["refusedTo"], outcome: ["refusedTo"], requires: [], checks: [], source: LAL("38条"),
  },
  sendTransfer: {
    label: { zh: "转交申请", en: "Forward the application" }, lane: "transfer", from: [""], to: "sent", by: ["CLERK", "HEAD", "DUTYLAWYER"],
    needs: ["via", "fromOrgan", "personName", "appliedAt"], owns: ["sentAt"], nowIn: "sentAt", outcome: [], requires: [], checks: ["V03", "transferOrder"], source: LAL("39条第2款"),
  },
  confirmTransfer: {
    label: { zh: "对方已收到", en: "Receipt confirmed" }, lane: "transfer", from: ["sent"], to: "confirmed", by: ["CLERK", "HEAD"],
    needs: ["receivedAt"], owns: ["receivedAt"], outcome: [], requires: [], checks: ["V03", "transferOrder"], source: LAL("39条"),
  },
} as const satisfies StepTable;

/** Cooperation between agencies: the current text of the period was not found, seven days are a design default. */
// biome-ignore format: a table is read by columns
export const COOPERATION_STEPS = {
  sendCooperation: {
    label: { zh: "发出协作函", en: "Send the request" }, lane: "cooperation", from: [""], to: "sent", by: DESK,
    needs: ["agency", "kind", "request"], owns: ["sentAt"], nowIn: "sentAt", outcome: [], requires: [], checks: ["V03"], source: "异地协作（条号未核实）",
  },
  receiveCooperation: {
    label: { zh: "收到协作函", en: "Receive a request" }, lane: "cooperation", from: [""], to: "received", by: DESK,
    needs: ["agency", "kind", "request"], owns: ["receivedAt"], nowIn: "receivedAt", outcome: [], requires: [], checks: ["V03"], source: "异地协作（条号未核实）",
  },
  answerCooperation: {
    label: { zh: "协作完成并答复", en: "Answer" }, lane: "cooperation", from: ["sent", "received"], to: "answered", by: DESK,
    needs: ["result"], owns: ["result", "repliedAt"], nowIn: "repliedAt", outcome: [], requires: [], checks: ["V03"], source: "异地协作（条号未核实）",
  },
  endCooperation: {
    label: { zh: "终止协作", en: "End without answer" }, lane: "cooperation", from: ["sent", "received"], to: "ended", by: DESK,
    needs: ["endReason"], owns: ["endReason"], outcome: [], requires: [], checks: [], source: "异地协作（条号未核实）",
  },
} as const satisfies StepTable;

/** Requests to departments, committees and other agencies (法律援助法第四十一条第三款). */
// biome-ignore format: a table is read by columns
export const VERIFICATION_STEPS = {
  sendVerification: {
    label: { zh: "发出核查请求", en: "Send the request" }, lane: "verification", from: [""], to: "sent", by: ["EXAMINER", "CLERK"],
    needs: ["fileId", "addressee", "addresseeName", "purpose", "question"], owns: ["sentAt", "sentBy"], nowIn: "sentAt", actorIn: "sentBy", outcome: [],
    requires: [], checks: ["V03", "mayVerify"], source: LAL("41条第3款"),
  },
  answerVerification: {
    label: { zh: "收到核查结果", en: "The answer arrived" }, lane: "verification", from: ["sent"], to: "answered", by: ["EXAMINER", "CLERK"],
    needs: ["answer"], owns: ["answer", "answeredAt"], nowIn: "answeredAt", outcome: [], requires: [], checks: ["V03"], source: LAL("41条第3款"),
  },
  endVerification: {
    label: { zh: "未获回复，结束核查", en: "End without answer" }, lane: "verification", from: ["sent"], to: "ended", by: ["EXAMINER"],
    needs: ["endReason"], owns: ["endReason"], outcome: [], requires: [], checks: [], source: LAL("41条第3款"),
  },
} as const satisfies StepTable;
