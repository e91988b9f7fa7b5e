import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { plainCertNo } from "../../../shared/kernel/citizenId.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import type { Desk } from "../desk.ts";
import type { Question } from "../useAnswer.ts";
import { type Card, cardsOf } from "./card.ts";
import { recordsOfFile } from "./ofFile.ts";
import { linkedFiles } from "./onePerson.ts";
import { search } from "./search.ts";

/** By what one person is known: name, certificate number and telephone; "" for what is not known. */
export type Person = { readonly name: string; readonly certNo: string; readonly phone: string };

/** A row of somebody else's file in which the person stands beside the applicant. */
export type OwnRow = { readonly card: Card<EntityType>; readonly f: string; readonly row: Row };
/** What is kept about one person, as far as whoever asks may read it; `veiled` counts what they may not. */
export type Kept = {
  readonly own: readonly Card<EntityType>[];
  readonly rows: readonly OwnRow[];
  readonly veiled: number;
};
type Row = { readonly [f: string]: Json };

/** More than one person ever has. */
const FOUND_MAX = 200;
/** Kinds of record that belong to a file and may tell of its recipient. */
const OF_FILE: readonly EntityType[] = ["objection", "verification", "cooperation", "quality", "complaint"];
/** Who speaks in such a record; where it names somebody else, it is not the recipient's. */
const SPEAKER: Readonly<Record<string, string>> = {
  objection: "objectorName",
  complaint: "complainantName",
};
/** Lists of people who ask for aid together; parties and relatives of a case are other people's business. */
const TOGETHER = "coApplicants";

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** The person of a record as it names them. */
export const personOf = ({ facts }: Pick<RecordView, "facts">): Person => ({
  name: textOf(facts.personName),
  certNo: textOf(facts.certNo),
  phone: textOf(facts.phone),
});

/** The same person: by certificate number where both are known, else by name together with the telephone. */
export const isSamePerson = (a: Person, b: Person): boolean => {
  if (a.certNo !== "" && b.certNo !== "") return plainCertNo(a.certNo) === plainCertNo(b.certNo);
  return a.name !== "" && a.name === b.name && a.phone !== "" && a.phone === b.phone;
};

const rowsOf = (card: Card<EntityType>, persons: readonly Person[]): readonly OwnRow[] => {
  const rows = card.view.facts[TOGETHER];
  if (!Array.isArray(rows)) return [];
  return (rows as readonly Row[])
    .filter((row) => {
      const { name, certNo, phone } = row;
      const beside = { name: textOf(name), certNo: textOf(certNo), phone: textOf(phone) };
      return persons.some((person) => isSamePerson(person, beside));
    })
    .map((row) => ({ card, f: TOGETHER, row }));
};

const isSpeaker = ({ t, view }: Card<EntityType>, { name }: Person): boolean => {
  const speaker = SPEAKER[t];
  return speaker === undefined || view.facts[speaker] === name;
};

type Cards = readonly Card<EntityType>[];

const foundBy = async (desk: Desk, persons: readonly Person[]): Promise<Cards> => {
  const words = persons.flatMap(({ certNo, name }) => [certNo, name]).filter((word) => word !== "");
  const found = [...new Set(words)].map((word) => search(word, FOUND_MAX)(desk));
  return (await Promise.all(found)).flat();
};

const once = (cards: Cards): Cards => [
  ...new Map(cards.map((card) => [`${card.t}/${card.id}`, card])).values(),
];

const filesNamed = async (desk: Desk, ids: readonly string[]): Promise<Cards> => {
  const rows = await desk.db.records.bulkGet(ids.map((id) => ["aidFile", id] as const));
  return cardsOf(
    desk,
    rows.filter((row) => row !== undefined),
  );
};

/**
 * Everything kept about one person, with `fileId` also in the files that were found to be theirs: consultations and files of their own with what belongs to them, and their rows in
 * other people's files. Never what was said about them by others: that is the others' and under the duty of secrecy.
 * @source 个人信息保护法第四十五条；法律援助法第二十一条
 */
export const keptOf =
  (person: Person, fileId?: string): Question<Kept> =>
  async (desk) => {
    const ids = fileId === undefined ? [] : await linkedFiles(desk, fileId);
    const linked = await filesNamed(desk, ids);
    const persons = [person, ...linked.filter(({ veil }) => veil === null).map(({ view }) => personOf(view))];
    const isOne = (other: Person): boolean => persons.some((each) => isSamePerson(each, other));
    const found = once([...linked, ...(await foundBy(desk, persons))]);
    const readable = found.filter(({ veil }) => veil === null);
    const self = readable.filter(({ id, view }) => ids.includes(id) || isOne(personOf(view)));
    const files = self.filter(({ t }) => t === "aidFile");
    const beside = (await Promise.all(files.map(({ view }) => recordsOfFile(view, OF_FILE)(desk)))).flat();
    const own = [
      ...self,
      ...beside.filter((card) => card.veil === null && persons.some((each) => isSpeaker(card, each))),
    ];
    return {
      own,
      rows: readable.filter((card) => !self.includes(card)).flatMap((card) => rowsOf(card, persons)),
      veiled: found.length - readable.length + beside.filter(({ veil }) => veil !== null).length,
    };
  };
