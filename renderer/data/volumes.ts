import { ENTITIES, type EntityType } from "../../shared/dictionary/entities.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { fromColumns, toColumns } from "./columns.ts";
import type { Desk } from "./desk.ts";
import type { DeskDb, RecordRow, VolumeRow } from "./deskDb.ts";
import { putRows } from "./putRows.ts";
import { openRecordRow, type Store, shownState } from "./recordStore.ts";
import type { Seal } from "./seal.ts";
import { giveWay } from "./yielding.ts";

/*
 * Views bound in volumes (合订本): opening a year's records one by one takes ten seconds, opening the same views bound
 * takes a fraction of one, for of a volume only the columns are read that somebody asks for (columns.ts). A volume says
 * what records looked like when it was bound, in the order of their editions. Nothing in it can be stale unseen: whatever
 * was written since has a higher edition and is read from the records themselves.
 */

/** How thick a volume is, in views, and from how many changed records on a thinner one is worth binding. */
type Thickness = { readonly full: number; readonly least: number };
const THICKNESS: Thickness = { full: 500, least: 100 };
/** With more than so many volumes for each that is needed, most of what they say is out of date. */
const SPARE = 2;
const FEW = 8;
/** The page rests between two volumes: one is a tenth of a second's work. */
const REST_MS = 100;

/** Records of one kind, whole, by id, and the edition up to which nothing is missing. */
export type Bound = { readonly edition: number; readonly views: ReadonlyMap<string, RecordView> };
const NOTHING: Bound = { edition: 0, views: new Map() };

type Place = Pick<VolumeRow, "t" | "from" | "upTo">;
const placeOf = ({ t, from, upTo }: Place): string => `${t}/${from}-${upTo}`;

const bind = async (seal: Seal, place: Place, views: readonly RecordView[]): Promise<VolumeRow> => ({
  ...place,
  sealed: await seal.sealBytes("volumes", placeOf(place), toColumns(views)),
});
const unbind = async (seal: Seal, row: VolumeRow): Promise<readonly RecordView[]> =>
  fromColumns(await seal.openBytes("volumes", placeOf(row), row.sealed));

/** The last edition that nothing remembered may rest on; 0 unless this database once started over (startOver.ts). */
export const startedOverAt = async ({ meta }: DeskDb): Promise<number> =>
  ((await meta.get("startedOver"))?.value ?? 0) as number;

const volumesOf = async (db: DeskDb, t: string) => {
  const gone = await startedOverAt(db);
  // those below were bound by a window that had read the records before they were thrown away
  return db.volumes.where("[t+upTo]").between([t, gone], [t, Number.MAX_SAFE_INTEGER], false);
};

/** Rows of a kind written after `edition`, in the order in which they were written. */
export const rowsAfter = (db: DeskDb, t: string, edition: number) =>
  db.records.where("[t+edition]").between([t, edition], [t, Number.MAX_SAFE_INTEGER], false);

/** The views of stored rows. */
export const viewsIn = (seal: Seal, rows: readonly RecordRow[]): Promise<readonly RecordView[]> =>
  Promise.all(rows.map(async (row) => viewOf(shownState(await openRecordRow(seal, row)))));

const isWhole = (rows: readonly VolumeRow[]): boolean =>
  rows.every(({ from }, at) => from === (rows[at - 1]?.upTo ?? 0));

/**
 * What is bound of a kind. Damaged volumes are thrown away, for the records have everything: then nothing is bound.
 * Those that are mostly out of date are thrown away too once they are read, and bound anew at the next occasion.
 */
export const openVolumes = async ({ db, seal }: Store, t: EntityType): Promise<Bound> => {
  const stored = await volumesOf(db, t);
  const rows = await stored.toArray();
  const opened = await Promise.allSettled(rows.map((row) => unbind(seal, row)));
  const volumes = opened.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  if (volumes.length < rows.length || !isWhole(rows)) {
    await stored.delete();
    return NOTHING;
  }
  // later volumes stand above earlier ones
  const views = new Map(volumes.flat().map((view) => [view.id, view]));
  // seen here, where it costs nothing: to count a year's records takes seconds
  const isOutdated = rows.length > FEW && rows.length > SPARE * Math.ceil(views.size / THICKNESS.full);
  if (isOutdated) await stored.delete();
  return { edition: rows.at(-1)?.upTo ?? 0, views };
};

/** Binds the next volume of a kind; false when too little has changed since the last. The caller is the only binder. */
export const bindNext = async (
  { db, seal }: Store,
  t: EntityType,
  { full, least }: Thickness = THICKNESS,
): Promise<boolean> => {
  const bound = await (await volumesOf(db, t)).primaryKeys();
  const from = bound.at(-1)?.[1] ?? 0;
  const rows = await rowsAfter(db, t, from).limit(full).toArray();
  const upTo = rows.at(-1)?.edition;
  if (upTo === undefined || rows.length < least) return false;
  await putRows(db, { volumes: [await bind(seal, { t, from, upTo }, await viewsIn(seal, rows))] });
  return true;
};

const rest = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  await giveWay();
};

/** Binds what has changed, a little at a time while people work; one window does it. Nothing depends on its being done. */
export const bindVolumes = (desk: Desk): Promise<void> =>
  navigator.locks.request(`volumes.${desk.session.installId}`, async () => {
    for (const t of Object.keys(ENTITIES) as EntityType[])
      while (desk.db.isOpen() && (await bindNext(desk, t))) await rest();
  }) as Promise<void>;

type Loose = { from: number; upTo: number; views: RecordView[] };

/** Binds while very many records are written: whoever has the views at hand need not open them once more. */
export type Binder = {
  /** The view of a row that is about to be written, in the order of editions. */
  readonly add: (view: RecordView, edition: number) => void;
  /** Volumes that are full by now; with `isLast` also the thinner ones. */
  readonly bound: (isLast?: boolean) => Promise<VolumeRow[]>;
};

/** Begins with nothing bound. */
export const binder = (seal: Seal): Binder => {
  const loose = new Map<string, Loose>();
  const cut = ([t, each]: readonly [string, Loose]): Promise<VolumeRow> => {
    const { from, upTo, views } = each;
    loose.set(t, { from: upTo, upTo, views: [] });
    return bind(seal, { t, from, upTo }, views);
  };
  return {
    add: (view, edition) => {
      const each = loose.get(view.t) ?? { from: 0, upTo: 0, views: [] };
      each.views.push(view);
      each.upTo = edition;
      loose.set(view.t, each);
    },
    bound: (isLast = false) => {
      const least = isLast ? THICKNESS.least : THICKNESS.full;
      return Promise.all([...loose].filter(([, { views }]) => views.length >= least).map(cut));
    },
  };
};
