import { headText, type ShipQuery, type ShipReply, shippedText } from "../../shared/api/hubApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { BookedOp } from "../../shared/ops/op.ts";
import { chainInput } from "../../shared/sync/chain.ts";
import { OK } from "../../shared/sync/judge.ts";
import { keysOf, writeBookings } from "../book/append.ts";
import { type BookHead, lockBook } from "../book/books.ts";
import { foldOpOf } from "../book/envelope.ts";
import type { Booking } from "../book/insertOps.ts";
import { loadRecords } from "../book/project.ts";
import { chainAt } from "../book/readSince.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { registerDevices, repeatEffects } from "../epochs/registerDevices.ts";
import { sha256 } from "../hash.ts";
import { isSigned, publicKeyOf } from "../keys/ed25519.ts";
import { enterOwn, type HubCaller } from "./ownBook.ts";
import { type Page, proveShipped } from "./proveShipped.ts";

/** The proved ops under the numbers and verdicts they came with, and the chain as we compute it ourselves. */
const number = async (
  page: Page,
  start: BookHead,
  ops: readonly BookedOp[],
): Promise<Result<{ readonly bookings: readonly Booking[]; readonly head: BookHead }>> => {
  const bookings: Booking[] = [];
  let head = start;
  for (const op of ops) {
    if (op.seq !== head.seq + 1) return refuse("gap", undefined, String(op.seq));
    const proved = await proveShipped(page, op);
    if (!proved.ok) return proved;
    const { seq, verdict, recv } = op;
    const chain = sha256(chainInput(head.chain, proved.value.op.h, verdict));
    head = { ...head, seq, chain };
    bookings.push({ ...proved.value, seq, verdict, recv, chain });
  }
  return done({ bookings, head });
};

const noteFeeds = async (tx: Tx, bureau: string, bookings: readonly Booking[]): Promise<void> => {
  const lasts = new Map(bookings.map((booking) => [booking.header.feed, booking]));
  for (const [feed, { header, op, seq, recv }] of lasts)
    await tx.run(
      `update feed set n = greatest(n, $3), h = case when n < $3 then $4 else h end,
         head_seq = case when n < $3 then $5 else head_seq end, seen_at = $6 where bureau = $1 and feed = $2`,
      [bureau, feed, header.n, op.h, seq, recv],
    );
};

const write = async (
  page: Page,
  { bookings, head }: { readonly bookings: readonly Booking[]; readonly head: BookHead },
): Promise<void> => {
  const { tx, bureau, hubKey } = page;
  for (const { header, verdict, payload } of bookings)
    if (verdict === OK && page.keys.get(header.feed) === hubKey)
      await registerDevices(tx, { bureau, centerKey: hubKey }, payload);
  const records = await loadRecords(tx, bureau, keysOf(bookings));
  for (const booking of bookings) if (booking.verdict === OK) records.apply(foldOpOf(booking, booking.seq));
  await writeBookings(tx, bureau, { bookings, head, records });
  await noteFeeds(tx, bureau, bookings);
  await repeatEffects(tx, bureau, bookings);
};

/** Takes what is new of a page into our copy; nothing is written before all of it holds. */
const take = async (
  page: Page,
  query: ShipQuery,
  ops: readonly BookedOp[],
): Promise<Result<{ readonly stable: number; readonly count: number }>> => {
  const { tx, bureau } = page;
  const start = await lockBook(tx, bureau);
  if (start.home !== "hub") return refuse("not-home");
  const numbered = await number(
    page,
    start,
    ops.filter(({ seq }) => seq > start.seq),
  );
  if (!numbered.ok) return numbered;
  const { bookings, head } = numbered.value;
  // what is new must end where the hub's signature says, and nothing may follow it
  if (query.seq > head.seq || (bookings.length > 0 && query.seq !== head.seq))
    return refuse("gap", undefined, String(query.seq));
  const end = query.seq === head.seq ? head.chain : await chainAt(tx, bureau, query.seq);
  if (end !== query.chain) return refuse("hash-mismatch", undefined, "chain");
  if (bookings.length > 0) await write(page, { bookings, head });
  await tx.run("update bureau_log set epoch = $2 where bureau = $1", [bureau, query.epoch]);
  return done({ stable: start.stable, count: bookings.length });
};

/**
 * Takes a page of a hub's book as it is: numbers, verdicts, times and bytes unchanged, every signature and the chain
 * proved, and signs that it is durable here (I32). A page that came before is answered the same again. `gap` when it does
 * not follow our copy, `hash-mismatch` when the hub's chain is another one.
 */
export const takeShipped = async (
  center: Center,
  caller: HubCaller,
  { query, ops }: { readonly query: ShipQuery; readonly ops: readonly BookedOp[] },
): Promise<Result<ShipReply>> => {
  const { bureau, epoch, seq, chain, sig } = query;
  if (!isSigned(publicKeyOf(caller.key), headText(bureau, query), sig)) return refuse("signature-invalid");
  const at = new Date(center.now()).toISOString();
  const taken = await center.db.atGate(async (tx) => {
    const own = await enterOwn(tx, caller, bureau);
    return own.ok ? take({ tx, bureau, hubKey: caller.key, keys: new Map() }, query, ops) : own;
  });
  if (!taken.ok) return taken;
  center.log.info({ bureau, ops: taken.value.count, seq }, "hub.shipped");
  const receipt = { epoch, seq, chain, at };
  const signed = { ...receipt, sig: center.key.sign(shippedText(bureau, receipt)) };
  return done({ shipped: signed, stable: taken.value.stable });
};
