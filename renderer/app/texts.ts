import type { Label } from "../../shared/dictionary/field.ts";

/** What the frame of the application says. */
// biome-ignore format: a table is read by columns
export const APP_TEXTS = {
  product:      { zh: "法援工作台", en: "Legal Aid Desk" },
  opening:      { zh: "正在打开…", en: "Opening…" },
  rebuilding:   { zh: "正在从日志恢复数据：{done} / {all}", en: "Rebuilding from the journal: {done} of {all}" },
  gone:         { zh: "数据库已被浏览器关闭，请重新打开页面。已保存的内容都在日志中，不会丢失。", en: "The browser closed the database; please load the page again. Everything saved is in the journal." },
  reload:       { zh: "重新打开", en: "Load again" },
  failedTitle:  { zh: "程序出现问题", en: "Something went wrong" },
  failedText:   { zh: "已保存的内容不受影响。请重新打开；如再次出现，请把下面的编号告诉系统管理员。", en: "What was saved is safe. Load again; if it happens again, tell the administrator this number." },
  reportNo:     { zh: "报告编号", en: "Report number" },
  noHost:       { zh: "本机服务没有应答。请关闭窗口，重新启动法援工作台。", en: "The service on this computer does not answer. Close the window and start Legal Aid Desk again." },
  diskFull:     { zh: "磁盘空间不足，现在只能查看。请清理磁盘后重新打开。", en: "The disk is nearly full: reading only. Free some space and open again." },
  tooFullTitle: { zh: "磁盘已满，工作台没有打开", en: "The disk is full; the desk was not opened" },
  tooFull:      { zh: "磁盘只剩 {mib} MB。为保护已保存的案件，请先删除本机上不需要的文件（如下载、回收站），腾出空间后再打开。已保存的内容都在，没有丢失。", en: "Only {mib} MB are left. To protect the cases that are saved, first remove files you do not need (downloads, recycle bin), then open again. Everything saved is still there." },
  journalBad:   { zh: "日志文件损坏，现在只能查看。请立即联系系统管理员。", en: "The journal is damaged: reading only. Call the administrator now." },
  skip:         { zh: "跳到正文", en: "Skip to content" },
  nav:          { zh: "主导航", en: "Main navigation" },
  lock:         { zh: "锁定", en: "Lock" },
  search:       { zh: "查找", en: "Search" },
  noBureau:     { zh: "（尚未登记单位）", en: "(bureau not entered yet)" },
  onlyHere:     { zh: "仅存于本机 {n} 条", en: "{n} only on this computer" },
  allSent:      { zh: "本机内容已全部上报", en: "Everything here has reached the province" },
  lastProven:   { zh: "最近同步 {at}", en: "Last in sync {at}" },
  neverProven:  { zh: "尚未与省级中心同步", en: "Never in sync with the province" },
  grave:        { zh: "在押或未成年人案件 {n} 件待办，最近期限 {day}", en: "{n} files with custody or minors to act on; nearest due day {day}" },
  notAllowed:   { zh: "您的岗位不使用这个页面", en: "Your role does not use this page" },
  notHere:      { zh: "没有这个页面", en: "There is no such page" },
  toDashboard:  { zh: "回到工作台", en: "To the dashboard" },
} as const satisfies Record<string, Label>;
