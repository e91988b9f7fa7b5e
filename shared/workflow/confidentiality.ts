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

/** As much of a record as tells whether it is delicate. */
type Told = Pick<RecordView, "t" | "facts" | "stages">;

const isAidFile = ({ t }: Told): boolean => t === "aidFile";

/** The day on which the case began; a recipient counts as a minor when they were one then. */
const begunOn = ({ receivedAt, noticeReceivedAt, noticeLetterOn, closingFiledOn }: AidFacts): Day | null => {
  const at = receivedAt ?? noticeReceivedAt;
  if (at !== undefined) return dayOf(at);
  const on = noticeLetterOn ?? closingFiledOn;
  return on !== undefined && isDay(on) ? on : null;
};

/** Whether the recipient was under age when the case began, however long ago that is. */
export const isMinorsCase = (view: Told): boolean => {
  const facts = view.facts as AidFacts;
  const on = begunOn(facts);
  if (!isAidFile(view)) return false;
  return on === null ? facts.categories?.includes("MINOR") === true : isMinor(facts, on);
};

/** 封存: a minor's file once it is closed and filed. Statistics count it; lists and search do not show it. */
export const isSealed = (view: Told): boolean => view.stages.closing === "archived" && isMinorsCase(view);

/** 涉及隐私: marked so, or a minor's (未成年人保护法第一百零三条、法律援助法第二十一条). */
export const isPrivate = (view: Told): boolean =>
  isAidFile(view) && (view.facts.sensitivity === "PRIVACY" || isMinorsCase(view));

const isNamed = ({ t, facts }: RecordView, id: string): boolean =>
  Object.entries(facts).some(
    ([f, v]) => v === id && fieldOf(t, f)?.kind === "ref" && targetOf(f) === "staff",
  );
const isConfidant = ({ facts }: RecordView, id: string): boolean =>
  ((facts as AidFacts).confidants ?? []).some(({ staffId }) => staffId === id);

const isAtWork = (view: RecordView, { roles }: Reader): boolean =>
  stepsFrom(view, roles).some(({ allowed }) => allowed.ok);

/** Whether the person handles the case: a step is theirs to take, they signed one, or the head named them. */
const handles = (view: RecordView, reader: Reader): boolean =>
  reader.roles.includes("HEAD") ||
  isNamed(view, reader.id) ||
  isConfidant(view, reader.id) ||
  isAtWork(view, reader);

/** Why `reader` sees only the open facts of the record; null when they may read it. A sealed file is veiled for all. */
export const veilFor = (view: RecordView, reader: Reader): Veil | null => {
  if (isSealed(view)) return "sealed";
  return isPrivate(view) && !handles(view, reader) ? "private" : null;
};

/**
 * Why `reader` sees only the open facts of a record that belongs to `file`: an objection or a complaint names the same
 * child as the file does. Null for who reads the file, and for who handles this very record; beside a sealed file only
 * for who has a step of it to take.
 */
export const veilBeside = (view: RecordView, file: RecordView, reader: Reader): Veil | null => {
  const veil = veilFor(file, reader);
  const isFree = veil === "sealed" ? isAtWork(view, reader) : handles(view, reader);
  return isFree ? null : veil;
};

/** Whether a sealed file may be opened by somebody with `roles`, for a stated purpose. */
export const mayUnseal = (roles: readonly Role[]): boolean => UNSEALERS.some((role) => roles.includes(role));

/** 王某 for 王小明: all that lists and published results say of a person. Compound surnames stay whole. */
export const someName = (name: string): string => {
  const compound = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯"];
  const surname = compound.find((each) => name.startsWith(each)) ?? name.slice(0, 1);
  return name === "" ? "" : `${surname}某`;
};

/** Facts that name the person concerned, in whatever record. */
export const PERSON_NAMES = ["personName", "objectorName", "complainantName"] as const;

const surnames = (facts: RecordView["facts"]): readonly (readonly [string, string])[] =>
  PERSON_NAMES.flatMap((f) => {
    const name = facts[f];
    return typeof name === "string" ? [[f, someName(name)] as const] : [];
  });

/** The record as somebody sees it who may not read it: open facts, stages and names without their given names. */
export const veiled = (view: RecordView): RecordView => {
  const isShown = (f: string): boolean => fieldOf(view.t, f)?.open === true;
  const openOf = (facts: RecordView["facts"]): RecordView["facts"] =>
    Object.fromEntries(Object.entries(facts).filter(([f]) => isShown(f)));
  return {
    ...view,
    facts: { ...openOf(view.facts), ...Object.fromEntries(surnames(view.facts)) },
    conflicts: view.conflicts.filter(({ f }) => isShown(f)),
    contested: view.contested.map(({ lane, heads }) => ({
      lane,
      heads: heads.map((head) => ({
        ...head,
        outcome: openOf((head.outcome ?? {}) as RecordView["facts"]),
      })),
    })),
  };
};
