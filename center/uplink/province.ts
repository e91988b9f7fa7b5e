import { randomBytes } from "node:crypto";
import { HUB_ROUTES, hubEnrolReply } from "../../shared/api/hubApi.ts";
import { challengeReply, sessionReply } from "../../shared/api/syncApi.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { askProvince } from "./askProvince.ts";

const HUB_BYTES = 12;
const HUB_NAME = "县级中心";

/** The province this hub belongs to: its address and pinned key, and under which id it knows us. */
export type Province = { readonly hub: string; readonly url: string; readonly key: string };

/** The province as it answered the enrolment of this hub; undefined at the province itself, and before that answer. */
export const provinceOf = (tx: Tx): Promise<Province | undefined> =>
  tx.one<Province>("select hub, url, key from upstream where key <> ''");

/** The id under which we ask: made before the first question, so that a lost answer is asked for again by the same hub. */
const hubId = (center: Center, url: string): Promise<string> =>
  center.db.atGate(async (tx) => {
    await tx.run("insert into upstream (hub, url, key) values ($1, $2, '') on conflict do nothing", [
      randomBytes(HUB_BYTES).toString("hex"),
      url,
    ]);
    return (await tx.one<{ hub: string }>("select hub from upstream"))?.hub ?? "";
  });

const enrolUpstream = async (center: Center): Promise<Result<Province>> => {
  const { upstream } = center.config;
  assert(upstream !== undefined, "a province has no province");
  const { url, code } = upstream;
  if (code === undefined) return refuse("code-invalid");
  const hub = await hubId(center, url);
  const json = {
    code,
    hub,
    name: HUB_NAME,
    key: center.key.publicKey,
    proof: center.key.sign(`LAD hub\n${code}\n${hub}`),
  };
  const reply = await askProvince({ url: `${url}${HUB_ROUTES.enrol}`, json }, hubEnrolReply);
  if (!reply.ok) return reply;
  const { key } = reply.value;
  await center.db.atGate((tx) => tx.run("update upstream set url = $1, key = $2", [url, key]));
  center.log.info({}, "uplink.enrolled");
  return done({ hub, url, key });
};

/**
 * The province, enrolling at it with the configured code where that has not been done. Its address may change by
 * configuration; its key never does.
 */
export const reachProvince = async (center: Center): Promise<Result<Province>> => {
  const known = await center.db.atGate(provinceOf);
  if (known === undefined) return enrolUpstream(center);
  const url = center.config.upstream?.url ?? known.url;
  if (url !== known.url) await center.db.atGate((tx) => tx.run("update upstream set url = $1", [url]));
  return done({ ...known, url });
};

/** Signs in at the province with this hub's key; a token for 15 minutes. */
export const signInAtProvince = async (
  { key }: Pick<Center, "key">,
  { hub, url }: Province,
): Promise<Result<string>> => {
  const asked = await askProvince(
    { url: `${url}${HUB_ROUTES.challenge}`, json: { feed: hub } },
    challengeReply,
  );
  if (!asked.ok) return asked;
  const { challenge } = asked.value;
  const json = { feed: hub, challenge, sig: key.sign(`LAD session\n${challenge}\n${hub}`) };
  const opened = await askProvince({ url: `${url}${HUB_ROUTES.session}`, json }, sessionReply);
  return opened.ok ? done(opened.value.token) : opened;
};
