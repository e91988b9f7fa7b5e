import { ENTITIES, type EntityType, fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Field, Shape } from "../../../shared/dictionary/field.ts";
import { targetOf } from "../../../shared/dictionary/references.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Desk } from "../../data/desk.ts";
import type { Card } from "../../data/questions/card.ts";
import type { Kept, OwnRow, Person } from "../../data/questions/ofPerson.ts";
import { nameOf } from "../../data/questions/registers.ts";
import type { Report, ReportTable } from "../../print/report.ts";
import { factText } from "../../ui/factText.ts";
import type { Language } from "../../ui/language.tsx";
import { filled } from "../../ui/words.ts";
import { FILE_WORDS } from "./words.ts";

type Row = { readonly [f: string]: Json };
type Line = readonly [label: string, text: string];

/** Facts about other people that stand on the record of this one: counted, never given away. */
const OTHERS: ReadonlySet<string> = new Set([
  "coApplicants",
  "household",
  "opposingParties",
  "relatedPersons",
  "confidants",
  "parcels",
  "parcelTexts",
]);
const OTHERS_ONE: ReadonlySet<string> = new Set(["proxyCertNo", "proxyPhone", "contactPhone", "contactName"]);
const WIDTHS = [30, 70];

const rowText = (shape: Shape, row: Row, language: Language): string =>
  Object.entries(shape)
    .map(([name, column]) => factText(column, row[name], language))
    .filter((text) => text !== "")
    .join(" · ");

const referenceText = async (desk: Desk, f: string, id: string): Promise<string> =>
  (await nameOf(targetOf(f), id)(desk)) || id;

/** One fact as text: names for references, one line for every row of a list, a mere count for lists of other people. */
const textOf = async (
  desk: Desk,
  { f, field, value }: { readonly f: string; readonly field: Field; readonly value: Json },
  language: Language,
): Promise<string> => {
  if (field.kind === "ref" && typeof value === "string") return referenceText(desk, f, value);
  if (field.row === undefined || !Array.isArray(value)) return factText(field, value, language);
  if (OTHERS.has(f)) return filled(FILE_WORDS.aboutOthers[language], { n: value.length });
  const shape = field.row;
  return (value as readonly Row[]).map((row) => rowText(shape, row, language)).join("\n");
};

const linesOf = async (
  desk: Desk,
  { t, view }: Card<EntityType>,
  language: Language,
): Promise<readonly Line[]> => {
  const known = Object.entries(ENTITIES[t].shape as Shape).flatMap(([f, field]) => {
    const value = view.facts[f];
    return value === undefined || value === null || OTHERS_ONE.has(f) ? [] : [{ f, field, value }];
  });
  return Promise.all(
    known.map(
      async (fact): Promise<Line> => [fact.field.label[language], await textOf(desk, fact, language)],
    ),
  );
};

const rowLines = ({ card, f, row }: OwnRow, language: Language): readonly Line[] => {
  const shape = fieldOf(card.t, f)?.row ?? {};
  return Object.entries(shape).flatMap(([name, column]): Line[] => {
    const text = factText(column, row[name], language);
    return text === "" ? [] : [[column.label[language], text]];
  });
};

/** Everything kept about one person as tables of label and content: what they may ask to see and to have copied. */
export const personReport = async (
  desk: Desk,
  { person, kept, bureau }: { readonly person: Person; readonly kept: Kept; readonly bureau: string },
  language: Language,
): Promise<Report> => {
  const heads = [FILE_WORDS.keptItem[language], FILE_WORDS.keptContent[language]];
  const table = (name: string, at: number, rows: readonly Line[]): ReportTable => ({
    name: `${at + 1} ${name}`,
    widths: WIDTHS,
    heads,
    rows,
  });
  const own = await Promise.all(
    kept.own.map(async (card, at) =>
      table(
        `${ENTITIES[card.t].label[language]} ${titleOf(card.view)}`,
        at,
        await linesOf(desk, card, language),
      ),
    ),
  );
  const rows = kept.rows.map((row, at) =>
    table(fieldOf(row.card.t, row.f)?.label[language] ?? row.f, own.length + at, rowLines(row, language)),
  );
  const veiled = kept.veiled === 0 ? [] : [filled(FILE_WORDS.keptVeiled[language], { n: kept.veiled })];
  return {
    title: FILE_WORDS.keptTitle[language],
    notes: [
      bureau,
      `${FILE_WORDS.keptWho[language]}${person.name}`,
      FILE_WORDS.keptWhy[language],
      FILE_WORDS.keptOthers[language],
      ...veiled,
    ].filter((note) => note !== ""),
    tables: [...own, ...rows],
  };
};
