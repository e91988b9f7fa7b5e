import type { RecordView } from "../../shared/ops/view.ts";
import { viewOf } from "../../shared/ops/view.ts";
import {
  isPrivate,
  isSealed,
  mayUnseal,
  type Reader,
  type Veil,
  veiled,
  veilFor,
} from "../../shared/workflow/confidentiality.ts";
import type { Desk } from "./desk.ts";
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

const showTo = (desk: Desk, reader: Reader, view: RecordView): Shown => {
  const veil = veilFor(view, reader);
  return veil === null || (veil === "sealed" && isUnsealed(desk, view, reader))
    ? { view, veil: null }
    : { view: veiled(view), veil };
};

const isDelicate = (view: RecordView): boolean => isPrivate(view) || isSealed(view);

/** The records as whoever is signed in may see them. Who that is, is asked only when one of them is delicate. */
export const shownToReader = async (
  desk: Desk,
  states: readonly Parameters<typeof viewOf>[0][],
): Promise<readonly Shown[]> => {
  const views = states.map(viewOf);
  if (!views.some(isDelicate)) return views.map((view) => ({ view, veil: null }));
  const reader = await actorOf(desk, desk.session);
  return views.map((view) => (isDelicate(view) ? showTo(desk, reader, view) : { view, veil: null }));
};

/** Whether whoever is signed in sees the record in lists at all: sealed files only head and archivist do. */
export const isListed = async (desk: Desk, cards: readonly { readonly veil: Veil | null }[]) => {
  if (!cards.some(({ veil }) => veil === "sealed")) return () => true;
  const { roles } = await actorOf(desk, desk.session);
  return ({ veil }: { readonly veil: Veil | null }): boolean => veil !== "sealed" || mayUnseal(roles);
};
