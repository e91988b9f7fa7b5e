import { foldOpOf, hasEffect } from "../../../renderer/data/opRow.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { applyOp, recordsOf } from "../../../shared/ops/fold.ts";
import { mentionsOf } from "../../../shared/ops/mentions.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../../shared/ops/view.ts";
import { keptOf } from "../../../shared/workflow/destruction.ts";
import { type Check, key } from "./check.ts";
import { destroyedIn, type Purge } from "./destruction.ts";
import type { Booked, Evidence } from "./evidence.ts";

/* Whether each destruction that took effect was lawful, asked of the book as it was written: nothing here is the judge's. */

/** The book as far as one op, as it was written. */
type Before = {
  readonly ops: readonly Booked[];
  readonly viewAt: (t: string, id: string) => RecordView;
  /** Ops that a destruction before this one names. */
  readonly named: ReadonlySet<string>;
  /** Ops that may have been empty when they came into this book: emptied outside it, or brought back to a restored one. */
  readonly cameEmpty: ReadonlySet<string>;
  /** `t/id` of what is destroyed, this one's included. */
  readonly records: ReadonlySet<string>;
  /** `t/id` of whatever this book ever destroys: nobody can hold against an order what an op says that came empty. */
  readonly ever: { readonly has: (at: string) => boolean };
};

const keysOf = (op: Booked): readonly string[] => recordsOf(op.payloadRead.muts).map(([t, id]) => key(t, id));
const isOrder = ({ payloadRead }: Booked): boolean => payloadRead.muts.some(({ k }) => k === "purge");

const isApproved = ({ facts, stages, contested }: RecordView): boolean => {
  const years = Number(facts.retentionYears) + Number(facts.extendedYears ?? 0);
  const end = `${Number(String(facts.closedOn).slice(0, 4)) + years}${String(facts.closedOn).slice(4)}`;
  return stages.archive === "destroyed" && contested.length === 0 && String(facts.destroyedOn) > end;
};

const isOfCase = (mut: Purge, archive: RecordView, record: RecordView): boolean => {
  const { fileId } = archive.facts;
  return mut.t === "aidFile" ? mut.id === fileId : mut.t === "consultation" && record.facts.fileId === fileId;
};

const mayOrder = ({ facts }: RecordView): boolean =>
  facts.isActive === true &&
  ["HEAD", "ARCHIVE"].some((role) => (facts.roles as readonly string[] | undefined)?.includes(role));

/** What speaks against one destroyed record; `isAgain`: a restored book took the destruction back, whoever had judged it. */
const faultsOf = (mut: Purge, op: Booked, { before, isAgain }: { before: Before; isAgain: boolean }) => {
  const [archive, record] = [before.viewAt("archiveFile", mut.of), before.viewAt(mut.t, mut.id)];
  const at = key(mut.t, mut.id);
  const named = new Set(mut.ops);
  const about = before.ops.filter((each) => keysOf(each).includes(at) && !isOrder(each));
  const isLeft = about.some(({ h }) => ![named, before.named, before.cameEmpty].some((each) => each.has(h)));
  const strangers = before.ops
    .filter(({ h }) => named.has(h))
    .filter(({ h, payload }) => {
      const mentions = mentionsOf(payload);
      const going = before.cameEmpty.has(h) ? before.ever : before.records;
      return mentions.length === 0 || !mentions.every((each) => going.has(each));
    });
  const known = new Set(before.ops.map(({ h }) => h));
  const isFirst = record.stages.destruction === undefined && !isAgain;
  const isEntry =
    canonicalJson(keptOf(record) as unknown as Json) === canonicalJson(mut.kept as unknown as Json);
  const faults: readonly (readonly [boolean, string])[] = [
    [mayOrder(before.viewAt("staff", op.head.actor)), "by somebody without the right"],
    [isApproved(archive), "that nobody had approved"],
    [!isFirst || isOfCase(mut, archive, record), "of what is none of its papers"],
    [!isFirst || isEntry, "that keeps another entry"],
    [!isLeft, "that leaves an op out"],
    [strangers.length === 0, "that names what speaks of something else"],
    [mut.ops.every((h) => known.has(h)), "that names what is not in the book"],
  ];
  return faults.flatMap(([isWell, what]) => (isWell ? [] : [`op ${op.seq}: a destruction of ${at} ${what}`]));
};

const walk = (evidence: Evidence): readonly string[] => {
  const { original, gone, named: allNamed, before: overtaken, records: ever } = destroyedIn(evidence);
  const isAgain = evidence.happened.has("restore");
  const cameEmpty = new Set([...gone].filter((h) => isAgain || !allNamed.has(h)));
  const states = new Map<string, RecordState>();
  const viewAt = (t: string, id: string): RecordView => viewOf(states.get(key(t, id)) ?? emptyState(t, id));
  const [named, records] = [new Set<string>(), new Set<string>()];
  return original.flatMap((op, index) => {
    if (!hasEffect(op) || overtaken.ops.has(op.h)) return [];
    const muts = op.payloadRead.muts.filter((mut) => mut.k === "purge");
    for (const { t, id } of muts) records.add(key(t, id));
    const before = { ops: original.slice(0, index), viewAt, named, cameEmpty, records, ever };
    const faults = muts.flatMap((mut) => faultsOf(mut, op, { before, isAgain }));
    for (const h of muts.flatMap(({ ops }) => ops)) named.add(h);
    for (const [t, id] of recordsOf(op.payloadRead.muts))
      states.set(key(t, id), applyOp(states.get(key(t, id)) ?? emptyState(t, id), foldOpOf(op)));
    return faults;
  });
};

/**
 * A destruction takes effect only where it is approved, ordered by whoever keeps the archive or heads the agency, and names
 * every op about the case and nothing else (《档案法实施条例》第24条).
 */
export const lawfulOrders: Check = (evidence) => (evidence.said === undefined ? [] : walk(evidence));

/** Where everything approved was carried out at the end, nothing about the case is left that speaks of nothing else. */
export const carriedOut: Check = (evidence) => {
  const { happened, bureau } = evidence;
  const { gone, original, purges } = destroyedIn(evidence);
  const ended = purges
    .flatMap(({ muts }) => muts)
    .filter(({ of }) => happened.has(`carried out ${bureau} ${of}`))
    .map(({ t, id }) => key(t, id));
  return original
    .filter((op) => !gone.has(op.h) && !isOrder(op))
    .filter(({ payload }) => {
      const mentions = mentionsOf(payload);
      return mentions.length > 0 && mentions.every((each) => ended.includes(each));
    })
    .map(({ seq, verdict }) => `op ${seq} (${verdict}) is about what was destroyed and was left`);
};
