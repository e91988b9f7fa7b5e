import { describe, expect, it } from "vitest";
import type { Desk } from "../../../renderer/data/desk.ts";
import { RESCUED } from "../../../renderer/data/rollBack.ts";
import { offerAgain } from "../../../renderer/sync/feedHead.ts";
import { PENDING } from "../../../shared/ops/op.ts";

const [PRESENT, EARLIER, ANOTHER] = ["a".repeat(24), "e".repeat(24), "b".repeat(24)];
type Row = {
  readonly h: string;
  readonly feed: string;
  readonly n: number;
  readonly seq: number;
  waiting?: number;
};

/** A desk with these ops; what of them waits to be delivered. */
const aDesk = (rows: readonly Row[]) => {
  const ops = new Map(rows.map((row) => [row.h, row]));
  let questions = 0;
  const desk = {
    db: {
      ops: {
        where: () => ({
          between: (from: number, to: number) => ({
            toArray: async () => {
              questions += 1;
              return [...ops.values()].filter(({ seq }) => seq >= from && seq < to);
            },
          }),
        }),
        bulkPut: async (changed: readonly Row[]) => {
          for (const row of changed) ops.set(row.h, row);
        },
      },
      transaction: (_: string, __: unknown, work: () => unknown) => work(),
    },
  } as unknown as Desk;
  const waiting = () => [...ops.values()].filter((row) => row.waiting === row.n).map(({ h }) => h);
  return { desk, waiting, questionsSoFar: () => questions };
};

const ROWS: readonly Row[] = [
  { h: "booked", feed: PRESENT, n: 1, seq: 7 },
  { h: "acknowledged", feed: PRESENT, n: 2, seq: PENDING + 2 },
  { h: "never sent", feed: PRESENT, n: 3, seq: PENDING + 3, waiting: 3 },
  { h: "of an earlier feed", feed: EARLIER, n: 4, seq: PENDING + 4 },
  { h: "lost by the disk", feed: PRESENT, n: 5, seq: RESCUED + 5 },
  { h: "another desk's", feed: ANOTHER, n: 6, seq: RESCUED + 6 },
];

describe("what a center acknowledged and no page of its book has brought (R2, R8, I6)", () => {
  it("R2, I6: is offered anew where the greeting proves nothing of it: the center may have been put back since", async () => {
    const { desk, waiting } = aDesk(ROWS);
    await offerAgain(desk, [PRESENT, EARLIER]);
    expect(waiting()).toEqual(["acknowledged", "never sent", "of an earlier feed"]);
  });

  it("R11: that of an earlier feed is, whatever the greeting proves of the present one", async () => {
    const { desk, waiting } = aDesk(ROWS);
    await offerAgain(desk, [EARLIER]);
    expect(waiting()).toEqual(["never sent", "of an earlier feed"]);
  });

  it("a desk with one feed whose end is proved is asked nothing", async () => {
    const { desk, questionsSoFar } = aDesk(ROWS);
    await offerAgain(desk, []);
    expect(questionsSoFar()).toBe(0);
  });
});
