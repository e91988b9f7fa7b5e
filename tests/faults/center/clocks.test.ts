import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import { CHAIN_START, chainInput } from "../../../shared/sync/chain.ts";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { putsOf, sha256, type TestDesk } from "../../contract/center/aDesk.ts";
import { foldBook } from "./foldBook.ts";

const YEAR_MS = 365 * 86_400_000;
const YEAR_9999 = Date.parse("9999-12-31T23:59:59.000Z");
const START = Date.parse("2026-05-06T01:02:03Z");
let clock = START;
let center: Awaited<ReturnType<typeof aCenter>>;
beforeAll(async () => {
  center = await aCenter(() => clock);
});
afterAll(() => center.end());

const bookOf = async (desk: TestDesk) => {
  const { epoch, head } = await desk.hello();
  return { epoch, head, ...(await desk.pull(0, epoch)) };
};
const fact = (value: string) => putsOf("aidFile", "file-0001", { caseFacts: value });

describe("clocks decide nothing (I22, I23)", () => {
  it("F44: the center's clock jumps ten years ahead and twenty back: numbers, chain and grants go on, nothing is refused", async () => {
    const one = await aFoundedDesk(center);
    const two = await aFurtherDesk(center, one.bureau, "二号工位");
    const before = (await bookOf(one)).head.seq;
    const jumps = [10 * YEAR_MS, -10 * YEAR_MS, 1, YEAR_MS, -1, 0];
    const granted: { from: number; to: number }[] = [];
    for (const [round, jump] of jumps.entries()) {
      clock = START + jump;
      // a session may have ended by the jump; a desk signs in again by itself
      for (const desk of [one, two]) {
        await desk.signIn();
        const { results } = await desk.push([desk.op(fact(`${desk.name}${round}`))]);
        expect(results).toMatchObject([{ s: "ok", verdict: "ok" }]);
      }
      const block = await one.post(ROUTES.numbers, { series: "兰援", year: 2026, count: 10 });
      expect(block.status).toBe(200);
      granted.push(block.body as { from: number; to: number });
    }
    const { head, ops, epoch } = await bookOf(two);
    expect(head.seq).toBe(before + jumps.length * 3);
    expect(ops.map(({ seq }) => seq)).toEqual(Array.from({ length: head.seq }, (_, index) => index + 1));
    const chain = ops.reduce((last, { h, verdict }) => sha256(chainInput(last, h, verdict)), CHAIN_START);
    expect(chain).toBe(head.chain);
    expect(granted.map(({ from }) => from)).toEqual(jumps.map((_, round) => round * 10 + 1));
    expect(foldBook(ops).hash).toBe(await center.stateHash(one.bureau));
    // the clock was really used: what it said stands beside the ops, and orders nothing
    expect(new Set(ops.map(({ recv }) => recv.slice(0, 4))).size).toBeGreaterThan(3);
    expect((await one.hello({ cursor: { epoch, seq: head.seq, chain: head.chain } })).common).toBe(head.seq);
    clock = START;
  });

  it("F45: a device claims the year 9999: it is recorded, wins nothing, and nobody else's clock follows", async () => {
    const one = await aFoundedDesk(center);
    const two = await aFurtherDesk(center, one.bureau, "二号工位");
    const late = one.op(fact("九千年"), {
      headerOver: { wall: new Date(YEAR_9999).toISOString(), hlc: [YEAR_9999, 0] },
    });
    expect((await one.push([late])).results).toMatchObject([{ s: "ok", verdict: "ok" }]);
    const [put] = fact("今天");
    if (put?.k !== "put") throw new Error("a fact is a put");
    const today = two.op([{ ...put, old: "九千年", sup: [late.h] }], { headerOver: { hlc: [START, 0] } });
    expect((await two.push([today])).results).toMatchObject([{ s: "ok", verdict: "ok" }]);
    expect((await one.post(ROUTES.numbers, { series: "兰援", year: 2026, count: 10 })).status).toBe(200);
    const { ops } = await bookOf(two);
    const book = foldBook(ops);
    expect(book.factsOf("aidFile", "file-0001")).toMatchObject({ caseFacts: "今天" });
    expect(book.hash).toBe(await center.stateHash(one.bureau));
    const claims = ops.map(({ header }) => JSON.parse(header) as { hlc: [number, number]; actor: string });
    expect(claims.filter(({ hlc }) => hlc[0] === YEAR_9999)).toHaveLength(1);
    expect(claims.at(-1)).toMatchObject({ actor: "center", hlc: [clock, 0] });
  });
});
