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
  youPart:     { zh: "本机管理账号", en: "Administrator account of this computer" },
  youNote:     { zh: "此账号只管理本机账号，登录名请与您平时办案用的不同；加入后再选择您是谁。", en: "It only manages the accounts on this computer; use another login than the one you work with. Who you are is asked after joining." },
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
  whoTitle:    { zh: "您是谁", en: "Who are you" },
  whoNote:     { zh: "本机已加入单位。请选择您本人并设置自己的密码，以后用它登录办案。", en: "This computer has joined the bureau. Choose yourself and set your own password; sign in with it to work." },
  whoWaiting:  { zh: "正在从省级中心取得本单位资料", en: "Fetching the bureau's records from the province's center" },
  whoMissing:  { zh: "名单里没有您？请本单位管理员在另一工位添加，同步后会出现在这里。", en: "Not listed? Ask the bureau's administrator to add you at another desk; you will appear here after the sync." },
  whoHas:      { zh: "本机已有账号", en: "has an account here" },
  whoMake:     { zh: "这是我，建立账号", en: "This is me: make my account" },
  whoAdmin:    { zh: "现在登录的账号“{login}”仍然保留，只用于管理本机账号，不能办案。", en: "The account “{login}” you are signed in with stays; it only manages accounts on this computer and cannot work on cases." },
  whoSkip:     { zh: "只管理本机账号", en: "Only manage accounts" },
  whoMade:     { zh: "账号已建立。请用登录名“{login}”和刚才设置的密码登录。", en: "The account is made. Sign in as “{login}” with the password you have just set." },
  whoSignIn:   { zh: "去登录", en: "To the sign-in" },
  rolesNote:   { zh: "您是系统管理员。其他工作人员和岗位，请进入后在“设置”中添加。", en: "You are the administrator. Add further staff and roles under Settings." },
} as const satisfies Record<string, Label>;

/** What the first start asks of the bureau; the rest is entered under settings. */
export const FOUNDING_FIELDS = ["name", "shortName", "divisionCode", "kind", "deptName", "sealName"] as const;
/** Without these no letter can be numbered or signed. */
export const FOUNDING_NEEDED = ["name", "shortName", "kind"] as const;
