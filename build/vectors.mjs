/**
 * `node build/vectors.mjs`: writes tests/vectors/*.json, the byte-level examples of docs/protocol.md. A second client or
 * a second fold in another language is right when it reproduces them. Written only when the protocol changes on purpose.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson } from "../shared/kernel/canonicalJson.ts";
import { applyOp, recordsOf, stateText } from "../shared/ops/fold.ts";
import { emptyState } from "../shared/ops/state.ts";
import { viewOf } from "../shared/ops/view.ts";
import { CHAIN_START, chainInput } from "../shared/sync/chain.ts";
import { encodeBooked, encodeOps, withTrailer } from "../shared/sync/frames.ts";
import { byName, stateHashInput } from "../shared/sync/stateHash.ts";
import { CASES, hashOf, put } from "./foldCases.mjs";
import { bundleVector, hubTexts, snapshotVector } from "./travelVectors.mjs";

export const FOLDER = join(import.meta.dirname, "../tests/vectors");

/** @typedef {import("../shared/ops/op.ts").Mut} Mut */
/** @typedef {import("../shared/ops/op.ts").FoldOp} FoldOp */
/** @typedef {import("../shared/kernel/canonicalJson.ts").Json} Json */

/** @param {Uint8Array | string} bytes */
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** @param {unknown} value */
const canonical = (value) => canonicalJson(/** @type {Json} */ (value));

const SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const PKCS8 = "302e020100300506032b657004220420";
const key = createPrivateKey({ key: Buffer.from(PKCS8 + SEED, "hex"), format: "der", type: "pkcs8" });
const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(12).toString("hex");
/** @param {string} text */
const signed = (text) => sign(null, Buffer.from(text), key).toString("hex");

const BUREAU = "bureau-vectors-01";
const FEED = "0123456789abcdef01234567";

const json = {
  canonical: [
    { b: 1, a: [true, null, "甲"] },
    { 中: "𠮷野家", "a b": '"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028' },
    { 10: 1, 9: 2, é: 3, "\ud83d\ude00": 4, "\uffff": 5 },
    [9007199254740991, -9007199254740991, 0],
    [],
    {},
    "",
    JSON.parse(`${"[".repeat(17)}${"]".repeat(17)}`),
  ].map((value) => ({ text: canonical(value), sha256: sha256(canonical(value)) })),
  refused: [
    '{"b":1,"a":2}',
    '{"a": 1}',
    "1.5",
    "1e3",
    "-0",
    "9007199254740992",
    '"\\ud800"',
    '{"__proto__":1}',
    '{"a":{"constructor":1}}',
    '"\\u4e2d"',
    '{"a":1,"a":1}',
    `${"[".repeat(18)}${"]".repeat(18)}`,
    `${"[".repeat(17)}1${"]".repeat(17)}`,
    "",
    "nul",
  ],
};

/** @param {number} n @param {string} prev @param {readonly unknown[]} muts */
const makeOp = (n, prev, muts) => {
  const payload = canonical({ muts });
  const header = canonical({
    v: 1,
    suite: "ed25519-sha256",
    bureau: BUREAU,
    feed: FEED,
    n,
    prev,
    rnd: String(n).padStart(32, "0"),
    intent: "aidFile.recordFacts",
    actor: "staff-0001",
    session: "session-0001",
    desk: "一号工位",
    app: "0.1.0",
    os: "linux",
    wall: "2026-05-06T01:02:03.000Z",
    tzo: 480,
    hlc: [1778029323000, n],
    mono: { boot: "boot-0001", ms: 1000 * n },
    seen: { epoch: "", seq: 0, head: "" },
    schema: 1,
    minReader: 1,
    ph: sha256(payload),
  });
  return { h: sha256(header), header, payload, sig: signed(header), actorSig: "" };
};

const first = makeOp(1, "", [put("personName", "阿依古丽")]);
const second = makeOp(2, first.h, [put("personName", "阿依古丽·买买提", [first.h])]);
const ops = [first, second];

const op = { seed: SEED, publicKey, ops };

const pushBody = encodeOps(ops);
const booked = ops.map((one, index) => ({
  ...one,
  seq: index + 1,
  recv: "2026-05-06T01:02:04.000Z",
  verdict: index === 0 ? "ok" : "role-forbids",
}));
/** @type {{ seq: number, h: string, verdict: string, chain: string }[]} */
const chain = [];
for (const { seq, h, verdict } of booked)
  chain.push({ seq, h, verdict, chain: sha256(chainInput(chain.at(-1)?.chain ?? CHAIN_START, h, verdict)) });
const pullBody = encodeBooked(booked);
const pullTrailer = canonical({
  to: 2,
  chain: chain[1]?.chain,
  stable: 0,
  head: 2,
  epoch: "epoch-0001",
  count: 2,
  sha256: sha256(pullBody),
});
const pushStream = withTrailer(pushBody, canonical({ count: 2, sha256: sha256(pushBody) }));
const erasedBody = encodeBooked(booked.map((each, index) => (index === 0 ? { ...each, payload: "" } : each)));
const erasedTrailer = canonical({ ...JSON.parse(pullTrailer), sha256: sha256(erasedBody) });
const frames = {
  push: Buffer.from(pushStream).toString("hex"),
  pull: Buffer.from(withTrailer(pullBody, pullTrailer)).toString("hex"),
  pullTrailer,
  erased: Buffer.from(withTrailer(erasedBody, erasedTrailer)).toString("hex"),
};

const lastChain = chain[1]?.chain ?? "";
const texts = {
  enrol: `LAD enrol\nACDE-FHJK-LMNP\n${FEED}`,
  session: `LAD session\n${"ab".repeat(32)}\n${FEED}`,
  receipt: `LAD receipt\n${BUREAU}\n${FEED}\n2\n${second.h}\n2\n2026-05-06T01:02:04.000Z`,
  head: `LAD head\n${BUREAU}\nepoch-0001\n2\n${lastChain}`,
  ...hubTexts({ bureau: BUREAU, feed: FEED, key: publicKey, chain: lastChain }),
};
const messages = Object.entries(texts).map(([name, text]) => ({ name, text, sig: signed(text) }));

/** @param {string} name @param {readonly (readonly unknown[] | string)[]} history */
const foldCase = (name, history) => {
  const book = history.map((muts, index) => ({
    h: hashOf("abcdefgh"[index] ?? ""),
    seq: index + 1,
    feed: `feed-${index % 2}`,
    actor: `actor-${index}`,
    verdict: typeof muts === "string" ? muts : "ok",
    muts: typeof muts === "string" ? [put("request", "乙", [hashOf("a")])] : muts,
  }));
  /** @type {Map<string, import("../shared/ops/state.ts").RecordState>} */
  const states = new Map();
  for (const { h, seq, feed, actor, muts } of book.filter(({ verdict }) => verdict === "ok"))
    for (const [t, id] of recordsOf(/** @type {Mut[]} */ (muts))) {
      const header = /** @type {FoldOp["header"]} */ (/** @type {unknown} */ ({ feed, actor }));
      states.set(
        `${t}/${id}`,
        applyOp(states.get(`${t}/${id}`) ?? emptyState(t, id), {
          h,
          seq,
          header,
          muts: /** @type {Mut[]} */ (muts),
        }),
      );
    }
  const records = [...states.values()].toSorted(byName);
  return {
    name,
    book,
    states: records.map(stateText),
    views: records.map((state) => canonical(viewOf(state))),
    stateHash: sha256(stateHashInput(records)),
  };
};
const fold = Object.entries(CASES).map(([name, history]) => foldCase(name, history));

const pens = { sha256, canonical, signed };
const book = { bureau: BUREAU, feed: FEED, last: second.h };
/** What the two ops of chain.json and frames.json add up to: the second has no effect. */
const bookStates = [
  applyOp(emptyState("aidFile", "file-0001"), {
    h: first.h,
    seq: 1,
    header: JSON.parse(first.header),
    muts: JSON.parse(first.payload).muts,
  }),
];

/** Every file of vectors by its name. @type {Readonly<Record<string, unknown>>} */
export const VECTORS = {
  canonicalJson: json,
  op,
  frames,
  chain: { start: CHAIN_START, links: chain },
  messages: { publicKey, messages },
  fold,
  bundle: bundleVector(pens, { ...book, seed: SEED, publicKey, push: pushStream }),
  snapshot: snapshotVector(pens, { ...book, chain: lastChain, states: bookStates }),
};

/** The text of one file. @param {unknown} vectors */
export const fileText = (vectors) => `${JSON.stringify(vectors, null, 1)}\n`;

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, vectors] of Object.entries(VECTORS))
    writeFileSync(join(FOLDER, `${name}.json`), fileText(vectors));
  process.stdout.write(`vectors: ${Object.keys(VECTORS).length} files, ${fold.length} fold cases\n`);
}
