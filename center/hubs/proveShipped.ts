import { type Result, refuse } from "../../shared/kernel/result.ts";
import type { BookedOp } from "../../shared/ops/op.ts";
import { CENTER_ONLY } from "../../shared/sync/centerOnly.ts";
import { OK } from "../../shared/sync/judge.ts";
import { parseHeader } from "../../shared/sync/opShape.ts";
import { readFeed } from "../book/books.ts";
import { type Authentic, checkEnvelope } from "../book/envelope.ts";
import type { Tx } from "../db/database.ts";
import { devicesIn } from "../epochs/registerDevices.ts";
import { publicKeyOf } from "../keys/ed25519.ts";

/** A page that is being taken: for which bureau, by which hub's key, and whose keys are known so far. */
export type Page = {
  readonly tx: Tx;
  readonly bureau: string;
  readonly hubKey: string;
  readonly keys: Map<string, string>;
};

/** `ok`, `quarantined` or the code of a refusal, perhaps one that only a newer hub knows. */
const VERDICT = /^[a-z][a-z-]{0,39}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const KEY = /^[0-9a-f]{64}$/;

const keyOf = async ({ tx, bureau, keys }: Page, feed: string): Promise<string | undefined> => {
  const key = keys.get(feed) ?? (await readFeed(tx, bureau, feed))?.key;
  if (key !== undefined) keys.set(feed, key);
  return key;
};

/** Keys that the hub announces count for the ops after it. */
const learn = ({ keys }: Page, { payload }: Authentic): void => {
  for (const [feed, { key }] of devicesIn(payload))
    if (typeof key === "string" && !keys.has(feed)) keys.set(feed, key);
};

/**
 * Proves one shipped op by the key that the book itself has announced for its feed; a feed that is not announced yet can
 * only be the hub's own. Who a desk is, which numbers are whose and whatever else only a center writes counts by the
 * hub's signature alone.
 */
export const proveShipped = async (page: Page, op: BookedOp): Promise<Result<Authentic>> => {
  const { bureau, hubKey } = page;
  if (!VERDICT.test(op.verdict) || !INSTANT.test(op.recv)) return refuse("malformed", undefined, "booked");
  const header = parseHeader(op.header);
  if (!header.ok) return header;
  const { feed } = header.value;
  const known = await keyOf(page, feed);
  const key = known ?? hubKey;
  if (!KEY.test(key)) return refuse("malformed", undefined, "key");
  const { header: headerText, payload, sig, actorSig } = op;
  const checked = checkEnvelope(
    { header: headerText, payload, sig, actorSig },
    { bureau, feed, key: publicKeyOf(key), mayBeErased: true },
  );
  if (!checked.ok)
    return known === undefined && checked.refusal.code === "signature-invalid"
      ? refuse("device-unknown")
      : checked;
  const muts = checked.value.payload?.muts ?? [];
  if (op.verdict === OK && key !== hubKey && muts.some(({ t }) => CENTER_ONLY.has(t)))
    return refuse("role-forbids");
  if (op.verdict === OK && key === hubKey) learn(page, checked.value);
  return page.keys.has(feed) ? checked : refuse("device-unknown");
};
