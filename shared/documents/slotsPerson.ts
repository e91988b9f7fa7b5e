import { codeLabel } from "../dictionary/codeList.ts";
import { RELATIONS } from "../dictionary/codes/ours.ts";
import type { Fen } from "../kernel/fen.ts";
import { fen, yuanOfFen } from "../kernel/fen.ts";
import { dayOf } from "../kernel/instant.ts";
import type { Clock } from "../law/clock.ts";
import { dayInText } from "./chineseDate.ts";
import { aidFactsOf, type LetterScene } from "./letterScene.ts";
import { NOT_STATED } from "./printedFact.ts";
import type { SlotTable } from "./slot.ts";

const VERIFIED = new Set<string | undefined>(["T1_VERIFY", "T2_PLEDGE"]);

const joined = (parts: readonly (string | undefined)[], by: string): string =>
  parts.filter((part) => part !== undefined && part !== "").join(by) || NOT_STATED;

/** The last moment of a clock as a letter promises it, marked 暂定 beyond the loaded calendar (V27). */
export const dueInText = (clock: Clock | undefined): string | null =>
  clock === undefined ? null : `${dayInText(dayOf(clock.hard))}${clock.provisional ? "（暂定）" : ""}`;

/** The clock of a rule on this file. */
export const clockIn = ({ clocks }: LetterScene, id: Clock["id"]): Clock | undefined =>
  clocks.find((clock) => clock.id === id);

const proxyText = (scene: LetterScene): string => {
  const { proxyName, proxyRelation, proxyCertNo, proxyPhone, proxyProof } = aidFactsOf(scene);
  const relation =
    proxyRelation === undefined ? undefined : `系申请人的${codeLabel(RELATIONS, proxyRelation, "zh")}`;
  return joined([proxyName, relation, proxyCertNo, proxyPhone, proxyProof], "，");
};

const opposingNames = (scene: LetterScene): string =>
  joined(
    (aidFactsOf(scene).opposingParties ?? []).map(({ name }) => name),
    "、",
  );

const coApplicantNames = (scene: LetterScene): string =>
  joined(
    (aidFactsOf(scene).coApplicants ?? []).map(({ name }) => name),
    "、",
  );

type Income = { readonly count: number; readonly total: Fen; readonly parts: readonly Fen[] };

/** The income of the household as stated; null while a member's income is missing: it is never taken for nothing. */
const incomeOf = (scene: LetterScene): Income | null => {
  const amounts = (aidFactsOf(scene).household ?? []).map(({ incomeFen }) => incomeFen);
  if (amounts.length === 0 || amounts.includes(undefined)) return null;
  const parts = amounts.map((amount) => fen(amount as number));
  return { count: parts.length, total: fen(parts.reduce((sum, part) => sum + part, 0)), parts };
};

const perHeadFen = ({ count, total }: Income): Fen => fen(Math.round(total / count));

const perHeadWorking = (scene: LetterScene): string | null => {
  const income = incomeOf(scene);
  if (income === null) return null;
  const sum = income.parts.map((part) => yuanOfFen(part)).join("＋");
  return `（${sum}）元 ÷ ${income.count}人 ＝ ${yuanOfFen(perHeadFen(income))}元／人·月`;
};

/** The applicant, those beside and against them, what they handed in, and what they live on. */
// biome-ignore format: a table is read by columns
export const PERSON_SLOTS = {
  receivedOnText:  { zh: "收到申请日", en: "Day of receipt", of: (scene) => { const { receivedAt } = aidFactsOf(scene); return receivedAt === undefined ? null : dayInText(dayOf(receivedAt)); } },
  hasProxy:        { zh: "（条件）由他人代为申请", en: "(condition) somebody applies for the person", of: (scene) => (aidFactsOf(scene).applyingAs ?? "SELF") !== "SELF" },
  proxyText:       { zh: "代为申请人", en: "Who applies for the person", of: proxyText },
  opposingNames:   { zh: "对方当事人", en: "Opposing parties", of: opposingNames },
  hasCoApplicants: { zh: "（条件）有共同受援人", en: "(condition) further recipients", of: (scene) => (aidFactsOf(scene).coApplicants ?? []).length > 0 },
  coApplicantNames: { zh: "共同受援人姓名", en: "Further recipients' names", of: coApplicantNames },
  recipientNames:  { zh: "受援人（含共同受援人）", en: "All recipients", of: (scene) => joined([aidFactsOf(scene).personName, ...(aidFactsOf(scene).coApplicants ?? []).map(({ name }) => name)], "、") },
  decisionDueText: { zh: "作出决定的期限", en: "Decision due by", of: (scene) => dueInText(clockIn(scene, "EXM-7D")) },
  materialCount:   { zh: "材料件数", en: "Number of items", of: (scene) => String((aidFactsOf(scene).materials ?? []).length) },
  isMeansTested:   { zh: "（条件）须核查经济状况", en: "(condition) means are tested", of: (scene) => VERIFIED.has(aidFactsOf(scene).track) },
  isMeansExempt:   { zh: "（条件）免予核查经济状况", en: "(condition) exempt from the means test", of: (scene) => aidFactsOf(scene).track === "T3_EXEMPT42" },
  isMeansFree:     { zh: "（条件）不以经济困难为条件", en: "(condition) no hardship condition", of: (scene) => !VERIFIED.has(aidFactsOf(scene).track) && aidFactsOf(scene).track !== "T3_EXEMPT42" },
  isPledge:        { zh: "（条件）以诚信承诺说明经济困难", en: "(condition) by pledge", of: (scene) => aidFactsOf(scene).track === "T2_PLEDGE" },
  isDataQuery:     { zh: "（条件）以信息共享查询核查", en: "(condition) by data query", of: (scene) => aidFactsOf(scene).track === "T1_VERIFY" },
  householdCount:  { zh: "家庭人口", en: "Members of the household", of: (scene) => { const income = incomeOf(scene); return income && String(income.count); } },
  householdTotal:  { zh: "家庭月收入合计（元）", en: "Household income per month", of: (scene) => { const income = incomeOf(scene); return income && yuanOfFen(income.total); } },
  perHead:         { zh: "人均月收入（元）", en: "Income per head and month", of: (scene) => { const income = incomeOf(scene); return income && yuanOfFen(perHeadFen(income)); } },
  perHeadWorking:  { zh: "人均月收入计算", en: "How the income per head was worked out", of: perHeadWorking },
} as const satisfies SlotTable;
