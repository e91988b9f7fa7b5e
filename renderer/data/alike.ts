import type { AidFacts } from "../../shared/dictionary/aidFile.ts";
import { numbersHeld } from "../../shared/documents/numberFacts.ts";
import { personKeys } from "../../shared/law/onePerson.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { allViews } from "./allViews.ts";
import type { DeskDb } from "./deskDb.ts";
import type { Store } from "./recordStore.ts";

/**
 * Which files say the same of something only one person, or only one file, can have: by key the files that say it.
 * In memory only, as the views it is made of; `several` are the keys of more than one file.
 */
export type Alike = {
  readonly views: Map<string, RecordView>;
  readonly byKey: Map<string, Set<string>>;
  readonly several: Set<string>;
};

/** Nothing known yet. */
export const nothingAlike = (): Alike => ({ views: new Map(), byKey: new Map(), several: new Set() });

const NUMBER = "no/";
const PERSON = "person/";
const keysOf = (view: RecordView): readonly string[] => [
  ...personKeys(view.facts as AidFacts).map((key) => `${PERSON}${key}`),
  ...new Set(numbersHeld(view).map(([, text]) => `${NUMBER}${text}`)),
];

const put = ({ byKey, several }: Alike, key: string, id: string): void => {
  const ids = byKey.get(key) ?? new Set();
  byKey.set(key, ids.add(id));
  if (ids.size > 1) several.add(key);
};
const take = ({ byKey, several }: Alike, key: string, id: string): void => {
  const ids = byKey.get(key);
  ids?.delete(id);
  if ((ids?.size ?? 0) < 2) several.delete(key);
  if (ids?.size === 0) byKey.delete(key);
};

/** Brings what is known up to `views`: only files whose view is another object than before are looked at again. */
export const followViews = (alike: Alike, views: ReadonlyMap<string, RecordView>): void => {
  for (const [id, view] of views) {
    const before = alike.views.get(id);
    if (before === view) continue;
    for (const key of before === undefined ? [] : keysOf(before)) take(alike, key, id);
    for (const key of keysOf(view)) put(alike, key, id);
    alike.views.set(id, view);
  }
};

const KNOWN = new WeakMap<DeskDb, Alike>();

/** What the files of this desk say alike. The first look reads them as every rule does that weighs all; later ones only what is new. */
export const alikeFiles = async (store: Store): Promise<Alike> => {
  const views = await allViews(store, "aidFile");
  const known = KNOWN.get(store.db);
  // a desk that started over forgets files: what is known of them is forgotten too
  const alike = known === undefined || views.size < known.views.size ? nothingAlike() : known;
  KNOWN.set(store.db, alike);
  followViews(alike, views);
  return alike;
};

const others = ({ byKey }: Alike, id: string, keys: readonly string[]): readonly string[] => [
  ...new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]).filter((other) => other !== id)),
];

/** Other files that share a key of the person with file `id`; whether they are alike is for `likenessOf` to say. */
export const filesLike = (alike: Alike, id: string): readonly string[] => {
  const view = alike.views.get(id);
  return view === undefined
    ? []
    : others(
        alike,
        id,
        keysOf(view).filter((key) => key.startsWith(PERSON)),
      );
};

/** A number that a file holds and others hold as well. */
export type SharedNumber = { readonly f: string; readonly text: string; readonly others: readonly string[] };

/** The official numbers of file `id` that other files hold too, and which (I17, I18, F66). */
export const sharedNumbers = (alike: Alike, id: string): readonly SharedNumber[] => {
  const view = alike.views.get(id);
  if (view === undefined) return [];
  return numbersHeld(view).flatMap(([f, text]): SharedNumber[] => {
    const found = others(alike, id, [`${NUMBER}${text}`]);
    return found.length === 0 ? [] : [{ f, text: String(view.facts[f]), others: found }];
  });
};

/** Every group of files that share a key of their person. */
export const personsAlike = ({ several, byKey }: Alike): readonly (readonly string[])[] =>
  [...several].filter((key) => key.startsWith(PERSON)).map((key) => [...(byKey.get(key) ?? [])]);

/** A number as it compares, and the files that hold it. */
export type NumberOfSeveral = { readonly text: string; readonly ids: readonly string[] };

/** Every official number that several files hold, with these files. */
export const numbersTwice = ({ several, byKey }: Alike): readonly NumberOfSeveral[] =>
  [...several]
    .filter((key) => key.startsWith(NUMBER))
    .map((key) => ({ text: key.slice(NUMBER.length), ids: [...(byKey.get(key) ?? [])] }));
