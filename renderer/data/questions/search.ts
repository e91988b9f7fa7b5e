import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { Desk } from "../desk.ts";
import { comparable, readingsFor, searchLine } from "../searchText.ts";
import { type Line, openSheet, sheetsSince } from "../sheets.ts";
import type { Question } from "../useAnswer.ts";
import { type Card, cardsOf } from "./card.ts";

/** The opened sheet of one desk: read when the first search is made, then only what changed since. */
type Sheet = { readonly blocks: Map<number, readonly Line[]>; rev: number };

const SHEETS = new WeakMap<Desk, Sheet>();

const sheetOf = async (desk: Desk): Promise<Sheet> => {
  const sheet = SHEETS.get(desk) ?? { blocks: new Map(), rev: 0 };
  SHEETS.set(desk, sheet);
  const rows = await sheetsSince(desk.db, sheet.rev);
  const opened = await Promise.all(rows.map((row) => openSheet(desk.seal, row)));
  for (const [index, row] of rows.entries()) {
    sheet.blocks.set(row.no, opened[index] ?? []);
    sheet.rev = Math.max(sheet.rev, row.rev);
  }
  return sheet;
};

const wordsOf = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .map(comparable)
    .filter((word) => word !== "");
const isFoundIn = (line: string, text: string): boolean => wordsOf(text).every((word) => line.includes(word));

/** Lines in which every word stands, newest blocks first; at most `limit`. Pure: fifty thousand lines in a few ms. */
export const scan = (blocks: readonly (readonly Line[])[], text: string, limit: number): readonly Line[] => {
  const words = wordsOf(text);
  const found: Line[] = [];
  if (words.length === 0) return found;
  for (const lines of blocks.toReversed()) {
    for (const each of lines.toReversed()) {
      if (words.every((word) => each.line.includes(word))) found.push(each);
      if (found.length >= limit) return found;
    }
  }
  return found;
};

/** Opens the search sheet ahead of the first search; call it when the desk is idle after sign-in. */
export const warmSearch: Question<number> = async (desk) => (await sheetOf(desk)).blocks.size;

/** Records found by name, pinyin or its initials, number, certificate, phone or cause; at most `limit`, newest first. */
export const search =
  (text: string, limit = 50): Question<readonly Card<EntityType>[]> =>
  async (desk) => {
    const { blocks } = await sheetOf(desk);
    const ordered = [...blocks].sort(([a], [b]) => a - b).map(([, lines]) => lines);
    const rows = await desk.db.records.bulkGet(scan(ordered, text, limit).map(({ t, id }) => [t, id]));
    const cards = await cardsOf<EntityType>(
      desk,
      rows.filter((row) => row !== undefined),
    );
    await readingsFor(cards.flatMap(({ veil, view }) => (veil === null ? [] : [view])));
    // what somebody may not read, they do not find either: a hit would tell whose case it is
    return cards.filter(({ veil, view }) => veil === null || isFoundIn(searchLine(view), text));
  };
