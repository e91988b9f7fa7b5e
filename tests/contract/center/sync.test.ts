import { verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicKeyOf } from "../../../center/keys/ed25519.ts";
import { PROTOCOLS } from "../../../shared/api/syncApi.ts";
import { applyOp, recordsOf } from "../../../shared/ops/fold.ts";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { CHAIN_START, chainInput } from "../../../shared/sync/chain.ts";
import { stateHashInput } from "../../../shared/sync/stateHash.ts";
import { aFoundedDesk, aFurtherDesk } from "./aBureau.ts";
import { aCenter } from "./aCenter.ts";
import { FOUNDER, putsOf, sha256 } from "./aDesk.ts";

type Center = Awaited<ReturnType<typeof aCenter>>;
let center: Center;
beforeAll(async () => {
  center = await aCenter();
});
afterAll(() => center.end());

const foldAll = (ops: readonly BookedOp[]): readonly RecordState[] => {
  const states = new Map<string, RecordState>();
  for (const op of ops.filter(({ verdict }) => verdict === "ok")) {
    const { muts } = JSON.parse(op.payload);
    for (const [t, id] of recordsOf(muts)) {
      const before = states.get(`${t}/${id}`) ?? emptyState(t, id);
      states.set(
        `${t}/${id}`,
        applyOp(before, { h: op.h, seq: op.seq, header: JSON.parse(op.header), muts }),
      );
    }
  }
  return [...states.values()];
};

describe("enrol, push, pull (docs/protocol.md §5)", () => {
  it("what one desk pushes another pulls, byte for byte, numbered and chained (I8, I10)", async () => {
    const one = await aFoundedDesk(center);
    const sent = Array.from({ length: 40 }, (_, n) =>
      one.op(putsOf("aidFile", "file-0001", { caseFacts: `第${n}次记录：经过𠮷` })),
    );
    const reply = await one.push(sent);
    expect(reply.results.map(({ s }) => s)).toEqual(sent.map(() => "ok"));
    expect(reply.feedHead).toEqual(one.head());

    const two = await aFurtherDesk(center, one.bureau, "二号工位");
    const { epoch, head } = await two.hello();
    const { ops, trailer, headers } = await two.pull(0, epoch);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(ops.map(({ seq }) => seq)).toEqual(Array.from({ length: trailer.head }, (_, index) => index + 1));
    for (const op of sent) {
      const { header, payload, sig } = ops.find(({ h }) => h === op.h) ?? {};
      expect({ header, payload, sig }).toEqual({ header: op.header, payload: op.payload, sig: op.sig });
    }
    const chain = ops.reduce((before, { h, verdict }) => sha256(chainInput(before, h, verdict)), CHAIN_START);
    expect(chain).toBe(trailer.chain);
    expect(chain).toBe(head.chain);
    expect(sha256(stateHashInput(foldAll(ops)))).toBe(await center.stateHash(one.bureau));
  });

  it("every desk's key can be learnt from the book, and every signature checked by it (I4)", async () => {
    const one = await aFoundedDesk(center);
    const { epoch } = await one.hello();
    const { ops } = await one.pull(0, epoch);
    const keys = new Map(
      foldAll(ops)
        .filter(({ t }) => t === "device")
        .map((state) => [state.id, String(viewOf(state).facts.key)]),
    );
    expect(keys.get(one.feed)).toBe(one.key);
    for (const op of ops) {
      const key = keys.get(JSON.parse(op.header).feed) ?? "";
      expect(verify(null, Buffer.from(op.header), publicKeyOf(key), Buffer.from(op.sig, "hex"))).toBe(true);
    }
  });

  it("a receipt says how far the feed is in the book, signed by the center's key (I7)", async () => {
    const one = await aFoundedDesk(center);
    const enrolled = (await one.enrol("whatever")).status;
    expect(enrolled).toBe(403);
    const op = one.op(putsOf("aidFile", "file-0002", { caseFacts: "甲" }));
    const { receipt } = await one.push([op]);
    const { epoch } = await one.hello();
    const { ops } = await one.pull(0, epoch);
    const centerKey = JSON.parse(ops[0]?.payload ?? "").muts.find(({ f }: { f: string }) => f === "key").new;
    const text = `LAD receipt\n${one.bureau}\n${one.feed}\n${receipt.n}\n${receipt.h}\n${receipt.seq}\n${receipt.at}`;
    expect(verify(null, Buffer.from(text), publicKeyOf(centerKey), Buffer.from(receipt.sig, "hex"))).toBe(
      true,
    );
    expect(ops[receipt.seq - 1]?.h).toBe(op.h);
  });

  it("pages are contiguous whatever their size, and an empty one says where it stands", async () => {
    const one = await aFoundedDesk(center);
    await one.push(
      Array.from({ length: 10 }, (_, n) => one.op(putsOf("aidFile", "file-0003", { request: `${n}` }))),
    );
    const { epoch } = await one.hello();
    const first = await one.pull(0, epoch, 4);
    const second = await one.pull(first.trailer.to, epoch, 4);
    expect(second.ops[0]?.seq).toBe((first.ops.at(-1)?.seq ?? 0) + 1);
    const end = await one.pull(second.trailer.head, epoch);
    expect(end.trailer).toMatchObject({ count: 0, to: second.trailer.head });
    expect(end.trailer.chain).toBe((await one.hello()).head.chain);
    expect((await one.pull(second.trailer.head + 5, epoch)).code).toBe("gap");
    expect((await one.pull(0, "another-epoch")).code).toBe("gap");
  });

  it("hello finds the common point of two histories", async () => {
    const one = await aFoundedDesk(center);
    const { epoch, head } = await one.hello();
    const cursor = { epoch, seq: head.seq, chain: head.chain };
    expect((await one.hello({ cursor })).common).toBe(head.seq);
    const stranger = { epoch, seq: head.seq, chain: "a".repeat(64) };
    expect((await one.hello({ cursor: stranger, sparse: [{ seq: 0, chain: CHAIN_START }] })).common).toBe(0);
    expect((await one.hello({ cursor: stranger })).common).toBe(-1);
  });

  it("I28, F56, F57: a desk of the release before or after is served, one that shares no version is told to upgrade", async () => {
    const one = await aFoundedDesk(center);
    const asked = async (proto: [number, number]) =>
      (await one.hello({ proto })) as unknown as { epoch?: string; refusal?: { code: string } };
    const [oldest, newest] = PROTOCOLS;
    for (const proto of [
      [newest, newest],
      [oldest, newest],
      [newest - 1, newest],
      [newest, newest + 1],
    ] as const)
      expect((await asked([...proto])).epoch, String(proto)).toBeTypeOf("string");
    for (const proto of [
      [newest + 1, newest + 2],
      [oldest - 2, oldest - 1],
    ] as const)
      expect((await asked([...proto])).refusal?.code, String(proto)).toBe("version-unknown");
  });

  it("number blocks are disjoint, without gaps, and stand in the book (I18)", async () => {
    const one = await aFoundedDesk(center);
    const two = await aFurtherDesk(center, one.bureau, "二号工位");
    const ask = (desk: typeof one, count: number) =>
      desk.post("/v1/numbers", { series: "兰援", year: 2026, count });
    const blocks = (await Promise.all([ask(one, 5), ask(two, 7), ask(one, 3), ask(two, 1)])).map(
      ({ body }) => body as { from: number; to: number; grant: string },
    );
    const numbers = blocks
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    const { epoch } = await one.hello();
    const granted = foldAll((await one.pull(0, epoch)).ops)
      .filter(({ t }) => t === "grant")
      .map(({ id }) => id);
    expect(granted.sort()).toEqual(blocks.map(({ grant }) => grant).sort());
    const number = {
      k: "number",
      t: "aidFile",
      id: "file-0001",
      f: "caseNo",
      series: "兰援",
      year: 2026,
      no: 1,
      text: "兰援〔2026〕1号",
      grant: blocks.find(({ from }) => from === 1)?.grant ?? "",
      sup: [],
    } as const;
    const holder =
      [one, two].find((desk) => blocks.findIndex(({ from }) => from === 1) % 2 === (desk === one ? 0 : 1)) ??
      one;
    const thief = holder === one ? two : one;
    expect((await holder.push([holder.op([number], { actor: FOUNDER })])).results[0]).toMatchObject({
      s: "ok",
      verdict: "ok",
    });
    expect((await thief.push([thief.op([number], { actor: FOUNDER })])).results[0]).toMatchObject({
      s: "ok",
      verdict: "value-invalid",
    });
  });

  it("answers health and readiness", async () => {
    expect((await fetch(`${center.url}/health`)).status).toBe(200);
    expect((await fetch(`${center.url}/ready`)).status).toBe(200);
  });
});
