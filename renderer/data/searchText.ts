import { fieldOf } from "../../shared/dictionary/entities.ts";
import { assert } from "../../shared/kernel/assert.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { RecordView } from "../../shared/ops/view.ts";

/** What a person may look a record up by, per kind of record: names get pinyin, the others are compared as written. */
// biome-ignore format: a table is read by columns
const SOUGHT: Readonly<Record<string, { readonly names: readonly string[]; readonly texts: readonly string[] }>> = {
  aidFile:      { names: ["personName", "formerName", "proxyName"], texts: ["applicationNo", "caseNo", "certNo", "phone", "causeOfAction", "suspectedCharge", "noticeLetterNo", "organCaseNo", "noticeOrgan", "proxyPhone"] },
  consultation: { names: ["personName"], texts: ["no", "certNo", "phone", "opposingParty"] },
  lawyer:       { names: ["name"], texts: ["licenceNo", "phone"] },
  provider:     { names: ["name"], texts: ["uscc", "phone"] },
  organ:        { names: ["name"], texts: ["phone"] },
};

/** People and parties in the rows of a list: found by name and by number. */
const SOUGHT_ROWS = ["coApplicants", "opposingParties", "relatedPersons"] as const;

/** Between the parts of a line, so that no match runs over from one field into the next. */
const GAP = "\u0001";

const HAN = /\p{Script=Han}/u;
const PLAIN = { toneType: "none", nonZh: "consecutive", v: true, type: "array" } as const;

type Pinyin = typeof import("pinyin-pro").pinyin;
let pinyin: Pinyin | undefined;
let loading: Promise<void> | undefined;

const load = async (): Promise<void> => {
  try {
    pinyin = (await import("pinyin-pro")).pinyin;
  } finally {
    loading = undefined;
  }
};

const read: Pinyin = ((...asked: Parameters<Pinyin>) => {
  assert(pinyin !== undefined, "a name is read before the readings are there");
  return pinyin(...asked);
}) as Pinyin;

/** One name is read in several ways, and a clerk types any of them: 单 shàn or dān, 单于 chányú, 乐 lè or yuè. */
const READINGS = [
  { ...PLAIN, mode: "surname", surname: "head" },
  { ...PLAIN, mode: "surname", surname: "all" },
  { ...PLAIN, mode: "normal" },
] as const;

/** Reading a name takes a millisecond; the names on one form come again with every field that is saved. */
const KNOWN_MAX = 200;
const KNOWN = new Map<string, readonly string[]>();

/** Initials and full readings of a Chinese name: "zs" and "zhangsan"; a surname is read as a surname first. */
const readingsOf = (name: string): readonly string[] => {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  if (KNOWN.size >= KNOWN_MAX) KNOWN.clear();
  const found = readName(name);
  KNOWN.set(name, found);
  return found;
};

/** By character: its one reading, or "" when it is read in several ways or is no Chinese one. */
const SYLLABLES = new Map<string, string>();

const syllableOf = (char: string): string => {
  const known = SYLLABLES.get(char);
  if (known !== undefined) return known;
  const all = HAN.test(char) ? read(char, { ...PLAIN, multiple: true }) : [];
  const [one = ""] = all;
  const syllable = all.every((each) => each === one) ? one : "";
  SYLLABLES.set(char, syllable);
  return syllable;
};

/** Most names have no character that is read in several ways: then there is one reading, however it is asked for. */
const readPlain = (name: string): readonly string[] | undefined => {
  const syllables = Array.from(name, syllableOf);
  if (syllables.includes("")) return undefined;
  return [...new Set([syllables.map((each) => each.charAt(0)).join(""), syllables.join("")])];
};

const readName = (name: string): readonly string[] => {
  if (!HAN.test(name)) return [];
  const plain = readPlain(name);
  if (plain !== undefined) return plain;
  const readings = READINGS.map((options) => read(name, options));
  const initials = readings.map((syllables) => syllables.map((each) => each.charAt(0)).join(""));
  return [...new Set([...initials, ...readings.map((syllables) => syllables.join(""))])];
};

const textIn = (value: Json | undefined): readonly string[] =>
  typeof value === "string" && value !== "" ? [value] : [];

const rowsIn = (view: RecordView, f: string): readonly Readonly<Record<string, Json>>[] => {
  const value = view.facts[f];
  return fieldOf(view.t, f) !== undefined && Array.isArray(value)
    ? (value as readonly Readonly<Record<string, Json>>[])
    : [];
};

/** How typed text and prepared lines are made comparable: full-width forms folded, case and spaces dropped. */
export const comparable = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");

type Sought = { readonly names: readonly string[]; readonly texts: readonly string[] };

const soughtOf = (view: RecordView): Sought => {
  const sought = SOUGHT[view.t];
  if (sought === undefined) return { names: [], texts: [] };
  const people = SOUGHT_ROWS.flatMap((f) => rowsIn(view, f));
  return {
    names: [
      ...sought.names.flatMap((f) => textIn(view.facts[f])),
      ...people.flatMap(({ name }) => textIn(name)),
    ],
    texts: [
      ...sought.texts.flatMap((f) => textIn(view.facts[f])),
      ...people.flatMap(({ certNo }) => textIn(certNo)),
    ],
  };
};

/** True when both views are found by the same line: most fields are never sought, and their lines need no writing. */
export const isFoundAlike = (a: RecordView, b: RecordView): boolean =>
  JSON.stringify(soughtOf(a)) === JSON.stringify(soughtOf(b));

/**
 * Waits until `searchLine` can read the names of these records. The table of readings is large and slow to set up: a page
 * or worker that writes no Chinese name never loads it.
 */
export const readingsFor = async (views: readonly RecordView[]): Promise<void> => {
  if (pinyin !== undefined || !views.some((view) => soughtOf(view).names.some((name) => HAN.test(name))))
    return;
  loading ??= load();
  await loading;
};

/** The line by which a record is found: names with their readings, numbers, phone, cause; "" when it is never sought. */
export const searchLine = (view: RecordView): string => {
  const { names, texts } = soughtOf(view);
  return [...names, ...names.flatMap(readingsOf), ...texts].map(comparable).join(GAP);
};
