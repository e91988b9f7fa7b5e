import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const RESTORE_TEXTS = {
  note:        { zh: "换了电脑、重装了系统或数据丢失时，用备份文件把本机恢复成原来的样子。文件全部核对无误后才会写入；核对不通过，什么都不会改变。", en: "After a new computer, a new system or a loss: makes this computer what it was, from a backup. The file is checked as a whole first; if anything is wrong, nothing changes." },
  from:        { zh: "备份文件", en: "The backup" },
  file:        { zh: "选择文件（U盘、移动硬盘、共享目录）", en: "Choose a file (USB stick, other disk, shared folder)" },
  choose:      { zh: "选择备份文件", en: "Choose a backup file" },
  chosen:      { zh: "{mb} MB", en: "{mb} MB" },
  inFolder:    { zh: "{at} 的备份，{n} 条记录（{mb} MB）", en: "Backup of {at}, {n} entries ({mb} MB)" },
  key:         { zh: "用什么打开", en: "Open it with" },
  byRecovery:  { zh: "恢复密钥（打印件）", en: "The recovery key (on paper)" },
  byPassword:  { zh: "原来的登录名和密码", en: "A login and password of before" },
  recoveryKey: { zh: "恢复密钥", en: "Recovery key" },
  keyHint:     { zh: "九组，每组四个字符，不分大小写", en: "Nine groups of four characters, upper or lower case" },
  restore:     { zh: "恢复", en: "Restore" },
  sending:     { zh: "正在读取文件 {percent}%", en: "Reading the file: {percent}%" },
  checking:    { zh: "正在核对并恢复…", en: "Checking and restoring…" },
  doneTitle:   { zh: "已恢复", en: "Restored" },
  done:        { zh: "本机写下的 {n} 条记录已全部核对并恢复。原来的账号和密码照旧有效。", en: "All {n} entries written on this computer were checked and restored. Accounts and passwords are as before." },
  newFeed:     { zh: "备份之后原来的电脑可能还写过、报过内容，所以本机以新的工位身份继续，不会与原来的混在一起。请系统管理员登录后到“同步”页，用省级中心新发的登记码登记；备份之后已经上报的内容会从省级中心取回。原来的电脑如果还在，请不要再用，并请省级中心停用旧工位。", en: "The old computer may have written and sent more after this backup, so this one goes on as a new desk and mixes with nothing. The administrator signs in and enrols it on the Sync page with a new code of the province's center; what was sent after the backup comes back from there. If the old computer still exists, do not use it, and ask the center to stop the old desk." },
  toSignIn:    { zh: "去登录", en: "To the sign-in" },
} as const satisfies Record<string, Label>;
