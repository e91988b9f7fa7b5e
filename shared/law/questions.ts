import type { Label } from "../dictionary/field.ts";
import type { Result } from "../kernel/result.ts";
import { done, refuse } from "../kernel/result.ts";
import type { Track } from "./scope.ts";
import type { Source } from "./sources.ts";
import { law, sourceText } from "./sources.ts";

/** What an applicant's means may be asked about, in the words of the screen. */
// biome-ignore format: a table is read by columns
export const QUESTIONS = {
  hardship:          { zh: "经济困难状况", en: "Economic hardship" },
  pledge:            { zh: "个人诚信承诺", en: "Personal integrity pledge" },
  dataQuery:         { zh: "经济困难信息核查", en: "Data query about means" },
  exemptionEvidence: { zh: "免予核查的证明材料", en: "Evidence of exemption" },
  otherReason:       { zh: "没有委托辩护人的其他原因", en: "Other reason for having no defender" },
} as const satisfies Record<string, Label>;
export type Question = keyof typeof QUESTIONS;

type TrackRule = { readonly asks: readonly Question[]; readonly source: Source; readonly why: Label };

/** Which questions each track permits; every other one is not possible on it (法律援助法第四十一、四十二条). */
// biome-ignore format: a table is read by columns
export const TRACK_QUESTIONS: Readonly<Record<Track, TrackRule>> = {
  T1_VERIFY:      { asks: ["hardship", "dataQuery"], source: law("LAL", 41, 2), why: { zh: "通过信息共享查询核查经济困难状况", en: "Hardship is verified by a data query" } },
  T2_PLEDGE:      { asks: ["hardship", "pledge"],    source: law("LAL", 41, 2), why: { zh: "由申请人作出个人诚信承诺", en: "Hardship is declared by a personal integrity pledge" } },
  T3_EXEMPT42:    { asks: ["exemptionEvidence"],     source: law("LAL", 42),    why: { zh: "有材料证明属于免予核查人员，不得要求提供经济困难证明", en: "Exempted by evidence: asking for hardship proof is not possible on this track" } },
  T4_NO_COND32:   { asks: [],                        source: law("LAL", 32),    why: { zh: "不受经济困难条件限制，不得询问经济状况", en: "No hardship condition: means may not be asked about" } },
  T5_NOTIFIED:    { asks: [],                        source: law("LAL", 36),    why: { zh: "办案机关通知，不审查经济状况", en: "Notified by an organ: no means test" } },
  T6_OTHERREASON: { asks: ["otherReason"],           source: law("LAL", 24),    why: { zh: "因其他原因没有委托辩护人，审查该原因", en: "No defender for other reasons: the reason is examined, not the means" } },
};

/** Whether a question may be asked on a track; the refusal names the article that forbids it. */
export const mayAsk = (question: Question, track: Track): Result<true> => {
  const { asks, source } = TRACK_QUESTIONS[track];
  return asks.includes(question) ? done(true) : refuse("means-test-forbidden", sourceText(source), question);
};
