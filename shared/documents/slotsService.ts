import { codeLabel } from "../dictionary/codeList.ts";
import { SERVICE_METHODS, SERVICE_RELATIONS } from "../dictionary/codes/serviceCodes.ts";
import type { Day } from "../kernel/day.ts";
import { dayInText } from "./chineseDate.ts";
import type { LetterScene } from "./letterScene.ts";
import {
  type IssuedCopy,
  isLetterForm,
  issuedCopies,
  letterOf,
  type ServedCopy,
  servedCopies,
} from "./letters.ts";
import { NOT_STATED } from "./printedFact.ts";
import type { SlotTable } from "./slot.ts";

/** Where the pen writes on a proof that goes along before the service is known. */
const BY_HAND = { day: "　　　　年　　月　　日", text: "　" } as const;

/** The issued copy whose service is proved: `about` is its place in the list of the record. */
export const copyOf = ({ view, about = "" }: LetterScene): IssuedCopy | undefined =>
  /^\d{1,4}$/.test(about) ? issuedCopies(view)[Number(about)] : undefined;

/** The last service recorded of that copy. */
const serviceOf = (scene: LetterScene): ServedCopy | undefined => {
  const copy = copyOf(scene);
  return copy === undefined
    ? undefined
    : servedCopies(scene.view).findLast(({ pdfHash }) => pdfHash === copy.pdfHash);
};

const titleOf = (scene: LetterScene): string | null => {
  const form = copyOf(scene)?.form ?? "";
  return isLetterForm(form) ? letterOf(form).title.zh : null;
};

/** To whom each kind of record writes, first known name first. */
const ADDRESSEES: Readonly<Record<string, readonly string[]>> = {
  aidFile: ["personName"],
  objection: ["objectorName"],
  cooperation: ["agency"],
  quality: ["organ"],
  complaint: ["complainantName"],
  dutyRequest: ["personName"],
};
/** Letters of a file that do not go to the recipient. */
const TO_ORGAN: ReadonlySet<string> = new Set(["FZ-013", "FZ-019"]);
const TO_UNIT: ReadonlySet<string> = new Set(["FZ-011", "FZ-017"]);

const firstText = (values: readonly unknown[]): string | null =>
  values.find((value): value is string => typeof value === "string" && value !== "") ?? null;

const addressee = (scene: LetterScene): string | null => {
  const { view, provider, bureau } = scene;
  const form = copyOf(scene)?.form ?? "";
  if (TO_ORGAN.has(form)) return firstText([view.facts.noticeOrgan, view.facts.handlingOrgan]);
  if (TO_UNIT.has(form)) return firstText([provider?.name]);
  if (form === "FZ-015") return firstText([view.facts.introductionTo]);
  if (view.t === "penaltyLead") return firstText([bureau.name]);
  return firstText((ADDRESSEES[view.t] ?? []).map((name) => view.facts[name]));
};

const place = (scene: LetterScene): string =>
  firstText([serviceOf(scene)?.place, scene.view.facts.mailingAddress, scene.view.facts.residence]) ??
  BY_HAND.text;

/** The method recorded, or all of them to be ticked. */
const method = (scene: LetterScene): string => {
  const known = serviceOf(scene)?.method;
  const isKnown = known !== undefined && Object.hasOwn(SERVICE_METHODS, known);
  if (isKnown) return codeLabel(SERVICE_METHODS, known, "zh");
  return Object.values(SERVICE_METHODS)
    .map(({ zh }) => `□${zh}`)
    .join("　");
};

const receiver = (scene: LetterScene): string => {
  const { receiver: name, relation } = serviceOf(scene) ?? {};
  if (name === undefined) return BY_HAND.text;
  const isKnown = relation !== undefined && Object.hasOwn(SERVICE_RELATIONS, relation);
  return isKnown ? `${name}（${codeLabel(SERVICE_RELATIONS, relation, "zh")}）` : name;
};

const refusal = (scene: LetterScene): string => {
  const { isRefused, witness, note } = serviceOf(scene) ?? {};
  const refused =
    isRefused === true ? `受送达人拒绝签收，文书留置送达。见证人：${witness ?? NOT_STATED}。` : "";
  return `${refused}${note ?? ""}` || BY_HAND.text;
};

const dayText = (on: string | undefined): string => (on === undefined ? BY_HAND.day : dayInText(on as Day));

/** The proof of service (FZ-022): which letter, to whom, how and when; what is not known yet is left to the pen. */
// biome-ignore format: a table is read by columns
export const SERVICE_SLOTS = {
  servedDocument:  { zh: "送达文书名称", en: "Letter served", of: titleOf },
  servedNumber:    { zh: "送达文书编号", en: "Number of the letter served", of: (scene) => copyOf(scene)?.number ?? NOT_STATED },
  servedTo:        { zh: "受送达人", en: "Whoever is served", of: addressee },
  servedPlace:     { zh: "送达地点（可手写）", en: "Place of service, or room for the pen", of: place },
  servedHow:       { zh: "送达方式（可勾选）", en: "Method of service, or boxes to tick", of: method },
  servedOnText:    { zh: "送达日期（可手写）", en: "Day of service, or room for the pen", of: (scene) => dayText(serviceOf(scene)?.servedOn) },
  servedReceiver:  { zh: "收件人及其身份（可手写）", en: "Who received it, or room for the pen", of: receiver },
  servedRemark:    { zh: "拒收、见证和备注（可手写）", en: "Refusal, witness and notes, or room for the pen", of: refusal },
} as const satisfies SlotTable;
