import { foldOpOf, hasEffect } from "../../../renderer/data/opRow.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { applyOp, recordsOf } from "../../../shared/ops/fold.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { CHAIN_START, chainInput } from "../../../shared/sync/chain.ts";
import { createPublicKey, verify } from "../machine/nodeCrypto.ts";
import { ALL_ROLES } from "../world/people.ts";
import { type Check, key, sha256, statesOf, textOfState } from "./check.ts";
import { isLawfullyEmpty } from "./destruction.ts";
import type { Booked, Evidence } from "./evidence.ts";

/* What must hold of the center's book by itself. */

const SPKI = Buffer.from("302a300506032b6570032100", "hex");
export const authenticity: Check = (evidence) => {
  const { book, feeds } = evidence;
  const keys = new Map(feeds.map((row) => [String(row.feed), String(row.key)]));
  return book.flatMap((op) => {
    const { head, header, payload, sig, h, seq } = op;
    const publicKey = createPublicKey({
      key: Buffer.concat([SPKI, Buffer.from(keys.get(head.feed) ?? "", "hex")]),
      format: "der",
      type: "spki",
    });
    const isTrue =
      verify(null, Buffer.from(header), publicKey, Buffer.from(sig, "hex")) &&
      sha256(header) === h &&
      (sha256(payload) === head.ph || isLawfullyEmpty(evidence, op));
    return isTrue ? [] : [`op ${seq} is not authentic`];
  });
};

export const idempotence: Check = ({ book, held }) => {
  const outside = held.filter(({ released_seq }) => released_seq === null);
  const all = [...book.map(({ h }) => h), ...outside.map((row) => String(row.h))];
  return all.length === new Set(all).size ? [] : ["an op is there twice"];
};

export const order: Check = ({ book, head }) => {
  let chain = CHAIN_START;
  const wrong = book.flatMap((op, index) => {
    chain = sha256(chainInput(chain, op.h, op.verdict));
    return op.seq === index + 1 && op.chain === chain
      ? []
      : [`the book has a hole or a false chain at ${op.seq}`];
  });
  return head.seq === book.length && head.chain === chain
    ? wrong
    : [...wrong, "the book ends elsewhere than it says"];
};

/** Walks through the book and hands each op to `look` with its record before and after it. */
const walked = (
  book: readonly Booked[],
  look: (op: Booked, before: RecordState, after: RecordState) => readonly string[],
): readonly string[] => {
  const states = new Map<string, RecordState>();
  return book.filter(hasEffect).flatMap((op) =>
    recordsOf(op.payloadRead.muts).flatMap(([t, id]) => {
      const before = states.get(key(t, id)) ?? emptyState(t, id);
      const after = applyOp(before, foldOpOf(op));
      states.set(key(t, id), after);
      return look(op, before, after);
    }),
  );
};

const namedBy = (op: Booked): ReadonlySet<string> =>
  new Set(op.payloadRead.muts.flatMap((mut) => ("sup" in mut ? mut.sup : "over" in mut ? mut.over : [])));

/** Whether the author of an op had another in view: in the book of that epoch as far as it had come, or in its own feed. */
const sight = ({ book, lineages }: Evidence): ((h: string, by: Booked) => boolean) => {
  const bySeq = new Map(book.map((op) => [op.h, op]));
  const places = new Map(
    [...lineages].map(([epoch, hashes]) => [epoch, new Map(hashes.map((h, at) => [h, at + 1]))] as const),
  );
  return (h, by) => {
    const other = bySeq.get(h);
    if (other === undefined || by.seq < other.seq) return true;
    if (other.head.feed === by.head.feed && other.head.n < by.head.n) return true;
    const { epoch, seq } = by.head.seen;
    const ended = places.get(epoch);
    return (ended === undefined ? other.seq : (ended.get(h) ?? Number.POSITIVE_INFINITY)) <= seq;
  };
};

export const noBlindOverwrite: Check = (evidence) => {
  const { book } = evidence;
  const isSeen = sight(evidence);
  return walked(book, (op, before, after) => {
    const named = namedBy(op);
    return Object.entries(before.cells).flatMap(([f, cell]) => {
      const left = new Set((after.cells[f]?.heads ?? []).map(({ h }) => h));
      return cell.heads
        .filter(({ h }) => !left.has(h) && !(named.has(h) && isSeen(h, op)))
        .map(({ h }) => `op ${op.seq} overwrote ${h.slice(0, 8)} of ${f} unseen`);
    });
  });
};

/** Somebody may come round to the other's value; but differing values leave together only where a person resolves them. */
export const conflictPermanence: Check = ({ book }) =>
  walked(book, (op, before, after) => {
    const resolved = new Set(op.payloadRead.muts.flatMap((mut) => (mut.k === "resolve" ? [mut.f] : [])));
    return Object.entries(before.cells).flatMap(([f, { heads }]) => {
      const left = new Set((after.cells[f]?.heads ?? []).map(({ h }) => h));
      const gone = new Set(heads.filter(({ h }) => !left.has(h)).map(({ v }) => canonicalJson(v)));
      return gone.size > 1 && !resolved.has(f)
        ? [`op ${op.seq} closed the conflict on ${f} without resolving it`]
        : [];
    });
  });

const disputeTexts = (t: string, id: string, state: RecordState): readonly string[] => {
  const { conflicts, contested } = viewOf(state);
  const text = (kind: string, f: string, heads: readonly { readonly h: string }[]): string =>
    canonicalJson([t, id, kind, f, heads.map(({ h }) => h)] as Json);
  return [
    ...conflicts.map(({ f, heads }) => text("conflict", f, heads)),
    ...contested.map(({ lane, heads }) => text("contested", lane, heads)),
  ];
};

export const eachBreachATask: Check = ({ book, disputes, numberUse }) => {
  const truth = [...statesOf(book).values()]
    .flatMap((state) => disputeTexts(state.t, state.id, state))
    .sort();
  const open = disputes
    .filter(({ closed_seq, kind }) => closed_seq === null && kind !== "number")
    .map(({ t, id, kind, f, heads }) => canonicalJson([t, id, kind, f, heads] as Json))
    .sort();
  const holders = Map.groupBy(numberUse, ({ series, year, no }) => `${series}/${year}/${no}`);
  const twice = [...holders].filter(([, uses]) => new Set(uses.map(({ t, id }) => `${t}/${id}`)).size > 1);
  const flagged = new Set(
    disputes.filter(({ kind }) => kind === "number").flatMap(({ heads }) => heads as readonly string[]),
  );
  return [
    ...(canonicalJson(truth) === canonicalJson(open)
      ? []
      : [`open disputes: ${open.join()} instead of ${truth.join()}`]),
    ...twice
      .filter(([, uses]) => !uses.every(({ h }) => flagged.has(String(h))))
      .map(([number]) => `number ${number} has two holders and no task`),
  ];
};

export const auditCompleteness: Check = ({ book, entities }) => {
  const states = statesOf(book);
  return entities.flatMap((row) => {
    const state = states.get(key(String(row.t), String(row.id)));
    return state !== undefined && textOfState(state) === String(row.state)
      ? []
      : [`the center shows ${row.t}/${row.id} otherwise than its ops`];
  });
};

export const blocks: Check = ({ book }) => {
  const grants = [...statesOf(book).values()]
    .filter(({ t }) => t === "grant")
    .map((state) => ({ id: state.id, facts: viewOf(state).facts }));
  const overlap = grants.flatMap((a) =>
    grants
      .filter((b) => a.id < b.id && a.facts.series === b.facts.series && a.facts.year === b.facts.year)
      .filter((b) => Number(a.facts.from) <= Number(b.facts.to) && Number(b.facts.from) <= Number(a.facts.to))
      .map((b) => `blocks ${a.id} and ${b.id} overlap`),
  );
  const byId = new Map(grants.map((each) => [each.id, each.facts]));
  const strangers = book
    .filter(hasEffect)
    .flatMap(({ head, payloadRead, seq }) =>
      payloadRead.muts
        .filter((mut) => mut.k === "number" && mut.grant !== "" && byId.get(mut.grant)?.feed !== head.feed)
        .map(() => `op ${seq} took a number of a block that is not its own`),
    );
  return [...overlap, ...strangers];
};

const rightsOf = (state: RecordState | undefined): "all" | "none" | "some" => {
  const { roles, isActive } = state === undefined ? {} : viewOf(state).facts;
  const held = Array.isArray(roles) && isActive !== false ? roles.length : 0;
  const hasAll = held > 0 && ALL_ROLES.every((role) => (roles as readonly Json[]).includes(role));
  return held === 0 ? "none" : hasAll ? "all" : "some";
};

/** Who has no rights when the op is booked changes nothing and is not dropped; who has all of them is not refused (F55). */
export const rights: Check = ({ book, feeds }) => {
  const desks = new Set(feeds.filter(({ is_center }) => is_center !== true).map(({ feed }) => feed));
  const staff = new Map<string, RecordState>();
  return book.flatMap((op) => {
    const has = staff.size === 0 ? "all" : rightsOf(staff.get(op.head.actor));
    if (hasEffect(op))
      for (const [t, id] of recordsOf(op.payloadRead.muts))
        if (t === "staff") staff.set(id, applyOp(staff.get(id) ?? emptyState(t, id), foldOpOf(op)));
    if (!desks.has(op.head.feed)) return [];
    if (has === "none" && op.verdict === "ok") return [`op ${op.seq} took effect without any right`];
    return has === "all" && op.verdict === "role-forbids"
      ? [`op ${op.seq} was refused in spite of all rights`]
      : [];
  });
};

/** What a stopped desk sends later is in the book only where a person released it. */
export const revocation: Check = ({ book, held, happened }) => {
  if (happened.has("restore")) return [];
  const released = new Set(held.filter(({ released_seq }) => released_seq !== null).map(({ h }) => h));
  const stopped = new Set<string>();
  return book.flatMap((op) => {
    if (op.head.intent === "device.revoke") for (const { id } of op.payloadRead.muts) stopped.add(id);
    return stopped.has(op.head.feed) && !released.has(op.h)
      ? [`op ${op.seq} of a stopped desk was booked`]
      : [];
  });
};

/** Both ops of a taken position are kept, and until a person has decided the feed takes nothing new. */
export const forkEvidence: Check = ({ held, book, feeds }) => {
  const at = (row: { readonly feed: unknown; readonly n: unknown }): string => `${row.feed}/${row.n}`;
  const taken = new Set(book.map(({ head }) => at(head)));
  const state = new Map(feeds.map((row) => [row.feed, row.state]));
  return held
    .filter(({ released_seq, decision }) => released_seq === null && decision === "")
    .filter((row) => taken.has(at(row as { feed: unknown; n: unknown })) && state.get(row.feed) === "open")
    .map((row) => `feed ${row.feed} is forked and open`);
};

/** What a person keeps outside the book is not in it. */
export const keptOutside: Check = ({ held, book }) => {
  const booked = new Set(book.map(({ h }) => h));
  return held
    .filter(({ h, decision }) => decision === "kept" && booked.has(String(h)))
    .map(({ h }) => `${h} is kept outside the book and in it`);
};
