import { RESULT_KINDS } from "./codes/yearCodes.ts";
import { code, day, flag, instant, longText, text } from "./field.ts";

const CPL = (article: string): string => `《刑事诉讼法》第${article}`;
const SPC = (article: string): string => `《最高法刑诉解释》第${article}`;
const CIV = (article: string): string => `《民事诉讼法》第${article}`;
const LAB = (article: string): string => `《劳动争议调解仲裁法》第${article}`;
const open = { open: true } as const;

/** What organs, courts and parties do on a case, each day of which starts or stops a period. */
export const EVENT_FIELDS = {
  // what the organ told, served and changed
  prosecutionReceivedOn: day("检察院收到移送起诉案卷日", "Procuratorate received the case file on", {
    ...open,
    source: CPL("34条第2款、第46条第2款"),
  }),
  courtAcceptedOn: day("法院受理案件日", "Court accepted the case on", { ...open, source: CPL("34条第2款") }),
  rightsToldOn: day("办案机关告知委托及法律援助权利日", "Organ told of the right to counsel and aid on", {
    ...open,
    source: `${CPL("34条第2款、第46条第2款")}；${SPC("44、62条")}`,
  }),
  indictmentServedOn: day("起诉书副本送达辩护人日", "Indictment served on the defender on", {
    ...open,
    source: CPL("187条第1款"),
  }),
  hearingNoticeOn: day("开庭通知书送达日", "Hearing notice served on", {
    ...open,
    source: CPL("187条第3款"),
  }),
  organChangeOn: day("收到办案机关变更通知日", "Organ's notice of a change received on", open),
  organChangeText: longText(
    "变更内容（开庭、强制措施、羁押地点等）",
    "What changed (hearing, measure, place)",
    {
      max: 2000,
    },
  ),
  // a refused lawyer, own counsel, and the organ's new notice
  refusedOn: day("拒绝指派律师日", "Assigned lawyer refused on", {
    ...open,
    source: "《公安机关办理刑事案件程序规定》第47条第2款",
  }),
  refusedEarlier: text("以前各次拒绝", "Earlier refusals", { max: 400, source: SPC("311条") }),
  refusalGround: longText("拒绝理由（办案机关转述）", "Reason of the refusal, as the organ reports it", {
    max: 2000,
    source: `${SPC("50条")}；《人民检察院刑事诉讼规则》第44条`,
  }),
  refusalPermittedOn: day("准许拒绝辩护日", "Refusal permitted on", { ...open, source: SPC("50条第2款") }),
  refusalEndText: longText("不予准许的说明", "Why the refusal was not permitted", { max: 1000 }),
  ownCounselOn: day("自行委托确认日", "Own counsel confirmed on", open),
  organInformedOn: day("办案机关告知日", "The organ informed us on", {
    ...open,
    source: "《公安机关办理刑事案件程序规定》第47条第2款",
  }),
  noOwnCounselOn: day("五日期满未另行委托日", "No own counsel when the five days were over, on", {
    ...open,
    source: SPC("50条第2款"),
  }),
  renotifiedAt: instant("另行通知指派收到时间", "Organ's new notice received at", {
    ...open,
    source: SPC("50条第2款"),
  }),
  renoticeNo: text("另行通知文号", "Number of the new notice", { max: 60 }),
  renoticeRepliedAt: instant("另行指派复函时间", "New notice answered at", {
    ...open,
    source: "《法律援助法》第36条",
  }),
  adjournedOn: day("为另行辩护宣布延期审理日", "Adjourned for a new defender on", {
    ...open,
    source: SPC("313条"),
  }),
  prepEndedOn: day("准备辩护期结束或者自愿缩短日", "Preparation time over or shortened on", {
    ...open,
    source: SPC("313条"),
  }),
  // civil and labour proceedings
  arbitrationAcceptedOn: day("仲裁委受理日", "Arbitration accepted on", { ...open, source: LAB("43条") }),
  arbitrationExtended: flag("仲裁延长审理（案情复杂）", "Arbitration extended (complex case)", {
    source: LAB("43条"),
  }),
  preservationAskedAt: instant("紧急保全申请受理时间", "Urgent preservation application accepted at", {
    ...open,
    source: CIV("103、104条"),
  }),
  preservationRuledAt: instant("保全裁定作出时间", "Preservation ruled at", {
    ...open,
    source: CIV("103、104条"),
  }),
  // the result and what follows it
  resultKind: code(RESULT_KINDS)("结案文书种类", "Kind of closing document"),
  appealedOn: day("提起上诉日", "Appeal filed on", {
    ...open,
    source: `${CPL("230条")}；${CIV("171条")}；《行政诉讼法》第85条`,
  }),
  noAppealOn: day("受援人表示不上诉、不起诉日", "Recipient said there will be no appeal or suit, on", open),
  // recusal of agency staff
  recusalAskedOn: day("申请工作人员回避日", "Recusal of staff asked on", open),
  recusalDecidedOn: day("回避决定日", "Recusal decided on", open),
} as const;
