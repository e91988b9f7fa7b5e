import { ORGAN_TYPES } from "./codes/organTypes.ts";
import {
  COOPERATION_KINDS,
  DIRECTIONS,
  TRANSFER_VIAS,
  VERIFICATION_PURPOSES,
  VERIFIERS,
} from "./codes/yearCodes.ts";
import { code, day, type FactsOf, flag, instant, log, longText, ref, text, whole } from "./field.ts";
import { ISSUED_FIELDS } from "./issued.ts";

const LAL_38 = "《法律援助法》第38条";
const LAL_39 = "《法律援助法》第39条";
const LAL_41 = "《法律援助法》第41条第3款";
const open = { open: true } as const;

/** One referral file (移送卷宗文件) that was received: which, from whose hand, and the hashes by which it can be proved. */
const PARCEL = {
  counter: whole("第几次", "Which file", open),
  parts: whole("内容段数", "Pieces of content", open),
  writtenAt: instant("对方写出时间", "Written at", open),
  writtenBy: text("对方经办人", "Written by", { max: 50 }),
  receivedAt: instant("收到时间", "Received at", open),
  what: longText("补送的内容", "What it adds", { max: 2000 }),
  hash: text("文件校验值", "Hash of the file", { max: 64 }),
  key: text("对方工位公钥", "Key of the desk that signed it", { max: 64 }),
  onPaper: whole("未随文件移送的扫描件", "Scans that come on paper", open),
} as const;

/** A piece of the content of one such file: canonical JSON, read by shared/workflow/referral.ts. */
const PARCEL_TEXT = {
  counter: whole("第几次", "Which file", open),
  part: whole("第几段", "Which piece", open),
  content: longText("内容", "Content", { max: 20_000 }),
} as const;

/** 转交申请: an application forwarded by an organ, a place of custody or a duty lawyer, with hours on it. */
export const TRANSFER = {
  direction: code(DIRECTIONS)("方向", "Direction"),
  via: code(TRANSFER_VIAS)("转交方", "Forwarded by", { source: LAL_39 }),
  fromOrgan: text("转交机关或机构", "Organ or agency", { max: 80 }),
  organType: code(ORGAN_TYPES)("机关类别", "Kind of organ"),
  lawyerId: ref("值班律师", "Duty lawyer"),
  personName: text("申请人姓名", "Name", { max: 50 }),
  certNo: text("证件号码", "Certificate number", { max: 30 }),
  custodyPlace: text("羁押场所", "Place of custody", { max: 80 }),
  suspectedCharge: text("涉嫌罪名或者案由", "Charge or cause", { max: 80 }),
  appliedAt: instant("提出申请时间", "Applied at", { ...open, source: LAL_39 }),
  sentAt: instant("转交时间", "Sent at", { ...open, source: LAL_39 }),
  receivedAt: instant("收到转交时间", "Received at", { ...open, source: LAL_39 }),
  receivedBy: ref("接收人", "Received by"),
  channel: text("转交方式", "How it was sent", { max: 60 }),
  materials: longText("转交材料", "Papers forwarded", { max: 2000 }),
  addressUnknown: flag("近亲属地址不详", "Relatives' address unknown", {
    source: "《公安机关办理刑事案件程序规定》第47条",
  }),
  familyNotifiedOn: day("通知近亲属日", "Relatives notified on", open),
  familyNotified: text("被通知的近亲属", "Relative notified", { max: 80 }),
  dutyServiceId: ref("值班律师法律帮助", "Duty service"),
  fileId: ref("转为的申请", "Application made of it"),
  fromBureau: text("移出单位标识", "Id of the agency it came from", { max: 64, ...open, source: LAL_38 }),
  fromNo: text("移出单位的编号", "Its number there", { max: 60, ...open, source: LAL_38 }),
  parcels: log(PARCEL)("收到的移送卷宗文件", "Referral files received", { source: LAL_38 }),
  parcelTexts: log(PARCEL_TEXT)("移送卷宗文件的内容", "Content of the referral files", { source: LAL_38 }),
  parcelReviewed: whole("补送内容已核对到第几次", "Supplements gone through up to", open),
  refusedTo: text("退回或者转送的机构", "Passed on to", { max: 80 }),
} as const;

/** 异地协作 (FZ-007). */
export const COOPERATION = {
  no: text("协作编号", "Number", { max: 60, ...open }),
  direction: code(DIRECTIONS)("方向", "Direction"),
  agency: text("协作机构", "Other agency", { max: 80, ...open }),
  kind: code(COOPERATION_KINDS)("协作事项", "Kind"),
  fileId: ref("相关卷宗", "Aid file"),
  request: longText("协作请求", "Request", { max: 4000 }),
  sentAt: instant("发出时间", "Sent at", open),
  receivedAt: instant("收到时间", "Received at", open),
  repliedAt: instant("答复时间", "Replied at", open),
  result: longText("协作结果", "Result", { max: 4000 }),
  endReason: longText("终止协作的原因", "Why it ended", { max: 1000 }),
  ...ISSUED_FIELDS,
} as const;

/** 信息核查请求: paper or electronic, answered by hand; which interfaces are open to a bureau is not known. */
export const VERIFICATION = {
  fileId: ref("相关卷宗", "Aid file"),
  addressee: code(VERIFIERS)("核查单位类别", "Kind of addressee", { source: LAL_41 }),
  addresseeName: text("核查单位", "Addressee", { max: 80, ...open }),
  purpose: code(VERIFICATION_PURPOSES)("核查内容", "Purpose", { source: LAL_41 }),
  question: longText("核查事项", "What is asked", { max: 2000 }),
  sentAt: instant("发出时间", "Sent at", open),
  sentBy: ref("发出人", "Sent by"),
  answer: longText("核查结果", "Answer", { max: 4000 }),
  answeredAt: instant("回复时间", "Answered at", open),
  endReason: longText("未获回复的说明", "Why there was no answer", { max: 1000 }),
} as const;

export type CooperationFacts = FactsOf<typeof COOPERATION>;
export type TransferFacts = FactsOf<typeof TRANSFER>;
export type VerificationFacts = FactsOf<typeof VERIFICATION>;
