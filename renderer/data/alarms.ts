import type { Label } from "../../shared/dictionary/field.ts";

/** What a named person must look at, by the code the database keeps, in words a clerk can read out on the phone. */
// biome-ignore format: a table is read by columns
const ALARMS = {
  "journal-rolled-back": { zh: "请立即联系系统管理员：本机日志比数据库短，可能被旧备份覆盖。", en: "Call the administrator: the journal is shorter than the database and may have been replaced by an old copy." },
  "journal-damaged":     { zh: "请立即联系系统管理员：本机日志有一部分无法读取，本机已转为只读。", en: "Call the administrator: part of the journal cannot be read, and the desk is read-only." },
  "book-changed":        { zh: "省级中心从备份恢复过，总账有变化。本机内容未丢失，请核对近几日的决定和编号。", en: "The province restored a backup and its book has changed. Nothing is lost here; check the decisions and numbers of the last days." },
  "below-stable":        { zh: "灾难：省级中心恢复到了早于其已公布备份的位置。本机正在把手中全部内容重新上报，请勿重装本机，并立即联系系统管理员。", en: "Disaster: the province came back with less than it had said is backed up. This computer offers all it has; do not set it up anew, and call the administrator." },
  "snapshot-differs":    { zh: "请联系系统管理员：从省级中心载入的资料与逐条核对的记录不一致，请勿继续办理，并向省级中心反映。", en: "Call the administrator: the records loaded from the province do not agree with its entries one by one. Stop work and tell the province." },
  "book-emptied":        { zh: "请联系系统管理员：总账中有内容被清除，却没有依法销毁的记录。请勿重装本机，并向省级中心反映。", en: "Call the administrator: content is gone from the book without a destruction by law. Do not set this computer up anew, and tell the province." },
  "kept-outside":        { zh: "请联系系统管理员：本机磁盘曾被恢复到旧备份或被复制，此前送出的一部分内容与总账不一致，省级中心已决定不将其计入总账。请核对近几日保存的内容是否都在，缺少的请重新办理。", en: "Call the administrator: this computer's disk was put back or copied. Part of what it had sent differs from the book, and the province decided to keep that outside. Check whether everything saved in the last days is there, and enter again what is missing." },
  "handed-over":         { zh: "本局总账已移交，县级中心不再受理；本机内容未丢失。请系统管理员在“同步”页改接省级中心。", en: "The bureau's book was handed over and the hub takes nothing more; nothing is lost here. The administrator must connect this desk to the province on the page “Sync”." },
  "state-differs":       { zh: "请联系系统管理员：同样的记录，本机与省级中心得出的内容不一致。请勿重装本机，暂勿打印和送达，把“账本校验值”告诉省级中心，并更新到同一版本。", en: "Call the administrator: from the very same entries this computer and the province make different contents. Do not set it up anew, print and serve nothing for now; tell the province the state hash of the book, and update to the same version." },
  fork:                  { zh: "请联系系统管理员：本机与另一台电脑使用同一份数据，本机新写的内容已保留，须由专人放行后才会送达。", en: "Call the administrator: this computer and another one use the same data. What is written here is kept, and goes to the province once a person releases it." },
} as const satisfies Record<string, Label>;

const OTHER: Label = { zh: "请联系系统管理员。", en: "Call the administrator." };

/** The words of an alarm; a code of a newer version still calls the administrator. */
export const alarmLabel = (code: string): Label =>
  Object.hasOwn(ALARMS, code) ? ALARMS[code as keyof typeof ALARMS] : OTHER;
