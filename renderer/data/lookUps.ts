import { type LookUp, lookUpsOf } from "../../shared/commands/lookUps.ts";
import type { LawScene } from "../../shared/commands/scene.ts";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import { targetOf } from "../../shared/dictionary/references.ts";
import type { StaffFacts } from "../../shared/dictionary/registers.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { stepOf } from "../../shared/workflow/steps.ts";
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
type Extra = Pick<LawScene, "related" | "peers" | "staff">;

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

const relatedTo = async (store: Store, facts: Facts, names: readonly string[]) => {
  const pairs = names.map(async (f): Promise<readonly (readonly [string, RecordView])[]> => {
    const id = facts[f];
    return typeof id === "string" ? [[f, await viewAt(store, { t: targetOf(f), id })]] : [];
  });
  return Object.fromEntries((await Promise.all(pairs)).flat());
};

const staffById = async (store: Store): Promise<Readonly<Record<string, StaffFacts>>> =>
  Object.fromEntries((await allOf(store, "staff")).map(({ id, facts }) => [id, facts as StaffFacts]));

/** Records that a screen lays down as a whole, such as the input of a step, say which step and which facts. */
type MaybeStep = { readonly step?: unknown; readonly facts?: unknown };

/**
 * The records beyond the one at hand that the checks of a step must see, as this desk shows them: those it names, its
 * peers, the staff register. Empty, and without any read, for whatever is no step or looks at nothing else.
 */
export const lookUpsFor = async (store: Store, view: RecordView, input: unknown): Promise<Extra> => {
  const { step, facts } = (typeof input === "object" && input !== null ? input : {}) as MaybeStep;
  const rule = typeof step === "string" ? stepOf(view.t, step) : undefined;
  const wanted = rule === undefined ? [] : lookUpsOf(rule);
  if (wanted.length === 0) return {};
  const after = { ...view, facts: { ...view.facts, ...(facts as Facts | undefined) } };
  const names = wanted.flatMap((each) => (each.kind === "related" ? [each.f] : []));
  const peers = wanted.flatMap((each) => (each.kind === "peers" ? [each] : []));
  const [related, others, staff] = await Promise.all([
    names.length > 0 ? relatedTo(store, after.facts, names) : undefined,
    peers.length > 0 ? peersOf(store, after, peers) : undefined,
    wanted.some(({ kind }) => kind === "staff") ? staffById(store) : undefined,
  ]);
  return { ...(related && { related }), ...(others && { peers: others }), ...(staff && { staff }) };
};
