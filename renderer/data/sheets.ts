import type { DeskDb, SheetRow } from "./deskDb.ts";
import type { Meta } from "./meta.ts";
import type { Store } from "./recordStore.ts";
import type { Seal } from "./seal.ts";

/** One record's line in the search sheet. An empty line keeps its place and matches nothing. */
export type Line = { readonly t: string; readonly id: string; readonly line: string };

/** Lines per block: small enough to seal again with every change, large enough to open fifty thousand in half a second. */
const BLOCK = 100;

/** A changed line and the block it is in; 0 when it has none yet. */
export type LineChange = Line & { readonly sheet: number };

type Placed = { readonly changes: readonly LineChange[]; readonly end: Meta["sheet"] };

/** Gives every new line its block; lines that already have one stay where they are. */
export const placeLines = (changes: readonly LineChange[], end: Meta["sheet"]): Placed => {
  let { no, count } = end;
  const placed = changes.map((change) => {
    if (change.sheet !== 0 || change.line === "") return change;
    if (no === 0 || count >= BLOCK) [no, count] = [no + 1, 0];
    count += 1;
    return { ...change, sheet: no };
  });
  return { changes: placed, end: { no, count, rev: end.rev + 1 } };
};

/** A block, opened. */
export const openSheet = async (seal: Seal, row: SheetRow): Promise<readonly Line[]> =>
  (await seal.open("sheets", String(row.no), row.sealed)) as readonly Line[];

/** A block with one line changed or added. */
export const withChange = (lines: readonly Line[], { t, id, line }: LineChange): readonly Line[] => {
  const at = lines.findIndex((each) => each.t === t && each.id === id);
  return at < 0 ? [...lines, { t, id, line }] : lines.with(at, { t, id, line });
};

/** Blocks the only writer has open, by number. */
type Opened = Map<number, readonly Line[]>;

const linesOf = async ({ db, seal }: Store, known: Opened, no: number): Promise<readonly Line[]> => {
  const lines = known.get(no);
  if (lines !== undefined) return lines;
  const row = await db.sheets.get(no);
  return row === undefined ? [] : openSheet(seal, row);
};

/** The sealed blocks after the changes: what one transaction then writes. */
export const sheetsAfter = async (
  store: Store,
  known: Opened,
  { changes, end }: Placed,
): Promise<SheetRow[]> => {
  const byBlock = Map.groupBy(
    changes.filter(({ sheet }) => sheet !== 0),
    ({ sheet }) => sheet,
  );
  return Promise.all(
    [...byBlock].map(async ([no, list]) => {
      const lines = list.reduce(withChange, await linesOf(store, known, no));
      known.set(no, lines);
      return { no, rev: end.rev, sealed: await store.seal.seal("sheets", String(no), lines) };
    }),
  );
};

/** Blocks changed after revision `rev`, oldest change first. */
export const sheetsSince = (db: DeskDb, rev: number): Promise<SheetRow[]> =>
  db.sheets.where("rev").above(rev).toArray();
