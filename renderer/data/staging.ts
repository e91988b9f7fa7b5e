import type { EntityType } from "../../shared/dictionary/entities.ts";
import { publishedFrom } from "../../shared/law/publications.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { lawFrom } from "./bureau.ts";
import type { Desk } from "./desk.ts";
import { DeskDb, databaseName, generationsOf } from "./deskDb.ts";
import type { DeskLaw } from "./deskLaw.ts";
import { type Meta, metaRows, readMeta, writeMeta } from "./meta.ts";
import { indexOf } from "./project.ts";
import { putRows } from "./putRows.ts";
import { type Store, sealConfirmed } from "./recordStore.ts";
import { readingsFor, searchLine } from "./searchText.ts";
import { placeLines } from "./sheets.ts";

/** Begins a block of the search sheet that no earlier chunk has written to. */
const NEW_BLOCK = Number.MAX_SAFE_INTEGER;

/** The generation of a database by its name. */
const generationOf = ({ name }: DeskDb): number => Number(name.slice(name.lastIndexOf(".") + 1));

/**
 * The database into which a snapshot is loaded, beside the one people work with and under the next name. One that was
 * begun for the same snapshot is gone on with; any other is thrown away (F9).
 */
export const openStaging = async (
  { db: present, session }: Desk,
  named: { readonly manifest: string; readonly desk: Meta["desk"] },
): Promise<DeskDb> => {
  const { installId } = session;
  const newer = (await generationsOf(installId)).filter((each) => each > generationOf(present));
  let found: DeskDb | undefined;
  for (const generation of newer) {
    const db = new DeskDb(databaseName(installId, generation));
    const { staging } = await readMeta(db);
    if (found === undefined && staging?.manifest === named.manifest) found = db;
    else await db.delete();
  }
  if (found !== undefined) return found;
  const next = new DeskDb(databaseName(installId, Math.max(generationOf(present), ...newer) + 1));
  await writeMeta(next, { desk: named.desk, staging: { manifest: named.manifest, chunks: 0 } });
  return next;
};

/** The kinds of record on which the law of due days rests. */
export const LAW_KINDS = ["bureau", "publication"] as const satisfies readonly EntityType[];

/** The law by which a snapshot's due days are computed: the bureau's own record in it and what the province published. */
export const lawOfStates = (states: readonly RecordState[], wallMs: number): DeskLaw => {
  const viewsOf = (kind: EntityType) => states.filter(({ t }) => t === kind).map(viewOf);
  const published = publishedFrom(viewsOf("publication").map(({ facts }) => facts));
  return lawFrom({ bureau: viewsOf("bureau")[0], published }, wallMs);
};

/** A chunk's records, and where they belong: after how many chunks, under which law. */
export type LoadedChunk = {
  readonly records: readonly { readonly state: RecordState; readonly json: Uint8Array<ArrayBuffer> }[];
  readonly index: number;
  readonly law: DeskLaw;
};

/** How far a load is: of which snapshot, and the last block of the search sheet and the last edition given out. */
export type Reached = Pick<Meta, "sheet" | "edition"> & { readonly manifest: string };

/** Everything one chunk writes, sealed: records, blocks of the search sheet, and how far the loading is. */
export const rowsOfChunk = async (
  { seal }: Pick<Store, "seal">,
  { records: loaded, index, law }: LoadedChunk,
  { manifest, sheet, edition }: Reached,
) => {
  const views = loaded.map(({ state }) => viewOf(state));
  await readingsFor(views);
  const lines = views.map((view) => ({ t: view.t, id: view.id, sheet: 0, line: searchLine(view) }));
  const placed = placeLines(lines, { ...sheet, count: NEW_BLOCK });
  const blocks = Map.groupBy(
    placed.changes.filter((change) => change.sheet !== 0),
    (change) => change.sheet,
  );
  const records = await Promise.all(
    loaded.map(async ({ state, json }, at) => ({
      ...indexOf(views[at] as RecordView, law),
      sheet: placed.changes[at]?.sheet ?? 0,
      edition: edition + at + 1,
      sealed: await sealConfirmed(seal, state, json),
    })),
  );
  const sheets = await Promise.all(
    [...blocks].map(async ([no, list]) => ({
      no,
      rev: placed.end.rev,
      sealed: await seal.seal(
        "sheets",
        String(no),
        list.map(({ t, id, line }) => ({ t, id, line })),
      ),
    })),
  );
  const end = blocks.size === 0 ? { ...sheet, rev: placed.end.rev } : placed.end;
  const reached = { sheet: end, edition: edition + records.length };
  const meta = metaRows({ staging: { manifest, chunks: index + 1 }, ...reached });
  return { rows: { records, sheets, meta }, reached };
};

/**
 * Stores a chunk and that it is stored, in one transaction (I9). The disk is not waited for each time: a power loss may
 * take the last chunks and the word that they were there together; the mark "ready" is waited for, and all before it.
 */
export const storeChunk = (
  db: DeskDb,
  rows: Awaited<ReturnType<typeof rowsOfChunk>>["rows"],
): Promise<void> => putRows(db, rows, "relaxed");
