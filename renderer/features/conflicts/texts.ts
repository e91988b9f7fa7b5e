import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const CONFLICT_TEXTS = {
  title:      { zh: "冲突与争议", en: "Conflicts" },
  note:       { zh: "两个工位在互不知情时填写了不同内容。任何一份都没有丢失，请专人核对后选定。", en: "Two desks entered different things without knowing of each other. Nothing is lost; a person decides." },
  contested:  { zh: "有争议的步骤", en: "Contested steps" },
  contestedNote: { zh: "选定前，该案不得印发文书、送达和付款。由负责人选定。", en: "Until one is chosen nothing is printed, served or paid. The head of the agency chooses." },
  fields:     { zh: "填写不一致", en: "Conflicting entries" },
  refused:    { zh: "被退回的记录", en: "Entries sent back" },
  refusedNote:{ zh: "省级中心保留了这些记录但未生效，请核对后重新办理。", en: "The province keeps these without effect; check them and enter them again." },
  none:       { zh: "没有。", en: "None." },
  choose:     { zh: "以此为准", en: "This one stands" },
  shown:      { zh: "现在显示的", en: "Shown now" },
  by:         { zh: "{who}，{at}，工位“{desk}”", en: "{who}, {at}, desk “{desk}”" },
  local:      { zh: "仅存于本机", en: "Only on this computer" },
  booked:     { zh: "总账第 {n} 号", en: "Book no. {n}" },
  empty:      { zh: "（空）", en: "(empty)" },
  other:      { zh: "两者都不对，另填一个", en: "Neither is right: enter another" },
  openFile:   { zh: "打开卷宗", en: "Open the file" },
  unnamed:    { zh: "（未填写姓名）", en: "(no name yet)" },
  onlyHead:   { zh: "由负责人处理", en: "For the head of the agency" },
  confirm:    { zh: "确认以此步骤为准？", en: "Let this step stand?" },
  confirmText:{ zh: "另一步骤保留在办理记录中，但不再有效。", en: "The other step stays in the history without effect." },
  reason:     { zh: "原因", en: "Reason" },
  unreadable: { zh: "由较新版本写入，升级后可读", en: "Written by a newer version; readable after an upgrade" },
  overdrawn:     { zh: "资金透支", en: "Overdrawn funds" },
  overdrawnNote: { zh: "两个工位各自支出，合计超过余额；冲销或者补足之前停止支付", en: "Two desks spent more together than there was; payments stop until an entry is reversed or money added" },
} as const satisfies Record<string, Label>;
