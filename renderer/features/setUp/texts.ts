import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const SET_UP_TEXTS = {
  title:       { zh: "第一次启动", en: "First start" },
  note:        { zh: "登记本单位和第一位系统管理员。全部内容只保存在本机，不需要联网。", en: "Enter the bureau and its first administrator. Everything stays on this computer; no network is needed." },
  how:         { zh: "本机如何开始", en: "How this computer starts" },
  found:       { zh: "登记新单位", en: "A new bureau" },
  join:        { zh: "加入已有单位", en: "Join an existing bureau" },
  bureauPart:  { zh: "本单位", en: "The bureau" },
  adminPart:   { zh: "第一位系统管理员", en: "First administrator" },
  youPart:     { zh: "使用人", en: "Who works here" },
  staffName:   { zh: "姓名", en: "Name" },
  login:       { zh: "登录名", en: "Login" },
  loginHint:   { zh: "登录时使用，如姓名拼音", en: "For signing in, such as the name in pinyin" },
  password:    { zh: "密码", en: "Password" },
  passwordHint:{ zh: "至少 12 位；或至少 8 位并含大写、小写、数字、符号中的三类；不得含登录名", en: "12 characters, or 8 of three kinds (upper, lower, digit, sign); without the login" },
  again:       { zh: "再输一次密码", en: "Password again" },
  differ:      { zh: "两次输入的密码不一致", en: "The passwords differ" },
  deskName:    { zh: "工位名称", en: "Name of this desk" },
  deskNameHint:{ zh: "如：一号窗口", en: "For instance: Counter 1" },
  centerUrl:   { zh: "省级中心地址", en: "Address of the province's center" },
  code:        { zh: "登记码", en: "Enrolment code" },
  codeHint:    { zh: "由省级中心或本单位管理员提供", en: "From the province's center or the bureau's administrator" },
  begin:       { zh: "开始使用", en: "Start" },
  joining:     { zh: "加入", en: "Join" },
  working:     { zh: "正在生成密钥…", en: "Making the keys…" },
  needed:      { zh: "请先填写：{names}", en: "Still needed: {names}" },
  keyTitle:    { zh: "请保存恢复密钥", en: "Keep the recovery key" },
  keyText:     { zh: "忘记密码时，只有它能打开本机数据。它只显示这一次：请打印或抄写，交本单位保险柜保管，不要拍照或存入手机。", en: "If a password is lost, only this key opens the data on this computer. It is shown once: print or copy it and keep it in the bureau's safe, not on a phone." },
  keyPrint:    { zh: "打印", en: "Print" },
  keyKept:     { zh: "我已打印或抄写，并交专人保管", en: "I have printed or copied it, and it is in safe hands" },
  keyNext:     { zh: "继续", en: "Continue" },
  finishTitle: { zh: "完成单位登记", en: "Finish the set-up" },
  finishNote:  { zh: "上次登记未完成，请补齐后继续。", en: "The set-up was interrupted; please complete it." },
  finishing:   { zh: "正在保存单位信息…", en: "Saving the bureau…" },
  rolesNote:   { zh: "您是系统管理员。其他工作人员和岗位，请进入后在“设置”中添加。", en: "You are the administrator. Add further staff and roles under Settings." },
} as const satisfies Record<string, Label>;

/** What the first start asks of the bureau; the rest is entered under settings. */
export const FOUNDING_FIELDS = ["name", "shortName", "divisionCode", "kind", "deptName", "sealName"] as const;
/** Without these no letter can be numbered or signed. */
export const FOUNDING_NEEDED = ["name", "shortName", "kind"] as const;
