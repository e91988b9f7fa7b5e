import { type ComponentType, lazy } from "react";
import type { Label } from "../../shared/dictionary/field.ts";
import type { Role } from "../../shared/workflow/stepRule.ts";
import type { Desk } from "../data/desk.ts";

/** What every screen is given: the record of the address, and which part of it ("" for none). */
export type ScreenProps = { readonly id: string; readonly part: string };

/** One screen. `roles` empty: for everybody signed in. `nav`: its place in the left column, by order; absent: reached by links. */
export type Screen = {
  readonly title: Label;
  readonly roles: readonly Role[];
  readonly nav?: number;
  /** True where `id` names an aid file: who may read it is asked before the screen opens, and the look is noted. */
  readonly ofFile?: true;
  readonly Page: ComponentType<ScreenProps>;
  /** What can be done before it is opened, while the desk rests: it must give way to everybody. */
  readonly ahead?: (desk: Desk) => Promise<void>;
};

const page = (load: () => Promise<ComponentType<ScreenProps>>): ComponentType<ScreenProps> =>
  lazy(async () => ({ default: await load() }));

const DESK_WORK: readonly Role[] = ["CLERK", "EXAMINER", "HEAD"];
const SEES_FILES: readonly Role[] = [...DESK_WORK, "BUREAU", "ARCHIVE", "QC", "AUDITOR"];

/** Every screen by the first part of its address. Features are loaded when they are first opened. */
// biome-ignore format: a table is read by columns
export const SCREENS: Readonly<Record<string, Screen>> = {
  dashboard:     { title: { zh: "工作台", en: "Dashboard" }, roles: [], nav: 1, Page: page(async () => (await import("../features/dashboard/DashboardPage.tsx")).DashboardPage) },
  consultations: { title: { zh: "咨询", en: "Consultations" }, roles: SEES_FILES, nav: 2, Page: page(async () => (await import("../features/consultation/ConsultationScreen.tsx")).ConsultationScreen) },
  intake:        { title: { zh: "申请登记", en: "Intake" }, roles: DESK_WORK, nav: 3, ofFile: true, Page: page(async () => (await import("../features/intake/IntakeScreen.tsx")).IntakeScreen) },
  notices:       { title: { zh: "公检法来函", en: "Organ letters" }, roles: SEES_FILES, nav: 4, ofFile: true, Page: page(async () => (await import("../features/notices/NoticeScreen.tsx")).NoticeScreen) },
  files:         { title: { zh: "卷宗", en: "Files" }, roles: [], nav: 5, Page: page(async () => (await import("../features/file/FilesScreen.tsx")).FilesScreen) },
  records:       { title: { zh: "年度工作", en: "Other work" }, roles: [], nav: 6, Page: page(async () => (await import("../features/records/RecordsScreen.tsx")).RecordsScreen) },
  statistics:    { title: { zh: "统计", en: "Statistics" }, roles: [...SEES_FILES, "FINANCE"], nav: 6.5, Page: page(async () => (await import("../features/statistics/StatisticsPage.tsx")).StatisticsPage), ahead: async (desk) => (await import("../features/statistics/countAhead.ts")).countAhead(desk) },
  ledger:        { title: { zh: "经费台账", en: "Fund ledger" }, roles: ["FINANCE", "HEAD", "AUDITOR"], nav: 6.4, Page: page(async () => (await import("../features/ledger/LedgerPage.tsx")).LedgerPage) },
  registers:     { title: { zh: "名册", en: "Registers" }, roles: [], nav: 7, Page: page(async () => (await import("../features/registers/RegisterScreen.tsx")).RegisterScreen) },
  numbers:       { title: { zh: "编号登记", en: "Numbers" }, roles: ["CLERK", "EXAMINER", "HEAD", "ARCHIVE", "AUDITOR"], nav: 7.5, Page: page(async () => (await import("../features/numbers/NumbersScreen.tsx")).NumbersScreen) },
  search:        { title: { zh: "查找", en: "Search" }, roles: [], nav: 8, Page: page(async () => (await import("../features/search/SearchPage.tsx")).SearchPage) },
  disputes:      { title: { zh: "冲突与争议", en: "Conflicts" }, roles: [...DESK_WORK, "SYSADMIN"], nav: 9, Page: page(async () => (await import("../features/conflicts/ConflictsPage.tsx")).ConflictsPage) },
  sync:          { title: { zh: "同步", en: "Sync" }, roles: [], nav: 10, Page: page(async () => (await import("../features/sync/SyncPage.tsx")).SyncPage) },
  looks:         { title: { zh: "谁看过", en: "Who has looked" }, roles: ["HEAD", "AUDITOR"], nav: 10.5, Page: page(async () => (await import("../features/audit/LooksPage.tsx")).LooksPage) },
  audit:         { title: { zh: "审计记录", en: "Audit" }, roles: ["AUDITOR", "SYSADMIN"], nav: 11, Page: page(async () => (await import("../features/audit/AuditPage.tsx")).AuditPage) },
  settings:      { title: { zh: "设置", en: "Settings" }, roles: [], nav: 12, Page: page(async () => (await import("../features/settings/SettingsPage.tsx")).SettingsPage) },
  file:          { title: { zh: "卷宗", en: "File" }, roles: [], ofFile: true, Page: page(async () => (await import("../features/file/CasePage.tsx")).CasePage) },
  persons:       { title: { zh: "同一人对照", en: "Compare persons" }, roles: DESK_WORK, Page: page(async () => (await import("../features/persons/PairPage.tsx")).PairPage) },
  examination:   { title: { zh: "审查", en: "Examination" }, roles: [], ofFile: true, Page: page(async () => (await import("../features/examination/ExaminationScreen.tsx")).ExaminationScreen) },
  supplement:    { title: { zh: "补充材料", en: "Supplement" }, roles: [], ofFile: true, Page: page(async () => (await import("../features/examination/SupplementScreen.tsx")).SupplementScreen) },
  decision:      { title: { zh: "决定", en: "Decision" }, roles: [], ofFile: true, Page: page(async () => (await import("../features/decision/DecisionScreen.tsx")).DecisionScreen) },
  emergency:     { title: { zh: "先行提供", en: "Emergency aid" }, roles: [], ofFile: true, Page: page(async () => (await import("../features/decision/EmergencyScreen.tsx")).EmergencyScreen) },
  assignment:    { title: { zh: "指派", en: "Assignment" }, roles: [], ofFile: true, Page: page(async () => (await import("../features/assignment/AssignmentScreen.tsx")).AssignmentScreen) },
  letter:        { title: { zh: "文书", en: "Letter" }, roles: [], ofFile: true, Page: page(async () => (await import("../features/letters/LetterScreen.tsx")).LetterScreen) },
  templates:     { title: { zh: "文书模板", en: "Letter templates" }, roles: [], Page: page(async () => (await import("../features/letters/TemplatesScreen.tsx")).TemplatesScreen) },
  receipt:       { title: { zh: "上报回执", en: "Receipt" }, roles: [], ofFile: true, Page: page(async () => (await import("../features/receipts/FileReceiptScreen.tsx")).FileReceiptScreen) },
  batch:         { title: { zh: "上报回执", en: "Receipt" }, roles: [], Page: page(async () => (await import("../features/receipts/BatchScreen.tsx")).BatchScreen) },
  clocks:        { title: { zh: "期限卡", en: "Clock card" }, roles: [], Page: page(async () => (await import("../features/clocks/ClocksScreen.tsx")).ClocksScreen) },
};

/** Whether somebody with `roles` uses the screen. */
export const mayOpen = ({ roles: wanted }: Screen, roles: readonly Role[]): boolean =>
  wanted.length === 0 || wanted.some((role) => roles.includes(role));

/** The screens of the left column for somebody with `roles`, in order. */
export const navOf = (roles: readonly Role[]): readonly (readonly [string, Screen])[] =>
  Object.entries(SCREENS)
    .filter(([, screen]) => screen.nav !== undefined && mayOpen(screen, roles))
    .sort(([, a], [, b]) => (a.nav ?? 0) - (b.nav ?? 0));

/** Does ahead what can be done for the screens that somebody with `roles` uses. */
export const workAhead = async (desk: Desk, roles: readonly Role[]): Promise<void> => {
  for (const screen of Object.values(SCREENS)) if (mayOpen(screen, roles)) await screen.ahead?.(desk);
};
