import type { AidFacts } from "../dictionary/aidFile.ts";
import { fieldOf } from "../dictionary/entities.ts";
import { targetOf } from "../dictionary/references.ts";
import { type Day, isDay } from "../kernel/day.ts";
import { dayOf } from "../kernel/instant.ts";
import { isMinor } from "../law/persons.ts";
import type { RecordView } from "../ops/view.ts";
import type { Role } from "./stepRule.ts";
import { stepsFrom } from "./steps.ts";

/** Why the text of a record is kept from somebody: a minor's closed file, or a case only its handlers read. */
export type Veil = "sealed" | "private";
/** Who wants to read. */
export type Reader = { readonly id: string; readonly roles: readonly Role[] };

/** Who may open a sealed file at all, stating a purpose each time. */
const UNSEALERS: readonly Role[] = ["HEAD", "ARCHIVE"];

const isAidFile = ({ t }: RecordView): boolean => t === "aidFile";

/** The day on which the case began; a recipient counts as a minor when they were one then. */
const begunOn = ({ receivedAt, noticeReceivedAt, noticeLetterOn, closingFiledOn }: AidFacts): Day | null => {
  const at = receivedAt ?? noticeReceivedAt;
  if (at !== undefined) return dayOf(at);
  const on = noticeLetterOn ?? closingFiledOn;
  return on !== undefined && isDay(on) ? on : null;
};

/** Whether the recipient was under age when the case began, however long ago that is. */
export const isMinorsCase = (view: RecordView): boolean => {
  const facts = view.facts as AidFacts;
  const on = begunOn(facts);
  if (!isAidFile(view)) return false;
  return on === null ? facts.categories?.includes("MINOR") === true : isMinor(facts, on);
};

/** 封存: a minor's file once it is closed and filed. Statistics count it; lists and search do not show it. */
export const isSealed = (view: RecordView): boolean =>
  view.stages.closing === "archived" && isMinorsCase(view);

/** 涉及隐私: marked so, or a minor's (未成年人保护法第一百零三条、法律援助法第二十一条). */
export const isPrivate = (view: RecordView): boolean =>
  isAidFile(view) && (view.facts.sensitivity === "PRIVACY" || isMinorsCase(view));

const isNamed = ({ t, facts }: RecordView, id: string): boolean =>
  Object.entries(facts).some(
    ([f, v]) => v === id && fieldOf(t, f)?.kind === "ref" && targetOf(f) === "staff",
  );
const isConfidant = ({ facts }: RecordView, id: string): boolean =>
  ((facts as AidFacts).confidants ?? []).some(({ staffId }) => staffId === id);

/** Whether the person handles the case: a step is theirs to take, they signed one, or the head named them. */
const handles = (view: RecordView, { id, roles }: Reader): boolean =>
  roles.includes("HEAD") ||
  isNamed(view, id) ||
  isConfidant(view, id) ||
  stepsFrom(view, roles).some(({ allowed }) => allowed.ok);

/** Why `reader` sees only the open facts of the record; null when they may read it. A sealed file is veiled for all. */
export const veilFor = (view: RecordView, reader: Reader): Veil | null => {
  if (isSealed(view)) return "sealed";
  return isPrivate(view) && !handles(view, reader) ? "private" : null;
};

/** Whether a sealed file may be opened by somebody with `roles`, for a stated purpose. */
export const mayUnseal = (roles: readonly Role[]): boolean => UNSEALERS.some((role) => roles.includes(role));

/** 王某 for 王小明: all that lists and published results say of a person. Compound surnames stay whole. */
export const someName = (name: string): string => {
  const compound = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯"];
  const surname = compound.find((each) => name.startsWith(each)) ?? name.slice(0, 1);
  return name === "" ? "" : `${surname}某`;
};

/** The record as somebody sees it who may not read it: open facts, stages and a name without its given name. */
export const veiled = (view: RecordView): RecordView => {
  const isShown = (f: string): boolean => fieldOf(view.t, f)?.open === true;
  const name = view.facts.personName;
  return {
    ...view,
    facts: {
      ...Object.fromEntries(Object.entries(view.facts).filter(([f]) => isShown(f))),
      ...(typeof name === "string" && { personName: someName(name) }),
    },
    conflicts: view.conflicts.filter(({ f }) => isShown(f)),
  };
};
