import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyPage } from "../../../renderer/sync/verifyPage.ts";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { CHAIN_START, chainInput } from "../../../shared/sync/chain.ts";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { FOUNDER, sha256 } from "../../contract/center/aDesk.ts";
import { AT, aKnownBook, fact } from "./aKnownBook.ts";
import { aRestorable, type Restorable } from "./aRestorable.ts";

let clock = Date.parse("2026-05-06T01:02:03Z");
let ground: Restorable;
beforeAll(async () => {
  ground = await aRestorable(() => clock);
});
afterAll(() => ground.end());
beforeEach(() => {
  clock += 3_600_000;
});

const codeOf = ({ body }: { readonly body: unknown }): string =>
  (body as { refusal: { code: string } }).refusal.code;
describe("F75: an old request is sent again with its valid signature", () => {
  it("a challenge serves once and no signature opens a session by itself", async () => {
    const desk = await aFoundedDesk(ground.center());
    const { challenge } = (await desk.post(ROUTES.challenge, { feed: desk.feed })).body as {
      challenge: string;
    };
    const answer = {
      feed: desk.feed,
      challenge,
      sig: desk.signed(`LAD session\n${challenge}\n${desk.feed}`),
    };
    expect((await desk.post(ROUTES.session, answer)).status).toBe(200);
    expect(codeOf(await desk.post(ROUTES.session, answer))).toBe("signature-invalid");
    const { challenge: next } = (await desk.post(ROUTES.challenge, { feed: desk.feed })).body as {
      challenge: string;
    };
    expect(codeOf(await desk.post(ROUTES.session, { ...answer, challenge: next }))).toBe("signature-invalid");
  });

  it("a recorded push, sent again word by word and later by a colleague's session, books nothing", async () => {
    const { desk, reader } = await aKnownBook(ground);
    const bytes = desk.bodyOf([fact(desk, "录音"), fact(desk, "回放")]);
    expect((await desk.pushBytes(bytes, {})).body).toMatchObject({ results: [{ s: "ok" }, { s: "ok" }] });
    const { head, epoch } = await desk.hello();
    const hash = await ground.center().stateHash(desk.bureau);
    expect((await desk.pushBytes(bytes, {})).body).toMatchObject({ results: [{ s: "dup" }, { s: "dup" }] });
    expect((await reader.pushBytes(bytes, {})).body).toMatchObject({
      results: [
        { s: "refused", verdict: "signature-invalid" },
        { s: "refused", verdict: "signature-invalid" },
      ],
    });
    expect((await desk.hello()).head).toEqual(head);
    expect((await desk.pull(head.seq, epoch)).ops).toEqual([]);
    expect(await ground.center().stateHash(desk.bureau)).toBe(hash);
  });
});

describe("F77: somebody edits the center's database", () => {
  const set = (what: string) => `update op set ${what} where bureau = $1 and seq = ${AT}`;
  it.each([
    [
      "a payload",
      [set("payload = convert_to(replace(convert_from(payload, 'UTF8'), '0001', '0002'), 'UTF8')")],
    ],
    ["a verdict", [set("verdict = 'role-forbids'")]],
    [
      "a header, with a hash to fit",
      [set("header = header || ' '::bytea, h = encode(sha256(header || ' '::bytea), 'hex')")],
    ],
    ["a chain value", [set("chain = sha256(chain)")]],
    ["a row that is taken out", [`delete from op where bureau = $1 and seq = ${AT}`]],
    [
      "two rows that change places",
      [
        `update op set seq = -1 where bureau = $1 and seq = ${AT}`,
        `update op set seq = ${AT} where bureau = $1 and seq = ${AT + 1}`,
        `update op set seq = ${AT + 1} where bureau = $1 and seq = -1`,
      ],
    ],
  ])("%s: what stands before it is handed on, it and what follows never", async (_, statements) => {
    const { desk, reader, epoch, ops } = await aKnownBook(ground);
    for (const sql of statements) await ground.rows(sql, [desk.bureau]);
    const page = await reader.pull(0, epoch);
    expect(page.ops).toEqual(ops.slice(0, AT - 1));
    expect(page.trailer).toMatchObject({ to: AT - 1, count: AT - 1 });
    expect(await reader.pull(AT - 1, epoch)).toMatchObject({ ops: [], code: "hash-mismatch" });
  });

  it("an op rewritten with every hash and chain value after it is refused by every desk: nobody can sign it", async () => {
    const { desk, reader, epoch, ops, head } = await aKnownBook(ground);
    const forged: BookedOp[] = [];
    let chain = CHAIN_START;
    for (const op of ops) {
      const payload = op.seq === AT ? op.payload.replace("file-0001", "file-0002") : op.payload;
      const header = canonicalJson({ ...(JSON.parse(op.header) as object), ph: sha256(payload) } as Json);
      const h = sha256(header);
      chain = sha256(chainInput(chain, h, op.verdict));
      forged.push({ ...op, payload, header, h });
      await ground.rows(
        "update op set payload = $3, header = $4, h = $5, chain = $6 where bureau = $1 and seq = $2",
        [desk.bureau, op.seq, Buffer.from(payload), Buffer.from(header), h, Buffer.from(chain, "hex")],
      );
    }
    await ground.rows("update bureau_log set chain = $2 where bureau = $1", [
      desk.bureau,
      Buffer.from(chain, "hex"),
    ]);
    const page = await reader.pull(0, epoch);
    expect(page.ops).toEqual(forged);
    const centerKey = (await ground.rows<{ key: string }>("select key from center"))[0]?.key ?? "";
    const from = (booked: readonly BookedOp[]) =>
      verifyPage(booked, {
        at: { seq: 0, chain: CHAIN_START },
        bureau: desk.bureau,
        keys: { feeds: new Map(), centers: [centerKey] },
      });
    expect(await from(page.ops)).toMatchObject({
      ok: false,
      refusal: { code: "signature-invalid", detail: String(AT) },
    });
    expect(await from(ops)).toMatchObject({ ok: true });
    // a desk that had read the genuine book shares nothing beyond the forged op with this one
    const points = ops.map(({ seq }, index) => ({
      seq,
      chain: ops
        .slice(0, index + 1)
        .reduce((last, { h, verdict }) => sha256(chainInput(last, h, verdict)), CHAIN_START),
    }));
    const cursor = { epoch, seq: head.seq, chain: head.chain };
    expect((await reader.hello({ cursor, sparse: points.slice(0, -1) })).common).toBe(AT - 1);
  });

  it("a tail that is cut off is found out by our own signature: a new epoch, and the desks are asked for what they have", async () => {
    const { desk, reader, epoch, ops, head } = await aKnownBook(ground);
    const [last] = await ground.rows<{ chain: Buffer }>(
      "select chain from op where bureau = $1 and seq = $2",
      [desk.bureau, AT],
    );
    await ground.rows("delete from op where bureau = $1 and seq > $2", [desk.bureau, AT]);
    await ground.rows("update bureau_log set seq = $2, chain = $3 where bureau = $1", [
      desk.bureau,
      AT,
      last?.chain,
    ]);
    const signed = { epoch, seq: head.seq, chain: head.chain, sig: head.sig };
    const cursor = { epoch, seq: head.seq, chain: head.chain };
    const found = await reader.hello({ signed, cursor });
    expect(found).toMatchObject({ recovering: true });
    expect(found.epoch).not.toBe(epoch);
    // what the desks bring back is taken in, never refused
    const { results } = await reader.rescue(ops.slice(AT));
    expect(results.map(({ s }) => s)).toEqual(ops.slice(AT).map(() => "kept"));
  });
});

describe("F54: a stolen computer with a right password, stopped afterwards", () => {
  it("what it wrote names desk and person; from the stop on it reads nothing, and what it sends waits for a person", async () => {
    const own = await aFoundedDesk(ground.center());
    const stolen = await aFurtherDesk(ground.center(), own.bureau, "被盗工位");
    expect((await stolen.push([fact(stolen, "盗用")])).results).toMatchObject([{ s: "ok", verdict: "ok" }]);
    const { epoch, head } = await own.hello();
    const written = (await own.pull(0, epoch)).ops.find(({ payload }) => payload.includes("盗用"));
    expect(JSON.parse(written?.header ?? "{}")).toMatchObject({
      feed: stolen.feed,
      desk: "被盗工位",
      actor: FOUNDER,
    });
    await ground.center().revoke(own.bureau, stolen.feed);
    // the session of before and a new one: the thief has password and key
    for (const isAgain of [false, true]) {
      if (isAgain) await stolen.signIn();
      expect((await stolen.pull(0, epoch)).code).toBe("device-revoked");
      expect(codeOf(await stolen.post(ROUTES.numbers, { series: "兰援", year: 2026, count: 1 }))).toBe(
        "device-revoked",
      );
      expect((await stolen.push([fact(stolen, "又来")])).results).toMatchObject([{ s: "held" }]);
    }
    const after = await own.pull(head.seq, epoch);
    expect(after.ops.map(({ payload }) => payload.includes("REVOKED"))).toEqual([true]);
    expect((await own.push([fact(own, "照常")])).results).toMatchObject([{ s: "ok", verdict: "ok" }]);
    expect(
      await ground.rows("select 1 from held where bureau = $1 and reason = 'revoked'", [own.bureau]),
    ).toHaveLength(2);
  });
});
