import type { RescueReply, RescueResult } from "../../shared/api/syncApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { utf8 } from "../../shared/kernel/utf8.ts";
import type { BookedOp } from "../../shared/ops/op.ts";
import { parseHeader } from "../../shared/sync/opShape.ts";
import { hold } from "../book/aside.ts";
import { bookHead, lockBook, readFeed } from "../book/books.ts";
import type { Caller } from "../book/caller.ts";
import { type Authentic, checkEnvelope } from "../book/envelope.ts";
import { DESTROYED } from "../book/eraseAside.ts";
import type { OwnBook } from "../book/ownOp.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { refusalTo } from "../desks/admit.ts";
import { sha256 } from "../hash.ts";
import { formerKeys } from "../hubs/terms.ts";
import { publicKeyOf } from "../keys/ed25519.ts";
import { placeRescued } from "./placeRescued.ts";
import { addForgotten, registerDevices } from "./registerDevices.ts";

/** An op that holds, and whether it rests on the word of a former keeper of this book who is not believed unasked. */
type Proved = { readonly authentic: Authentic; readonly isDoubtful: boolean };

/** Whose word counts as a center's: our own, and that of hubs that kept this book before us. */
type Centers = { readonly former: readonly string[]; readonly isTrusted: boolean };

/**
 * A former keeper of the book is believed while desks bring back what it had, and not when it was stolen: later its word
 * alone makes nobody a desk, and waits for a person (F42).
 */
const centersOf = async ({ center, tx, bureau }: OwnBook): Promise<Centers> => {
  const row = await tx.one<{ is_trusted: boolean }>(
    "select is_recovering and not is_hub_revoked as is_trusted from bureau_log where bureau = $1",
    [bureau],
  );
  return { former: await formerKeys(center, tx, bureau), isTrusted: row?.is_trusted === true };
};

/** An op that a center signed: its feed is a center's, also when this database has forgotten it. */
const provedByCenter = async (
  { center, tx, bureau }: OwnBook,
  offered: BookedOp & { readonly feed: string },
  { former, isTrusted }: Centers,
): Promise<Result<Proved>> => {
  const { feed, ...op } = offered;
  const known = await readFeed(tx, bureau, feed);
  for (const key of [center.key.publicKey, ...former]) {
    const checked = checkEnvelope(op, { bureau, feed, key: publicKeyOf(key), mayBeErased: true });
    if (!checked.ok && checked.refusal.code !== "signature-invalid") return checked;
    if (!checked.ok) continue;
    if (known !== undefined && !known.isCenter) return refuse("signature-invalid");
    const isDoubtful = key !== center.key.publicKey && !isTrusted;
    const { desk: name } = checked.value.header;
    await addForgotten(tx, bureau, { feed, name, key, isCenter: true });
    if (!isDoubtful) await registerDevices(tx, { bureau, centerKey: key }, checked.value.payload);
    return done({ authentic: checked.value, isDoubtful });
  }
  return refuse(known === undefined ? "device-unknown" : "signature-invalid");
};

/** Proves an offered op by the key of the feed that wrote it, or by that of a center of this book. */
const verify = async (book: OwnBook, offered: BookedOp, centers: Centers): Promise<Result<Proved>> => {
  const header = parseHeader(offered.header);
  if (!header.ok) return header;
  const { feed } = header.value;
  const known = await readFeed(book.tx, book.bureau, feed);
  if (known !== undefined && !known.isCenter) {
    const key = publicKeyOf(known.key);
    const own = checkEnvelope(offered, { bureau: book.bureau, feed, key, mayBeErased: true });
    return own.ok ? done({ authentic: own.value, isDoubtful: false }) : own;
  }
  return provedByCenter(book, { ...offered, feed }, centers);
};

const keep = async (
  { tx, bureau }: OwnBook,
  by: string,
  { seq, verdict, authentic }: Pick<BookedOp, "seq" | "verdict"> & { readonly authentic: Authentic },
): Promise<void> => {
  const { op, header, headerBytes, payloadBytes } = authentic;
  await tx.run(
    `insert into rescued (bureau, h, old_seq, feed, n, offered_by, header, payload, sig, actor_sig, is_destroyed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (bureau, h) do update set old_seq = least(rescued.old_seq, excluded.old_seq),
       payload = case when rescued.payload = '' then excluded.payload else rescued.payload end`,
    [
      bureau,
      op.h,
      seq,
      header.feed,
      header.n,
      by,
      Buffer.from(headerBytes),
      Buffer.from(payloadBytes),
      op.sig,
      op.actorSig,
      authentic.isErased && verdict === DESTROYED,
    ],
  );
};

const holdDoubtful = ({ tx, bureau }: OwnBook, authentic: Authentic): Promise<void> => {
  const { feed } = authentic.header;
  return hold(tx, { bureau, feed, key: "" }, { ops: [authentic], reason: "former" });
};

type Where = { readonly h: string; readonly s: RescueResult["s"]; readonly seq: string | null };

const whereabouts = async (tx: Tx, bureau: string, hashes: readonly string[]): Promise<readonly Where[]> =>
  tx.all<Where>(
    `select k.h, o.seq, case when o.seq is not null then 'ok' when e.h is not null then 'held'
       when r.h is not null then 'kept' else 'refused' end as s
     from unnest($2::text[]) as k(h) left join op o on o.bureau = $1 and o.h = k.h
     left join held e on e.bureau = $1 and e.h = k.h left join rescued r on r.bureau = $1 and r.h = k.h`,
    [bureau, hashes],
  );

/** Takes the offered ops that are not here yet; answers why others cannot be taken. */
const takeNew = async (
  book: OwnBook,
  by: string,
  offered: readonly BookedOp[],
): Promise<ReadonlyMap<string, string>> => {
  const known = new Map(
    (
      await whereabouts(
        book.tx,
        book.bureau,
        offered.map(({ h }) => h),
      )
    ).map(({ h, s }) => [h, s]),
  );
  const refused = new Map<string, string>();
  const centers = await centersOf(book);
  for (const op of offered) {
    if (known.get(op.h) === "ok" || known.get(op.h) === "held") continue;
    const checked = await verify(book, op, centers);
    if (!checked.ok) refused.set(op.h, checked.refusal.code);
    else if (checked.value.isDoubtful) await holdDoubtful(book, checked.value.authentic);
    else await keep(book, by, { ...op, authentic: checked.value.authentic });
  }
  return refused;
};

/**
 * Takes back what a restored book lost: ops of any feed that a desk had verified in an earlier epoch. Each is proved by
 * the key of the feed that wrote it; who brings it does not matter. While the book is recovering they wait for those of
 * the other desks; afterwards they are booked at once.
 */
export const rescue = async (
  center: Center,
  { bureau, feed }: Caller,
  ops: readonly BookedOp[],
): Promise<Result<RescueReply>> => {
  const offered = ops.map((op) => ({ ...op, h: sha256(utf8(op.header)) }));
  return center.db.inBureau(bureau, async (tx) => {
    const book: OwnBook = { center, tx, bureau };
    const stopped = await refusalTo(book, feed);
    if (stopped !== undefined) return refuse(stopped);
    const { isRecovering, home } = await lockBook(tx, bureau);
    if (home !== "here") return refuse("not-home");
    const refused = await takeNew(book, feed, offered);
    if (!isRecovering) await placeRescued(book);
    const now = await whereabouts(
      tx,
      bureau,
      offered.map(({ h }) => h),
    );
    const { seq, chain } = await bookHead(tx, bureau);
    return done({
      results: now.map(({ h, s, seq: at }) => {
        const verdict = refused.get(h);
        return { h, s, ...(at !== null && { seq: Number(at) }), ...(verdict !== undefined && { verdict }) };
      }),
      head: { seq, chain },
    });
  });
};
