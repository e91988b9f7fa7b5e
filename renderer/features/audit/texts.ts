import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const AUDIT_TEXTS = {
  title:   { zh: "审计记录", en: "Audit" },
  note:    { zh: "谁在什么时候、在哪个工位、为什么查看、打印或者导出；以及数据库恢复记录。只记目的，不记内容。", en: "Who looked, printed or exported, when, where and why; and rebuilds of the database. The purpose is kept, never the value." },
  looksTitle: { zh: "谁看过", en: "Who has looked" },
  looksNote:  { zh: "打开、查看完整号码、打印、导出，都在这里；任何人不能修改或者删除。", en: "Every opening, whole number shown, print and export. Nobody can change or remove a line." },
  act:     { zh: "方式", en: "What was done" },
  desk:    { zh: "工位", en: "Desk" },
  who:     { zh: "查阅人", en: "Who" },
  everybody: { zh: "所有人员", en: "Everybody" },
  toRecord: { zh: "返回卷宗", en: "Back to the file" },
  all:     { zh: "全部查阅记录", en: "All looks" },
  reveals: { zh: "查阅记录", en: "Looks" },
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
