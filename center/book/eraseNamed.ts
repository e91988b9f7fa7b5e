import { OK } from "../../shared/sync/judge.ts";
import type { Tx } from "../db/database.ts";
import { purgesIn } from "./aboutOps.ts";
import { eraseAside } from "./eraseAside.ts";
import type { Booking } from "./insertOps.ts";

type Named = {
  readonly hashes: readonly string[];
  readonly seq: number;
  /** `t/id` of the records that go. */
  readonly going: ReadonlySet<string>;
};

/** Attachments that nothing else names go too: what they consist of is noted, and taken away outside the database. */
const eraseBlobs = async (tx: Tx, bureau: string, { hashes }: Named): Promise<void> => {
  const refs = await tx.all<{ id: string }>(
    "delete from blob_ref where bureau = $1 and h = any($2) returning id",
    [bureau, hashes],
  );
  if (refs.length === 0) return;
  const gone = await tx.all<{ chunks: string[] }>(
    `delete from blob b where b.bureau = $1 and b.id = any($2)
       and not exists (select 1 from blob_ref r where r.bureau = b.bureau and r.id = b.id) returning b.chunks`,
    [bureau, refs.map(({ id }) => id)],
  );
  await tx.run(
    `insert into destroyed_chunk (bureau, hash) select distinct $1, x from unnest($2::text[]) x
     where not exists (select 1 from blob b where b.bureau = $1 and x = any(b.chunks)) on conflict do nothing`,
    [bureau, gone.flatMap(({ chunks }) => chunks)],
  );
};

/** Everything outside the book in which the content of these ops may lie as well. */
const eraseCopies = async (tx: Tx, bureau: string, named: Named): Promise<void> => {
  const { hashes } = named;
  await tx.run("update held set payload = '', is_erased = true where bureau = $1 and h = any($2)", [
    bureau,
    hashes,
  ]);
  await eraseAside(tx, bureau, named);
  await tx.run("update rescued set payload = '' where bureau = $1 and h = any($2)", [bureau, hashes]);
  // what was refused carries no record that could be asked: its first bytes go, the trace stays
  await tx.run("update reject_log set sample = '' where bureau = $1", [bureau]);
  await tx.run("delete from snapshot where bureau = $1", [bureau]);
  await tx.run("delete from snapshot_chunk where bureau = $1", [bureau]);
  await eraseBlobs(tx, bureau, named);
};

const erase = async (tx: Tx, bureau: string, named: Named): Promise<void> => {
  await tx.run(
    "update op set payload = '', destroyed_seq = $3 where bureau = $1 and h = any($2) and coalesce(destroyed_seq, 0) = 0",
    [bureau, named.hashes, named.seq],
  );
  await eraseCopies(tx, bureau, named);
  await tx.run("update bureau_log set is_unswept = true where bureau = $1", [bureau]);
};

/**
 * Carries out the destructions among ops that have just been booked, in the transaction that booked them: the payloads of
 * the named ops, and every copy of them here (I39). Header, hash, signature and chain stay. An op that came without its
 * payload is marked as such.
 */
export const eraseNamed = async (tx: Tx, bureau: string, bookings: readonly Booking[]): Promise<void> => {
  const without = bookings.filter(({ isErased }) => isErased).map(({ op }) => op.h);
  if (without.length > 0)
    await tx.run("update op set payload = '', destroyed_seq = 0 where bureau = $1 and h = any($2)", [
      bureau,
      without,
    ]);
  for (const booking of bookings.filter(({ verdict }) => verdict === OK)) {
    const purges = purgesIn([booking]);
    const hashes = purges.flatMap(({ ops }) => ops);
    const going = new Set(purges.map(({ t, id }) => `${t}/${id}`));
    if (hashes.length > 0) await erase(tx, bureau, { hashes, seq: booking.seq, going });
  }
};
