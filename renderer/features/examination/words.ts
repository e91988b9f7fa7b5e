import type { Label } from "../../../shared/dictionary/field.ts";

/** What the examiner's screens say beside the labels of dictionary and steps. */
// biome-ignore format: a table is read by columns
export const EXAMINATION_WORDS = {
  title:       { zh: "审查", en: "Examination" },
  supplement:  { zh: "一次性告知补充材料", en: "Ask once for missing materials" },
  back:        { zh: "案件页", en: "Case page" },
  notFound:    { zh: "没有找到这份卷宗", en: "This file was not found" },
  loading:     { zh: "正在打开…", en: "Opening…" },
  table:       { zh: "受援条件逐项审查", en: "Eligibility, row by row" },
  tableNote:   { zh: "自上而下，第一项有结论的即为结果", en: "Read from the top; the first row that answers decides" },
  row:         { zh: "审查项", en: "Row" },
  says:        { zh: "结论", en: "What it says" },
  source:      { zh: "依据", en: "Source" },
  passes:      { zh: "不适用，继续", en: "Does not apply, go on" },
  notReached:  { zh: "无须再审查", en: "Not reached" },
  missing:     { zh: "还缺：", en: "Still missing: " },
  hardship:    { zh: "经济困难计算", en: "Hardship calculation" },
  noStandard:  { zh: "本单位尚未载入经济困难标准，须由负责人判断。", en: "No hardship standard is loaded; the head must judge." },
  notAsked:    { zh: "此核查方式不审查经济状况：", en: "Means are not examined on this track: " },
  opinion:     { zh: "审查意见", en: "Opinion" },
  opinionNote: { zh: "提出后由负责人另行决定；审查人与决定人不得为同一人。", en: "Another person decides; examiner and decider must differ." },
  propose:     { zh: "提出审查意见", en: "Propose" },
  once:        { zh: "补充材料只能告知一次，请一次列全（《法律援助法》第43条第2款）。", en: "Materials may be asked for only once: list everything now (Legal Aid Law art. 43 para. 2)." },
  again:       { zh: "已于 {on} 告知过一次。只有出现新情况才能再次告知，须写明新情况。", en: "A notice was served on {on}. A second one needs new facts, stated in writing." },
  send:        { zh: "记载告知", en: "Record the notice" },
} as const satisfies Record<string, Label>;
