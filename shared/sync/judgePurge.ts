import { canonicalJson, type Json } from "../kernel/canonicalJson.ts";
import { isDestroyed } from "../ops/destroyed.ts";
import type { Hash, Mut, Verdict } from "../ops/op.ts";
import { type RecordView, viewOf } from "../ops/view.ts";
import { belongsTo, DESTROYERS, keptOf, mayDestroy } from "../workflow/destruction.ts";
import type { Acting } from "./judgeStep.ts";
import type { Objection } from "./judgeValue.ts";

/** An op of the book about a record, as far as a destruction looks at it. */
export type AboutOp = {
  readonly h: Hash;
  /** `t/id` of every record it changes; nothing once it was erased. */
  readonly records: readonly string[];
  /** Itself a destruction: it is never erased. */
  readonly isPurge: boolean;
  readonly isErased: boolean;
};

/** What a book knows of its ops by record, and of those that were erased. */
export type About = {
  readonly of: (t: string, id: string) => readonly AboutOp[];
  readonly isErased: (h: Hash) => boolean;
  /** Ops that no fold takes and that speak of the record all the same: they may be destroyed with it (F59). */
  readonly unread: (t: string, id: string) => readonly AboutOp[];
};

/** A book that nobody asks about destructions. */
export const NO_ABOUT: About = { of: () => [], isErased: () => false, unread: () => [] };

/**
 * What can be said against an order of somebody who may give it, by a book that went on without it: a restored center
 * gets the order back after more was written about the case. Such an order destroys nothing and still accounts for what
 * it had destroyed before (I39).
 */
export const OVERTAKEN: ReadonlySet<Verdict> = new Set([
  "not-found",
  "contested",
  "stage-forbids",
  "destroy-list",
]);

type Purge = Extract<Mut, { k: "purge" }>;
const keyOf = ({ t, id }: Pick<Purge, "t" | "id">): string => `${t}/${id}`;

/**
 * Every op about the record is named and nothing else but what no fold takes, and none of them belongs to a record that
 * stays. What no fold takes need not be named: a desk of the release before does not know of it.
 */
const listObjection = (mut: Purge, { op, stateOf }: Acting, about: About): Objection => {
  const going = new Set(op.muts.filter(({ k }) => k === "purge").map(keyOf));
  const isGoing = (key: string): boolean => {
    const state = stateOf(key.slice(0, key.indexOf("/")), key.slice(key.indexOf("/") + 1));
    return going.has(key) || (state !== undefined && isDestroyed(state));
  };
  const there = about.of(mut.t, mut.id).filter(({ isPurge }) => !isPurge);
  const named = new Set(mut.ops);
  const unread = about.unread(mut.t, mut.id).filter(({ h }) => named.has(h));
  const known = new Set([...there, ...unread].map(({ h }) => h));
  const isWhole = there.every(({ h, isErased }) => isErased || named.has(h));
  const isTrue = mut.ops.every((h) => known.has(h) || about.isErased(h));
  const isApart = [...there, ...unread].every(({ records }) => records.every(isGoing));
  return isWhole && isTrue && isApart ? undefined : "destroy-list";
};

/**
 * The record is the archived file's, and what is kept is its entry. Not asked where the book got some of the ops back
 * without their payload: it no longer has what these would be held against, and an earlier epoch has asked.
 */
const entryObjection = (mut: Purge, { state }: Acting, approved: RecordView): Objection => {
  if (state === undefined) return "not-found";
  const view = viewOf(state);
  const isAsItWas =
    canonicalJson(keptOf(view) as unknown as Json) === canonicalJson(mut.kept as unknown as Json);
  return belongsTo(approved.facts, view) && (isDestroyed(state) || isAsItWas) ? undefined : "destroy-list";
};

/**
 * What speaks against the destruction of a record (《档案法实施条例》第24条；《个人信息保护法》第四十七条): it follows
 * the approved destruction of the archived file it belongs to, is carried out by whoever keeps the archive or heads the
 * agency, names every op about it, and keeps exactly its entry.
 */
export const purgeObjection = (mut: Purge, acting: Acting, about: About): Objection => {
  if (!DESTROYERS.some((role) => acting.roles.includes(role))) return "role-forbids";
  const archive = acting.stateOf("archiveFile", mut.of);
  if (archive === undefined) return "not-found";
  const approved = viewOf(archive);
  if (approved.contested.length > 0) return "contested";
  if (!mayDestroy(approved)) return "stage-forbids";
  const isAgain = mut.ops.some(about.isErased);
  return (isAgain ? undefined : entryObjection(mut, acting, approved)) ?? listObjection(mut, acting, about);
};
