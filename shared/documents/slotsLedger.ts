import { type CodeList, codeLabel } from "../dictionary/codeList.ts";
import { DUTY_HELP_KINDS } from "../dictionary/codes/dutyHelpKinds.ts";
import { PROCEDURAL_STAGES } from "../dictionary/codes/proceduralStages.ts";
import { ADOPTIONS, DUTY_CONVERSIONS } from "../dictionary/codes/yearCodes.ts";
import type { DutyServiceFacts } from "../dictionary/duty.ts";
import { dayOf } from "../kernel/instant.ts";
import { dayInText } from "./chineseDate.ts";
import { type LetterScene, nameOf } from "./letterScene.ts";
import { NOT_STATED, type PrintedRow } from "./printedFact.ts";
import type { SlotTable } from "./slot.ts";

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

const factsOf = ({ facts }: { readonly facts: object }): DutyServiceFacts => facts as DutyServiceFacts;

/** Every duty service of the month, of whatever station, in the order in which help was given. */
const servicesInMonth = ({ peers = [], about = "" }: LetterScene): readonly DutyServiceFacts[] =>
  peers
    .map(factsOf)
    .filter(({ servedAt }) => servedAt?.startsWith(about) === true)
    .toSorted((a, b) => ((a.servedAt ?? "") < (b.servedAt ?? "") ? -1 : 1));

/** Those of the station whose ledger this is. */
const ledger = (scene: LetterScene): readonly DutyServiceFacts[] =>
  servicesInMonth(scene).filter(({ stationId }) => stationId === scene.view.id);

const labelIn = (list: CodeList, code: string | undefined): string =>
  code === undefined ? NOT_STATED : codeLabel(list, code, "zh").replaceAll("(", "（").replaceAll(")", "）");

const rows = (scene: LetterScene): readonly PrintedRow[] =>
  ledger(scene).map((service, at) => ({
    no: String(at + 1),
    on: service.servedAt === undefined ? NOT_STATED : dayInText(dayOf(service.servedAt)),
    person: service.personName ?? NOT_STATED,
    stage: labelIn(PROCEDURAL_STAGES, service.proceduralStage),
    kinds: (service.kinds ?? []).map((kind) => labelIn(DUTY_HELP_KINDS, kind)).join("、") || NOT_STATED,
    lawyer: nameOf(scene, service.lawyerId) ?? NOT_STATED,
    adopted: labelIn(ADOPTIONS, service.opinionAdopted),
    result: labelIn(DUTY_CONVERSIONS, service.conversion),
  }));

/** How often each code occurs, in the order of its list; codes that do not occur are left out. */
const countsOf = (list: CodeList, codes: readonly string[]): readonly PrintedRow[] =>
  Object.keys(list)
    .map((code) => ({ code, count: codes.filter((each) => each === code).length }))
    .filter(({ count }) => count > 0)
    .map(({ code, count }, at) => ({ no: String(at + 1), item: labelIn(list, code), count: String(count) }));

const monthText = ({ about = "" }: LetterScene): string | null => {
  const [, year, month] = MONTH.exec(about) ?? [];
  return year === undefined ? null : `${year}年${Number(month)}月`;
};

/** A service without a station would be in no ledger at all, so a ledger of its month is not made before it has one. */
const everyServiceHasStation = (scene: LetterScene): boolean | null =>
  servicesInMonth(scene).every(({ stationId }) => stationId !== undefined) ? true : null;

/** The monthly ledger of one duty station (FZ-029): every service, and totals by stage and kind of help. */
// biome-ignore format: a table is read by columns
export const LEDGER_SLOTS = {
  ledgerMonth:     { zh: "台账月份", en: "Month of the ledger", of: monthText },
  ledgerList:      { zh: "法律帮助（逐次）", en: "Services, one by one", columns: ["no", "on", "person", "stage", "kinds", "lawyer", "adopted", "result"], of: rows },
  ledgerTotal:     { zh: "法律帮助人次合计", en: "Services in all", of: (scene) => String(ledger(scene).length) },
  ledgerByStage:   { zh: "按诉讼阶段合计", en: "Totals by stage", columns: ["no", "item", "count"], of: (scene) => countsOf(PROCEDURAL_STAGES, ledger(scene).flatMap(({ proceduralStage }) => proceduralStage ?? [])) },
  ledgerByKind:    { zh: "按帮助内容合计", en: "Totals by kind of help", columns: ["no", "item", "count"], of: (scene) => countsOf(DUTY_HELP_KINDS, ledger(scene).flatMap(({ kinds }) => kinds ?? [])) },
  everyServiceHasStation: { zh: "本月每次法律帮助所属的工作站", en: "Station of every service of the month", of: everyServiceHasStation },
} as const satisfies SlotTable;
