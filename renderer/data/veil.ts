import type { RecordView } from "../../shared/ops/view.ts";
import { viewOf } from "../../shared/ops/view.ts";
import {
  isPrivate,
  isSealed,
  mayUnseal,
  type Reader,
  type Veil,
  veilBeside,
  veiled,
  veilFor,
} from "../../shared/workflow/confidentiality.ts";
import type { Desk } from "./desk.ts";
import { openRecordRow, shownState } from "./recordStore.ts";
import { actorOf } from "./scene.ts";

/** A record as one person may see it; `veil` says why it is only its open facts. */
export type Shown = { readonly view: RecordView; readonly veil: Veil | null };

/** Sealed files opened with a purpose since sign-in, by id. In memory only: a lock ends it. */
const UNSEALED = new WeakMap<Desk, Set<string>>();

/** A sealed file may be read until the desk locks; to be called after the look is noted. */
export const unseal = (desk: Desk, id: string): void => {
  const opened = UNSEALED.get(desk) ?? new Set();
  UNSEALED.set(desk, opened.add(id));
};

const isUnsealed = (desk: Desk, { id }: RecordView, { roles }: Reader): boolean =>
  mayUnseal(roles) && UNSEALED.get(desk)?.has(id) === true;

const isDelicate = (view: RecordView): boolean => isPrivate(view) || isSealed(view);

/** The aid files a record is or belongs to, by id: none, one, or the two that a finding is about. */
const fileIdsOf = ({ t, id, facts }: RecordView): readonly string[] => {
  if (t === "aidFile") return [id];
  return [facts.fileId, facts.otherFileId].filter((each) => typeof each === "string");
};

type Files = ReadonlyMap<string, RecordView>;

/** The delicate files that the records are or belong to. Files among the records themselves are not read again. */
const delicateFiles = async ({ db, seal }: Desk, views: readonly RecordView[]): Promise<Files> => {
  const own = views.filter(({ t }) => t === "aidFile");
  const here = new Set(own.map(({ id }) => id));
  const beside = new Set(views.flatMap(fileIdsOf).filter((id) => !here.has(id)));
  const rows = await db.records.bulkGet([...beside].map((id) => ["aidFile", id] as const));
  const found = rows.filter((row) => row !== undefined);
  const read = await Promise.all(
    found.map(async (row) => viewOf(shownState(await openRecordRow(seal, row)))),
  );
  return new Map([...own, ...read].filter(isDelicate).map((view) => [view.id, view]));
};

const veilOf = (view: RecordView, file: RecordView, reader: Reader): Veil | null =>
  view.t === "aidFile" ? veilFor(view, reader) : veilBeside(view, file, reader);

const showTo = (
  desk: Desk,
  reader: Reader,
  { view, file }: { view: RecordView; file: RecordView },
): Shown => {
  const veil = veilOf(view, file, reader);
  return veil === null || (veil === "sealed" && isUnsealed(desk, file, reader))
    ? { view, veil: null }
    : { view: veiled(view), veil };
};

/**
 * The records as whoever is signed in may see them: private and sealed files, and whatever else tells of them. Who that
 * is, is asked only when one of them is delicate.
 */
export const shownToReader = async (
  desk: Desk,
  states: readonly Parameters<typeof viewOf>[0][],
): Promise<readonly Shown[]> => {
  const views = states.map(viewOf);
  const files = await delicateFiles(desk, views);
  if (files.size === 0) return views.map((view) => ({ view, veil: null }));
  const reader = await actorOf(desk, desk.session);
  return views.map((view) => {
    const shown = fileIdsOf(view).flatMap((id) => {
      const file = files.get(id);
      return file === undefined ? [] : [showTo(desk, reader, { view, file })];
    });
    return shown.find(({ veil }) => veil !== null) ?? { view, veil: null };
  });
};

/** Whether whoever is signed in sees the record in lists at all: sealed files only head and archivist do. */
export const isListed = async (desk: Desk, cards: readonly { readonly veil: Veil | null }[]) => {
  if (!cards.some(({ veil }) => veil === "sealed")) return () => true;
  const { roles } = await actorOf(desk, desk.session);
  return ({ veil }: { readonly veil: Veil | null }): boolean => veil !== "sealed" || mayUnseal(roles);
};
