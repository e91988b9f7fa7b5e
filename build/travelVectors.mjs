/**
 * The examples of docs/protocol.md §10–§12 that travel between machines: a bundle's inside with the keys that open it, a
 * snapshot with its manifest and one chunk, and the texts that centers and hubs sign.
 */
import { createHash } from "node:crypto";
import { shippedText, termText } from "../shared/api/hubApi.ts";
import { snapshotText } from "../shared/api/snapshotApi.ts";
import { stateText } from "../shared/ops/fold.ts";
import { identityOf, recipientOf } from "../shared/sync/ageKeys.ts";
import { bundleText, encodeBundle, signedBundle } from "../shared/sync/bundle.ts";
import { bytesOfHex } from "../shared/sync/chain.ts";
import { stateHashInput } from "../shared/sync/stateHash.ts";

/** @typedef {import("../shared/ops/state.ts").RecordState} RecordState */
/** @typedef {{ sha256: (bytes: Uint8Array | string) => string, canonical: (value: unknown) => string, signed: (text: string) => string }} Pens */

const AT = "2026-05-06T01:02:05.000Z";

/** Two attachments, as short as they can be: one chunk each. */
const ATTACHMENTS = ["%PDF-1.7\none\n%%EOF\n", "%PDF-1.7\ntwo\n%%EOF\n"];

/**
 * A bundle, signed. @param {Pens} pens
 * @param {{ manifest: string, parts: readonly Uint8Array[], chunks?: readonly Uint8Array[] }} what
 */
const closed = ({ sha256, signed }, { manifest, parts, chunks }) => {
  const content = encodeBundle(manifest, parts, chunks);
  const text = bundleText(sha256(content));
  const sig = signed(text);
  return { manifest, text, sig, inside: Buffer.from(signedBundle(content, sig)).toString("hex") };
};

/**
 * The next bundle of the same desk, of version 2. @param {Pens} pens
 * @param {Readonly<Record<string, unknown>>} first @param {Uint8Array} push
 */
const withAttachments = (pens, first, push) => {
  const { sha256, canonical } = pens;
  const chunks = ATTACHMENTS.map((text) => Buffer.from(text));
  const blobs = chunks.map((chunk) => {
    const id = sha256(chunk);
    return { id, manifest: { bytes: chunk.length, chunks: [id] }, has: [0] };
  });
  const manifest = canonical({
    ...first,
    v: 2,
    bundleId: "00000000-0000-4000-8000-000000000002",
    counter: 2,
    blobs,
    asks: [sha256("held")],
    wanted: [{ id: sha256("wanted") }, { id: sha256("begun"), missing: [1, 3] }],
  });
  return closed(pens, { manifest, parts: [push], chunks });
};

/**
 * An upward bundle of one desk: `push` is the body of a push as its only part. And one of version 2 with two attachments.
 * @param {Pens} pens
 * @param {{ seed: string, publicKey: string, bureau: string, feed: string, push: Uint8Array, last: string }} desk
 */
export const bundleVector = (pens, { seed, publicKey, bureau, feed, push, last }) => {
  const { canonical } = pens;
  const first = {
    v: 1,
    suite: "age-x25519-ed25519",
    kind: "up",
    bundleId: "00000000-0000-4000-8000-000000000001",
    bureau,
    from: { feed, key: publicKey },
    to: publicKey,
    createdAt: AT,
    counter: 1,
    ranges: [{ feed, from: 1, to: 2, prev: "", last }],
    hello: {
      proto: [1, 1],
      schema: 1,
      head: { n: 2, h: last },
      cursor: { epoch: "", seq: 0, chain: "" },
      sparse: [],
      report: { unsent: 2, oldestUnsentS: 60, conflicts: 0, contested: 0, stable: 0, rescue: 0 },
      clock: AT,
    },
    numbers: [{ series: "兰援", year: 2026, count: 50 }],
  };
  const scalar = createHash("sha512").update(bytesOfHex(seed)).digest().subarray(0, 32);
  return {
    recipient: recipientOf(publicKey),
    identity: identityOf(scalar),
    ...closed(pens, { manifest: canonical(first), parts: [push] }),
    withAttachments: withAttachments(pens, first, push),
  };
};

/**
 * A snapshot of `states` at the end of a book of two ops, in one chunk.
 * @param {Pens} pens
 * @param {{ bureau: string, feed: string, chain: string, last: string, states: readonly RecordState[] }} book
 */
export const snapshotVector = ({ sha256, canonical, signed }, { bureau, feed, chain, last, states }) => {
  const chunk = states.map(stateText).join(",");
  const [first, final] = [states[0], states.at(-1)];
  const manifest = canonical({
    format: 1,
    bureau,
    epoch: "epoch-0001",
    seq: 2,
    chain,
    fold: 1,
    schema: 1,
    stateHash: sha256(stateHashInput(states)),
    count: states.length,
    madeAt: AT,
    feeds: [{ feed, n: 2, h: last }],
    branched: [],
    chunks: [
      {
        id: sha256(chunk),
        count: states.length,
        bytes: Buffer.byteLength(chunk),
        // the packed form is any gzip of it; its length is only for progress
        packed: Buffer.byteLength(chunk),
        from: first?.t ?? "",
        to: final?.t ?? "",
      },
    ],
  });
  const text = snapshotText(bureau, sha256(manifest));
  return { manifest, text, sig: signed(text), chunks: [chunk] };
};

/**
 * The further signed texts, by name.
 * @param {{ bureau: string, feed: string, key: string, chain: string }} book
 * @returns {Readonly<Record<string, string>>}
 */
export const hubTexts = ({ bureau, feed, key, chain }) => ({
  hub: `LAD hub\nACDE-FHJK-LMNP\n${feed}`,
  shipped: shippedText(bureau, { epoch: "epoch-0001", seq: 2, chain, at: AT }),
  term: termText(bureau, { no: 1, key, seq: 0, chain: "0".repeat(64), at: AT }),
});
