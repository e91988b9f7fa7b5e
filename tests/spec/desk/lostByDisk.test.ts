import { describe, expect, it } from "vitest";
import type { Desk } from "../../../renderer/data/desk.ts";
import type { OpRow } from "../../../renderer/data/deskDb.ts";
import { lostByDisk } from "../../../renderer/data/lostByDisk.ts";
import { RESCUED, rollBack } from "../../../renderer/data/rollBack.ts";
import { meaningOf } from "../../../renderer/sync/feedHead.ts";
import { PENDING } from "../../../shared/ops/op.ts";
import { aMetaTable } from "../../builders/aMetaTable.ts";

const FEED = "f".repeat(24);
/** The most ops that this host hands over at once. */
const MOST = 2;
type Row = Pick<OpRow, "h" | "seq" | "feed" | "n"> & { readonly waiting?: number };
const row = (h: string, n: number, seq: number, feed = FEED): Row => ({ h, n, seq, feed });

/** A desk whose database has these ops and whose journal has those of these names, from its first position on. */
const aDesk = (rows: readonly Row[], journal: readonly string[], isDamaged = false) => {
  const ops = new Map<string, Row & { readonly records: readonly string[] }>(
    rows.map((each) => [each.h, { ...each, records: [] }]),
  );
  const meta = new Map<string, unknown>([["journal", { feed: FEED, n: journal.length, h: journal.at(-1) }]]);
  const nothing = { first: async () => undefined, toArray: async () => [] };
  const body = { header: "{}", payload: "", sig: "", actorSig: "", recv: "", verdict: "ok" };
  const desk = {
    session: { installId: "install-1", feed: FEED, earlier: ["e"] },
    wallMs: () => 0,
    seal: { open: async (_: string, h: string) => ({ ...body, h }) },
    host: {
      "journal.read": async ({ after }: { after: number }) =>
        isDamaged
          ? { ok: false, refusal: { code: "journal-damaged" } }
          : { ok: true, value: { ops: journal.slice(after, after + MOST).map((h) => ({ h })) } },
    },
    db: {
      ops: {
        where: (index: string) => ({
          between: (from: number, to: number) => ({
            toArray: async () => [...ops.values()].filter(({ seq }) => seq > from && seq < to),
          }),
          equals: ([feed, n]: readonly [string, number]) => ({
            toArray: async () =>
              [...ops.values()].filter((each) => index === "[feed+n]" && each.feed === feed && each.n === n),
          }),
        }),
        bulkGet: async () => [],
        bulkPut: async (all: readonly (Row & { readonly records: readonly string[] })[]) => {
          for (const each of all) ops.set(each.h, each);
        },
      },
      records: { where: () => ({ between: () => nothing }), bulkPut: async () => undefined },
      sheets: { bulkPut: async () => undefined },
      meta: aMetaTable(meta),
      transaction: (_: string, __: unknown, work: () => unknown) => work(),
    },
  } as unknown as Desk;
  const placeOf = (h: string) => [ops.get(h)?.seq, ops.get(h)?.waiting];
  return { desk, placeOf, noted: (key: string) => meta.get(key) };
};

/** `a1` and `a2` were delivered before the disk was put back to position 0; `b1` and `b2` were written in their place. */
const BOOK = [row("x1", 1, 10, "another"), row("a1", 1, 11), row("a2", 2, 12)];
const INSTEAD = [row("b1", 1, PENDING + 1), row("b2", 2, PENDING + 2)];
const BACK = { epoch: "new", seq: 10, chain: "at 10" };

describe("own ops of the book that a disk which was put back has lost (R8, I13, I21)", () => {
  it("R8: are those that the journal has not: others stand in their place, or it ends before them", async () => {
    const rows = BOOK as unknown as readonly OpRow[];
    expect(await lostByDisk(aDesk([], ["b1", "b2"]).desk, rows)).toEqual(new Set(["a1", "a2"]));
    expect(await lostByDisk(aDesk([], ["a1", "b2", "b3"]).desk, rows)).toEqual(new Set(["a2"]));
    expect(await lostByDisk(aDesk([], []).desk, rows)).toEqual(new Set(["a1", "a2"]));
    expect(await lostByDisk(aDesk([], ["b1"]).desk, rows.slice(0, 1))).toEqual(new Set());
  });

  it("R8: a journal is read to its end, page by page, and one that cannot be read says nothing against them", async () => {
    const names = ["a1", "a2", "a3", "a4", "a5"];
    const rows = names.map((h, at) => row(h, at + 1, 11 + at)) as unknown as readonly OpRow[];
    expect(await lostByDisk(aDesk([], names).desk, rows)).toEqual(new Set());
    expect(await lostByDisk(aDesk([], names.slice(0, 4)).desk, rows)).toEqual(new Set(["a5"]));
    expect(await lostByDisk(aDesk([], [], true).desk, rows)).toEqual(new Set());
  });

  it("I13, I21: a restored center is offered them back, but nothing that is written next names them: no effect, not pushed", async () => {
    const { desk, placeOf, noted } = aDesk([...BOOK, ...INSTEAD], ["b1", "b2"]);
    await rollBack(desk, BACK);
    expect([placeOf("a1"), placeOf("a2")]).toEqual([
      [RESCUED + 11, undefined],
      [RESCUED + 12, undefined],
    ]);
    expect(noted("rescue")).toEqual([
      { h: "a1", seq: 11 },
      { h: "a2", seq: 12 },
    ]);
  });

  it("I21, R11: what the journal has waits to be delivered again as ever", async () => {
    const { desk, placeOf } = aDesk(BOOK, ["a1", "a2"]);
    await rollBack(desk, BACK);
    expect([placeOf("a1"), placeOf("a2")]).toEqual([
      [PENDING + 1, 1],
      [PENDING + 2, 2],
    ]);
  });

  it("R4, R8: they prove nothing of a feed head and speak against none that names an op of the journal", async () => {
    const { desk } = aDesk([row("a2", 2, RESCUED + 12), ...INSTEAD], ["b1", "b2"]);
    expect(await meaningOf(desk, { n: 2, h: "b2" })).toBe("proved");
    expect(await meaningOf(desk, { n: 2, h: "a2" })).toBe("fork");
  });
});
