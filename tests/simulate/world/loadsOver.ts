import { gunzipSync } from "node:zlib";
import type { Center } from "../../../renderer/sync/centerClient.ts";
import { came, rough, type Weather } from "../../../renderer/sync/weather.ts";
import { CHUNK_BYTES_MAX, snapshotReply } from "../../../shared/api/snapshotApi.ts";
import { now, pass } from "../machine/now.ts";
import { type Arrived, bytesOf, type Fate, jsonOf, weatherOf } from "./arrived.ts";
import type { Call } from "./center.ts";

type Loading = Pick<Center, "snapshot" | "chunk">;

/** Where books are shorter than any snapshot. */
export const NO_LOADS: Loading = {
  snapshot: async () => came({ state: "none" }),
  chunk: async () => rough({ code: "not-found" }),
};

/** How long a chunk is under way, in milliseconds: after half a second the loop turns to other things. */
const WAY_MS = [0, 100, 300, 700] as const;

/** One digit of a manifest is another one: such an answer is well-formed. */
const otherDigit = (text: string): string => {
  const places = [...text.matchAll(/[0-9]/g)].map(({ index }) => index);
  if (places.length === 0) return text;
  const at = now.chance.pick(places);
  return `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;
};

const replyOf = (value: unknown, fate: Fate): Weather<ReturnType<typeof snapshotReply.parse>> => {
  if (fate !== "wrongReply") return jsonOf(snapshotReply)(value, fate);
  return jsonOf(snapshotReply)(JSON.parse(otherDigit(JSON.stringify(value))), "arrives");
};

/** What the center's program says about snapshots, over a line; a chunk travels packed, and is harmed where it is unpacked. */
export const loadsOver = (ask: (route: Call["route"], body: string) => Promise<Arrived>): Loading => ({
  snapshot: async () => weatherOf(await ask("snapshot", ""), replyOf),
  chunk: async ({ id, bytes }) => {
    const arrived = await ask("chunk", id);
    pass(now.chance.pick(WAY_MS));
    const answer = weatherOf(arrived, (packed, fate) =>
      bytesOf(Uint8Array.from(gunzipSync(packed as Uint8Array)), fate),
    );
    const most = Math.min(bytes, CHUNK_BYTES_MAX);
    return answer.ok && answer.value.length > most ? rough({ code: "too-large", detail: "chunk" }) : answer;
  },
});
