import type { CodeList } from "../codeList.ts";

const DESIGN = "设计";
const PIPL_51 = "《个人信息保护法》第51条";

/** What somebody did with a record that is worth knowing afterwards. */
// biome-ignore format: a table is read by columns
export const LOOK_ACTS = {
  OPEN:   { zh: "打开卷宗", en: "Opened the file", source: "《个人信息保护法》第54条", verified: true },
  UNSEAL: { zh: "查阅封存卷宗", en: "Opened a sealed file", source: DESIGN, verified: false },
  REVEAL: { zh: "查看完整号码", en: "Showed a whole number", source: PIPL_51, verified: true },
  SCAN:   { zh: "查看材料扫描件", en: "Viewed a scan", source: "《个人信息保护法》第54条", verified: true },
  PRINT:  { zh: "打印或者另存文书", en: "Printed or saved a letter", source: PIPL_51, verified: true },
  EXPORT: { zh: "导出", en: "Exported", source: PIPL_51, verified: true },
} as const satisfies CodeList;

/** What an export may hold (V26). */
// biome-ignore format: a table is read by columns
export const EXPORT_SCOPES = {
  FILES:      { zh: "卷宗、咨询清单", en: "Lists of files and consultations", source: PIPL_51, verified: true },
  STATISTICS: { zh: "统计清单", en: "Lists behind statistics", source: PIPL_51, verified: true },
  LEDGER:     { zh: "经费台账", en: "The fund ledger", source: DESIGN, verified: false },
  REFERRAL:   { zh: "移送卷宗文件", en: "A referral file for another agency", source: "《法律援助法》第38条", verified: true },
  PERSON:     { zh: "一人全部信息", en: "Everything about one person", source: "《个人信息保护法》第45条", verified: true },
} as const satisfies CodeList;
