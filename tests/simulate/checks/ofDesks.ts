import { foldOpOf, hasEffect, type ReadOp } from "../../../renderer/data/opRow.ts";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import { applyOp, recordsOf } from "../../../shared/ops/fold.ts";
import { PENDING } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { CHAIN_START } from "../../../shared/sync/chain.ts";
import { type Check, key, statesOf, textOfState } from "./check.ts";
import type { DeskEvidence, Evidence } from "./evidence.ts";

/* What must hold of every desk, by itself and beside the book. */

const isRolledBack = ({ happened }: Evidence, feed: string): boolean => happened.has(`rolledBack ${feed}`);

const isStopped = ({ happened }: Pick<Evidence, "happened">, feed: string): boolean =>
  happened.has(`revoked ${feed}`);

export const durableSave: Check = (evidence) =>
  evidence.desks.flatMap(({ desk, journal, feed, name }) => {
    const kept = new Set(journal.map(({ h }) => h));
    return isRolledBack(evidence, feed)
      ? []
      : desk.saved
          .filter((h) => !kept.has(h))
          .map((h) => `${name} was told ${h} is saved, its journal has it not`);
  });

/**
 * A stopped desk reads nothing more: where it began with a snapshot and still lacked the ops below it, it shows the states
 * without them. Answers up to where then, in the book and in its own feed; every other desk has all of them at the end.
 */
const unread = (evidence: Pick<Evidence, "happened">, { feed, meta }: DeskEvidence): Unread => {
  const { history, snapshot } = meta;
  const isUnread = isStopped(evidence, feed) && history.seq < history.to;
  return isUnread ? { seq: history.to, n: snapshot?.n ?? 0 } : { seq: 0, n: 0 };
};
type Unread = { readonly seq: number; readonly n: number };

export const atomicSave: Check = (evidence) =>
  evidence.desks.flatMap((one) => {
    const { journal, rows, feed, name } = one;
    const { n } = unread(evidence, one);
    const shown = new Set(rows.map(({ h }) => h));
    const kept = new Set(journal.map(({ h }) => h));
    return [
      ...journal
        .slice(n)
        .filter(({ h }) => !shown.has(h))
        .map(({ h }) => `${name} has ${h} in its journal and does not show it`),
      ...rows
        .filter((row) => row.feed === feed && row.seq >= PENDING && !kept.has(row.h))
        .map(({ h }) => `${name} shows ${h}, its journal has it not`),
    ];
  });

type Link = { readonly head: { readonly n: number; readonly prev: string }; readonly h: string };

const brokenLine = (ops: readonly Link[], whose: string): readonly string[] =>
  ops.flatMap(({ head }, index) =>
    head.n === index + 1 && head.prev === (ops[index - 1]?.h ?? "")
      ? []
      : [`${whose}: position ${head.n} does not follow`],
  );

/** A feed of which a person released branches is a tree: every op follows one that was booked before it. */
const brokenTree = (ops: readonly Link[], whose: string): readonly string[] => {
  const before = new Map([["", 0]]);
  return ops.flatMap(({ head, h }) => {
    const parent = before.get(head.prev);
    before.set(h, head.n);
    return parent === head.n - 1 ? [] : [`${whose}: position ${head.n} follows nothing`];
  });
};

export const feedChain: Check = ({ desks, book, held }) => {
  const released = new Set(held.filter((row) => row.released_seq !== null).map(({ feed }) => feed));
  return [
    ...[...Map.groupBy(book, ({ head }) => head.feed)].flatMap(([feed, ops]) =>
      (released.has(feed) ? brokenTree : brokenLine)(ops, `feed ${feed} in the book`),
    ),
    ...desks.flatMap(({ journal, name }) =>
      brokenLine(
        journal.map((op) => ({ h: op.h, head: JSON.parse(op.header) })),
        `journal of ${name}`,
      ),
    ),
  ];
};

/**
 * At the end everything held has been decided: what any journal holds is in the book, or where a person keeps it outside
 * of it. A stopped desk sends nothing more.
 */
export const noSilentLoss: Check = ({ book, desks, held, happened }) => {
  const kept = held.filter(({ decision }) => decision === "kept");
  const known = new Set([...book, ...kept].map(({ h }) => String(h)));
  const sending = desks.filter(({ feed }) => !isStopped({ happened }, feed));
  return sending.flatMap(({ journal, name }) =>
    journal.filter(({ h }) => !known.has(h)).map(({ h }) => `${h} of ${name} never reached the book`),
  );
};

export const ackSoundness: Check = ({ desks, book }) => {
  const bySeq = new Map(book.map((op) => [op.seq, op]));
  const known = new Set(book.map(({ h }) => h));
  return desks.flatMap(({ meta, feed, name }) => [
    ...(meta.sent !== undefined &&
    meta.sent.n > 0 &&
    meta.sent.feed === feed &&
    meta.sent.h !== "" &&
    !known.has(meta.sent.h)
      ? [`${name} believes ${meta.sent.n} delivered`]
      : []),
    ...(meta.receipt !== undefined &&
    meta.receipt.n > 0 &&
    bySeq.get(meta.receipt.seq)?.h !== meta.receipt.h &&
    known.size > 0 &&
    !known.has(meta.receipt.h)
      ? [`the receipt of ${name} is not true`]
      : []),
  ]);
};

export const cursor: Check = ({ desks, book, happened }) =>
  desks.flatMap((one) => {
    const { meta, rows, name } = one;
    const from = unread({ happened }, one).seq;
    const bySeq = new Map(rows.map((row) => [row.seq, row.h]));
    const missing = book.slice(from).filter(({ seq, h }) => seq <= meta.cursor.seq && bySeq.get(seq) !== h);
    const end = book[meta.cursor.seq - 1]?.chain ?? CHAIN_START;
    return [
      ...missing.map(({ seq }) => `${name} stands at ${meta.cursor.seq} and lacks ${seq}`),
      ...(meta.cursor.seq === 0 || meta.cursor.chain === end
        ? []
        : [`the cursor of ${name} is of another book`]),
    ];
  });

/** All records in one text; two desks with the same text show the same book. */
const bookText = (states: readonly RecordState[]): string =>
  states
    .filter(({ lastSeq }) => lastSeq > 0)
    .map(textOfState)
    .sort()
    .join("\n");

export const convergence: Check = ({ desks, book, head, happened }) => {
  const truth = bookText([...statesOf(book).values()]);
  const reading = desks.filter(({ feed }) => !isStopped({ happened }, feed));
  return reading.flatMap(({ records, meta, name }) => [
    ...(meta.cursor.seq === head.seq ? [] : [`${name} stands at ${meta.cursor.seq} of ${head.seq}`]),
    ...(bookText(records.map(({ confirmed }) => confirmed)) === truth
      ? []
      : [`${name} has another state of the book`]),
  ]);
};

const byRecordOf = (ops: readonly ReadOp[]): ReadonlyMap<string, readonly ReadOp[]> => {
  const byRecord = new Map<string, ReadOp[]>();
  for (const op of ops.filter(hasEffect))
    for (const [t, id] of recordsOf(op.payloadRead.muts)) {
      const list = byRecord.get(key(t, id)) ?? [];
      list.push(op);
      byRecord.set(key(t, id), list);
    }
  return byRecord;
};

/** Folds the booked ops of records, the same ops of the same record only once for all desks. */
const folding = () => {
  const known = new Map<string, RecordState>();
  return (t: string, id: string, booked: readonly ReadOp[]): RecordState => {
    const name = `${key(t, id)} ${booked.map(({ seq, h }) => `${seq}:${h}`).join()}`;
    const state = known.get(name) ?? booked.map(foldOpOf).reduce(applyOp, emptyState(t, id));
    known.set(name, state);
    return state;
  };
};

export const viewLaw: Check = ({ desks, happened }) => {
  const bookedState = folding();
  return desks.flatMap((one) => {
    const { ops, records, name } = one;
    const byRecord = byRecordOf(ops);
    const isWhole = unread({ happened }, one).seq === 0;
    return records.flatMap(({ confirmed, shown }) => {
      const { t, id } = confirmed;
      const mine = byRecord.get(key(t, id)) ?? [];
      const bookedOps = mine.filter(({ seq }) => seq < PENDING);
      const booked = isWhole ? bookedState(t, id, bookedOps) : confirmed;
      const pending = mine.filter(({ seq }) => seq >= PENDING && seq < 2 * PENDING);
      const all = pending.map(foldOpOf).reduce(applyOp, booked);
      return textOfState(booked) === textOfState(confirmed) &&
        textOfState(all) === textOfState(shown ?? confirmed)
        ? []
        : [`${name} shows ${t}/${id} otherwise than its ops`];
    });
  });
};

export const equalNeverConflicts: Check = ({ desks }) =>
  desks.flatMap(({ records, name }) =>
    records.flatMap(({ confirmed }) =>
      viewOf(confirmed)
        .conflicts.filter(({ heads }) => new Set(heads.map(({ v }) => canonicalJson(v))).size < 2)
        .map(({ f }) => `${name} calls equal values of ${f} a conflict`),
    ),
  );

export const hlcBound: Check = ({ desks }) =>
  desks.flatMap(({ journal, name }) => {
    const stamps = journal.map(({ header }) => (JSON.parse(header) as { hlc: [number, number] }).hlc);
    return stamps.flatMap(([ms, count], index) => {
      const [lastMs, lastCount] = stamps[index - 1] ?? [-1, -1];
      return ms > lastMs || (ms === lastMs && count > lastCount)
        ? []
        : [`${name}: the clock of op ${index + 1} went back`];
    });
  });

/** Said once at least by every desk of which the book has everything or may have it. */
export const provenInSync: Check = ({ desks, feeds, held }) => {
  const open = new Set(feeds.filter(({ state }) => state === "open").map(({ feed }) => feed));
  const kept = new Set(held.filter(({ decision }) => decision === "kept").map(({ feed }) => feed));
  return desks
    .filter(({ feed, meta }) => open.has(feed) && !kept.has(feed) && meta.provenAt === 0)
    .map(({ name }) => `${name} never says that it is in sync`);
};

/** The center compares what a desk makes of the book (F60): here both are one build. */
export const comparedEqual: Check = ({ desks }) =>
  desks
    .filter(({ meta }) => meta.alarm === "state-differs")
    .map(({ name }) => `${name} was told that it makes something else of the book`);

/** A disk without room keeps no note, and says so elsewhere. */
export const lossNoted: Check = ({ desks, happened }) =>
  desks
    .filter(({ desk, feed, losses }) => !happened.has(`full ${feed}`) && losses < desk.losses.due)
    .map(
      ({ name, desk, losses }) => `${name} lost ${desk.losses.due} databases, its journal tells of ${losses}`,
    );
