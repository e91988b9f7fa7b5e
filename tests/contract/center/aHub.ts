import { randomBytes } from "node:crypto";
import { HUB_ROUTES, headText } from "../../../shared/api/hubApi.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { BookedOp, Op } from "../../../shared/ops/op.ts";
import { CHAIN_START, chainInput } from "../../../shared/sync/chain.ts";
import { encodeBooked, withTrailer } from "../../../shared/sync/frames.ts";
import { type Answer, aDesk, putsOf, sha256, type TestDesk } from "./aDesk.ts";

/** A hub without a program: a key, a book it numbers by hand, and the wire, written against docs/protocol.md only. */
export type TestHub = ReturnType<typeof aHub>;

type Head = { readonly epoch: string; readonly seq: number; readonly chain: string };

/** A desk's first appearance in a book, as its center records it. */
export const deviceOf = ({ feed, key, name }: TestDesk) =>
  putsOf("device", feed, { name, key, state: "ACTIVE", enrolledAt: "2026-05-06T01:02:03.000Z" });

/** A hub that has not been enrolled yet; `pen` writes its own ops, with its key. */
export const aHub = (url: string, bureau = `bureau-${randomBytes(6).toString("hex")}`) => {
  const pen = aDesk(url, bureau, "县级中心");
  const hub = randomBytes(12).toString("hex");
  const epoch = `epoch-${randomBytes(6).toString("hex")}`;
  const book: BookedOp[] = [];
  const chains: string[] = [CHAIN_START];
  let token = "";

  const send = async (path: string, body: BodyInit, type = "application/json"): Promise<Answer> => {
    const headers = { "content-type": type, ...(token !== "" && { authorization: `Bearer ${token}` }) };
    const reply = await fetch(`${url}${path}`, { method: "POST", headers, body });
    return { status: reply.status, body: (await reply.json()) as Json };
  };
  const post = (path: string, body: unknown): Promise<Answer> => send(path, JSON.stringify(body));
  const enrol = (code: string, over: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    post(HUB_ROUTES.enrol, {
      code,
      hub,
      name: "县级中心",
      key: pen.key,
      proof: pen.signed(`LAD hub\n${code}\n${hub}`),
      ...over,
    });
  const signIn = async (): Promise<Answer> => {
    const { challenge } = (await post(HUB_ROUTES.challenge, { feed: hub })).body as { challenge: string };
    const sig = pen.signed(`LAD session\n${challenge}\n${hub}`);
    const answer = await post(HUB_ROUTES.session, { feed: hub, challenge, sig });
    token = (answer.body as { token?: string }).token ?? "";
    return answer;
  };
  /** Gives an op the next number, as a keeper of the book does. */
  const number = (op: Op, verdict = "ok"): BookedOp => {
    const booked = { ...op, seq: book.length + 1, recv: "2026-05-06T01:02:04.000Z", verdict };
    book.push(booked);
    chains.push(sha256(chainInput(chains.at(-1) ?? CHAIN_START, op.h, verdict)));
    return booked;
  };
  const headAt = (seq = book.length): Head => ({ epoch, seq, chain: chains[seq] ?? CHAIN_START });
  const hello = (of = bureau, over: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    post(HUB_ROUTES.hello, {
      bureau: of,
      name: "兰坪县司法局",
      ...headAt(),
      sig: pen.signed(headText(of, headAt())),
      trouble: "",
      ...over,
    });
  const bodyOf = (ops: readonly BookedOp[]): Uint8Array<ArrayBuffer> => {
    const body = encodeBooked(ops);
    return withTrailer(body, canonicalJson({ count: ops.length, sha256: sha256(body) }));
  };
  const queryOf = (of: string, head: Head): string =>
    String(
      new URLSearchParams({
        bureau: of,
        epoch: head.epoch,
        seq: String(head.seq),
        chain: head.chain,
        sig: pen.signed(headText(of, head)),
      }),
    );
  const ship = (
    ops: readonly BookedOp[] = book,
    { head = headAt(), of = bureau }: { readonly head?: Head; readonly of?: string } = {},
  ): Promise<Answer> =>
    send(`${HUB_ROUTES.ship}?${queryOf(of, head)}`, bodyOf(ops), "application/octet-stream");
  const rescue = (ops: readonly BookedOp[], of = bureau): Promise<Answer> =>
    send(`${HUB_ROUTES.rescue}?bureau=${of}`, bodyOf(ops), "application/octet-stream");
  /** The book begins: the hub's own feed, then a desk's. */
  const begin = (desk: TestDesk): void => {
    number(pen.op(deviceOf(pen), { actor: "center" }));
    number(pen.op(deviceOf(desk), { actor: "center" }));
  };
  return {
    bureau,
    hub,
    pen,
    post,
    enrol,
    signIn,
    number,
    begin,
    book,
    headAt,
    hello,
    ship,
    rescue,
    token: () => token,
    comeAs: (other: string) => {
      token = other;
    },
  };
};
