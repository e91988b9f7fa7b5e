import { HUB_ROUTES } from "../../../shared/api/hubApi.ts";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { TestDesk } from "../../contract/center/aDesk.ts";

const HASH = "0".repeat(64);
const SIGNATURE = "0".repeat(128);
const FEED = "0".repeat(24);
const POINT = { seq: 1, chain: HASH };

/** A request of the right form for every route that takes JSON, by its path. */
export const REQUESTS: Readonly<Record<string, { readonly [key: string]: Json }>> = {
  [ROUTES.enrol]: {
    code: "ABCD-EFGH-JKLM",
    feed: FEED,
    bureau: "bureau-00000001",
    bureauName: "局",
    deskName: "工位",
    key: HASH,
    proof: SIGNATURE,
  },
  [ROUTES.challenge]: { feed: FEED },
  [ROUTES.session]: { feed: FEED, challenge: HASH, sig: SIGNATURE },
  [ROUTES.hello]: {
    proto: [1, 1],
    schema: 1,
    head: { n: 0, h: HASH },
    cursor: { epoch: "e", seq: 0, chain: HASH },
    sparse: [POINT],
    report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: 0 },
    signed: { epoch: "e", ...POINT, sig: "s" },
    clock: "c",
  },
  [HUB_ROUTES.enrol]: { code: "ABCD-EFGH-JKLM", hub: FEED, name: "县级中心", key: HASH, proof: SIGNATURE },
  [HUB_ROUTES.challenge]: { feed: FEED },
  [HUB_ROUTES.session]: { feed: FEED, challenge: HASH, sig: SIGNATURE },
  [ROUTES.numbers]: { series: "兰援", year: 2026, count: 1 },
  [`${ROUTES.blobs}/state`]: { ids: [HASH] },
  [ROUTES.blobs]: { id: HASH, manifest: { bytes: 10, chunks: [HASH] } },
};

/** The same as this desk would send it. */
export const requestOf = (path: string, { feed, bureau, key }: TestDesk): Json => {
  const own: Readonly<Record<string, string>> = { feed, bureau, key };
  const request = REQUESTS[path] ?? {};
  return Object.fromEntries(Object.entries(request).map(([name, value]) => [name, own[name] ?? value]));
};
