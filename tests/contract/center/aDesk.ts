import type { KeyObject } from "node:crypto";
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  type HelloReply,
  type HelloRequest,
  type PushReply,
  type RescueReply,
  ROUTES,
} from "../../../shared/api/syncApi.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { BookedOp, Header, Mut, Op } from "../../../shared/ops/op.ts";
import { decodeFrames, encodeBooked, encodeOps, withTrailer } from "../../../shared/sync/frames.ts";

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** A record's first facts as puts. */
export const putsOf = (t: string, id: string, facts: Readonly<Record<string, Json>>): Mut[] =>
  Object.entries(facts).map(([f, v]) => ({ k: "put", t, id, f, old: null, new: v, sup: [] }));

/** The person who founds a bureau. */
export const FOUNDER = "staff-founder-01";
export type Made = {
  readonly headerOver?: Partial<Header>;
  readonly actor?: string;
  readonly key?: KeyObject;
};
export type Answer = { readonly status: number; readonly body: Json };

/** A desk without a screen: a key, a feed, and the wire, written against docs/protocol.md only. */
export type TestDesk = ReturnType<typeof aDesk>;

/** Who a desk is at the center. */
type Own = { readonly feed: string; readonly privateKey: KeyObject };
const newOwn = (): Own => ({
  feed: randomBytes(12).toString("hex"),
  privateKey: generateKeyPairSync("ed25519").privateKey,
});

/** A desk that has not been enrolled yet; `own`: one that exists already. */
export const aDesk = (
  firstUrl: string,
  bureau: string,
  name = "一号工位",
  { feed, privateKey }: Own = newOwn(),
) => {
  let url = firstUrl;
  const publicKey = createPublicKey(privateKey);
  const key = publicKey.export({ format: "der", type: "spki" }).subarray(12).toString("hex");
  const signed = (text: string, by: KeyObject = privateKey): string =>
    sign(null, Buffer.from(text), by).toString("hex");
  let head = { n: 0, h: "" };
  let token = "";

  const call = async (
    path: string,
    init: {
      readonly body?: BodyInit;
      readonly type?: string;
      readonly headers?: Record<string, string>;
      readonly method?: string;
    } = {},
  ): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: init.method ?? "POST",
      headers: {
        ...(init.body !== undefined && { "content-type": init.type ?? "application/json" }),
        ...(token !== "" && { authorization: `Bearer ${token}` }),
        ...init.headers,
      },
      ...(init.body !== undefined && { body: init.body }),
    });
  const post = async (path: string, body: unknown): Promise<Answer> => {
    const reply = await call(path, { body: JSON.stringify(body) });
    return { status: reply.status, body: (await reply.json()) as Json };
  };

  const op = (muts: readonly Mut[] | Json, { headerOver = {}, actor = FOUNDER, key: by }: Made = {}): Op => {
    const payload = typeof muts === "string" ? muts : canonicalJson({ muts } as unknown as Json);
    const header = canonicalJson({
      v: 1,
      suite: "ed25519-sha256",
      bureau,
      feed,
      n: head.n + 1,
      prev: head.h,
      rnd: randomBytes(16).toString("hex"),
      intent: "test.write",
      actor,
      session: "session-0001",
      desk: name,
      app: "0.0.0",
      os: "test",
      wall: "2026-05-06T01:02:03.000Z",
      tzo: 480,
      hlc: [1, 0],
      mono: { boot: "boot", ms: 1 },
      seen: { epoch: "", seq: 0, head: "" },
      schema: 1,
      minReader: 1,
      ph: sha256(payload),
      ...headerOver,
    } as unknown as Json);
    const made = { h: sha256(header), header, payload, sig: signed(header, by), actorSig: "" };
    const { n } = JSON.parse(header) as { n: number };
    head = { n, h: made.h };
    return made;
  };
  const bodyOf = (ops: readonly Op[]): Uint8Array<ArrayBuffer> => {
    const body = encodeOps(ops);
    return withTrailer(body, canonicalJson({ count: ops.length, sha256: sha256(body) }));
  };
  const pushBytes = async (
    bytes: Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const reply = await call(ROUTES.push, { body: bytes, type: "application/octet-stream", headers });
    return { status: reply.status, body: (await reply.json()) as Json };
  };
  const push = async (ops: readonly Op[]): Promise<PushReply> => {
    const { status, body } = await pushBytes(new Uint8Array(gzipSync(bodyOf(ops))), {
      "content-encoding": "gzip",
    });
    if (status !== 200) throw new Error(`push answered ${status} ${JSON.stringify(body)}`);
    return body as unknown as PushReply;
  };
  /** Offers back what a restored center lost. */
  const rescue = async (ops: readonly BookedOp[]): Promise<RescueReply> => {
    const body = encodeBooked(ops);
    const bytes = withTrailer(body, canonicalJson({ count: ops.length, sha256: sha256(body) }));
    const reply = await call(ROUTES.rescue, { body: bytes, type: "application/octet-stream" });
    if (reply.status !== 200) throw new Error(`rescue answered ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as RescueReply;
  };
  const signIn = async (): Promise<Answer> => {
    const { body } = await post(ROUTES.challenge, { feed });
    const { challenge } = body as { challenge: string };
    const answer = await post(ROUTES.session, {
      feed,
      challenge,
      sig: signed(`LAD session\n${challenge}\n${feed}`),
    });
    token = (answer.body as { token?: string }).token ?? "";
    return answer;
  };
  const enrol = (code: string, over: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    post(ROUTES.enrol, {
      code,
      feed,
      bureau,
      bureauName: "兰坪县司法局",
      deskName: name,
      key,
      proof: signed(`LAD enrol\n${code}\n${feed}`),
      ...over,
    });
  const hello = async (over: Partial<HelloRequest> = {}): Promise<HelloReply> =>
    (
      await post(ROUTES.hello, {
        proto: [1, 1],
        schema: 1,
        head,
        cursor: { epoch: "", seq: 0, chain: "" },
        sparse: [],
        report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: 0 },
        clock: "2026-05-06T01:02:03.000Z",
        ...over,
      })
    ).body as unknown as HelloReply;
  type Page = {
    readonly status: number;
    readonly ops: readonly BookedOp[];
    readonly trailer: {
      to: number;
      chain: string;
      head: number;
      epoch: string;
      count: number;
      sha256: string;
      stable: number;
    };
    readonly headers: Headers;
    readonly code?: string;
  };
  const pull = async (after: number, epoch: string, max = 1000): Promise<Page> => {
    const reply = await call(`${ROUTES.pull}?after=${after}&epoch=${epoch}&max=${max}`, {
      method: "GET",
      headers: { "accept-encoding": "identity" },
    });
    if (reply.status !== 200)
      return {
        status: reply.status,
        ops: [],
        trailer: { to: 0, chain: "", head: 0, epoch: "", count: 0, sha256: "", stable: 0 },
        headers: reply.headers,
        code: ((await reply.json()) as { refusal: { code: string } }).refusal.code,
      };
    const raw = new Uint8Array(await reply.arrayBuffer());
    const bytes = raw[0] === 0x1f ? new Uint8Array(gunzipSync(raw)) : raw;
    const frames = decodeFrames(bytes, 100_000);
    if (!frames.ok) throw new Error(frames.refusal.code);
    const trailer = JSON.parse(frames.value.trailer);
    if (trailer.sha256 !== sha256(bytes.subarray(0, frames.value.hashed)))
      throw new Error("trailer does not match");
    return {
      status: 200,
      ops: frames.value.booked.map((booked) => ({ ...booked, h: sha256(booked.header) })),
      trailer,
      headers: reply.headers,
    };
  };
  const rewind = (to: { readonly n: number; readonly h: string }): void => {
    head = to;
  };
  /** The center came back at another address; sessions do not survive that. */
  const moveTo = async (to: string): Promise<void> => {
    url = to;
    token = "";
    await signIn();
  };
  return {
    moveTo,
    bureau,
    feed,
    key,
    name,
    privateKey,
    signed,
    call,
    post,
    op,
    bodyOf,
    push,
    pushBytes,
    rescue,
    signIn,
    enrol,
    hello,
    pull,
    rewind,
    head: () => head,
    token: () => token,
  };
};
