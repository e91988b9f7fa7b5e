import type { Label } from "../../../shared/dictionary/field.ts";

/** What the screens of the head of agency say beside the labels of dictionary and steps. */
// biome-ignore format: a table is read by columns
export const DECISION_WORDS = {
  title:      { zh: "决定", en: "Decision" },
  emergency:  { zh: "先行提供法律援助", en: "Emergency aid" },
  back:       { zh: "案件页", en: "Case page" },
  notFound:   { zh: "没有找到这份卷宗", en: "This file was not found" },
  loading:    { zh: "正在打开…", en: "Opening…" },
  proposal:   { zh: "审查人的意见", en: "The examiner's proposal" },
  examiner:   { zh: "审查人", en: "Examiner" },
  none:       { zh: "审查人尚未提出意见。", en: "No proposal has been made yet." },
  same:       { zh: "您是本案的审查人，不能再作决定（岗位分离，V05）。请由另一位负责人决定。", en: "You examined this file and cannot decide it (separation of duties, V05). Another head must decide." },
  separate:   { zh: "审查与决定由两人分别作出：审查人{examiner}，决定人{decider}。", en: "Two persons: examined by {examiner}, decided by {decider}." },
  choose:     { zh: "决定", en: "Decision" },
  remedyNote: { zh: "救济途径按本单位设置自动带出，须印在决定书上（《法律援助法》第49条）。", en: "The remedy is filled in from the bureau's settings and must be printed (Legal Aid Law art. 49)." },
  noRemedy:   { zh: "本单位尚未设置异议受理机关，请在设置中补充，或直接填写救济途径。", en: "The bureau has not named the organ for objections: set it, or write the remedy here." },
  whyUrgent:  { zh: "先行提供不影响审查：审查期限继续计算，受援人应当及时补办手续（《法律援助法》第44条）。", en: "Emergency aid does not stop the examination; formalities are made up promptly (Legal Aid Law art. 44)." },
} as const satisfies Record<string, Label>;
