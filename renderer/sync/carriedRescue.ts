import { toBase64 } from "../base64.ts";
import type { Desk } from "../data/desk.ts";
import { leftToOffer, rescue } from "./rescue.ts";
import type { SyncMind } from "./syncMind.ts";
import { came } from "./weather.ts";

/** What of a file may go to ops that are offered back: own ops and attachments have their room as well. */
const ROOM_BYTES = 32 * 1024 * 1024;

/**
 * What a restored center lost and this desk has, own ops and others' (I21), as the requests by which a line would offer it
 * back. Afterwards the greeting of `mind` says what is left: nothing, unless the file had no more room.
 */
export const carriedRescue = async (desk: Desk, mind: SyncMind): Promise<readonly string[]> => {
  const bodies: string[] = [];
  let bytes = 0;
  const file: Parameters<typeof rescue>[1] = {
    rescue: (body) => {
      bytes += body.length;
      bodies.push(toBase64(body));
      return Promise.resolve(came({ results: [], head: { seq: 0, chain: "" } }));
    },
  };
  while (bytes < ROOM_BYTES && (await leftToOffer(desk, mind)).length > 0) await rescue(desk, file, { mind });
  return bodies;
};
