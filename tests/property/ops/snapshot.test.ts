import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutChunks } from "../../../center/snapshots/cutChunks.ts";
import { openChunk } from "../../../renderer/sync/snapshotClient.ts";
import { createSha256 } from "../../../shared/kernel/sha256.ts";
import { textOf } from "../../../shared/kernel/utf8.ts";
import { applyOp, stateText } from "../../../shared/ops/fold.ts";
import type { FoldOp } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { byName, stateHashInput } from "../../../shared/sync/stateHash.ts";
import { moves, play, RECORD } from "./bureau.ts";

type States = ReadonlyMap<string, RecordState>;
const NAMES = ["file-0001", "file-0002", "File-3", "file-10"];

/** A book about several records out of one about a single one: every op is about the record its number falls on. */
const spread = (book: readonly FoldOp[]): readonly FoldOp[] =>
  book.map((op) => ({
    ...op,
    muts: op.muts.map((mut) => ({ ...mut, id: NAMES[op.seq % NAMES.length] ?? mut.id })),
  }));

const foldAll = (from: States, ops: readonly FoldOp[]): States => {
  const states = new Map(from);
  for (const op of ops)
    for (const { id } of op.muts) {
      const state = applyOp(states.get(id) ?? emptyState(RECORD.t, id), { ...op, muts: [...op.muts] });
      if (state.lastSeq > 0) states.set(id, state);
    }
  return states;
};
const hashOf = (states: States): string =>
  createHash("sha256")
    .update(stateHashInput([...states.values()]))
    .digest("hex");

/** What the center's cutter and the desk's reader make of a state: the same records, by way of bytes. */
const carried = async (
  states: States,
  most: number,
): Promise<{ states: States; chunks: number; hash: string }> => {
  const texts = [...states.values()]
    .toSorted(byName)
    .map((state) => ({ t: state.t, text: stateText(state) }));
  const pages = (async function* () {
    for (const text of texts) yield [text];
  })();
  const found = new Map<string, RecordState>();
  const hasher = createSha256();
  let chunks = 0;
  hasher.update(Buffer.from("["));
  for await (const { chunk, packed } of cutChunks(pages, most)) {
    const bytes = new Uint8Array(await new Response(unzipped(packed)).arrayBuffer());
    if (chunks > 0) hasher.update(Buffer.from(","));
    hasher.update(bytes);
    const opened = await openChunk(bytes, chunk);
    if (!opened.ok) throw new Error(opened.refusal.code);
    for (const { state, json } of opened.value) {
      found.set(state.id, state);
      expect(textOf(json)).toBe(stateText(state));
    }
    chunks += 1;
  }
  hasher.update(Buffer.from("]"));
  return { states: found, chunks, hash: hasher.digest() };
};
const unzipped = (packed: Buffer): ReadableStream =>
  new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));

describe("a snapshot is the book up to its number", () => {
  it("I29: snapshot(S) + pull(S..c) gives the state of fold(L[1..c]), wherever it is cut and however the chunks fall", async () => {
    let [several, cuts] = [0, 0];
    await fc.assert(
      fc.asyncProperty(moves, fc.nat(60), fc.integer({ min: 1, max: 4000 }), async (script, at, most) => {
        const book = spread(play(script).book);
        const s = Math.min(at, book.length);
        const snapshot = foldAll(new Map(), book.slice(0, s));
        const { states, chunks, hash } = await carried(snapshot, most);
        expect(hash).toBe(hashOf(snapshot));
        expect(hashOf(foldAll(states, book.slice(s)))).toBe(hashOf(foldAll(new Map(), book)));
        several += Number(chunks > 1);
        cuts += Number(s > 0 && s < book.length);
      }),
      { numRuns: 200 },
    );
    expect(several).toBeGreaterThan(30);
    expect(cuts).toBeGreaterThan(30);
  });

  it("a hash that comes piece by piece is SHA-256, whatever the pieces (FIPS 180-4)", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
        const [ours, theirs] = [createSha256(), createHash("sha256")];
        for (const piece of pieces) {
          ours.update(piece);
          theirs.update(piece);
        }
        expect(ours.digest()).toBe(theirs.digest("hex"));
      }),
      { numRuns: 500 },
    );
  });

  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128])("SHA-256 of %i bytes", (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => index % 251);
    const ours = createSha256();
    ours.update(bytes);
    expect(ours.digest()).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});
