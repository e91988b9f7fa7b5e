import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const AUDIT_TEXTS = {
  title:   { zh: "审计记录", en: "Audit" },
  note:    { zh: "谁在什么时候、为什么查看了完整的证件号码或电话；以及数据库恢复记录。只记目的，不记内容。", en: "Who looked at whole numbers, when and why; and rebuilds of the database. The purpose is kept, never the value." },
  reveals: { zh: "敏感信息查看", en: "Sensitive values shown" },
  rebuilt: { zh: "数据库恢复", en: "Rebuilds of the database" },
  none:    { zh: "没有记录。", en: "Nothing recorded." },
  at:      { zh: "时间", en: "When" },
  login:   { zh: "登录名", en: "Login" },
  what:    { zh: "事项", en: "What" },
  record:  { zh: "对象", en: "Record" },
  purpose: { zh: "目的", en: "Purpose" },
  cause:   { zh: "原因", en: "Cause" },
  print:   { zh: "打印", en: "Print" },
  empty:      { zh: "浏览器数据库为空，已从日志恢复", en: "The browser's database was empty; rebuilt from the journal" },
  unreadable: { zh: "浏览器数据库无法读取，已从日志恢复", en: "The browser's database was unreadable; rebuilt from the journal" },
  foreign:    { zh: "浏览器中有另一套数据，已从日志恢复", en: "The browser held another installation's data; rebuilt from the journal" },
} as const satisfies Record<string, Label>;
