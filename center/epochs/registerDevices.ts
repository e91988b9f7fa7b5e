import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Payload } from "../../shared/ops/op.ts";
import type { Booking } from "../book/insertOps.ts";
import type { Tx } from "../db/database.ts";

/** The facts that an op of the center writes of each desk. */
export const devicesIn = (
  payload: Payload | undefined,
): ReadonlyMap<string, Readonly<Record<string, Json>>> => {
  const found = new Map<string, Readonly<Record<string, Json>>>();
  for (const mut of payload?.muts ?? [])
    if (mut.k === "put" && mut.t === "device") found.set(mut.id, { ...found.get(mut.id), [mut.f]: mut.new });
  return found;
};

/**
 * A row for a feed that this database has forgotten. A feed of the center's own is one of an earlier epoch, and closed.
 */
export const addForgotten = (
  tx: Tx,
  bureau: string,
  feed: { readonly feed: string; readonly name: string; readonly key: string; readonly isCenter: boolean },
): Promise<number> =>
  tx.run(
    "insert into feed (bureau, feed, is_center, desk_name, key, state) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    [bureau, feed.feed, feed.isCenter, feed.name, feed.key, feed.isCenter ? "revoked" : "open"],
  );

type Known = { readonly bureau: string; readonly centerKey: string };

/**
 * Enrols again the desks of which this database has forgotten: the center's own signature says whose key it was. As
 * desks, so that what they wrote can be checked and they can sign in before the book is whole again. The end of an
 * enrolment is the latest of those that were given.
 */
export const registerDevices = async (
  tx: Tx,
  { bureau, centerKey }: Known,
  payload: Payload | undefined,
): Promise<void> => {
  for (const [feed, { key, name, notAfter }] of devicesIn(payload)) {
    if (typeof key === "string")
      await addForgotten(tx, bureau, { feed, name: String(name ?? ""), key, isCenter: key === centerKey });
    if (typeof notAfter === "string")
      await tx.run(
        "update feed set not_after = greatest(not_after, $3) where bureau = $1 and feed = $2 and not is_center",
        [bureau, feed, notAfter],
      );
  }
};

/** What the center did beside its book when it first booked these ops: revoked desks, and numbers that are given away. */
export const repeatEffects = async (tx: Tx, bureau: string, bookings: readonly Booking[]): Promise<void> => {
  for (const { verdict, payload } of bookings) {
    if (verdict !== "ok") continue;
    for (const [feed, { state }] of devicesIn(payload))
      if (state === "REVOKED")
        await tx.run("update feed set state = 'revoked' where bureau = $1 and feed = $2 and not is_center", [
          bureau,
          feed,
        ]);
    await raiseSeries(tx, bureau, payload);
  }
};

type Used = { readonly series: Json; readonly year: Json; readonly to: Json };

/** Every block and every official number that the op tells of. */
const numbersIn = (payload: Payload | undefined): readonly Used[] => {
  const grants = new Map<string, Readonly<Record<string, Json>>>();
  const used: Used[] = [];
  for (const mut of payload?.muts ?? []) {
    if (mut.k === "put" && mut.t === "grant") grants.set(mut.id, { ...grants.get(mut.id), [mut.f]: mut.new });
    if (mut.k === "number" && mut.grant !== "") used.push({ series: mut.series, year: mut.year, to: mut.no });
  }
  const granted = [...grants.values()].map(({ series, year, to }) => ({ series, year, to }) as Used);
  return [...granted, ...used];
};

/** The next block begins above every number ever granted or used (I18). */
const raiseSeries = async (tx: Tx, bureau: string, payload: Payload | undefined): Promise<void> => {
  for (const { series, year, to } of numbersIn(payload))
    if (typeof series === "string" && typeof year === "number" && typeof to === "number")
      await tx.run(
        `insert into number_series (bureau, series, year, next) values ($1, $2, $3, $4 + 1)
         on conflict (bureau, series, year) do update set next = greatest(number_series.next, excluded.next)`,
        [bureau, series, year, to],
      );
};
