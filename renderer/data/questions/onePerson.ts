import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { type Duplicate, duplicatesAmong, type Found } from "../../../shared/law/duplicates.ts";
import {
  type Contradiction,
  contradictionsIn,
  filesOfOne,
  findingsOf,
  type Likeness,
  likenessOf,
  type PersonFinding,
  pairIdOf,
} from "../../../shared/law/onePerson.ts";
import type { Known } from "../../../shared/law/persons.ts";
import { veilFor } from "../../../shared/workflow/confidentiality.ts";
import { type Alike, alikeFiles, filesLike, personsAlike } from "../alike.ts";
import { allViews } from "../allViews.ts";
import type { Desk } from "../desk.ts";
import type { Store } from "../recordStore.ts";
import { actorOf } from "../scene.ts";
import type { Question } from "../useAnswer.ts";
import { cardsOf } from "./card.ts";
import type { FileCard } from "./files.ts";

/** More files than the linked persons of a county have. */
const LINKED_MAX = 2000;

/** What persons have found about pairs of files. */
export const personFindings = async (store: Store): Promise<readonly PersonFinding[]> =>
  findingsOf((await allViews(store, "samePerson")).values());

/** The other files that were found to be of the person of file `id`: for rules and searches, whoever may read them. */
export const linkedFiles = async (store: Store, id: string): Promise<readonly string[]> =>
  (filesOfOne(await personFindings(store)).get(id) ?? []).filter((other) => other !== id);

/** Of every person whose files were linked: the names and numbers these files state, for the conflict search (Q4 to Q11). */
export const knownIdentities = async (store: Store): Promise<readonly (readonly Known[])[]> => {
  const [findings, files] = await Promise.all([personFindings(store), allViews(store, "aidFile")]);
  const groups = [...new Set(filesOfOne(findings).values())];
  return groups.map((group) =>
    group.flatMap((id): Known[] => {
      const { personName, certNo } = (files.get(id)?.facts ?? {}) as AidFacts;
      const name = { ...(personName !== undefined && { name: personName }) };
      const known = { ...name, ...(certNo !== undefined && { certNo }) };
      return Object.keys(known).length === 0 ? [] : [known];
    }),
  );
};

const foundOn = async (store: Store): Promise<Found & { readonly alike: Alike }> => {
  const [findings, alike] = await Promise.all([personFindings(store), alikeFiles(store)]);
  return { findings, alike, factsOf: (id) => alike.views.get(id)?.facts as AidFacts | undefined };
};

/** Files as cards, in their order: only those that whoever is signed in may read, for a name beside a name tells whose case it is. */
const readable = async (desk: Desk, ids: readonly string[]): Promise<readonly FileCard[]> => {
  const rows = await desk.db.records.bulkGet(ids.map((id) => ["aidFile", id] as const));
  const cards = await cardsOf<"aidFile">(
    desk,
    rows.filter((row) => row !== undefined),
  );
  return cards.filter(({ veil }) => veil === null);
};

/** A file beside the one at hand: found to be the same person's, or looking like it. */
export type OtherFile = { readonly card: FileCard; readonly pairId: string; readonly by: Likeness | null };
export type SamePerson = { readonly linked: readonly OtherFile[]; readonly possible: readonly OtherFile[] };

/** The other files of the person of file `id`, and those that look like it and wait for somebody to compare them. */
export const samePersonAs =
  (id: string): Question<SamePerson> =>
  async (desk) => {
    const { alike, findings, factsOf } = await foundOn(desk);
    const linked = (filesOfOne(findings).get(id) ?? []).filter((other) => other !== id);
    const own = factsOf(id) ?? {};
    const apart = new Set(findings.filter(({ stage }) => stage === "apart").map((each) => each.id));
    const like = filesLike(alike, id).filter(
      (other) =>
        !linked.includes(other) &&
        !apart.has(pairIdOf(id, other)) &&
        own.previousFileId !== other &&
        factsOf(other)?.previousFileId !== id &&
        likenessOf(own, factsOf(other) ?? {}) !== null,
    );
    const cards = await readable(desk, [id, ...linked, ...like]);
    if (!cards.some((card) => card.id === id)) return { linked: [], possible: [] };
    const beside = (ids: readonly string[]): readonly OtherFile[] =>
      cards
        .filter((card) => ids.includes(card.id))
        .map((card) => ({ card, pairId: pairIdOf(id, card.id), by: likenessOf(own, card.facts) }));
    return { linked: beside(linked), possible: beside(like) };
  };

/** Files linked to file `id` or looking like it, and of any file what was found about the two. */
export const filesBeside =
  (
    id: string,
  ): Question<{
    readonly cards: readonly FileCard[];
    readonly foundOf: (other: string) => "linked" | "apart" | undefined;
  }> =>
  async (desk) => {
    const { alike, findings } = await foundOn(desk);
    const linked = new Set(filesOfOne(findings).get(id) ?? []);
    const apart = new Set(findings.filter(({ stage }) => stage === "apart").map((each) => each.id));
    const others = [...linked, ...filesLike(alike, id)].filter((other) => other !== id);
    return {
      cards: await readable(desk, [...new Set(others)]),
      foundOf: (other) =>
        linked.has(other) ? "linked" : apart.has(pairIdOf(id, other)) ? "apart" : undefined,
    };
  };

/** Two files side by side that may be one person's. */
export type PairCards = { readonly pairId: string; readonly files: readonly [FileCard, FileCard] };
export type DuplicateCards = PairCards & { readonly by: Likeness };

const pairsAs = async (
  desk: Desk,
  pairs: readonly { readonly a: string; readonly b: string }[],
): Promise<readonly (PairCards | undefined)[]> => {
  const cards = await readable(desk, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return pairs.map(({ a, b }) => {
    const [one, other] = [byId.get(a), byId.get(b)];
    return one === undefined || other === undefined
      ? undefined
      : { pairId: pairIdOf(a, b), files: [one, other] };
  });
};

/** Pairs of files that look like one person's and nobody has compared: the surer ones first; at most `limit`, and how many in all. */
export const possibleDuplicates =
  (limit: number): Question<{ readonly pairs: readonly DuplicateCards[]; readonly all: number }> =>
  async (desk) => {
    const [{ alike, ...found }, reader] = await Promise.all([foundOn(desk), actorOf(desk, desk.session)]);
    const isRead = (id: string): boolean => {
      const view = alike.views.get(id);
      return view !== undefined && veilFor(view, reader) === null;
    };
    const hints = personsAlike(alike)
      .flatMap((files) => duplicatesAmong(files, found))
      .filter(({ a, b }) => isRead(a) && isRead(b));
    const once = [...new Map(hints.map((hint) => [pairIdOf(hint.a, hint.b), hint])).values()];
    const ordered = once.toSorted((x: Duplicate, y: Duplicate) =>
      x.by === y.by ? 0 : x.by === "number" ? -1 : 1,
    );
    const cards = await pairsAs(desk, ordered.slice(0, limit));
    const pairs = cards.flatMap((pair, at): DuplicateCards[] => {
      const by = ordered[at]?.by;
      return pair === undefined || by === undefined ? [] : [{ ...pair, by }];
    });
    return { pairs, all: ordered.length };
  };

/** Findings that others or the numbers speak against, with their files. */
export type TornPair = PairCards & { readonly why: Contradiction["why"] };
export const tornFindings = (): Question<readonly TornPair[]> => async (desk) => {
  const { findings, factsOf } = await foundOn(desk);
  const torn = contradictionsIn(findings, factsOf);
  const pairs = await pairsAs(
    desk,
    torn.map(({ finding: { fileId, otherFileId } }) => ({ a: fileId, b: otherFileId })),
  );
  return pairs.flatMap((pair, at): TornPair[] => {
    const why = torn[at]?.why;
    return pair === undefined || why === undefined ? [] : [{ ...pair, why }];
  });
};

/** By file: the files of its person, for lists; only those that whoever is signed in may read, and only where there are several. */
export const personsInLists = (): Question<ReadonlyMap<string, readonly string[]>> => async (desk) => {
  const groups = filesOfOne(await personFindings(desk));
  const seen = new Set((await readable(desk, [...groups.keys()].slice(0, LINKED_MAX))).map(({ id }) => id));
  return new Map(
    [...groups].flatMap(([id, group]): [string, readonly string[]][] => {
      const shown = group.filter((each) => seen.has(each));
      return seen.has(id) && shown.length > 1 ? [[id, shown]] : [];
    }),
  );
};
