import { utf8 } from "../../shared/kernel/utf8.ts";
import type { Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";
import type { Caller } from "./caller.ts";
import type { Authentic, Checked } from "./envelope.ts";

/** Bytes of a refused op that are kept. */
const SAMPLE_BYTES = 4096;

/** Keeps authentic ops outside the book until a person releases them. */
export const hold = async (
  tx: Tx,
  caller: Caller,
  held: { readonly ops: readonly Authentic[]; readonly reason: string },
): Promise<void> => {
  for (const { op, header, headerBytes, payloadBytes, isErased } of held.ops)
    await tx.run(
      "insert into held (bureau, h, feed, n, reason, header, payload, sig, actor_sig, is_erased) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
      [
        caller.bureau,
        op.h,
        caller.feed,
        header.n,
        held.reason,
        Buffer.from(headerBytes),
        Buffer.from(payloadBytes),
        op.sig,
        op.actorSig,
        isErased,
      ],
    );
};

/** Keeps a trace of what was refused: hash, size and the first bytes, for the alarm that follows. */
export const logRefused = async (
  tx: Tx,
  { bureau, feed }: Caller,
  refused: readonly Checked[],
): Promise<void> => {
  for (const { received, code } of refused) {
    const bytes = utf8(`${received.header}\n${received.payload}`);
    await tx.run(
      "insert into reject_log (bureau, feed, code, h, bytes, sample) values ($1, $2, $3, $4, $5, $6)",
      [
        bureau,
        feed,
        code,
        sha256(utf8(received.header)),
        bytes.length,
        Buffer.from(bytes.subarray(0, SAMPLE_BYTES)),
      ],
    );
  }
};
