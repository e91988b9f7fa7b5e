import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadOp, readOp } from "../../../renderer/data/opRow.ts";
import { type Held, heldAfter, heldWith, isOnTop, shownState } from "../../../renderer/data/recordStore.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { type Draft, nameReplaced } from "../../../shared/ops/draft.ts";
import { fold, stateText } from "../../../shared/ops/fold.ts";
import { PENDING } from "../../../shared/ops/op.ts";
import { emptyState } from "../../../shared/ops/state.ts";

/*
 * Desks that store what the product stores (confirmed state, pending ops) and move it by the product's own step
 * `heldAfter`; a book that is nothing but a list. Sealing and Dexie are looked at in the browser (tests/faults/desk).
 */
const AT = { t: "aidFile", id: "file-0001" } as const;
const EMPTY: Held = { confirmed: emptyState(AT.t, AT.id), shown: null };
type Move = {
  readonly do: "write" | "push" | "pull";
  readonly desk: number;
  readonly f: string;
  readonly v: string;
  readonly count: number;
  readonly refused: boolean;
};
type Desk = { held: Held; cursor: number; pending: ReadOp[]; sent: number; n: number };

const moves = fc.array(
  fc.record<Move>({
    do: fc.constantFrom("write", "write", "push", "pull"),
    desk: fc.nat(2),
    f: fc.constantFrom("request", "caseFacts"),
    v: fc.constantFrom("甲", "乙", "丙"),
    count: fc.integer({ min: 1, max: 4 }),
    refused: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 10, maxLength: 60, size: "max" },
);

const write = (desk: Desk, who: number, { f, v }: Move): void => {
  const drafts: readonly Draft[] = [{ k: "put", ...AT, f, v }];
  const muts = nameReplaced(drafts, () => shownState(desk.held));
  desk.n += 1;
  const head = { v: 1, feed: String(who), n: desk.n, minReader: 1, actor: `staff-${who}` };
  const header = canonicalJson(head as unknown as Json);
  const h = createHash("sha256").update(header).digest("hex");
  const op = readOp({
    h,
    header,
    payload: canonicalJson({ muts } as unknown as Json),
    sig: "",
    actorSig: "",
    seq: PENDING + desk.n,
    recv: "",
    verdict: "ok",
    isWaiting: true,
  });
  desk.pending.push(op);
  const anew = heldAfter(desk.held, [], desk.pending);
  // a save folds its op onto what is shown; that must be what folding all pending ops anew gives
  expect(isOnTop(desk.held, [op])).toBe(true);
  desk.held = heldWith(desk.held, [op]);
  expect(desk.held).toEqual(anew);
};

const pull = (desk: Desk, book: readonly ReadOp[], count: number): void => {
  const page = book.slice(desk.cursor, desk.cursor + count);
  const booked = new Set(page.map(({ h }) => h));
  desk.pending = desk.pending.filter(({ h }) => !booked.has(h));
  desk.held = heldAfter(desk.held, page, desk.pending);
  desk.cursor += page.length;
};

const push = (desk: Desk, book: ReadOp[], { count, refused }: Move): void => {
  const own = desk.pending.filter(({ h }) => !book.some((each) => each.h === h)).slice(0, count);
  for (const op of own)
    book.push({ ...op, seq: book.length + 1, verdict: refused ? "role-forbids" : "ok", isWaiting: false });
};

const play = (script: readonly Move[]) => {
  const book: ReadOp[] = [];
  const desks: Desk[] = [0, 1, 2].map(() => ({ held: EMPTY, cursor: 0, pending: [], sent: 0, n: 0 }));
  for (const move of script) {
    const desk = desks[move.desk] as Desk;
    if (move.do === "write") write(desk, move.desk, move);
    else if (move.do === "push") push(desk, book, move);
    else pull(desk, book, move.count);
  }
  return { book, desks };
};

const bookText = (book: readonly ReadOp[]): string =>
  stateText(
    fold(
      emptyState(AT.t, AT.id),
      book
        .filter(({ verdict }) => verdict === "ok")
        .map(({ h, seq, head, payloadRead }) => ({ h, seq, header: head, muts: payloadRead.muts })),
    ),
  );

describe("what a desk keeps of one record, whatever order pages and own work come in", () => {
  it("I12: at every moment the confirmed part is the fold of the book up to the cursor, refused ops without effect", () => {
    let [refused, pending] = [0, 0];
    fc.assert(
      fc.property(moves, (script) => {
        const { book, desks } = play(script);
        for (const { held, cursor, pending: own } of desks) {
          expect(stateText(held.confirmed)).toBe(bookText(book.slice(0, cursor)));
          expect(held.shown === null).toBe(own.length === 0);
          pending += own.length;
        }
        refused += book.filter(({ verdict }) => verdict !== "ok").length;
      }),
      { numRuns: 300 },
    );
    expect([refused > 50, pending > 50]).toEqual([true, true]);
  });

  it("I10: when everybody has pushed and pulled, every desk shows the very state of the book", () => {
    fc.assert(
      fc.property(moves, (script) => {
        const { book, desks } = play(script);
        for (const desk of desks)
          push(desk, book, { do: "push", desk: 0, f: "", v: "", count: 1000, refused: false });
        for (const desk of desks) pull(desk, book, 1000);
        for (const { held, pending } of desks) {
          expect(pending).toEqual([]);
          expect(held.shown).toBeNull();
          expect(stateText(shownState(held))).toBe(bookText(book));
        }
      }),
      { numRuns: 200 },
    );
  });
});
