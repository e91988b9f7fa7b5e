import { textOf } from "../../../shared/kernel/utf8.ts";
import { mentionsOf } from "../../../shared/ops/mentions.ts";
import { marksIn } from "../world/archive.ts";
import type { Row } from "../world/tables.ts";
import { type Check, statesOf, textOfState } from "./check.ts";
import { destroyedIn, knownOf } from "./destruction.ts";
import type { DeskEvidence, Evidence } from "./evidence.ts";
import type { Remain } from "./remains.ts";

/* What must hold where content was destroyed by law (I39, F79). Nowhere else is anything of it asked. */

const isStopped = ({ happened }: Evidence, feed: string): boolean => happened.has(`revoked ${feed}`);
/** Desks that hear of everything: one that was stopped is destroyed as a machine. */
const hearing = (evidence: Evidence): readonly DeskEvidence[] =>
  evidence.desks.filter(({ feed }) => !isStopped(evidence, feed));

/** Marks of what is gone that lie in no place that may keep its content. */
const lostMarks = (evidence: Evidence, kept: readonly Remain[]): readonly string[] => {
  const { gone, original } = destroyedIn(evidence);
  const still = new Set(kept.flatMap(({ text }) => marksIn(text)));
  const all = original.filter(({ h }) => gone.has(h)).flatMap(({ payload }) => marksIn(payload));
  return [...new Set(all)].filter((mark) => !still.has(mark));
};

const found = (remains: readonly Remain[], marks: readonly string[], whose: string): readonly string[] => {
  const sought = new Set(marks);
  return remains.flatMap(({ where, text }) =>
    marksIn(text)
      .filter((mark) => sought.has(mark))
      .map((mark) => `${whose}: ${mark} of a destroyed op is still in ${where}`),
  );
};

/** Tables whose rows carry an op. */
const OF_OPS: ReadonlySet<string> = new Set(["op", "held", "rescued"]);

/**
 * What waits for a person, or was kept outside the book, about destroyed records only: what came before the destruction
 * was emptied by it, what was kept outside is emptied with the decision.
 */
const mustBeEmpty = (evidence: Evidence): ReadonlySet<string> => {
  const { gone, records } = destroyedIn(evidence);
  const texts = evidence.held.filter(({ h, payload, decision, at_seq, released_seq }) => {
    if (gone.has(String(h))) return true;
    const mentions = mentionsOf(textOf(payload as Uint8Array));
    const last = Math.max(...mentions.map((each) => records.get(each) ?? Number.POSITIVE_INFINITY));
    const wasThere = Number(at_seq) < last && (released_seq === null || Number(released_seq) > last);
    return mentions.length > 0 && Number.isFinite(last) && (decision === "kept" || wasThere);
  });
  return new Set([...gone, ...texts.map(({ h }) => String(h))]);
};

/** Only where old cases are destroyed there is anything to look at. */
const whereDestroyed =
  (check: Check): Check =>
  (evidence) =>
    evidence.said === undefined ? [] : check(evidence);

/** No table of the center has the content of a destroyed op any more, and after the night no page of its database. */
export const goneAtCenter: Check = whereDestroyed((evidence) => {
  const center = evidence.remains?.center ?? [];
  const empty = mustBeEmpty(evidence);
  const isKept = ({ where, h = "" }: Remain): boolean => OF_OPS.has(where) && !empty.has(h);
  return [
    ...found(center, lostMarks(evidence, center.filter(isKept)), "the center"),
    ...[...evidence.held, ...evidence.rescued]
      .filter(({ h, payload }) => empty.has(String(h)) && (payload as Uint8Array).length > 0)
      .map(({ h }) => `the center keeps the payload of ${h} outside its book`),
    ...evidence.book
      .filter(({ h, payload }) => empty.has(h) && payload !== "")
      .map(({ seq }) => `the book keeps the payload of ${seq}`),
  ];
});

/** No desk that hears of it has the content any more: neither its database nor its journal. */
export const goneAtDesks: Check = whereDestroyed((evidence) => {
  const { gone } = destroyedIn(evidence);
  return hearing(evidence).flatMap(({ feed, name, meta }) => {
    const database = evidence.remains?.databases.get(feed) ?? [];
    const journal = evidence.remains?.journals.get(feed) ?? [];
    const isKept = ({ where, h }: Remain): boolean => where === "ops" && h !== undefined && !gone.has(h);
    const kept = [...database.filter(isKept), ...journal.filter(({ h = "" }) => !gone.has(h))];
    return [
      ...found(database, lostMarks(evidence, kept), `database of ${name}`),
      ...found(journal, lostMarks(evidence, kept), `journal of ${name}`),
      ...journal
        .filter(({ h = "", text }) => gone.has(h) && text !== "")
        .map(({ h }) => `journal of ${name}: the payload of ${h} is still there`),
      ...(meta.toErase.ops.length === 0 ? [] : [`${name} never ends to erase`]),
    ];
  });
});

/** What was not destroyed is where it was: in the book, outside of it, on every desk. */
export const nothingElseGone: Check = whereDestroyed((evidence) => {
  const { gone, records, original, before } = destroyedIn(evidence);
  const speaksOf = (payload: string, known: { readonly has: (at: string) => boolean }): boolean => {
    const mentions = mentionsOf(payload);
    return mentions.length > 0 && mentions.every((each) => known.has(each));
  };
  const isOfGone = (payload: string): boolean => speaksOf(payload, records);
  const wrong = original.filter(
    ({ h, payload }) => gone.has(h) && !speaksOf(payload, before.ops.has(h) ? before.records : records),
  );
  const emptyHeld = evidence.held.filter(
    ({ h, payload }) => (payload as Uint8Array).length === 0 && !gone.has(String(h)),
  );
  const saidBy = ({ header }: Row): string =>
    evidence.said?.get((JSON.parse(textOf(header as Uint8Array)) as { readonly ph: string }).ph) ?? "";
  return [
    ...wrong.map(({ seq }) => `op ${seq} is gone and speaks of a record that stays`),
    ...evidence.book
      .filter(({ h, payload }) => payload === "" && !gone.has(h))
      .map(({ seq, verdict }) => `op ${seq} (${verdict}) lost its payload and nothing destroyed it`),
    ...emptyHeld
      .filter((row) => !isOfGone(saidBy(row)))
      .map(({ h }) => `${h} was emptied outside the book and nothing destroyed it`),
    ...hearing(evidence).flatMap(({ name, ops, journal }) =>
      // a destruction that a restored book refuses was carried out before: that book has its content, the journal has not
      [...ops, ...(evidence.happened.has("restore") ? [] : journal)]
        .filter(({ h, payload }) => payload === "" && !gone.has(h))
        .map(({ h }) => `${name} lost the payload of ${h} and nothing destroyed it`),
    ),
    ...evidence.desks
      .filter(({ meta }) => meta.alarm === "book-emptied")
      .map(({ name }) => `${name} says that somebody emptied the book`),
  ];
});

/** The fold of the book as it is now is that of the book as it was written (every desk's is the first: I10). */
export const foldAsWritten: Check = whereDestroyed((evidence) => {
  const [now, then] = [statesOf(evidence.book), statesOf(knownOf(evidence))];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((at) => {
    const [here, there] = [now.get(at), then.get(at)];
    const isSame = here !== undefined && there !== undefined && textOfState(here) === textOfState(there);
    return isSame ? [] : [`${at} is another one than its ops made, whole as they were`];
  });
});
