import { type LookUp, lookUpsOf } from "../../shared/commands/lookUps.ts";
import type { LawScene } from "../../shared/commands/scene.ts";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import { targetOf } from "../../shared/dictionary/references.ts";
import type { StaffFacts } from "../../shared/dictionary/registers.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { stepOf } from "../../shared/workflow/steps.ts";
import { alikeFiles, sharedNumbers } from "./alike.ts";
import { allViews } from "./allViews.ts";
import type { RecordRow } from "./deskDb.ts";
import { sortFactOf } from "./project.ts";
import { openRecordRow, type Store, shownState, viewAt } from "./recordStore.ts";

const MIN = "";
const MAX = "\uffff";
/** More records than one file or person has of a kind. */
const MANY = 100;

type Facts = RecordView["facts"];
type Peers = Extract<LookUp, { readonly kind: "peers" }>;
/** What the checks of one step look at besides the record and the law. */
type Extra = Pick<LawScene, "related" | "peers" | "staff" | "twiceNumbered">;
type Related = Extract<LookUp, { readonly kind: "related" }>;

const viewsOf = (store: Store, rows: readonly RecordRow[]): Promise<readonly RecordView[]> =>
  Promise.all(rows.map(async (row) => viewOf(shownState(await openRecordRow(store.seal, row)))));

const allOf = async (store: Store, t: EntityType): Promise<readonly RecordView[]> => [
  ...(await allViews(store, t)).values(),
];

/** Where the kind of record is sorted by the very fact, only those are opened. */
const sameOf = async (store: Store, { t, by }: Peers, value: Json | undefined) => {
  if (by === undefined) return allOf(store, t);
  if (typeof value !== "string") return [];
  if (sortFactOf(t) !== by) return (await allOf(store, t)).filter(({ facts }) => facts[by] === value);
  const rows = store.db.records.where("[t+kind+on]").between([t, value, MIN], [t, value, MAX], true, true);
  // the ledger of a year is one fund: what is known of it already is not opened again with every posting
  const few = await rows.limit(MANY + 1).toArray();
  if (few.length > MANY) return (await allOf(store, t)).filter(({ facts }) => facts[by] === value);
  return viewsOf(store, few);
};

const peersOf = async (store: Store, view: RecordView, wanted: readonly Peers[]) => {
  const heldIn = ({ by = "", of = by }: Peers): Json | undefined => (of === "id" ? view.id : view.facts[of]);
  const found = await Promise.all(wanted.map((each) => sameOf(store, each, heldIn(each))));
  return [...new Map(found.flat().map((each) => [`${each.t}/${each.id}`, each])).values()];
};

type Named = { readonly f: string; readonly key?: string };

const namedBy = async (
  store: Store,
  facts: Facts,
  { f, key = f }: Named,
): Promise<readonly (readonly [string, RecordView])[]> => {
  const id = facts[f];
  return typeof id === "string" ? [[key, await viewAt(store, { t: targetOf(f), id })]] : [];
};

/** Records that the facts name; then those that these name in their turn, as `of.f`. */
const relatedTo = async (store: Store, facts: Facts, wanted: readonly Related[]) => {
  const near = wanted.filter(({ of }) => of === undefined);
  const first = Object.fromEntries(
    (await Promise.all(near.map(({ f }) => namedBy(store, facts, { f })))).flat(),
  );
  const far = wanted.flatMap(({ f, of }) => (of === undefined ? [] : [{ f, of }]));
  const second = far.map(({ f, of }) => namedBy(store, first[of]?.facts ?? {}, { f, key: `${of}.${f}` }));
  return { ...first, ...Object.fromEntries((await Promise.all(second)).flat()) };
};

/** Which of these files share an official number with another one. */
const twiceNumbered = async (store: Store, views: readonly RecordView[]): Promise<readonly string[]> => {
  const files = views.filter(({ t }) => t === "aidFile");
  if (files.length === 0) return [];
  const alike = await alikeFiles(store);
  return files.map(({ id }) => id).filter((id) => sharedNumbers(alike, id).length > 0);
};

const staffById = async (store: Store): Promise<Readonly<Record<string, StaffFacts>>> =>
  Object.fromEntries((await allOf(store, "staff")).map(({ id, facts }) => [id, facts as StaffFacts]));

/** Records that a screen lays down as a whole, such as the input of a step, say which step and which facts. */
type MaybeStep = { readonly step?: unknown; readonly facts?: unknown };

/** By these the inputs of letter, service and settlement are told: they ask whether the file's number is its own. */
const OF_LETTERS = ["pdfHash", "serves", "settleReason"] as const;
const isOfLetter = (input: object): boolean => OF_LETTERS.some((name) => Object.hasOwn(input, name));

/**
 * The records beyond the one at hand that the checks of a step must see, as this desk shows them: those it names, its
 * peers, the staff register. Empty, and without any read, for whatever is no step or looks at nothing else.
 */
export const lookUpsFor = async (store: Store, view: RecordView, input: unknown): Promise<Extra> => {
  const asked = typeof input === "object" && input !== null ? input : {};
  const { step, facts } = asked as MaybeStep;
  if (isOfLetter(asked)) return { twiceNumbered: await twiceNumbered(store, [view]) };
  const rule = typeof step === "string" ? stepOf(view.t, step) : undefined;
  const wanted = rule === undefined ? [] : lookUpsOf(rule);
  if (wanted.length === 0) return {};
  const after = { ...view, facts: { ...view.facts, ...(facts as Facts | undefined) } };
  const names = wanted.flatMap((each) => (each.kind === "related" ? [each] : []));
  const peers = wanted.flatMap((each) => (each.kind === "peers" ? [each] : []));
  const [related, others, staff] = await Promise.all([
    names.length > 0 ? relatedTo(store, after.facts, names) : undefined,
    peers.length > 0 ? peersOf(store, after, peers) : undefined,
    wanted.some(({ kind }) => kind === "staff") ? staffById(store) : undefined,
  ]);
  const twice = wanted.some(({ kind }) => kind === "numbers")
    ? await twiceNumbered(store, Object.values(related ?? {}))
    : undefined;
  return {
    ...(related && { related }),
    ...(others && { peers: others }),
    ...(staff && { staff }),
    ...(twice && { twiceNumbered: twice }),
  };
};
