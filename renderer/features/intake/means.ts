import type { AidFactName, AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Label } from "../../../shared/dictionary/field.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { eligibilityOf } from "../../../shared/law/eligibility.ts";
import { recipientAge } from "../../../shared/law/persons.ts";
import type { Question } from "../../../shared/law/questions.ts";
import { mayAsk, TRACK_QUESTIONS } from "../../../shared/law/questions.ts";
import type { Track } from "../../../shared/law/scope.ts";
import { EXEMPTION_MATTERS, MATTER_RULES } from "../../../shared/law/scope.ts";
import type { Source } from "../../../shared/law/sources.ts";

type QuestionFacts = { readonly names: readonly AidFactName[]; readonly rows: readonly AidFactName[] };

/** Which facts answer each question about means. */
// biome-ignore format: a table is read by columns
const QUESTION_FACTS: Readonly<Record<Question, QuestionFacts>> = {
  hardship:          { names: ["hardshipSituation", "housing", "vehicle", "savingsFen", "majorExpenses"], rows: ["household"] },
  pledge:            { names: ["pledgeSignedOn"], rows: [] },
  dataQuery:         { names: ["queryResult"], rows: [] },
  exemptionEvidence: { names: ["exemptCode", "exemptEvidence"], rows: [] },
  otherReason:       { names: ["otherReason"], rows: [] },
};

const QUESTIONS = Object.keys(QUESTION_FACTS) as readonly Question[];

/** The facts about means that may be asked for on a track, and no others (法律援助法第三十二、三十六、四十一、四十二条). */
export const meansQuestions = (track: Track | undefined): QuestionFacts => {
  const asked = track === undefined ? [] : QUESTIONS.filter((question) => mayAsk(question, track).ok);
  return {
    names: asked.flatMap((question) => QUESTION_FACTS[question].names),
    rows: asked.flatMap((question) => QUESTION_FACTS[question].rows),
  };
};

/** The tracks on which the matter can be granted; notified matters do not come over the counter. */
export const tracksFor = ({ matter }: AidFacts): readonly Track[] =>
  matter === undefined ? [] : MATTER_RULES[matter].tracks.filter((track) => track !== "T5_NOTIFIED");

/** A track the product recommends, why, and by which article. */
export type Advice = { readonly track: Track; readonly why: Label; readonly source: Source };

const SENIOR_AGE = 60;

/** Somebody whom article 42 may free from proving hardship, once there is evidence. */
const mayBeExempt = ({ matter, categories = [], ...facts }: AidFacts, on: Day): boolean => {
  const isMigrant =
    categories.includes("MIGRANT") && Object.values(EXEMPTION_MATTERS).some((only) => only === matter);
  const age = recipientAge(facts, on);
  const isWeak = categories.some((each) => each === "DISABLED" || each === "ELDERLY" || each === "MINOR");
  return isMigrant || isWeak || (age !== null && (age < 18 || age >= SENIOR_AGE));
};

const EXEMPT_WHY: Label = {
  zh: "可能属于免予核查人员；如有证明材料，不再核查经济状况",
  en: "May be exempt: with evidence there is no means test",
};

/** The track to take, guided by the decision table; null while the matter is unknown. */
export const adviceOf = (facts: AidFacts, on: Day): Advice | null => {
  const possible = tracksFor(facts);
  const [only] = possible;
  if (only === undefined) return null;
  if (possible.length === 1)
    return { track: only, why: TRACK_QUESTIONS[only].why, source: TRACK_QUESTIONS[only].source };
  const { track, row, reason, source } = eligibilityOf(facts, on);
  const isSettled = row === 8 || row === 9;
  if (track !== undefined && isSettled) return { track, why: reason, source };
  if (mayBeExempt(facts, on) && facts.track !== "T1_VERIFY" && facts.track !== "T2_PLEDGE")
    return { track: "T3_EXEMPT42", why: EXEMPT_WHY, source: TRACK_QUESTIONS.T3_EXEMPT42.source };
  return { track: "T2_PLEDGE", why: TRACK_QUESTIONS.T2_PLEDGE.why, source: TRACK_QUESTIONS.T2_PLEDGE.source };
};

/** The track a matter leaves no choice about, to be recorded together with it; null where a person chooses. */
export const forcedTrack = (facts: AidFacts): Track | null => {
  const [only, ...others] = tracksFor(facts);
  return only !== undefined && others.length === 0 ? only : null;
};
